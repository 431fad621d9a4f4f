import Facts
import RuleSemantics

/// Collects what a test looked at for one customer, from the columns that gave the verdict.
struct Explainer {
  /// What the kernel reads, and the columns that it reads it from.
  let reads: KernelReads
  private(set) var assumptions: [Assumption] = []

  var store: ColumnStore { reads.store }
  var under: NameSet? { reads.under }
  var columns: ObservedColumns { reads.columns }

  init(_ reads: KernelReads) { self.reads = reads }

  mutating func observation(
    _ kernel: LeafKernel,
    _ result: LeafResult,
    customer: Int
  ) -> Observation {
    noteUnrated(customer)
    return switch kernel {
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
    return PresenceObservation(
      months: presence.months,
      found: presence.labels(presence.found(by: customer), names: names),
      others: others.sortedByCodePoints(),
      excluded: presence.found(by: customer).isEmpty && others.isEmpty
        ? excludedRows(of: presence.plan.selection, in: presence.months, customer)
        : ExcludedRows(),
      missing: missingMonths(presence.uncovered, of: presence.plan.selection)
    )
  }

  private func observe(_ largest: LargestKernel, _ customer: Int) -> LargestObservation {
    let selection = store.plan.measures[largest.measure].selection
    let quantity = Quantity(measure: largest.measure, window: 1)
    let entity = largest.deciding(customer)
    var missing = largest.isCovered ? [] : missingMonths([largest.month], of: selection)
    for pair in largest.pairs(of: customer) where largest.values[pair].exact == nil {
      missing += missingFacts(of: quantity, .pairs(kind: largest.kind), pair, in: largest.month)
    }
    return LargestObservation(
      month: largest.month,
      reading: entity.map {
        reading(quantity, .pairs(kind: largest.kind), $0, in: largest.month)
      },
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
    let selections = reads.selections
    let members = kernel.entities(of: customer)
      .filter { canCount($0, in: kernel.space, of: selections) }
      .compactMap { evidence(kernel, $0) }
    var missing: [MissingFact] = []
    var excluded = ExcludedRows()
    if members.isEmpty {
      excluded = excludedRows(of: reads.needed, customer)
    }
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
      members: members.sorted {
        ($0.tenant ?? "", $0.item ?? "") < ($1.tenant ?? "", $1.item ?? "")
      },
      excluded: excluded,
      missing: missing.unique()
    )
  }

  /// Why an entity is counted or not; nil for those that nothing tells of.
  private mutating func evidence(_ kernel: MembersKernel, _ entity: Int) -> MemberEvidence? {
    let now = kernel.now[entity]
    let then = kernel.then?[entity] ?? .no
    if now == .no, then == .no {
      let isSeen =
        hasValue(kernel.group.condition, kernel.space, entity, in: kernel.month)
        || kernel.baselineMonth.map {
          hasValue(kernel.baselineGroup.condition, kernel.space, entity, in: $0)
        } ?? false
      guard isSeen else { return nil }
    }
    let subject = subject(of: entity, in: kernel.space)
    return MemberEvidence(
      tenant: subject.tenant,
      item: subject.item,
      now: now,
      then: then,
      nowReadings: readings(kernel.group, kernel.space, entity, in: kernel.month),
      thenReadings: kernel.baselineMonth.map {
        readings(kernel.baselineGroup, kernel.space, entity, in: $0)
      } ?? []
    )
  }

  /// The values that decided a membership in a month.
  mutating func readings(
    _ group: GroupPlan,
    _ space: Space,
    _ entity: Int,
    in month: Month
  ) -> [Reading] {
    var found: [Reading] = []
    collect(group.condition, space, entity, in: month, into: &found)
    return found.unique()
  }

  /// The tenant and name that an entity stands for.
  func subject(of entity: Int, in space: Space) -> (tenant: String?, item: String?) {
    switch space {
    case .members:
      return (tenant(of: entity), nil)
    case .pairs(let kind):
      guard let pairs = store.index.pairs[kind] else { return (nil, nil) }
      return (tenant(of: Int(pairs.member[entity])), name(pairs.item[entity], kind))
    case .customerItems(let kind):
      guard let pairs = store.index.pairs[kind] else { return (nil, nil) }
      return (nil, name(pairs.itemOfCustomerItem[entity], kind))
    }
  }

  func tenant(of member: Int) -> String {
    store.facts.tenants[Int(store.index.memberTenant[member])]
  }

  private func name(_ code: Int32, _ kind: Int) -> String {
    PresenceKernel.spelling(code, store.facts.names[kind])
  }

  /// One value of an entity.
  func reading(
    _ quantity: Quantity,
    of whole: Quantity? = nil,
    _ space: Space,
    _ entity: Int,
    in month: Month,
    bounds: Bounds? = nil,
    isWithin: Truth = .yes,
    isAtAssociation: Bool = false
  ) -> Reading {
    let subject = subject(of: entity, in: space)
    var result = Reading(
      title: store.plan.measures[quantity.measure].title,
      tenant: subject.tenant,
      item: subject.item,
      month: month,
      window: quantity.window,
      value: value(quantity, space, entity, in: month),
      unit: store.plan.measures[quantity.measure].unit,
      whole: whole.map { whole in
        Reading.Whole(
          title: store.plan.measures[whole.measure].title,
          value: value(whole, space, entity, in: month),
          unit: store.plan.measures[whole.measure].unit
        )
      },
      bounds: bounds,
      isWithin: isWithin,
      isAtAssociation: isAtAssociation
    )
    if result.isOpen {
      result.missing = [quantity, whole].compactMap(\.self)
        .flatMap { missingFacts(of: $0, space, entity, in: month) }.unique()
    }
    if case .pairs(let kind) = space, quantity.window == 1 {
      result.parts = ratedParts(quantity.measure, kind, entity, in: month)
    }
    return result
  }

  /// The numbers that rates turned into the value of a name, zeros left out.
  private func ratedParts(
    _ measureIndex: Int,
    _ kind: Int,
    _ pair: Int,
    in month: Month
  ) -> [Reading.RatedPart] {
    let parts = store.plan.measures[measureIndex].parts
    guard parts.contains(where: { $0.rate != nil }), let item = store.index.pairs[kind]?.item[pair]
    else { return [] }
    return parts.indices.compactMap { place in
      let key = ColumnStore.PartKey(measure: measureIndex, part: place, month: month, under: under)
      guard let rate = parts[place].rate?.number(of: item), let column = store.parts[key],
        column[pair].exact != 0
      else { return nil }
      let value = column[pair].range(scale: column.scale)
      return Reading.RatedPart(value: value, unit: parts[place].unit, rate: rate)
    }
  }

  func value(_ quantity: Quantity, _ space: Space, _ entity: Int, in month: Month) -> ValueRange {
    guard let found = columns.value(quantity, space, entity, in: month) else {
      return ValueRange(low: nil, high: nil)
    }
    return found.value.range(scale: found.scale)
  }
}

extension Array where Element: Hashable {
  /// Each element once, in order of first appearance.
  func unique() -> [Element] {
    // Most lists have one element or two, of many parts: comparing them costs less than hashing.
    if count < 2 { return self }
    if count == 2 { return self[0] == self[1] ? [self[0]] : self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
