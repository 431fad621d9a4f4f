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
    let branches = findings.branches
    guard branches.count > 1 || branches.first?.id != nil else {
      if let only = branches.first { write(only, isOnly: true, to: &text) }
      return
    }
    text.append(branches[...], "; ", last: "; ") { text, branch in
      text.append(branch.title)
      text.append(": ")
      write(branch, isOnly: false, to: &text)
    }
    text.append("; one of these with its gates is enough")
  }

  /// Writes what a branch says: the gates that block it, or else its metrics.
  private func write(_ branch: ReportedTree.Branch, isOnly: Bool, to text: inout OutputBuffer) {
    let gates = branch.gates
    if gates.contains(where: { !findings.outcomes[$0].isMet }) {
      findings.writeGateStatuses(gates.filter { !findings.outcomes[$0].isMet }, to: &text)
      return
    }
    if !gates.isEmpty {
      text.append(gates.count == 1 ? "the gate is met; " : "all gates are met; ")
    }
    let metrics = branch.metrics
    if metrics.count > 1 { text.append("of the metrics ") }
    findings.writeStatuses(metrics, to: &text)
    if metrics.count > 1, isOnly { text.append("; one metric is enough") }
  }

  /// `; Usage growth takes 5 users from the partner's total`.
  private func writeContributions(to text: inout OutputBuffer) {
    guard truth == .yes else { return }
    let nodes = findings.area.nodes
    // What adds nothing says so itself.
    let takers = findings.leaves(below: index).filter(findings.takesFromTotal)
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
}

extension AreaFindings {
  /// Whether the customer's share of the partner's total is known to be below zero.
  fileprivate func takesFromTotal(_ leaf: Int) -> Bool {
    outcomes[leaf].contribution.map { $0.amount.mantissa < 0 } ?? false
  }
}
