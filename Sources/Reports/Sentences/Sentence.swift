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
  String { writeReason(of: node, in: findings, to: &$0) }
}

/// Writes what ``reason(of:in:)`` says; without the gates where they are told elsewhere.
func writeReason(
  of node: Int,
  in findings: AreaFindings,
  withGates: Bool = true,
  to text: inout OutputBuffer
) {
  let context = SentenceContext(findings, findings.area.onlyLeaf(of: node) ?? node)
  text.tenantNames = TenantNames(context.outcome.observation)
  context.writeObservation(to: &text)
  text.append("; ", ifAny: { context.writeShortfall(to: &$0) })
  text.append("; ", ifAny: { context.writeAssumptions(to: &$0) })
  if withGates { text.append("; ", ifAny: { context.writeGates(to: &$0) }) }
  text.append(".")
  text.tenantNames = nil
}

/// The sentence without the gates and without the node's title, for where both stand above it.
func reasonBelowTitle(of node: Int, in findings: AreaFindings) -> String {
  let sentence = String { writeReason(of: node, in: findings, withGates: false, to: &$0) }
  let title = findings.area.nodes[node].title + ": "
  guard sentence.hasPrefix(title) else { return sentence }
  let rest = sentence.dropFirst(title.count)
  return rest.prefix(1).uppercased() + rest.dropFirst()
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
  let outcome: NodeOutcome

  /// The node's own verdict, whether behind a gate or not.
  let truth: Truth

  init(_ findings: AreaFindings, _ index: Int) {
    self.findings = findings
    self.index = index
    outcome = findings.outcomes[index]
    truth = findings.truth(of: index)
  }

  var node: NodePlan { findings.area.nodes[index] }

  /// What the value is compared with.
  var bounds: Bounds? { node.test?.bounds }

  /// Numbers that a rounded value must not seem to be.
  var ends: [Decimal] { findings.ends(of: index) }

  /// `Net qualified tenants cannot be told: …; KNOWN`.
  func writeUntold(
    _ missing: [MissingFact],
    to text: inout OutputBuffer,
    known: ((inout OutputBuffer) -> Void)? = nil
  ) {
    text.append(node.title)
    text.append(cannotBeTold)
    text.append(": ")
    if missing.isEmpty {
      text.append("the facts leave it open")
    } else {
      MissingText.write(missing, findings.catalogue, to: &text)
    }
    guard let known else { return }
    text.append("; ")
    known(&text)
  }

  /// ` cannot be told`, or ` cannot be told either` where a gate decides anyway.
  var cannotBeTold: String {
    outcome.cause == .gate ? " cannot be told either" : " cannot be told"
  }

  /// `; the verdict is certain although …` behind a verdict that the known part decides.
  func writeUnknownRest(_ missing: [MissingFact], to text: inout OutputBuffer) {
    guard !missing.isEmpty else { return }
    text.append("; the verdict is certain although ")
    MissingText.write(missing, findings.catalogue, to: &text)
  }

  fileprivate func writeObservation(to text: inout OutputBuffer) {
    switch outcome.observation {
    case .rollUp: writeRollUp(to: &text)
    case .presence(let observation): writePresence(observation, to: &text)
    case .largest(let observation): writeLargest(observation, to: &text)
    case .members(let observation): writeMembers(observation, to: &text)
    case .sum(let observation): writeSum(observation, to: &text)
    }
  }
}
