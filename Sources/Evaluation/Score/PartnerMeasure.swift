import Facts
import RuleSemantics

/// What a leaf measures over all customers: what they contribute, added up.
struct PartnerMeasure: Sendable {
  /// At `scale` fraction digits.
  let value: Interval

  /// What the value is the difference to; zero where there is no baseline.
  let baseline: Interval
  let scale: Int

  /// Of the value and the baseline.
  let unit: Unit
}

extension EvaluatedFacts {
  /// What a customer gives to the partner's measure of a leaf: the net or size of a group, a sum,
  /// or the change of a sum where it is taken beside that of last year; nil for nodes without.
  ///
  /// The contributions of all customers add up to ``OptionScore/measure``, except for the size of
  /// a group of names over all tenants: the partner counts a name once, however many customers
  /// have it.
  package func contribution(area: Int, node: Int, customer: Int) -> ValueRange? {
    switch kernels[area][node] {
    case .members, .sum:
      let result = kernels[area][node]?.result(of: customer)
      return result.map { $0.contribution.range(scale: $0.scale) }
    case .presence, .largest, nil:
      return nil
    }
  }

  /// What a node measures over all customers; nil for nodes that measure nothing that adds up.
  func partnerMeasure(area: Int, node: Int) -> PartnerMeasure? {
    switch kernels[area][node] {
    case .members(let kernel):
      let result = kernel.partnerResult
      let isCount = kernel.baselineMonth == nil
      return PartnerMeasure(
        value: isCount ? store.size(kernel.now, of: kernel.space) : result.contribution,
        baseline: result.baseline,
        scale: result.scale,
        unit: kernel.group.unit
      )
    case .sum(let kernel):
      let result = kernel.partnerResult
      return PartnerMeasure(
        value: result.contribution,
        baseline: result.baseline,
        scale: result.scale,
        unit: plan.measures[kernel.quantity.measure].unit
      )
    case .presence, .largest, nil:
      return nil
    }
  }
}

extension ColumnStore {
  /// How many members a group has over all customers, from the certain to the possible ones.
  ///
  /// A name over all tenants counts once, however many customers have it.
  func size(_ members: TruthColumn, of space: Space) -> Interval {
    guard case .customerItems(let kind) = space else {
      return members.count(in: members.values.indices)
    }
    var certain: Set<Int32> = []
    var possible: Set<Int32> = []
    for (entity, name) in (index.pairs[kind]?.itemOfCustomerItem ?? []).enumerated() {
      let truth = members[entity]
      if truth == .yes { certain.insert(name) }
      if truth != .no { possible.insert(name) }
    }
    return Interval(
      low: Int128(certain.count),
      high: members.ghost == .no ? Int128(possible.count) : nil
    )
  }
}
