import RuleSemantics

extension PlanBuilder {
  /// A tree of gates and metrics: first what holds for all of it, then its branches.
  mutating func area(_ id: String) -> AreaPlan {
    var tree = Tree()
    tree.add(.area, path: "", parent: nil)
    let branches: [String?] =
      random.chance(50) ? [nil] : random.chance(50) ? ["x", "y"] : [nil, "x"]
    for _ in 0..<random.number(0...2) { addGate(nil, to: &tree) }
    for branch in branches {
      if branch != nil { for _ in 0..<random.number(0...2) { addGate(branch, to: &tree) } }
      for _ in 0..<random.number(1...2) { addMetric(branch, to: &tree) }
    }
    return AreaPlan(id: id, title: id, nodes: tree.nodes)
  }

  private mutating func addGate(_ branch: String?, to tree: inout Tree) {
    let path = "gate-\(tree.nodes.count)"
    tree.add(.gate, path: path, parent: 0, branch: branch, test: test(isSinceAssociation: false))
  }

  private mutating func addMetric(_ branch: String?, to tree: inout Tree) {
    let metric = tree.nodes.count
    let isBestOf = random.chance(40)
    tree.add(.metric, path: "metric-\(metric)", parent: 0, branch: branch, isBestOf: isBestOf)
    for leaf in 0..<random.number(1...3) {
      let under = random.chance(40) ? association() : nil
      tree.add(
        .leaf,
        path: "metric-\(metric)/leaf-\(leaf)",
        parent: metric,
        branch: branch,
        under: under,
        test: test(isSinceAssociation: random.chance(65))
      )
    }
  }
}

/// Nodes in tree order; parents are told of their children as these come.
private struct Tree {
  private(set) var nodes: [NodePlan] = []

  mutating func add(
    _ kind: NodePlan.Kind,
    path: String,
    parent: Int?,
    branch: String? = nil,
    isBestOf: Bool = false,
    under: NameSet? = nil,
    test: TestPlan? = nil,
    children: [Int] = []
  ) {
    let place = nodes.count
    nodes.append(
      NodePlan(
        kind: kind,
        path: path,
        title: path,
        category: nil,
        parent: parent,
        children: children,
        branch: branch,
        isBestOf: isBestOf,
        hasDetails: false,
        criterion: test.map { _ in "a criterion" },
        citations: [],
        under: under,
        test: test,
        rule: RulePlace(file: "random.rules", line: place + 1)
      )
    )
    if let parent { adopt(place, by: parent) }
  }

  private mutating func adopt(_ child: Int, by parent: Int) {
    let old = nodes[parent]
    nodes[parent] = NodePlan(
      kind: old.kind,
      path: old.path,
      title: old.title,
      category: old.category,
      parent: old.parent,
      children: old.children + [child],
      branch: old.branch,
      isBestOf: old.isBestOf,
      hasDetails: old.hasDetails,
      criterion: old.criterion,
      citations: old.citations,
      under: old.under,
      test: old.test,
      rule: old.rule
    )
  }
}
