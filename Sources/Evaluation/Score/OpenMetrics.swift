import Facts
import RuleSemantics

/// By designation and score what keeps each from being exactly known; nil where nothing does.
///
/// Indices are those of ``EvaluationPlan/designations`` and ``DesignationPlan/scores``.
package func openFacts(_ evaluated: EvaluatedFacts, _ score: PartnerScore) -> [[OpenFacts?]] {
  var finder = OpenFactFinder(evaluated: evaluated)
  return zip(evaluated.plan.designations, score.designations).map { plan, designation in
    zip(plan.scores, designation.metrics).map { score, metric in
      metric.points == metric.possible ? nil : finder.openFacts(of: score, area: plan.area)
    }
  }
}

/// Asks each leaf once: designations may share a tree.
private struct OpenFactFinder {
  let evaluated: EvaluatedFacts
  private var known: [Leaf: (customers: [Int], missing: [MissingFact])] = [:]

  private struct Leaf: Hashable {
    let area: Int
    let node: Int
  }

  init(evaluated: EvaluatedFacts) { self.evaluated = evaluated }

  mutating func openFacts(of score: ScorePlan, area: Int) -> OpenFacts {
    switch score.source {
    case .metrics(let metrics):
      var customers: Set<Int> = []
      var missing: [MissingFact] = []
      for leaf in metrics.flatMap(\.leaves) {
        let open = open(Leaf(area: area, node: leaf.leaf))
        customers.formUnion(open.customers)
        missing += open.missing
      }
      return OpenFacts(
        customers: customers.sorted().map { evaluated.facts.customers[$0] },
        missing: missing.unique()
      )
    case .steps:
      let absent = zip(evaluated.catalogue.tables, evaluated.facts.tables).filter { schema, table in
        schema.isAboutPeople && !table.hasRows
      }
      return OpenFacts(
        customers: [],
        missing: absent.map { MissingFact(table: $0.0.id, months: [], tenant: nil, item: nil) }
      )
    }
  }

  private mutating func open(_ leaf: Leaf) -> (customers: [Int], missing: [MissingFact]) {
    if let found = known[leaf] { return found }
    let customers = evaluated.facts.customers.indices.filter { customer in
      let value = evaluated.contribution(area: leaf.area, node: leaf.node, customer: customer)
      return value.map { $0.exact == nil } ?? false
    }
    let missing = customers.prefix(OpenFacts.asked).flatMap { customer in
      evaluated.outcome(area: leaf.area, node: leaf.node, customer: customer).observation.missing
    }
    known[leaf] = (customers, missing.unique())
    return (customers, missing.unique())
  }
}

extension Observation {
  /// What would settle what is unknown.
  fileprivate var missing: [MissingFact] {
    switch self {
    case .rollUp: []
    case .presence(let presence): presence.missing
    case .largest(let largest): largest.missing
    case .members(let members): members.missing
    case .sum(let sum): sum.missing
    }
  }
}
