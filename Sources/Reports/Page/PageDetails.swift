import Evaluation
import Facts
import RuleSemantics

/// What the page tells of one node of one customer; texts are places in a ``TextPool``.
struct NodeDetails: Sendable {
  /// A row of ``PageRow``, with the tenant as a place among the customer's.
  struct Row: Sendable {
    let tenant: Int?
    let item: Int?
    let state: Int?
    let now: Int?
    let then: Int?
  }

  /// The value that decided; nil where there is none.
  let current: Int?
  let reason: Int
  let ways: [Int]
  let rows: [Row]
  let assumptions: [Int]
}

/// Texts, each once, in order of first use.
struct TextPool: Sendable {
  private(set) var texts: [String] = []
  private var places: [String: Int] = [:]

  /// The place of a text, which is added where it is new.
  mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    places[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The place of a text that may be absent.
  mutating func place(of text: String?) -> Int? { text.map { place(of: $0) } }
}

/// Collects the details of all nodes of one customer.
struct DetailsMaker {
  let facts: EvaluatedFacts

  /// An index in ``ReportedFacts/customers``.
  let customer: Int

  /// Ids of the customer's tenants, in the order of the page.
  let tenants: [String]

  /// By node; `area` is an index in ``EvaluationPlan/areas``.
  func details(
    of findings: AreaFindings,
    area: Int,
    _ pool: inout TextPool
  ) -> [NodeDetails] {
    findings.outcomes.indices.map { details(of: $0, area: area, findings, &pool) }
  }

  private func details(
    of node: Int,
    area: Int,
    _ findings: AreaFindings,
    _ pool: inout TextPool
  ) -> NodeDetails {
    let outcome = findings.outcomes[node]
    let ends = findings.ends(of: node)
    return NodeDetails(
      current: pool.place(of: current(node, findings)),
      reason: pool.place(of: Reports.reason(of: node, in: findings)),
      ways: asksForWays(node, findings)
        ? facts.waysText(area: area, node: node, customer: customer)
          .map { pool.place(of: $0) } : [],
      rows: PageRows(ends: ends).rows(of: outcome.observation).map { row($0, &pool) },
      assumptions: assumptions(node, findings).map { pool.place(of: $0) }
    )
  }

  /// Whether a node blocks by itself: it fails, and no gate before it does.
  ///
  /// Behind a gate a change of the node alone makes nothing better, and areas and metrics are met by
  /// what is below them.
  private func asksForWays(_ node: Int, _ findings: AreaFindings) -> Bool {
    findings.area.nodes[node].test != nil && findings.outcomes[node].cause == .fails
  }

  /// The deciding value for people, of a growth with what it compares; `unknown` where facts are
  /// missing that would tell it.
  private func current(_ node: Int, _ findings: AreaFindings) -> String? {
    let outcome = findings.outcomes[node]
    let test = findings.area.nodes[node].test
    let text = ValueText.shown(outcome.current, near: findings.ends(of: node))
    let sides = test?.isGrowth ?? false ? sides(of: outcome, near: findings.ends(of: node)) : nil
    if !text.isEmpty { return sides.map { "\(text) (\($0))" } ?? text }
    return sides ?? (test != nil && findings.truths[node] == .unknown ? "unknown" : nil)
  }

  /// `110.00/100.00 USD`: what a growth compares, where both are known.
  private func sides(of outcome: NodeOutcome, near ends: [Decimal]) -> String? {
    guard case .sum(let sum) = outcome.observation, let now = sum.now.exact,
      let baseline = sum.baseline?.exact, now != .zero || baseline != .zero
    else { return nil }
    return NumberText.number(now, sum.unit, near: ends) + "/"
      + NumberText.quantity(baseline, sum.unit, near: ends)
  }

  private func assumptions(_ node: Int, _ findings: AreaFindings) -> [String] {
    let outcome = findings.outcomes[node]
    guard !outcome.assumptions.isEmpty else { return [] }
    let association = findings.area.nodes[node].under?.id
    let unrated = AssumptionText.unrated(outcome.assumptions)
    return (unrated.map { [$0] } ?? [])
      + AssumptionText.clauses(outcome.assumptions, under: association)
  }

  private func row(_ row: PageRow, _ pool: inout TextPool) -> NodeDetails.Row {
    NodeDetails.Row(
      tenant: row.tenant.flatMap { tenants.firstIndex(of: $0) },
      item: pool.place(of: row.item),
      state: pool.place(of: row.state),
      now: pool.place(of: row.now),
      then: pool.place(of: row.then)
    )
  }
}

extension TestPlan {
  /// Whether the value is a change in percent.
  fileprivate var isGrowth: Bool {
    switch self {
    case .growth, .anyGrowth: true
    case .presence, .largest, .net, .count, .total, .change: false
    }
  }
}
