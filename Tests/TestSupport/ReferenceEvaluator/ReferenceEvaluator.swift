package import Evaluation
package import Facts
package import RuleSemantics

/// The test oracle: a second, naive evaluator, a tree walker over rows.
///
/// It is written from the meaning of the plan alone, and shares no code with the columnar
/// evaluator; whatever the two do not agree on is a mistake in one of them or in the definition.
package struct ReferenceEvaluator {
  private let plan: EvaluationPlan
  private let rows: FactRows
  private let memo = ValueMemo()

  package init(plan: EvaluationPlan, facts: FactStore, catalogue: Catalogue) {
    self.plan = plan
    rows = FactRows(facts, catalogue)
  }

  /// The verdict of one node on one customer.
  package func verdict(area: Int, node: Int, customer: Int) -> Verdict {
    let nodes = Nodes(area: area, plans: plan.areas[area].nodes)
    let change = nodes[node].kind == .leaf ? answer(node, in: nodes, customer)?.change : nil
    return Verdict(
      truth: truth(of: node, in: nodes, customer),
      isBehindGate: isBehindGate(node, in: nodes, customer),
      change: change
    )
  }

  /// The value that decided a gate or leaf.
  package func current(area: Int, node: Int, customer: Int) -> CurrentValue {
    let nodes = Nodes(area: area, plans: plan.areas[area].nodes)
    return answer(node, in: nodes, customer)?.current ?? .none
  }

  private func answer(_ node: Int, in nodes: Nodes, _ customer: Int) -> Answer? {
    guard let test = nodes[node].test else { return nil }
    let key = ValueMemo.AnswerKey(area: nodes.area, node: node, customer: customer)
    if let known = memo.answers[key] { return known }
    let walk = Walk(
      plan: plan,
      rows: rows,
      memo: memo,
      customer: Int32(customer),
      under: nodes[node].under
    )
    let answer = walk.answer(test)
    memo.answers[key] = answer
    return answer
  }

  private func truth(of node: Int, in nodes: Nodes, _ customer: Int) -> Truth {
    let plan = nodes[node]
    switch plan.kind {
    case .gate, .leaf:
      return answer(node, in: nodes, customer)?.truth ?? .unknown
    case .metric:
      let truths = plan.children.map { truth(of: $0, in: nodes, customer) }
      return (plan.isBestOf ? truths.max() : truths.min()) ?? .no
    case .area:
      return branches(of: nodes).map { branch in
        let metrics = nodes.plans.indices
          .filter { nodes[$0].kind == .metric && nodes[$0].branch == branch }
          .map { truth(of: $0, in: nodes, customer) }
        return gateTruth(of: branch, in: nodes, customer).and(metrics.max() ?? .no)
      }.max() ?? .no
    }
  }

  /// The distinct branches of the metrics.
  private func branches(of nodes: Nodes) -> Set<String?> {
    Set(nodes.plans.filter { $0.kind == .metric }.map(\.branch))
  }

  /// Whether all gates that hold for the branch are met.
  private func gateTruth(of branch: String?, in nodes: Nodes, _ customer: Int) -> Truth {
    nodes.plans.indices.filter { nodes.isGate($0, for: branch) }
      .map { truth(of: $0, in: nodes, customer) }
      .min() ?? .yes
  }

  private func isBehindGate(_ node: Int, in nodes: Nodes, _ customer: Int) -> Bool {
    let plan = nodes[node]
    switch plan.kind {
    case .area:
      return truth(of: node, in: nodes, customer) != .yes
        && nodes.plans.indices.contains {
          nodes[$0].kind == .gate && truth(of: $0, in: nodes, customer) != .yes
        }
        && !branches(of: nodes).contains { gateTruth(of: $0, in: nodes, customer) == .yes }
    case .gate, .metric, .leaf:
      let branch = plan.kind == .leaf ? plan.parent.flatMap { nodes[$0].branch } : plan.branch
      return (0..<node).contains { gate in
        nodes.isGate(gate, for: branch) && truth(of: gate, in: nodes, customer) != .yes
      }
    }
  }
}

/// The nodes of one area.
private struct Nodes {
  let area: Int
  let plans: [NodePlan]

  subscript(node: Int) -> NodePlan { plans[node] }

  /// Whether the node is a gate of the branch, or of all branches.
  func isGate(_ node: Int, for branch: String?) -> Bool {
    plans[node].kind == .gate && (plans[node].branch == nil || plans[node].branch == branch)
  }
}
