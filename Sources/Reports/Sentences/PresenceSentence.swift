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
  func writePresence(_ observation: PresenceObservation, to text: inout OutputBuffer) {
    switch truth {
    case .yes:
      text.append(node.title)
      text.append(": ")
      if observation.found.isEmpty { text.append("a row") }
      text.append(list: observation.found)
      text.append(observation.found.count <= 1 ? " is found in " : " are found in ")
      text.append(observation.months)
    case .no:
      text.append(node.title)
      text.append(": ")
      writeSeen(observation, to: &text)
      text.append("; ")
      text.append(wanted)
      text.append(" is needed")
    case .unknown:
      writeUntold(observation.missing, to: &text) { text in
        if !observation.isSilent {
          writeSeen(observation, inOther: "the other months of ", to: &text)
          text.append("; ")
        }
        text.append(wanted)
        text.append(" is needed")
      }
    }
  }

  /// Writes `only Reseller was found in 2024-11 to 2025-10`.
  private func writeSeen(
    _ observation: PresenceObservation,
    inOther lead: String = "",
    to text: inout OutputBuffer
  ) {
    if !observation.others.isEmpty {
      text.append("only ")
      text.append(list: observation.others)
      text.append(observation.others.count == 1 ? " was found in " : " were found in ")
      text.append(lead)
      text.append(observation.months)
      return
    }
    let isExcluded = !observation.excluded.isEmpty
    text.append(isExcluded ? "in " : "nothing was found in ")
    text.append(lead)
    text.append(observation.months)
    guard isExcluded else { return }
    text.append(" only ")
    observation.excluded.write(to: &text)
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
  /// Writes `rows of Archive and Wiki were found, which do not count`; nothing where there is
  /// nothing to tell.
  func write(to text: inout OutputBuffer) {
    if isEmpty { return }
    var isFirst = true
    func begin(_ lead: String, _ text: inout OutputBuffer) {
      if !isFirst { text.append(" and ") }
      isFirst = false
      text.append(lead)
    }
    if !items.isEmpty {
      begin("rows of ", &text)
      text.append(list: items)
    }
    if !associations.isEmpty {
      begin("rows under ", &text)
      text.append(list: associations)
    }
    if !combinations.isEmpty {
      begin("rows of ", &text)
      text.append(list: combinations) { text, combination in
        text.append(combination.item)
        text.append(" under ")
        text.append(combination.association)
      }
    }
    text.append(" were found, which do not count")
  }
}
