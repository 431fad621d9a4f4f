package import Evaluation
package import Facts
package import RuleSemantics

/// A tree with what is the same for every customer.
///
/// A class, as the findings of each customer hold it.
package final class ReportedTree: Sendable {
  package let plan: EvaluationPlan
  package let catalogue: Catalogue
  package let area: AreaPlan

  /// By node, as in ``AreaPlan/nodes``: numbers that a rounded value must not seem to be, which are
  /// the ends of the node's bounds and whatever conditions compare with.
  fileprivate let ends: [[Decimal]]

  /// By node: the gates before it that hold for its branch, in tree order.
  fileprivate let gatesBefore: [[Int]]

  /// The sides or categories of the tree, in tree order; where it has none, all of it.
  let branches: [Branch]

  /// By node: the leaves below it, in tree order.
  fileprivate let leaves: [[Int]]

  /// Gates and metrics that decide together, as indices in ``AreaPlan/nodes``.
  struct Branch: Sendable {
    /// Nil for a tree without branches.
    let id: String?
    let title: String
    let gates: [Int]
    let metrics: [Int]
  }

  package init(plan: EvaluationPlan, catalogue: Catalogue, area: AreaPlan) {
    self.plan = plan
    self.catalogue = catalogue
    self.area = area
    let thresholds = plan.thresholds
    ends = area.nodes.map { ($0.test?.bounds?.ends ?? []) + thresholds }
    gatesBefore = area.nodes.indices.map { area.gates(before: $0) }
    branches = area.branches
    leaves = area.nodes.indices.map { area.leaves(below: $0) }
  }
}

/// Everything that one tree says of one customer.
///
/// A class, as every clause of every sentence is handed it.
package final class AreaFindings: Sendable {
  private let tree: ReportedTree

  package var plan: EvaluationPlan { tree.plan }
  package var catalogue: Catalogue { tree.catalogue }
  package var area: AreaPlan { tree.area }

  /// By node, as in ``AreaPlan/nodes``.
  package let truths: [Truth]

  /// By node, as in ``AreaPlan/nodes``.
  package let outcomes: [NodeOutcome]

  package init(of tree: ReportedTree, truths: [Truth], outcomes: [NodeOutcome]) {
    self.tree = tree
    self.truths = truths
    self.outcomes = outcomes
  }

  /// As in ``ReportedTree/branches``.
  var branches: [ReportedTree.Branch] { tree.branches }

  /// The leaves below a node, in tree order.
  func leaves(below node: Int) -> [Int] { tree.leaves[node] }

  /// Numbers that a rounded value of a node must not seem to be.
  package func ends(of node: Int) -> [Decimal] { tree.ends[node] }

  /// The gates before a node that hold for its branch and are not met.
  package func unmetGates(before node: Int) -> [Int] {
    tree.gatesBefore[node].filter { !outcomes[$0].isMet }
  }
}

extension EvaluationPlan {
  /// The numbers that conditions compare quantities with, each once, where rounding can reach them.
  fileprivate var thresholds: [Decimal] {
    var ends: Set<Decimal> = []
    for case .comparison(_, let bounds) in conditions where bounds.unit.decimals > 0 {
      ends.formUnion(bounds.ends)
    }
    return Array(ends)
  }
}

extension AreaPlan {
  /// The branches in order of their first node, each with what decides it.
  fileprivate var branches: [ReportedTree.Branch] {
    var ids: [String?] = []
    for node in nodes where node.branch != nil && !ids.contains(node.branch) {
      ids.append(node.branch)
    }
    return (ids.isEmpty ? [nil] : ids).map { id in
      let own = nodes.indices.filter { nodes[$0].branch == nil || nodes[$0].branch == id }
      return ReportedTree.Branch(
        id: id,
        title: id.map(title(ofBranch:)) ?? "",
        gates: own.filter { nodes[$0].kind == .gate },
        metrics: own.filter { nodes[$0].kind == .metric }
      )
    }
  }

  fileprivate func leaves(below node: Int) -> [Int] {
    nodes.indices.filter { leaf in
      guard nodes[leaf].kind == .leaf else { return false }
      var parent = nodes[leaf].parent
      while let index = parent, index != node { parent = nodes[index].parent }
      return parent == node
    }
  }

  /// The gates before a node that hold for its branch, in tree order.
  package func gates(before node: Int) -> [Int] {
    guard nodes[node].kind != .area else { return [] }
    return nodes[..<node].indices.filter { index in
      nodes[index].kind == .gate
        && (nodes[index].branch == nil || nodes[index].branch == nodes[node].branch)
    }
  }

  /// How many nodes stand above a node, the area not counted.
  package func depth(of node: Int) -> Int {
    var depth = 0
    var parent = nodes[node].parent
    while let index = parent, index != 0 {
      depth += 1
      parent = nodes[index].parent
    }
    return depth
  }
}
