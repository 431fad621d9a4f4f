import RuleSemantics

/// Carries verdicts of gates and leaves up the tree of one area, for one customer.
///
/// - A metric is met when every leaf is; of a best-of metric, when some leaf is.
/// - An area is met when, in some branch, all gates are met and some metric is. Gates without a
///   branch hold for every branch.
/// - A node that is not met behind an earlier gate that is not met says so.
struct RollUp {
  /// A metric with its leaves.
  private struct Metric {
    let node: Int
    let children: [Int]
    let isBestOf: Bool
  }

  /// A branch of the area with what decides it.
  private struct Branch {
    let gates: [Int]
    let metrics: [Int]
  }

  private let metrics: [Metric]
  private let branches: [Branch]

  /// By node, the gates before it that hold for its branch; of the area none.
  private let gatesBefore: [[Int]]

  init(_ area: AreaPlan) {
    let nodes = area.nodes
    metrics = nodes.indices.filter { nodes[$0].kind == .metric }.map {
      Metric(node: $0, children: nodes[$0].children, isBestOf: nodes[$0].isBestOf)
    }
    var names: [String?] = []
    for node in nodes where node.kind == .metric && !names.contains(node.branch) {
      names.append(node.branch)
    }
    func holds(_ gate: Int, for branch: String?) -> Bool {
      nodes[gate].branch == nil || nodes[gate].branch == branch
    }
    let gates = nodes.indices.filter { nodes[$0].kind == .gate }
    branches = names.map { name in
      Branch(
        gates: gates.filter { holds($0, for: name) },
        metrics: nodes.indices.filter { nodes[$0].kind == .metric && nodes[$0].branch == name }
      )
    }
    gatesBefore = nodes.indices.map { node in
      node == 0 ? [] : gates.filter { $0 < node && holds($0, for: nodes[node].branch) }
    }
  }

  /// Fills in the truths of the area and of metrics, by node, from those of gates and leaves.
  func fill(_ truths: inout [Truth]) {
    for metric in metrics {
      var truth = metric.children.isEmpty || metric.isBestOf ? Truth.no : .yes
      for child in metric.children {
        truth = metric.isBestOf ? max(truth, truths[child]) : min(truth, truths[child])
      }
      truths[metric.node] = truth
    }
    var truth = Truth.no
    for branch in branches { truth = max(truth, self.truth(of: branch, truths)) }
    truths[0] = truth
  }

  private func truth(of branch: Branch, _ truths: [Truth]) -> Truth {
    var gates = Truth.yes
    for gate in branch.gates { gates = gates.and(truths[gate]) }
    var metrics = Truth.no
    for metric in branch.metrics { metrics = metrics.or(truths[metric]) }
    return gates.and(metrics)
  }

  /// Whether an earlier gate of the node's branch is not met; for the area, whether every branch
  /// has such a gate.
  func isBehindGate(_ node: Int, _ truths: [Truth]) -> Bool {
    guard node > 0 else {
      return branches.allSatisfy { branch in branch.gates.contains { truths[$0] != .yes } }
    }
    return gatesBefore[node].contains { truths[$0] != .yes }
  }
}
