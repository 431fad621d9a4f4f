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
    let nodes = plan.areas[area].nodes
    let change = nodes[node].kind == .leaf ? answer(nodes[node], customer)?.change : nil
    return Verdict(
      truth: truth(of: node, in: nodes, customer),
      isBehindGate: isBehindGate(node, in: nodes, customer),
      change: change
    )
  }

  /// The value that decided a gate or leaf.
  package func current(area: Int, node: Int, customer: Int) -> CurrentValue {
    answer(plan.areas[area].nodes[node], customer)?.current ?? .none
  }

  private func answer(_ node: NodePlan, _ customer: Int) -> Answer? {
    node.test.map { test in
      let walk = Walk(
        plan: plan,
        rows: rows,
        memo: memo,
        customer: Int32(customer),
        under: node.under
      )
      return walk.answer(test)
    }
  }

  private func truth(of node: Int, in nodes: [NodePlan], _ customer: Int) -> Truth {
    let plan = nodes[node]
    switch plan.kind {
    case .gate, .leaf:
      return answer(plan, customer)?.truth ?? .unknown
    case .metric:
      let truths = plan.children.map { truth(of: $0, in: nodes, customer) }
      return (plan.isBestOf ? truths.max() : truths.min()) ?? .no
    case .area:
      return branches(of: nodes).map { branch in
        let metrics = nodes.indices
          .filter { nodes[$0].kind == .metric && nodes[$0].branch == branch }
          .map { truth(of: $0, in: nodes, customer) }
        return gateTruth(of: branch, in: nodes, customer).and(metrics.max() ?? .no)
      }.max() ?? .no
    }
  }

  /// The distinct branches of the metrics.
  private func branches(of nodes: [NodePlan]) -> Set<String?> {
    Set(nodes.filter { $0.kind == .metric }.map(\.branch))
  }

  /// Whether all gates that hold for the branch are met.
  private func gateTruth(of branch: String?, in nodes: [NodePlan], _ customer: Int) -> Truth {
    nodes.filter { $0.kind == .gate && ($0.branch == nil || $0.branch == branch) }
      .compactMap { answer($0, customer)?.truth }
      .min() ?? .yes
  }

  private func isBehindGate(_ node: Int, in nodes: [NodePlan], _ customer: Int) -> Bool {
    let plan = nodes[node]
    switch plan.kind {
    case .area:
      return truth(of: node, in: nodes, customer) != .yes
        && nodes.contains { $0.kind == .gate && answer($0, customer)?.truth != .yes }
        && !branches(of: nodes).contains { gateTruth(of: $0, in: nodes, customer) == .yes }
    case .gate, .metric, .leaf:
      let branch = plan.kind == .leaf ? plan.parent.flatMap { nodes[$0].branch } : plan.branch
      return nodes[..<node].contains { gate in
        gate.kind == .gate && (gate.branch == nil || gate.branch == branch)
          && answer(gate, customer)?.truth != .yes
      }
    }
  }
}
