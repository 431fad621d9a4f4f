import Facts
import RuleSemantics

extension Explainer {
  /// Adds the values that decided a condition: of an `any` that holds the first part that does, of
  /// an `all` that fails the first part that does, else of every part.
  mutating func collect(
    _ condition: ObservedCondition,
    _ entity: Int,
    isAtAssociation: Bool = false,
    into readings: inout [Reading]
  ) {
    switch condition.content {
    case .all(let parts):
      collect(parts, condition.truth(of: entity), by: .no, entity, isAtAssociation, into: &readings)
    case .any(let parts):
      collect(
        parts,
        condition.truth(of: entity),
        by: .yes,
        entity,
        isAtAssociation,
        into: &readings
      )
    case .not(let part), .shifted(let part):
      collect(part, entity, isAtAssociation: isAtAssociation, into: &readings)
    case .some(let starts, let part):
      let pairs = starts[entity]..<starts[entity + 1]
      collect(part, pairs, condition.truth(of: entity), isAtAssociation, into: &readings)
    case .group(let own, let owners):
      let owner = owners.map { Int($0[entity]) } ?? entity
      collect(own, owner, isAtAssociation: isAtAssociation, into: &readings)
    case .value(let quantity, let kind):
      let verdict = condition.truth(of: entity)
      readings.append(reading(quantity, kind, entity, verdict, isAtAssociation))
    case .share(let part, let whole, let kind):
      let verdict = condition.truth(of: entity)
      readings.append(reading(part, of: whole, kind, entity, verdict, isAtAssociation))
    case .associated(let dates):
      noteUndatedAssociation(dates, condition.space, entity)
    case .atAssociation(let dates, let parts):
      noteUndatedAssociation(dates, condition.space, entity)
      guard let began = dates?.month[entity], let part = parts[began] else { return }
      collect(part, entity, isAtAssociation: true, into: &readings)
    case .anyOfLast(let months):
      collect(anyOf: months, entity, isAtAssociation, into: &readings)
    case .assumedNo(let part, let group, let month):
      if part.truth(of: entity) == .unknown {
        let tenant = subject(of: entity, in: condition.space).tenant ?? ""
        assume(.unknownAsNo(group: group, tenant: tenant, month: month))
      } else {
        collect(part, entity, isAtAssociation: isAtAssociation, into: &readings)
      }
    case .nothing:
      break
    }
  }

  /// Of several parts those that decide.
  private mutating func collect(
    _ parts: [ObservedCondition],
    _ verdict: Truth,
    by decisive: Truth,
    _ entity: Int,
    _ isAtAssociation: Bool,
    into readings: inout [Reading]
  ) {
    for part in parts {
      if verdict == decisive || verdict == .unknown {
        guard part.truth(of: entity) == verdict else { continue }
      }
      collect(part, entity, isAtAssociation: isAtAssociation, into: &readings)
      if verdict == decisive { return }
    }
  }

  /// Of `some name has …`: the first name that holds, else those that are unknown, else all.
  private mutating func collect(
    _ part: ObservedCondition,
    _ pairs: Range<Int>,
    _ verdict: Truth,
    _ isAtAssociation: Bool,
    into readings: inout [Reading]
  ) {
    for pair in pairs where part.truth(of: pair) == verdict {
      let start = readings.count
      collect(part, pair, isAtAssociation: isAtAssociation, into: &readings)
      // Names that the tenant does not use tell nothing.
      if !readings[start...].contains(where: \.isTelling) { readings.removeSubrange(start...) }
      if verdict == .yes { return }
    }
  }

  /// Of several months the first in which the condition holds, else all.
  private mutating func collect(
    anyOf months: [ObservedCondition],
    _ entity: Int,
    _ isAtAssociation: Bool,
    into readings: inout [Reading]
  ) {
    let holding = months.first { $0.truth(of: entity) == .yes }
    for month in holding.map({ [$0] }) ?? months {
      collect(month, entity, isAtAssociation: isAtAssociation, into: &readings)
    }
  }

  private mutating func noteUndatedAssociation(
    _ dates: AssociationDates?,
    _ space: Space,
    _ entity: Int
  ) {
    let began = dates?.month[entity] ?? AssociationDates.none
    guard reads.under != nil, began == AssociationDates.none else { return }
    let subject = subject(of: entity, in: space)
    guard let tenant = subject.tenant, let item = subject.item else { return }
    assume(.olderAssociation(tenant: tenant, item: item))
  }

  /// One value of an entity, or a share of one in another.
  func reading(
    _ quantity: ObservedQuantity,
    of whole: ObservedQuantity? = nil,
    _ kind: ReadingKind,
    _ entity: Int,
    _ isWithin: Truth = .yes,
    _ isAtAssociation: Bool = false
  ) -> Reading {
    let subject = subject(of: entity, in: quantity.space)
    let value = quantity.value(of: entity)
    let base = whole?.value(of: entity)
    var missing: [MissingFact] = []
    if value.exact == nil || base.map({ $0.exact == nil }) ?? false {
      missing = [quantity, whole].compactMap(\.self).flatMap { missingFacts(of: $0, entity) }
        .unique()
    }
    return Reading(
      kind,
      tenant: subject.tenant,
      item: subject.item,
      month: quantity.month,
      value: value,
      whole: base,
      isWithin: isWithin,
      isAtAssociation: isAtAssociation,
      missing: missing,
      parts: quantity.parts(of: entity, item: code(of: entity, in: quantity.space))
    )
  }
}
