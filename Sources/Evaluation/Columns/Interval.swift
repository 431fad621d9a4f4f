import Facts
import RuleSemantics

/// A number at some scale that is only known to lie between two ends; nil is unbounded.
///
/// Missing facts make intervals, never zeros. Arithmetic that overflows makes an end unbounded.
struct Interval: Hashable {
  var low: Int128?
  var high: Int128?

  static let unknown = Interval(low: nil, high: nil)
  static let zero = Interval(exactly: 0)

  init(low: Int128?, high: Int128?) {
    self.low = low
    self.high = high
  }

  init(exactly value: Int128) {
    low = value
    high = value
  }

  /// The number, when it is known.
  var exact: Int128? { low == high ? low : nil }

  static func + (left: Interval, right: Interval) -> Interval {
    Interval(
      low: sum(left.low, right.low),
      high: sum(left.high, right.high)
    )
  }

  static func - (left: Interval, right: Interval) -> Interval {
    left + Interval(low: product(right.high, -1), high: product(right.low, -1))
  }

  static func += (left: inout Interval, right: Interval) {
    left = left + right
  }

  /// The smallest interval that holds both.
  func union(_ other: Interval) -> Interval {
    var result = Interval.unknown
    if let low, let otherLow = other.low { result.low = min(low, otherLow) }
    if let high, let otherHigh = other.high { result.high = max(high, otherHigh) }
    return result
  }

  private static func sum(_ left: Int128?, _ right: Int128?) -> Int128? {
    guard let left, let right else { return nil }
    let (result, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : result
  }

  func scaled(by factor: Int128) -> Interval {
    guard factor != 1 else { return self }
    return Interval(low: Interval.product(low, factor), high: Interval.product(high, factor))
  }

  private static func product(_ value: Int128?, _ factor: Int128) -> Int128? {
    guard let value else { return nil }
    let (result, overflow) = value.multipliedReportingOverflow(by: factor)
    return overflow ? nil : result
  }

  /// The range at `scale` fraction digits.
  func range(scale: Int) -> ValueRange {
    ValueRange(
      low: low.map { Decimal(mantissa: $0, scale: scale) },
      high: high.map { Decimal(mantissa: $0, scale: scale) }
    )
  }
}

/// Bounds brought to the scale of the values that are compared with them.
struct ScaledBounds {
  let lower: Int128?
  let lowerIsIncluded: Bool
  let upper: Int128?
  let upperIsIncluded: Bool

  /// What values are multiplied with before they are compared.
  let factor: Int128

  /// Bounds for values with `scale` fraction digits.
  init(_ bounds: Bounds, scale: Int) {
    let finest = max(scale, bounds.lower?.number.scale ?? 0, bounds.upper?.number.scale ?? 0)
    lower = bounds.lower?.number.mantissa(atScale: finest)
    upper = bounds.upper?.number.mantissa(atScale: finest)
    lowerIsIncluded = bounds.lower?.isIncluded ?? true
    upperIsIncluded = bounds.upper?.isIncluded ?? true
    factor = Decimal.powerOfTen(finest - scale) ?? 1
  }

  /// Yes when every value of the interval is within, no when none is.
  func truth(of interval: Interval) -> Truth {
    let value = interval.scaled(by: factor)
    if let lower {
      if let high = value.high, lowerIsIncluded ? high < lower : high <= lower { return .no }
    }
    if let upper {
      if let low = value.low, upperIsIncluded ? low > upper : low >= upper { return .no }
    }
    if let lower {
      guard let low = value.low, lowerIsIncluded ? low >= lower : low > lower else {
        return .unknown
      }
    }
    if let upper {
      guard let high = value.high, upperIsIncluded ? high <= upper : high < upper else {
        return .unknown
      }
    }
    return .yes
  }
}
