import Evaluation
import Facts
import RuleSemantics

extension SentenceContext {
  /// `the gate Workloads is not met`, for a node behind gates that are not.
  func writeGates(to text: inout OutputBuffer) {
    let gates = findings.unmetGates(before: index)
    if !gates.isEmpty { findings.writeGateStatuses(gates, to: &text) }
  }

  /// `assumed: no association date of Adviser is known for 1 tenant, taken as older than a year`.
  func writeAssumptions(to text: inout OutputBuffer) {
    if outcome.assumptions.isEmpty { return }
    let unrated = AssumptionText.unrated(outcome.assumptions)
    if let unrated { text.append(unrated) }
    let clauses = AssumptionText.clauses(outcome.assumptions, under: node.under?.id)
    guard !clauses.isEmpty else { return }
    text.append(unrated == nil ? "assumed: " : "; assumed: ")
    text.append(clauses[...], ", and ", last: ", and ") { $0.append($1) }
  }
}

/// What was taken for granted, in short.
enum AssumptionText {
  /// One clause for dates that are not known, and one for each group whose past is not known.
  static func clauses(_ assumptions: [Assumption], under association: String?) -> [String] {
    var undated: Set<String> = []
    var groups: [String] = []
    var tenants: [String: Set<String>] = [:]
    var months: [String: [Month]] = [:]
    for assumption in assumptions {
      switch assumption {
      case .olderAssociation(let tenant, _):
        undated.insert(tenant)
      case .noRate:
        continue
      case .unknownAsNo(let group, let tenant, let month):
        if tenants[group] == nil { groups.append(group) }
        tenants[group, default: []].insert(tenant)
        months[group, default: []].append(month)
      }
    }
    var clauses: [String] = []
    if !undated.isEmpty {
      let name = association.map { " of \($0)" } ?? ""
      clauses.append(
        "no association date\(name) is known for \(count(undated.count)),"
          + " taken as older than a year"
      )
    }
    return clauses
      + groups.map { group in
        let verb = tenants[group]?.count == 1 ? "is" : "are"
        return "\(count(tenants[group]?.count ?? 0)) \(verb) taken as not among \(group)"
          + " in \(ListText.months(months[group] ?? [])), which no rows tell"
      }
  }

  /// `Storage counts nothing, as no rate is in force`; nil where every name has one.
  static func unrated(_ assumptions: [Assumption]) -> String? {
    let names = assumptions.compactMap { assumption -> String? in
      if case .noRate(let item) = assumption { item } else { nil }
    }
    guard !names.isEmpty else { return nil }
    let verb = names.count == 1 ? "counts" : "count"
    return "\(ListText.all(names)) \(verb) nothing, as no rate is in force"
  }

  private static func count(_ tenants: Int) -> String {
    tenants == 1 ? "1 tenant" : "\(NumberText.grouped(Decimal(tenants), places: 0)) tenants"
  }
}
