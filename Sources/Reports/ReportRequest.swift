import Evaluation
package import RuleSemantics

/// Which rows a report is about.
package struct ReportRequest: Sendable {
  package enum Status: String, Hashable, Sendable {
    case met
    case notMet = "not-met"
  }

  /// Indices in ``ReportedFacts/customers``, in the order to report; nil for all.
  package let customers: [Int]?

  /// Ids of areas, reported in plan order; nil for all.
  package let areas: Set<String>?

  /// Statuses of nodes to report; nil for all.
  ///
  /// Rows are left out one by one; a tree keeps the ancestors of each node that is reported.
  package let statuses: Set<Status>?

  /// Whether the CSV tells reasons; without them it is written in half the time.
  package let tellsReasons: Bool

  package init(
    customers: [Int]? = nil,
    areas: Set<String>? = nil,
    statuses: Set<Status>? = nil,
    tellsReasons: Bool = true
  ) {
    self.tellsReasons = tellsReasons
    self.customers = customers
    self.areas = areas
    self.statuses = statuses
  }
}

extension ReportRequest {
  func customers(of facts: some ReportedFacts) -> [Int] {
    customers ?? Array(facts.customers.indices)
  }

  /// Indices of the areas to report.
  package func areas(of plan: EvaluationPlan) -> [Int] {
    plan.areas.indices.filter { areas?.contains(plan.areas[$0].id) ?? true }
  }

  func includes(_ verdict: Verdict) -> Bool {
    statuses?.contains(verdict.isMet ? .met : .notMet) ?? true
  }

  /// By node: whether a tree shows it, because it or a node below it is asked for.
  func shownNodes(of area: AreaPlan, _ verdicts: [Verdict]) -> [Bool] {
    var shown = verdicts.map(includes)
    for index in area.nodes.indices.reversed() where shown[index] {
      if let parent = area.nodes[index].parent { shown[parent] = true }
    }
    return shown
  }
}
