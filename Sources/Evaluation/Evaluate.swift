package import Facts
package import RuleSemantics

/// The verdicts of a plan on every customer, with the columns that explain them.
package struct EvaluatedFacts: Sendable {
  package let plan: EvaluationPlan
  package let catalogue: Catalogue
  package let facts: FactStore

  /// The verdicts of a node by customer, as indexed in ``FactStore/customers``.
  ///
  /// - Parameters:
  ///   - area: an index in ``EvaluationPlan/areas``.
  ///   - node: an index in ``AreaPlan/nodes``.
  package func verdicts(area: Int, node: Int) -> [Verdict] { [] }

  /// What a node says of one customer, with its evidence.
  package func outcome(area: Int, node: Int, customer: Int) -> NodeOutcome {
    NodeOutcome(
      isMet: false,
      cause: nil,
      change: nil,
      current: .none,
      gap: nil,
      observation: .rollUp,
      assumptions: []
    )
  }
}

/// Evaluates every node of the plan for all customers.
package func evaluate(
  _ plan: EvaluationPlan,
  over facts: FactStore,
  catalogue: Catalogue
) -> EvaluatedFacts {
  EvaluatedFacts(plan: plan, catalogue: catalogue, facts: facts)
}

/// The latest month that every needed table with facts covers, and nil when there is none.
package func latestMonth(of facts: FactStore, tables: [Int]) -> Month? {
  nil
}
