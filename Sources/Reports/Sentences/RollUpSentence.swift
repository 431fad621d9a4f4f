import Evaluation
import Facts
import RuleSemantics

/// Areas and metrics: which of the nodes below are met, and which block.
///
///     metric   Net customer adds: Net qualified tenants is met.
///              Deployments: Reseller is met, Adviser is not met; one of them is enough.
///              Usage growth cannot be told: Reseller is not met, Adviser cannot be told; one is enough.
///     area     Sample area: all gates are met; of the metrics, Net customer adds is met,
///              Deployments and Usage growth are not met; one metric is enough.
///              Sample area: the gate Seats in range is not met.
///
/// A part that takes from the partner's total is named, met or not. A metric with one leaf has no
/// sentence of its own but that of the leaf.
extension SentenceContext {
  func writeRollUp(to text: inout OutputBuffer) {
    text.append(node.title)
    if truth == .unknown { text.append(cannotBeTold) }
    text.append(": ")
    if node.kind == .area {
      writeArea(to: &text)
    } else {
      writeMetric(to: &text)
    }
    writeContributions(to: &text)
  }

  private func writeMetric(to text: inout OutputBuffer) {
    findings.writeStatuses(node.children, to: &text)
    guard node.children.count > 1 else { return }
    text.append(node.isBestOf ? "; one of them is enough" : "; all of them are needed")
  }

  private func writeArea(to text: inout OutputBuffer) {
    let nodes = findings.area.nodes
    let below = nodes.indices.filter { $0 != index }
    var branches: [String] = []
    for case let name? in nodes.lazy.map(\.branch) where !branches.contains(name) {
      branches.append(name)
    }
    guard !branches.isEmpty else { return write(below, isOnly: true, to: &text) }
    text.append(branches[...], "; ", last: "; ") { text, name in
      text.append(findings.area.title(ofBranch: name))
      text.append(": ")
      let own = below.filter { nodes[$0].branch == nil || nodes[$0].branch == name }
      write(own, isOnly: false, to: &text)
    }
    text.append("; one of these with its gates is enough")
  }

  /// Writes what a branch says: the gates that block it, or else its metrics.
  private func write(_ nodes: [Int], isOnly: Bool, to text: inout OutputBuffer) {
    let gates = nodes.filter { findings.area.nodes[$0].kind == .gate }
    let blocking = gates.filter { !findings.outcomes[$0].isMet }
    guard blocking.isEmpty else { return findings.writeGateStatuses(blocking, to: &text) }
    if !gates.isEmpty {
      text.append(gates.count == 1 ? "the gate is met; " : "all gates are met; ")
    }
    let metrics = nodes.filter { findings.area.nodes[$0].kind == .metric }
    if metrics.count > 1 { text.append("of the metrics ") }
    findings.writeStatuses(metrics, to: &text)
    if metrics.count > 1, isOnly { text.append("; one metric is enough") }
  }

  /// `; Usage growth takes 5 users from the partner's total`.
  private func writeContributions(to text: inout OutputBuffer) {
    guard truth == .yes else { return }
    let nodes = findings.area.nodes
    let takers = nodes.indices.filter { leaf in
      // What adds nothing says so itself.
      nodes[leaf].kind == .leaf && findings.takesFromTotal(leaf) && isBelow(leaf)
    }
    guard !takers.isEmpty else { return }
    text.append("; ")
    text.append(list: takers) { text, leaf in
      guard let (amount, unit) = findings.outcomes[leaf].contribution else { return }
      text.append(nodes[titled(leaf)].title)
      text.append(" ")
      ContributionText.writeShortfall(amount, unit, to: &text)
    }
  }

  /// The metric of a leaf that is alone in it, which tells it apart from leaves of that title.
  private func titled(_ leaf: Int) -> Int {
    guard let metric = findings.area.nodes[leaf].parent, metric != index,
      findings.area.onlyLeaf(of: metric) != nil
    else { return leaf }
    return metric
  }

  private func isBelow(_ leaf: Int) -> Bool {
    var parent = findings.area.nodes[leaf].parent
    while let index = parent {
      if index == self.index { return true }
      parent = findings.area.nodes[index].parent
    }
    return false
  }
}

extension AreaFindings {
  /// Whether the customer's share of the partner's total is known to be below zero.
  fileprivate func takesFromTotal(_ leaf: Int) -> Bool {
    outcomes[leaf].contribution.map { $0.amount.mantissa < 0 } ?? false
  }
}
