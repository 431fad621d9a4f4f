import Facts
import RuleSemantics

extension PlanText {
  func scores(of designation: DesignationPlan) -> [String] {
    let area = plan.areas[designation.area]
    var lines = ["designation \(designation.id) \"\(designation.title)\" of \(area.id)"]
    for score in designation.scores {
      let category = score.category.map { " in \($0.id) \"\($0.title)\"" } ?? ""
      lines.append("  score \(score.id) at most \(score.maximum)\(category)")
      switch score.source {
      case .metrics(let metrics):
        for leaf in metrics.flatMap(\.leaves) {
          let floor = leaf.floor.map { " with baseline \($0.required)" } ?? ""
          lines.append("    \(area.nodes[leaf.leaf].path) \(earning(leaf.earning))\(floor)")
        }
      case .steps(let steps):
        lines += steps.map { "    " + step($0, steps) }
      }
    }
    return lines
  }

  private func earning(_ earning: Earning) -> String {
    "earns \(earning.points) at \(earning.target) \(earning.unit.plural)"
  }

  private func step(_ step: StepPlan, _ all: [StepPlan]) -> String {
    let holdings = step.holdings.map { ($0.isAll ? "all of " : "any of ") + $0.certificates.id }
    let after =
      step.after.isEmpty ? "" : " after " + step.after.map { all[$0].id }.joined(separator: ", ")
    return "step \(step.id)\(after) with \(holdings.joined(separator: " and "))"
      + (step.needs.map { " needs \($0)" } ?? "")
      + (step.earning.map { " " + earning($0) } ?? "")
  }

  func rule(_ choice: TrackChoicePlan) -> String {
    switch choice.rule {
    case .only: "the only one"
    case .higherTotal: "the higher total"
    case .classified(let met, let tests, let otherwise):
      "\(plan.areas[met].id) when \(tests.map(test).joined(separator: " and ")), else \(plan.areas[otherwise].id)"
    }
  }

  private func test(_ test: PartnerTest) -> String {
    switch test {
    case .count(let group, let monthsBack, let bounds):
      "count \(plan.groups[group].id) \(bounds.required)"
        + (monthsBack > 0 ? " \(monthsBack) before" : "")
    case .total(let quantity, let bounds):
      "total \(plan.measures[quantity.measure].id) over \(quantity.window) \(bounds.required)"
    case .share(let selection, let names, let bounds):
      "share of rows \(selection) in \(names.id) \(bounds.required)"
    }
  }
}
