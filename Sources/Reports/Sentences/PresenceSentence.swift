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
      return "\(node.title): \(seen(observation)) found in \(months); \(wanted) is needed"
    case .unknown:
      return untold(
        observation.missing,
        known: "in the other months of \(months) \(seen(observation)) found; \(wanted) is needed"
      )
    }
  }

  private func seen(_ observation: PresenceObservation) -> String {
    guard !observation.others.isEmpty else { return "nothing was" }
    let verb = observation.others.count == 1 ? "was" : "were"
    return "only \(ListText.all(observation.others)) \(verb)"
  }

  /// The names that would do: `Adviser, Partner or Admin`.
  private var wanted: String {
    guard case .presence(let plan) = node.test else { return "a row" }
    let kinds = findings.catalogue.kinds
    let kind = kinds.indices.contains(plan.kind) ? kinds[plan.kind].id : "name"
    guard let names = plan.names else { return "any \(kind)" }
    let labels = names.set.members.map(\.label)
    return names.isNegated ? "any \(kind) but \(ListText.all(labels))" : ListText.oneOf(labels)
  }
}
