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

  package init(plan: EvaluationPlan, catalogue: Catalogue, area: AreaPlan) {
    self.plan = plan
    self.catalogue = catalogue
    self.area = area
    let thresholds = plan.thresholds
    ends = area.nodes.map { ($0.test?.bounds?.ends ?? []) + thresholds }
    gatesBefore = area.nodes.indices.map { area.gates(before: $0) }
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
