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

  /// What each kernel reads, by area and node; nil where there is no kernel.
  let reads: [[KernelReads?]]

  /// What each kernel would read of other facts, by area and node; nil where there is no kernel.
  let ways: [[WaysContext?]]

  /// By area, node and customer.
  private let verdicts: [[[Verdict]]]

  fileprivate init(store: ColumnStore, kernels: [[LeafKernel?]], verdicts: [[[Verdict]]]) {
    plan = store.plan
    catalogue = store.catalogue
    facts = store.facts
    self.store = store
    self.kernels = kernels
    self.verdicts = verdicts
    var columns: [NameSet?: ObservedColumns] = [:]
    reads = zip(plan.areas, kernels).map { area, kernels in
      zip(area.nodes, kernels).map { node, kernel in
        guard let kernel, let test = node.test else { return nil }
        var own = columns[node.under] ?? ObservedColumns(store, under: node.under)
        defer { columns[node.under] = own }
        return KernelReads(kernel, test, &own)
      }
    }
    var selections: [NameSet?: [SelectionReads]] = [:]
    ways = zip(plan.areas, kernels).map { area, kernels in
      zip(area.nodes, kernels).map { node, kernel in
        guard let kernel, let test = node.test else { return nil }
        let own =
          selections[node.under]
          ?? store.plan.selections.indices.map { SelectionReads($0, under: node.under, store) }
        selections[node.under] = own
        return WaysContext(kernel, test, under: node.under, store, own)
      }
    }
  }

  /// The verdicts of a node by customer, as indexed in ``FactStore/customers``.
  ///
  /// `area` is an index in ``EvaluationPlan/areas``, `node` one in ``AreaPlan/nodes``.
  package func verdicts(area: Int, node: Int) -> [Verdict] { verdicts[area][node] }
}

/// Evaluates every node of the plan for all customers.
///
/// - Parameters:
///   - plan: the criteria of a month.
///   - facts: the downloads.
///   - catalogue: their tables.
///   - areas: indices in ``EvaluationPlan/areas`` of those that are asked for; nil for all. Others
///     have no kernels and no verdicts.
/// - Returns: the verdicts, with what explains them.
package func evaluate(
  _ plan: EvaluationPlan,
  over facts: FactStore,
  catalogue: Catalogue,
  areas: Set<Int>? = nil
) -> EvaluatedFacts {
  var store = ColumnStore(plan: plan, catalogue: catalogue, facts: facts)
  var kernels: [[LeafKernel?]] = []
  var verdicts: [[[Verdict]]] = []
  for (index, area) in plan.areas.enumerated() {
    guard areas?.contains(index) ?? true else {
      kernels.append(area.nodes.map { _ in nil })
      verdicts.append(area.nodes.map { _ in [] })
      continue
    }
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
  let leaves = kernels.map { $0?.verdicts(customerCount: customerCount) ?? [] }
  let tellsChange = area.nodes.indices.map { area.nodes[$0].kind == .leaf && !leaves[$0].isEmpty }
  var verdicts: [[Verdict]] = area.nodes.map { _ in [] }
  for node in verdicts.indices { verdicts[node].reserveCapacity(customerCount) }
  var truths = area.nodes.map { _ in Truth.no }
  for customer in 0..<customerCount {
    for node in leaves.indices where !leaves[node].isEmpty {
      truths[node] = leaves[node][customer].truth
    }
    rollUp.fill(&truths)
    for node in truths.indices {
      verdicts[node].append(
        Verdict(
          truth: truths[node],
          isBehindGate: rollUp.isBehindGate(node, truths),
          change: tellsChange[node] ? leaves[node][customer].change : nil
        )
      )
    }
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
