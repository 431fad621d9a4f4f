import Facts
import RuleSemantics

/// A measure's value for every entity of a space, at one scale.
struct ValueColumn: Sendable {
  /// Fraction digits of `low`.
  let scale: Int

  /// The value by entity, or its lower end.
  var low: [Int128]

  /// What is known by entity.
  var knowledge: [Knowledge]

  enum Knowledge: UInt8, Sendable {
    case exact
    /// At least `low`.
    case atLeast
    case unknown
  }

  static func unknown(count: Int) -> ValueColumn {
    ValueColumn(
      scale: 0,
      low: Array(repeating: 0, count: count),
      knowledge: Array(repeating: .unknown, count: count)
    )
  }

  static func zero(scale: Int, count: Int) -> ValueColumn {
    ValueColumn(
      scale: scale,
      low: Array(repeating: 0, count: count),
      knowledge: Array(repeating: .exact, count: count)
    )
  }

  subscript(entity: Int) -> Interval {
    switch knowledge[entity] {
    case .exact: Interval(exactly: low[entity])
    case .atLeast: Interval(low: low[entity], high: nil)
    case .unknown: .unknown
    }
  }

  /// Adds an amount to one entity; an overflow makes it unknown.
  mutating func add(_ value: Int128, _ known: Knowledge, to entity: Int) {
    let (sum, overflow) = low[entity].addingReportingOverflow(value)
    low[entity] = sum
    let worst = max(knowledge[entity].rawValue, known.rawValue)
    knowledge[entity] = overflow ? .unknown : Knowledge(rawValue: worst) ?? .unknown
  }

  /// The same values at a finer scale; one that overflows becomes unknown.
  func rescaled(to wanted: Int) -> ValueColumn {
    guard wanted > scale, let factor = Decimal.powerOfTen(wanted - scale) else { return self }
    var result = ValueColumn(scale: wanted, low: low, knowledge: knowledge)
    for entity in low.indices {
      let (product, overflow) = low[entity].multipliedReportingOverflow(by: factor)
      result.low[entity] = product
      if overflow { result.knowledge[entity] = .unknown }
    }
    return result
  }

  /// Each pair's number times the rate of its name: `items` is the name's code by pair.
  ///
  /// What has no rate, or a rate of zero, comes to zero, also where the number is unknown.
  func times(_ rate: RatePlan, items: [Int32]) -> ValueColumn {
    let finest = rate.entries.map(\.number.scale).max() ?? 0
    var factors: [Int32: Int128] = [:]
    for entry in rate.entries {
      let factor = entry.number.mantissa(atScale: finest) ?? 0
      for code in entry.member.codes { factors[code] = factor }
    }
    var result = ValueColumn.zero(scale: scale + finest, count: low.count)
    for entity in low.indices {
      guard let factor = factors[items[entity]], factor != 0 else { continue }
      let (product, overflow) = low[entity].multipliedReportingOverflow(by: factor)
      result.low[entity] = product
      result.knowledge[entity] = overflow ? .unknown : knowledge[entity]
    }
    return result
  }

  /// Sums over the entities that share an owner: `owner` is the owner of each, 0..<count.
  func summed(by owner: [Int32], count: Int) -> ValueColumn {
    var result = ValueColumn.zero(scale: scale, count: count)
    for entity in low.indices {
      result.add(low[entity], knowledge[entity], to: Int(owner[entity]))
    }
    return result
  }

  /// Sums entity by entity.
  static func + (left: ValueColumn, right: ValueColumn) -> ValueColumn {
    let scale = max(left.scale, right.scale)
    var result = left.rescaled(to: scale)
    let other = right.rescaled(to: scale)
    for entity in other.low.indices {
      result.add(other.low[entity], other.knowledge[entity], to: entity)
    }
    return result
  }
}
