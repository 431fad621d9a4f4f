import Evaluation
import Facts
import RuleSemantics

/// The sentence that answers a node for one customer.
///
/// Every sentence has the same parts, in this order, and ends with a period:
///
///     SUBJECT is VALUE: EVIDENCE; DISTANCE; SHORTFALL; assumed: ASSUMPTIONS; GATES.
///
/// Where facts that would decide are missing, `SUBJECT cannot be told: WHAT IS MISSING` comes first
/// and what is known follows. The templates by kind of test are in `Grammar.md`, part 2.
///
/// - Parameters:
///   - node: an index in ``AreaPlan/nodes``.
///   - findings: what the tree says of the customer.
/// - Returns: one sentence that is complete without the columns beside it.
package func reason(of node: Int, in findings: AreaFindings) -> String {
  reason(of: node, in: findings, withGates: true)
}

/// As ``reason(of:in:)``; without the gates where they are told elsewhere.
func reason(of node: Int, in findings: AreaFindings, withGates: Bool) -> String {
  if let leaf = findings.area.onlyLeaf(of: node) {
    return reason(of: leaf, in: findings, withGates: withGates)
  }
  let context = SentenceContext(findings: findings, index: node)
  let clauses = [
    context.observationClause, context.shortfallClause, context.assumptionClause,
    withGates ? context.gateClause : nil,
  ]
  let sentence = clauses.compactMap(\.self).joined(separator: "; ") + "."
  return TenantNames.shortened(sentence, context.outcome.observation.tenants)
}

extension AreaPlan {
  /// The leaf of a metric that has no other: both say the same.
  func onlyLeaf(of node: Int) -> Int? {
    nodes[node].kind == .metric && nodes[node].children.count == 1 ? nodes[node].children[0] : nil
  }
}

/// One node with everything that its sentence may speak of.
struct SentenceContext {
  let findings: AreaFindings
  let index: Int
  let node: NodePlan
  let outcome: NodeOutcome

  init(findings: AreaFindings, index: Int) {
    self.findings = findings
    self.index = index
    node = findings.area.nodes[index]
    outcome = findings.outcomes[index]
  }

  /// The node's own verdict, whether behind a gate or not.
  var truth: Truth { findings.truth(of: index) }

  /// What the value is compared with.
  var bounds: Bounds? { node.test?.bounds }

  /// Numbers that a rounded value must not seem to be.
  var ends: [Decimal] { (bounds?.ends ?? []) + findings.thresholds }

  /// `Net qualified tenants cannot be told: …`.
  func untold(_ missing: [MissingFact], known: String?) -> String {
    let cause = MissingText.clause(missing, findings.catalogue) ?? "the facts leave it open"
    let start = "\(node.title) \(cannotBeTold): \(cause)"
    return start + (known.map { "; \($0)" } ?? "")
  }

  /// `cannot be told`, or `cannot be told either` where a gate decides anyway.
  var cannotBeTold: String {
    outcome.cause == .gate ? "cannot be told either" : "cannot be told"
  }

  /// `; the verdict is certain although …` behind a verdict that the known part decides.
  func unknownRest(_ missing: [MissingFact]) -> String {
    MissingText.clause(missing, findings.catalogue).map {
      "; the verdict is certain although \($0)"
    } ?? ""
  }

  fileprivate var observationClause: String {
    switch outcome.observation {
    case .rollUp: rollUpClause
    case .presence(let observation): presenceClause(observation)
    case .largest(let observation): largestClause(observation)
    case .members(let observation): membersClause(observation)
    case .sum(let observation): sumClause(observation)
    }
  }
}

extension TestPlan {
  /// What the test compares with; nil where any row is enough.
  var bounds: Bounds? {
    switch self {
    case .presence: nil
    case .largest(_, let bounds), .net(_, _, let bounds), .count(_, let bounds),
      .total(_, _, let bounds, _), .change(_, _, _, let bounds), .growth(_, _, let bounds):
      bounds
    case .anyGrowth:
      Bounds(lower: .init(.zero, isIncluded: false), upper: nil, unit: .percent)
    }
  }
}
