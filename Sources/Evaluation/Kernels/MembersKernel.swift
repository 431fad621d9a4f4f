import Facts
import RuleSemantics

/// Counts the members of a group now and, for a net count, then.
final class MembersKernel: Sendable {
  let group: GroupPlan
  let baselineGroup: GroupPlan
  let space: Space
  let month: Month

  /// The month in which the baseline group is looked at; nil for a plain count.
  let baselineMonth: Month?
  let now: TruthColumn
  let then: TruthColumn?
  private let bounds: ScaledBounds
  private let starts: [Int]

  init(
    _ groupIndex: Int,
    less: Int?,
    isNet: Bool,
    _ bounds: Bounds,
    _ under: NameSet?,
    _ store: inout ColumnStore
  ) {
    group = store.plan.groups[groupIndex]
    baselineGroup = store.plan.groups[less ?? groupIndex]
    space = Space(group.entity)
    month = store.plan.asOf
    baselineMonth = isNet ? (less == nil ? month - 12 : month) : nil
    self.bounds = ScaledBounds(bounds, scale: 0)
    now = store.truthColumn(
      .init(condition: group.condition, space: space, month: month, under: under)
    )
    then = baselineMonth.map { [baselineGroup, space] in
      store.truthColumn(
        .init(condition: baselineGroup.condition, space: space, month: $0, under: under)
      )
    }
    starts = store.index.starts(of: space)
  }

  /// The customer's share of the space.
  func entities(of customer: Int) -> Range<Int> { starts[customer]..<starts[customer + 1] }

  func result(of customer: Int) -> LeafResult { result(over: entities(of: customer)) }

  /// Of all customers together.
  var partnerResult: LeafResult { result(over: 0..<(starts.last ?? 0)) }

  private func result(over entities: Range<Int>) -> LeafResult {
    let current = now.count(in: entities)
    let baseline = then?.count(in: entities) ?? .zero
    let net = current - baseline
    var result = LeafResult(
      truth: bounds.truth(of: net),
      change: then == nil ? nil : Change(sign: net)
    )
    result.now = current
    result.baseline = baseline
    result.result = net
    result.contribution = net
    return result
  }
}

extension TruthColumn {
  /// From the certain members to the possible ones; without upper end when there may be members
  /// that no row tells of.
  func count(in entities: Range<Int>) -> Interval {
    var certain: Int128 = 0
    var possible: Int128 = 0
    for entity in entities {
      switch self[entity] {
      case .yes:
        certain += 1
        possible += 1
      case .unknown:
        possible += 1
      case .no:
        break
      }
    }
    return Interval(low: certain, high: ghost == .no ? possible : nil)
  }
}

extension FactIndex {
  /// The entity of a space that each pair of a kind belongs to.
  func owners(ofPairs kind: Int, in space: Space) -> [Int32] {
    (pairs[kind]?.member.indices ?? 0..<0).map { Int32(owner(ofPair: $0, kind: kind, in: space)) }
  }

  /// Where each customer's entities begin in a space.
  func starts(of space: Space) -> [Int] {
    switch space {
    case .members:
      return customerMembers
    case .pairs(let kind):
      guard let pairs = pairs[kind] else { return Array(repeating: 0, count: customerCount + 1) }
      return customerMembers.map { pairs.memberPairs[$0] }
    case .customerItems(let kind):
      return pairs[kind]?.customerItems ?? Array(repeating: 0, count: customerCount + 1)
    }
  }
}
