import Evaluation
import Facts
import RuleSemantics

/// What is told of one tree of one customer.
///
/// The verdict stands first, then what blocks first, then the other gates and the metrics; the rows
/// and the rules behind them come last.
struct AreaStory {
  let findings: AreaFindings
  let facts: EvaluatedFacts

  /// An index in ``EvaluationPlan/areas``.
  let area: Int
  let customer: Int

  /// By ``NodePlan/path``.
  let rules: [String: NodeRules]

  private var nodes: [NodePlan] { findings.area.nodes }

  /// Whether some file has a row that some node looked at.
  var hasRows: Bool {
    nodes.indices.contains { !facts.rowsBehind(area: area, node: $0, customer: customer).isEmpty }
  }

  /// The word of the official report for a node.
  func status(of node: Int) -> StoryStatus {
    let outcome = findings.outcomes[node]
    if outcome.isMet { return .met }
    return outcome.cause == .noData ? .noData : .notMet
  }

  var blocks: [StoryBlock] {
    let blocking = findings.branches.compactMap { branch -> (ReportedTree.Branch, gate: Int)? in
      branch.gates.first { !findings.outcomes[$0].isMet }.map { (branch, $0) }
    }
    let first = Set(blocking.map(\.gate))
    let closed = Set(blocking.map(\.0.id))
    var blocks = [
      StoryBlock.section(findings.area.title, status(of: 0)),
      .paragraph(StoryText(reasonBelowTitle(of: 0, in: findings))),
    ]
    for gate in first.sorted() {
      blocks += block(of: gate, branches: blocking.filter { $0.gate == gate }.map(\.0))
    }
    let gates = nodes.indices.filter { nodes[$0].kind == .gate && !first.contains($0) }
    if !gates.isEmpty {
      blocks.append(.heading(first.isEmpty ? "Gates" : "Other gates", nil))
      blocks += gates.flatMap { told($0) }
    }
    let metrics = nodes.indices.filter { nodes[$0].kind == .metric }
    let isOpen = { (node: Int) in !closed.contains(nodes[node].branch) }
    for metric in metrics where isOpen(metric) { blocks += story(ofMetric: metric) }
    let shown = nodes.indices.filter { nodes[$0].kind == .gate || isOpen($0) }
    return blocks + evidence(of: shown, leavesOut: shown.count < nodes.count)
  }

  /// The first gate of one or more branches that is not met, and what stands behind it.
  private func block(of gate: Int, branches: [ReportedTree.Branch]) -> [StoryBlock] {
    // The title of a gate that only one branch has says of which.
    let titles = branches.count > 1 ? branches.map(\.title) : []
    let side = titles.isEmpty ? "" : " (\(StoryWords.all(titles)))"
    var blocks = [
      StoryBlock.heading("What blocks first: \(title(of: gate))\(side)", status(of: gate)),
      .paragraph(StoryText(reasonBelowTitle(of: gate, in: findings))),
    ]
    if let criterion = nodes[gate].criterion {
      blocks.append(.paragraph(StoryText("It asks for: \(criterion).")))
    }
    blocks += waysBlocks(of: gate)
    let metrics = branches.flatMap(\.metrics)
    guard !metrics.isEmpty else { return blocks }
    let statuses = String { findings.writeStatuses(metrics, to: &$0) }
    blocks.append(
      .paragraph(
        StoryText(
          "Behind this gate, by the values there: \(statuses). None of it counts while the gate"
            + " is closed."
        )
      )
    )
    return blocks
  }

  /// A gate in an entry of a list.
  private func told(_ gate: Int) -> [StoryBlock] {
    let lead = StoryText.strong(title(of: gate)) + ": \(status(of: gate).rawValue). "
    let sentence = reasonBelowTitle(of: gate, in: findings)
    return [.item(lead + sentence, depth: 0)] + ways(of: gate).map { .item($0, depth: 1) }
  }

  /// The title, with the category where another node is called the same.
  func title(of node: Int) -> String {
    let own = nodes[node]
    let isAmbiguous = nodes.count { $0.kind == own.kind && $0.title == own.title } > 1
    guard isAmbiguous else { return own.title }
    if own.kind == .leaf, let parent = own.parent { return "\(nodes[parent].title), \(own.title)" }
    return own.category.map { "\($0), \(own.title)" } ?? own.title
  }
}
