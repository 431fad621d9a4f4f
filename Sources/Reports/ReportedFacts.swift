package import Evaluation
package import Facts
package import RuleSemantics

/// What reports read: verdicts by node, and outcomes one at a time.
///
/// The evaluation gives it; tests give values made by hand.
package protocol ReportedFacts {
  var plan: EvaluationPlan { get }
  var catalogue: Catalogue { get }

  /// Sorted by id.
  var customers: [Customer] { get }

  /// The verdicts of a node by customer.
  func verdicts(area: Int, node: Int) -> [Verdict]

  /// What a node says of one customer; without evidence, its observation tells nothing.
  func outcome(area: Int, node: Int, customer: Int, withEvidence: Bool) -> NodeOutcome

  /// The smallest changes that would make a node met, smallest first.
  func waysToPass(area: Int, node: Int, customer: Int) -> [WayToPass]
}

extension EvaluatedFacts: ReportedFacts {
  package var customers: [Customer] { facts.customers }
}

/// The verdicts of the chosen areas, fetched once for all customers.
struct VerdictTable {
  /// Indices in ``EvaluationPlan/areas``.
  let areas: [Int]

  /// By place in ``areas``, node and customer.
  private let verdicts: [[[Verdict]]]

  /// By place in ``areas``.
  private let trees: [ReportedTree]

  init(_ facts: some ReportedFacts, areas: [Int]) {
    self.areas = areas
    let (plan, catalogue) = (facts.plan, facts.catalogue)
    trees = areas.map { ReportedTree(plan: plan, catalogue: catalogue, area: plan.areas[$0]) }
    verdicts = areas.map { area in
      facts.plan.areas[area].nodes.indices.map { facts.verdicts(area: area, node: $0) }
    }
  }

  /// The verdicts of a customer on the area at a place in ``areas``, by node.
  func verdicts(at place: Int, customer: Int) -> [Verdict] {
    verdicts[place].map { $0[customer] }
  }

  /// Everything that the area at a place says of a customer, given the verdicts by node.
  func findings(
    of facts: some ReportedFacts,
    at place: Int,
    customer: Int,
    _ verdicts: [Verdict],
    withEvidence: Bool = true
  ) -> AreaFindings {
    let area = areas[place]
    return AreaFindings(
      of: trees[place],
      truths: verdicts.map(\.truth),
      outcomes: verdicts.indices.map { node in
        facts.outcome(area: area, node: node, customer: customer, withEvidence: withEvidence)
      }
    )
  }
}
