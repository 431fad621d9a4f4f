import Facts
import RuleSemantics

/// Collects what a test looked at for one customer, from the columns that gave the verdict.
struct Explainer {
  /// What the kernel reads, and the columns that it reads it from.
  let reads: KernelReads
  private(set) var assumptions: [Assumption] = []

  var store: ColumnStore { reads.store }

  init(_ reads: KernelReads) { self.reads = reads }

  mutating func observation(_ result: LeafResult, customer: Int) -> Observation {
    noteUnrated(customer)
    return switch reads.kernel {
    case .presence(let presence): .presence(observe(presence, customer))
    case .largest(let largest): .largest(observe(largest, customer))
    case .members(let members): .members(observe(members, result, customer))
    case .sum(let sum): .sum(observe(sum, result, customer))
    }
  }

  mutating func assume(_ assumption: Assumption) {
    if !assumptions.contains(assumption) { assumptions.append(assumption) }
  }

  private func observe(_ presence: PresenceKernel, _ customer: Int) -> PresenceObservation {
    let names = store.facts.names[presence.plan.kind]
    let others = presence.others(of: customer).map { PresenceKernel.spelling($0, names) }
    let found = presence.found(by: customer)
    return PresenceObservation(
      months: presence.months,
      found: presence.labels(found, names: names),
      others: others.sortedByCodePoints(),
      excluded: found.isEmpty && others.isEmpty
        ? excludedRows(of: presence.plan.selection, in: presence.months, customer)
        : ExcludedRows(),
      missing: missingMonths(presence.uncovered, of: presence.plan.selection)
    )
  }

  private func observe(_ largest: LargestKernel, _ customer: Int) -> LargestObservation {
    let selection = store.plan.measures[largest.measure].selection
    let entity = largest.deciding(customer)
    var missing = largest.isCovered ? [] : missingMonths([largest.month], of: selection)
    var decided: Reading?
    if let quantity = reads.current {
      for pair in largest.pairs(of: customer) where largest.values[pair].exact == nil {
        missing += missingFacts(of: quantity, pair)
      }
      decided = entity.map { reading(quantity, quantity.kind, $0) }
    }
    return LargestObservation(
      month: largest.month,
      reading: decided,
      excluded: entity == nil
        ? excludedRows(of: selection, in: largest.month...largest.month, customer)
        : ExcludedRows(),
      missing: missing.unique()
    )
  }

  private mutating func observe(
    _ kernel: MembersKernel,
    _ result: LeafResult,
    _ customer: Int
  ) -> MembersObservation {
    var members: [MemberEvidence] = []
    for entity in kernel.entities(of: customer)
    where reads.canCount(code(of: entity, in: kernel.space)) {
      if let evidence = evidence(kernel, entity) { members.append(evidence) }
    }
    if members.count > 1 { members.sort { $0.isBefore($1) } }
    var missing: [MissingFact] = []
    if result.result.exact == nil {
      missing = missingFacts(kernel.group, kernel.now, in: kernel.month)
      if let month = kernel.baselineMonth, let then = kernel.then {
        missing += missingFacts(kernel.baselineGroup, then, in: month)
      }
      missing += members.filter { $0.now == .unknown || $0.then == .unknown }
        .flatMap { ($0.nowReadings + $0.thenReadings).flatMap(\.missing) }
    }
    return MembersObservation(
      title: kernel.group.title,
      unit: kernel.group.unit,
      month: kernel.month,
      now: result.now.range(scale: 0),
      baselineMonth: kernel.baselineMonth,
      baseline: kernel.then == nil ? nil : result.baseline.range(scale: 0),
      members: members,
      excluded: members.isEmpty ? excludedRows(of: reads.needed, customer) : ExcludedRows(),
      missing: missing.unique()
    )
  }

  /// Why an entity is counted or not; nil for those that nothing tells of.
  private mutating func evidence(_ kernel: MembersKernel, _ entity: Int) -> MemberEvidence? {
    let now = kernel.now[entity]
    let then = kernel.then?[entity] ?? .no
    if now == .no, then == .no {
      let isSeen = reads.now?.hasValue(entity) ?? false || reads.then?.hasValue(entity) ?? false
      guard isSeen else { return nil }
    }
    let subject = subject(of: entity, in: kernel.space)
    return MemberEvidence(
      tenant: subject.tenant,
      item: subject.item,
      now: now,
      then: then,
      nowReadings: readings(reads.now, entity),
      thenReadings: readings(reads.then, entity)
    )
  }

  /// The values that decided a membership in a month.
  mutating func readings(_ condition: ObservedCondition?, _ entity: Int) -> [Reading] {
    guard let condition else { return [] }
    var found: [Reading] = []
    collect(condition, entity, into: &found)
    return found.unique()
  }

  /// The tenant and name that an entity stands for.
  func subject(of entity: Int, in space: Space) -> (tenant: String?, item: String?) {
    let item = code(of: entity, in: space)
    switch space {
    case .members:
      return (tenant(of: entity), nil)
    case .pairs(let kind):
      guard let pairs = store.index.pairs[kind] else { return (nil, nil) }
      return (tenant(of: Int(pairs.member[entity])), name(item, kind))
    case .customerItems(let kind):
      return (nil, name(item, kind))
    }
  }

  /// The code of the name that an entity stands for; nil for a tenant.
  func code(of entity: Int, in space: Space) -> Int32? {
    switch space {
    case .members: nil
    case .pairs(let kind): store.index.pairs[kind]?.item[entity]
    case .customerItems(let kind): store.index.pairs[kind]?.itemOfCustomerItem[entity]
    }
  }

  func tenant(of member: Int) -> String {
    store.facts.tenants[Int(store.index.memberTenant[member])]
  }

  private func name(_ code: Int32?, _ kind: Int) -> String? {
    code.map { PresenceKernel.spelling($0, store.facts.names[kind]) }
  }
}

extension MemberEvidence {
  /// By tenant, then name, in code points.
  fileprivate func isBefore(_ other: MemberEvidence) -> Bool {
    (tenant ?? "", item ?? "") < (other.tenant ?? "", other.item ?? "")
  }
}

extension Array where Element: Hashable {
  /// Each element once, in order of first appearance.
  func unique() -> [Element] {
    if count < 2 { return self }
    // Most lists are short, of many parts: comparing them costs less than hashing.
    if count <= 8 {
      let repeated = indices.filter { self[..<$0].contains(self[$0]) }
      return repeated.isEmpty ? self : indices.filter { !repeated.contains($0) }.map { self[$0] }
    }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
