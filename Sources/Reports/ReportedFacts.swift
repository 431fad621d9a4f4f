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

  /// What a node says of one customer, with its evidence.
  func outcome(area: Int, node: Int, customer: Int) -> NodeOutcome
}

extension EvaluatedFacts: ReportedFacts {
  package var customers: [Customer] { facts.customers }
}

/// Everything that one tree says of one customer.
///
/// A class, as every clause of every sentence is handed it.
package final class AreaFindings: Sendable {
  package let plan: EvaluationPlan
  package let catalogue: Catalogue
  package let area: AreaPlan

  /// By node, as in ``AreaPlan/nodes``.
  package let truths: [Truth]

  /// By node, as in ``AreaPlan/nodes``.
  package let outcomes: [NodeOutcome]

  /// Numbers that conditions compare with; a rounded value must not seem to be one of them.
  package let thresholds: [Decimal]

  /// Gates that are not met, in tree order.
  private let unmetGates: [Int]

  package init(
    plan: EvaluationPlan,
    catalogue: Catalogue,
    area: AreaPlan,
    truths: [Truth],
    outcomes: [NodeOutcome],
    thresholds: [Decimal]? = nil
  ) {
    self.plan = plan
    self.catalogue = catalogue
    self.area = area
    self.truths = truths
    self.outcomes = outcomes
    self.thresholds = thresholds ?? plan.thresholds
    unmetGates = area.nodes.indices.filter { area.nodes[$0].kind == .gate && !outcomes[$0].isMet }
  }

  /// The gates before a node that hold for its branch and are not met.
  package func unmetGates(before node: Int) -> [Int] {
    if unmetGates.isEmpty { return [] }
    return area.gates(before: node).filter(unmetGates.contains)
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

/// The verdicts of the chosen areas, fetched once for all customers.
struct VerdictTable {
  /// Indices in ``EvaluationPlan/areas``.
  let areas: [Int]

  /// By place in ``areas``, node and customer.
  private let verdicts: [[[Verdict]]]

  /// As in ``AreaFindings/thresholds``.
  private let thresholds: [Decimal]

  init(_ facts: some ReportedFacts, areas: [Int]) {
    self.areas = areas
    thresholds = facts.plan.thresholds
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
    _ verdicts: [Verdict]
  ) -> AreaFindings {
    let area = areas[place]
    let plan = facts.plan
    return AreaFindings(
      plan: plan,
      catalogue: facts.catalogue,
      area: plan.areas[area],
      truths: verdicts.map(\.truth),
      outcomes: verdicts.indices.map { facts.outcome(area: area, node: $0, customer: customer) },
      thresholds: thresholds
    )
  }
}
