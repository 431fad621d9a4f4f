import Evaluation
import Facts
import RuleSemantics

/// Gates that ask for rows: which names were found, and when none counts, what was seen instead.
///
///     met      Workloads: Mail and Chat are found in 2024-11 to 2025-10.
///     not met  Partner association type: only Reseller was found in 2024-11 to 2025-10; Adviser, Partner or
///              Admin is needed.
///     no data  Workloads cannot be told: seats has no rows for 2024-11 to 2025-03; nothing
///              that counts was found in the other months.
extension SentenceContext {
  func presenceClause(_ observation: PresenceObservation) -> String {
    let months = ListText.run(observation.months)
    switch truth {
    case .yes:
      let verb = observation.found.count <= 1 ? "is" : "are"
      let found = observation.found.isEmpty ? "a row" : ListText.all(observation.found)
      return "\(node.title): \(found) \(verb) found in \(months)"
    case .no:
      return "\(node.title): \(seen(observation, in: months)); \(wanted) is needed"
    case .unknown:
      let isKnown = !observation.isSilent
      let rest = isKnown ? seen(observation, in: "the other months of \(months)") + "; " : ""
      return untold(observation.missing, known: rest + "\(wanted) is needed")
    }
  }

  private func seen(_ observation: PresenceObservation, in months: String) -> String {
    guard !observation.others.isEmpty else {
      return observation.excluded.clause.map { "in \(months) only \($0)" }
        ?? "nothing was found in \(months)"
    }
    let verb = observation.others.count == 1 ? "was" : "were"
    return "only \(ListText.all(observation.others)) \(verb) found in \(months)"
  }

  /// The names that would do: `Adviser, Partner or Admin`; where what counts differs by what rows
  /// are about, `Adviser for Mail or Chat, or Admin for Storage`.
  private var wanted: String {
    guard case .presence(let plan) = node.test else { return "a row" }
    let kinds = findings.catalogue.kinds
    let kind = kinds.indices.contains(plan.kind) ? kinds[plan.kind].id : "name"
    if let names = plan.names { return names.wanted(kind) }
    let selections = findings.plan.selections
    let clauses =
      selections.indices.contains(plan.selection) ? selections[plan.selection].clauses : []
    let options = clauses.map { clause in
      let names = clause.first { $0.set.kind == plan.kind }?.wanted(kind) ?? "any \(kind)"
      guard clauses.count > 1, let others = clause.first(where: { $0.set.kind != plan.kind }) else {
        return names
      }
      let otherKind = kinds.indices.contains(others.set.kind) ? kinds[others.set.kind].id : "name"
      return "\(names) for \(others.wanted(otherKind))"
    }
    return options.isEmpty ? "any \(kind)" : options.joined(separator: ", or ")
  }
}

extension NameFilter {
  /// What passes: `Adviser, Partner or Admin`, `any workload but Wiki`.
  fileprivate func wanted(_ kind: String) -> String {
    let labels = set.members.map(\.label)
    return isNegated ? "any \(kind) but \(ListText.all(labels))" : ListText.oneOf(labels)
  }
}

extension PresenceObservation {
  /// Whether no month at all is covered.
  fileprivate var isSilent: Bool {
    let missing = Set(missing.flatMap(\.months))
    return (months.lowerBound.index...months.upperBound.index).allSatisfy {
      missing.contains(Month(index: $0))
    }
  }
}

extension ExcludedRows {
  /// `rows of Archive and Wiki were found, which do not count`; nil where there is nothing to tell.
  var clause: String? {
    var parts: [String] = []
    if !items.isEmpty { parts.append("rows of \(ListText.all(items))") }
    if !associations.isEmpty { parts.append("rows under \(ListText.all(associations))") }
    if !combinations.isEmpty {
      let texts = combinations.map { "\($0.item) under \($0.association)" }
      parts.append("rows of \(ListText.all(texts))")
    }
    return parts.isEmpty
      ? nil : parts.joined(separator: " and ") + " were found, which do not count"
  }
}
