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
  var rollUpClause: String {
    let clause = node.kind == .area ? areaClause : metricClause
    let start = truth == .unknown ? "\(node.title) \(cannotBeTold): " : "\(node.title): "
    return start + clause + contributionClause
  }

  private var metricClause: String {
    let parts = findings.statuses(node.children)
    guard node.children.count > 1 else { return parts }
    return parts + (node.isBestOf ? "; one of them is enough" : "; all of them are needed")
  }

  private var areaClause: String {
    let below = findings.area.nodes.indices.filter { $0 != index }
    let branches = below.compactMap { findings.area.nodes[$0].branch }
    guard !branches.isEmpty else { return clause(of: below, isOnly: true) }
    var names: [String] = []
    for name in branches where !names.contains(name) { names.append(name) }
    let clauses = names.map { name in
      let nodes = below.filter {
        findings.area.nodes[$0].branch == nil || findings.area.nodes[$0].branch == name
      }
      return "\(findings.area.title(ofBranch: name)): \(clause(of: nodes, isOnly: false))"
    }
    return clauses.joined(separator: "; ") + "; one of these with its gates is enough"
  }

  /// What a branch says: the gates that block it, or else its metrics.
  private func clause(of nodes: [Int], isOnly: Bool) -> String {
    let gates = nodes.filter { findings.area.nodes[$0].kind == .gate }
    let blocking = gates.filter { !findings.outcomes[$0].isMet }
    let metrics = nodes.filter { findings.area.nodes[$0].kind == .metric }
    if !blocking.isEmpty {
      return findings.gateStatuses(blocking)
    }
    let start = gates.isEmpty ? "" : gates.count == 1 ? "the gate is met; " : "all gates are met; "
    guard metrics.count > 1 else { return start + findings.statuses(metrics) }
    let end = isOnly ? "; one metric is enough" : ""
    return start + "of the metrics " + findings.statuses(metrics) + end
  }

  /// `; Usage growth takes 5 users from the partner's total`.
  private var contributionClause: String {
    guard truth == .yes else { return "" }
    let leaves = findings.area.nodes.indices.filter {
      findings.area.nodes[$0].kind == .leaf && isBelow($0)
    }
    let texts = leaves.compactMap { leaf -> String? in
      // What adds nothing says so itself.
      guard let amount = findings.outcomes[leaf].contribution?.amount, amount.mantissa < 0 else {
        return nil
      }
      return ContributionText.shortfall(findings.outcomes[leaf])
        .map { "\(findings.area.nodes[titled(leaf)].title) \($0)" }
    }
    return texts.isEmpty ? "" : "; " + ListText.all(texts)
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
