import Facts
import RuleSemantics

extension Explainer {
  /// Adds the values that decided a condition: of an `any` that holds the first part that does, of
  /// an `all` that fails the first part that does, else of every part.
  mutating func collect(
    _ id: ConditionID,
    _ space: Space,
    _ entity: Int,
    in month: Month,
    into readings: inout [Reading]
  ) {
    let verdict = truth(id, space, entity, in: month)
    switch store.plan[id] {
    case .all(let parts):
      for part in deciding(parts, verdict, by: .no, space, entity, in: month) {
        collect(part, space, entity, in: month, into: &readings)
      }
    case .any(let parts):
      for part in deciding(parts, verdict, by: .yes, space, entity, in: month) {
        collect(part, space, entity, in: month, into: &readings)
      }
    case .not(let part):
      collect(part, space, entity, in: month, into: &readings)
    case .some(let kind, let part):
      collectSome(kind, part, verdict, member: entity, in: month, into: &readings)
    case .nameIn:
      break
    case .associated:
      noteUndatedAssociation(space, entity)
    case .inGroup(let group):
      let plan = store.plan.groups[group]
      let own = Space(plan.entity)
      collect(plan.condition, own, widened(entity, space, to: own), in: month, into: &readings)
    case .comparison(let quantity, let bounds):
      readings.append(
        reading(quantity, space, entity, in: month, bounds: bounds, isWithin: verdict)
      )
    case .average(let quantity, let bounds):
      var sum = reading(
        quantity,
        space,
        entity,
        in: month,
        bounds: bounds.times(quantity.window),
        isWithin: verdict
      )
      sum.average = bounds
      readings.append(sum)
    case .share(let part, let whole, let bounds):
      readings.append(
        reading(part, of: whole, space, entity, in: month, bounds: bounds, isWithin: verdict)
      )
    case .atAssociation, .shifted, .anyOfLast:
      collectInOtherMonths(id, space, entity, in: month, into: &readings)
    case .assumedNo(let part):
      collectAssumed(part, space, entity, in: month, into: &readings)
    }
  }

  /// Of conditions on other months than the one that is looked at.
  private mutating func collectInOtherMonths(
    _ id: ConditionID,
    _ space: Space,
    _ entity: Int,
    in month: Month,
    into readings: inout [Reading]
  ) {
    switch store.plan[id] {
    case .atAssociation(let part):
      noteUndatedAssociation(space, entity)
      guard let began = associationMonth(space, entity) else { return }
      var own: [Reading] = []
      collect(part, space, entity, in: began, into: &own)
      readings += own.map { $0.atAssociation() }
    case .shifted(let months, let part):
      collect(part, space, entity, in: month + months, into: &readings)
    case .anyOfLast(let months, let part):
      let all = (0..<months).map { month - $0 }
      let holding = all.first { truth(part, space, entity, in: $0) == .yes }
      for month in holding.map({ [$0] }) ?? all {
        collect(part, space, entity, in: month, into: &readings)
      }
    default:
      break
    }
  }

  func truth(_ id: ConditionID, _ space: Space, _ entity: Int, in month: Month) -> Truth {
    columns.truth(id, space, entity, in: month)
  }

  private func deciding(
    _ parts: [ConditionID],
    _ verdict: Truth,
    by decisive: Truth,
    _ space: Space,
    _ entity: Int,
    in month: Month
  ) -> [ConditionID] {
    if verdict == decisive {
      return parts.first { truth($0, space, entity, in: month) == decisive }.map { [$0] } ?? []
    }
    if verdict == .unknown {
      return parts.filter { truth($0, space, entity, in: month) == .unknown }
    }
    return parts
  }

  /// Of `some name has …`: the first name that holds, else those that are unknown, else all.
  private mutating func collectSome(
    _ kind: Int,
    _ part: ConditionID,
    _ verdict: Truth,
    member: Int,
    in month: Month,
    into readings: inout [Reading]
  ) {
    let space = Space.pairs(kind: kind)
    guard let pairs = store.index.pairs[kind]?.pairs(of: member) else { return }
    let holding = pairs.filter { truth(part, space, $0, in: month) == verdict }
    for pair in verdict == .yes ? Array(holding.prefix(1)) : holding {
      var own: [Reading] = []
      collect(part, space, pair, in: month, into: &own)
      // Names that the tenant does not use tell nothing.
      if own.contains(where: \.isTelling) { readings += own }
    }
  }

  private mutating func collectAssumed(
    _ part: ConditionID,
    _ space: Space,
    _ entity: Int,
    in month: Month,
    into readings: inout [Reading]
  ) {
    guard truth(part, space, entity, in: month) == .unknown else {
      collect(part, space, entity, in: month, into: &readings)
      return
    }
    var distance = 0
    if case .shifted(let months, _) = store.plan[part] { distance = months }
    assume(
      .unknownAsNo(
        group: title(of: part),
        tenant: subject(of: entity, in: space).tenant ?? "",
        month: month + distance
      )
    )
  }

  /// The title of the group that a condition asks for, else nothing.
  private func title(of id: ConditionID) -> String {
    switch store.plan[id] {
    case .inGroup(let group): store.plan.groups[group].title
    case .shifted(_, let part), .not(let part): title(of: part)
    default: ""
    }
  }

  /// The entity of a wider space that holds the entity: the tenant of a tenant's name.
  func widened(_ entity: Int, _ space: Space, to wider: Space) -> Int {
    guard case .pairs(let kind) = space, wider == .members else { return entity }
    return Int(store.index.pairs[kind]?.member[entity] ?? 0)
  }

  private func associationMonth(_ space: Space, _ entity: Int) -> Month? {
    guard case .pairs(let kind) = space, let under,
      let month = store.dates[.under(under, kind: kind)]?.month[entity],
      month != AssociationDates.none
    else { return nil }
    return Month(index: month)
  }

  private mutating func noteUndatedAssociation(_ space: Space, _ entity: Int) {
    guard under != nil, associationMonth(space, entity) == nil else { return }
    let subject = subject(of: entity, in: space)
    guard let tenant = subject.tenant, let item = subject.item else { return }
    assume(.olderAssociation(tenant: tenant, item: item))
  }
}

extension Reading {
  /// Whether it is of something that has a value.
  var isTelling: Bool {
    value.exact != .zero || whole.map { $0.value.exact != .zero } ?? false
  }

  /// Whether some part of it is not exactly known.
  var isOpen: Bool {
    value.exact == nil || whole.map { $0.value.exact == nil } ?? false
  }

  /// The same in the month in which the association began.
  fileprivate func atAssociation() -> Reading {
    var result = self
    result.isAtAssociation = true
    return result
  }
}
