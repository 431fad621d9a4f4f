import RuleSemantics

/// Carries verdicts of gates and leaves up the tree of one area, for one customer.
///
/// - A metric is met when every leaf is; of a best-of metric, when some leaf is.
/// - An area is met when, in some branch, all gates are met and some metric is. Gates without a
///   branch hold for every branch.
/// - A node that is not met behind an earlier gate that is not met says so.
struct RollUp {
  let area: AreaPlan

  /// Branches of the area's metrics, each once.
  private let branches: [String?]

  init(_ area: AreaPlan) {
    self.area = area
    var seen: [String?] = []
    for node in area.nodes where node.kind == .metric && !seen.contains(node.branch) {
      seen.append(node.branch)
    }
    branches = seen
  }

  /// Verdicts by node, from truth and wording of gates and leaves by node (nil for the others).
  func verdicts(_ leaves: [(truth: Truth, change: Change?)?]) -> [Verdict] {
    var truths = leaves.map { $0?.truth ?? .no }
    for node in area.nodes.indices where area.nodes[node].kind == .metric {
      let children = area.nodes[node].children.map { truths[$0] }
      truths[node] =
        area.nodes[node].isBestOf
        ? children.max() ?? .no
        : children.min() ?? .no
    }
    truths[0] = branches.map { areaTruth($0, truths) }.max() ?? .no
    return area.nodes.indices.map { node in
      Verdict(
        truth: truths[node],
        isBehindGate: isBehindGate(node, truths),
        change: leaves[node]?.change
      )
    }
  }

  private func areaTruth(_ branch: String?, _ truths: [Truth]) -> Truth {
    var gates = Truth.yes
    var metrics = Truth.no
    for (node, truth) in zip(area.nodes, truths) {
      if node.kind == .gate, holds(node, for: branch) { gates = gates.and(truth) }
      if node.kind == .metric, node.branch == branch { metrics = metrics.or(truth) }
    }
    return gates.and(metrics)
  }

  private func holds(_ gate: NodePlan, for branch: String?) -> Bool {
    gate.branch == nil || gate.branch == branch
  }

  /// Whether an earlier gate of the node's branch is not met; for the area, whether every branch
  /// has such a gate.
  private func isBehindGate(_ node: Int, _ truths: [Truth]) -> Bool {
    guard node > 0 else {
      return branches.allSatisfy { branch in
        zip(area.nodes, truths).contains {
          $0.kind == .gate && holds($0, for: branch) && $1 != .yes
        }
      }
    }
    return firstUnmetGate(before: node) { truths[$0] == .yes } != nil
  }

  /// The first gate before the node that is not met and holds for its branch.
  func firstUnmetGate(before node: Int, isMet: (Int) -> Bool) -> Int? {
    (0..<node).first { index in
      area.nodes[index].kind == .gate && holds(area.nodes[index], for: area.nodes[node].branch)
        && !isMet(index)
    }
  }
}
