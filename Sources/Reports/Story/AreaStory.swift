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

  /// Whether some file has a row, other than of dates, that some node looked at.
  var hasRows: Bool {
    nodes.indices.contains { node in
      facts.rowsBehind(area: area, node: node, customer: customer)
        .contains { $0.standing != .dates }
    }
  }

  /// The word of the official report for a node.
  func status(of node: Int) -> StoryStatus {
    let outcome = findings.outcomes[node]
    if outcome.isMet { return .met }
    return outcome.cause == .noData ? .noData : .notMet
  }

  var blocks: [StoryBlock] {
    let blocking = findings.branches.compactMap { branch -> Blocking? in
      let gate = branch.gates.first { !findings.outcomes[$0].isMet }
      return gate.map { Blocking(branch: branch, gate: $0) }
    }
    let first = Set(blocking.map(\.gate)).sorted()
    let closed = Set(blocking.map(\.branch.id))
    let isOpen = { (node: Int) in !closed.contains(nodes[node].branch) }
    let metrics = nodes.indices.filter { nodes[$0].kind == .metric && isOpen($0) }
    let gates =
      first.flatMap { gate in blocks(of: blocking.filter { $0.gate == gate }) }
      + listed(nodes.indices.filter { nodes[$0].kind == .gate && !first.contains($0) }, first)
    let told = metrics.flatMap(story)
    let shown = nodes.indices.filter { nodes[$0].kind == .gate || isOpen($0) }
    return [
      .section(findings.area.title, status(of: 0)),
      .paragraph(StoryText(reasonBelowTitle(of: 0, in: findings))),
    ] + waysBlocks(of: 0) + (status(of: 0) == .met ? told + gates : gates + told)
      + evidence(of: shown)
  }

  /// A branch of the tree and the first gate of it that is not met.
  private struct Blocking {
    let branch: ReportedTree.Branch
    let gate: Int
  }

  /// The first gate of some branches that is not met, and what stands behind it.
  private func blocks(of blocking: [Blocking]) -> [StoryBlock] {
    guard let gate = blocking.first?.gate else { return [] }
    let branches = blocking.map(\.branch)
    let whole = branches.contains { $0.id == nil }
    let side = whole ? "" : StoryWords.all(branches.map(\.title)) + " "
    // Beside the title of the branch that of its category would say the same.
    let name = whole ? title(of: gate) : nodes[gate].title
    var blocks = [
      StoryBlock.heading("What blocks \(side)first: \(name)", status(of: gate)),
      .paragraph(StoryText(reasonBelowTitle(of: gate, in: findings))),
    ]
    if let criterion = nodes[gate].criterion {
      blocks.append(.paragraph(StoryText("It asks for: \(criterion).")))
    }
    blocks += waysBlocks(of: gate)
    let metrics = branches.flatMap(\.metrics)
    guard !metrics.isEmpty else { return blocks }
    let statuses = String { findings.writeStatuses(metrics, to: &$0) }
    let remark = "None of it counts while the gate is closed."
    blocks.append(
      .paragraph(StoryText("Behind this gate, by the values there: \(statuses). \(remark)"))
    )
    return blocks
  }

  /// Gates that are told in a list, beside those that block first.
  private func listed(_ gates: [Int], _ first: [Int]) -> [StoryBlock] {
    guard !gates.isEmpty else { return [] }
    return [.heading(first.isEmpty ? "Gates" : "Other gates", nil)] + gates.flatMap(told)
  }

  /// A gate in an entry of a list.
  private func told(_ gate: Int) -> [StoryBlock] {
    let lead = StoryText.strong(title(of: gate)) + ": \(status(of: gate).rawValue). "
    let sentence = reasonBelowTitle(of: gate, in: findings)
    return [.item(lead + sentence, depth: 0)] + ways(of: gate).map { .item($0, depth: 1) }
  }

  /// The title; of a leaf behind that of its metric, of a gate behind that of its category where
  /// another gate is called the same.
  func title(of node: Int) -> String {
    let own = nodes[node]
    if own.kind == .leaf, let metric = own.parent, nodes[metric].title != own.title {
      return "\(nodes[metric].title), \(own.title)"
    }
    let isAmbiguous = nodes.count { $0.kind == own.kind && $0.title == own.title } > 1
    guard isAmbiguous, own.kind == .gate, let category = own.category else { return own.title }
    return "\(category), \(own.title)"
  }
}
