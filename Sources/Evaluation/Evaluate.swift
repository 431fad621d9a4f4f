package import Facts
package import RuleSemantics

/// The verdicts of a plan on every customer, with the columns that explain them.
package struct EvaluatedFacts: Sendable {
  package let plan: EvaluationPlan
  package let catalogue: Catalogue
  package let facts: FactStore

  let store: ColumnStore

  /// By area and node; nil for areas and metrics.
  let kernels: [[LeafKernel?]]

  /// By area, node and customer.
  private let verdicts: [[[Verdict]]]

  fileprivate init(store: ColumnStore, kernels: [[LeafKernel?]], verdicts: [[[Verdict]]]) {
    plan = store.plan
    catalogue = store.catalogue
    facts = store.facts
    self.store = store
    self.kernels = kernels
    self.verdicts = verdicts
  }

  /// The verdicts of a node by customer, as indexed in ``FactStore/customers``.
  ///
  /// `area` is an index in ``EvaluationPlan/areas``, `node` one in ``AreaPlan/nodes``.
  package func verdicts(area: Int, node: Int) -> [Verdict] { verdicts[area][node] }
}

/// Evaluates every node of the plan for all customers.
package func evaluate(
  _ plan: EvaluationPlan,
  over facts: FactStore,
  catalogue: Catalogue
) -> EvaluatedFacts {
  var store = ColumnStore(plan: plan, catalogue: catalogue, facts: facts)
  var kernels: [[LeafKernel?]] = []
  var verdicts: [[[Verdict]]] = []
  for area in plan.areas {
    let own = area.nodes.map { node in
      node.test.map { LeafKernel($0, under: node.under, &store) }
    }
    kernels.append(own)
    verdicts.append(areaVerdicts(area, own, customerCount: facts.customers.count))
  }
  return EvaluatedFacts(store: store, kernels: kernels, verdicts: verdicts)
}

/// Verdicts by node and customer.
private func areaVerdicts(
  _ area: AreaPlan,
  _ kernels: [LeafKernel?],
  customerCount: Int
) -> [[Verdict]] {
  let rollUp = RollUp(area)
  var verdicts: [[Verdict]] = area.nodes.map { _ in [] }
  for customer in 0..<customerCount {
    let leaves = kernels.map { kernel -> (truth: Truth, change: Change?)? in
      kernel.map { kernel in
        let result = kernel.result(of: customer)
        return (result.truth, result.change)
      }
    }
    for (node, verdict) in rollUp.verdicts(leaves).enumerated() { verdicts[node].append(verdict) }
  }
  return verdicts
}

/// The latest month that every one of the tables with facts covers; nil when there is none.
///
/// `tables` are indices in ``Catalogue/tables``.
package func latestMonth(of facts: FactStore, tables: [Int]) -> Month? {
  let present = tables.map { facts.tables[$0] }.filter { !$0.coveredMonths.isEmpty }
  guard let first = present.first else { return nil }
  return first.coveredMonths.last { month in
    present.allSatisfy { $0.coveredMonths.contains(month) }
  }
}
