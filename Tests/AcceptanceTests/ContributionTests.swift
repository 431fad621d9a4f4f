import Evaluation
import Facts
import Foundation
import RuleSemantics
import TestSupport
import Testing

/// What the customers contribute adds up to what the partner is scored by.
@Suite("Contributions of customers")
struct ContributionTests {
  static let examples: [(folder: String, months: [String])] = [
    ("Examples/partner", ["2025-10", "2025-07", "2024-06", "2026-07"]),
    ("Examples/new-partner", ["2025-10", "2025-08"]),
    ("Tests/Fixtures/dozen/2022-11", ["2022-11"]),
    ("Tests/Fixtures/dozen/2023-04", ["2023-04"]),
    ("Tests/Fixtures/dozen/2024-06", ["2024-06"]),
    ("Tests/Fixtures/dozen/2024-06-security-and-apps", ["2024-06"]),
    ("Tests/Fixtures/dozen/2025-12", ["2025-12"]),
    ("Tests/Fixtures/dozen/2026-09", ["2026-09"]),
    ("Tests/Fixtures/dozen/2026-09-limits", ["2026-09"]),
    ("Tests/Fixtures/dozen/2026-09-tenants", ["2026-09"]),
  ]

  @Test("add up to every measure of the partner", arguments: examples)
  func addUp(folder: String, months: [String]) throws {
    let files = try factFiles(in: Fixtures.packageRoot.appending(path: folder))
    let rules = checked(try shippedRules())
    for month in months {
      let checks = try ContributionCheck(Evaluated(rules, asOf: month, files))
      #expect(checks.count > 0, "\(month)")
      #expect(checks.different.isEmpty, "\(month)")
    }
  }
}

/// The measures of one month beside the sums of what the customers contribute.
struct ContributionCheck {
  /// How many measures were compared.
  private(set) var count = 0

  /// How many of them are of more than one customer and known exactly.
  private(set) var exactCount = 0

  /// What does not add up.
  private(set) var different: [String] = []

  init(_ evaluated: Evaluated) {
    let facts = evaluated.facts
    let score = score(facts)
    for (plan, designation) in zip(facts.plan.designations, score.designations) {
      for (metric, options) in zip(plan.scores, designation.metrics.map(\.options)) {
        for option in options {
          guard case .leaf(_, let node) = option.place else { continue }
          let parts = facts.facts.customers.indices.compactMap {
            facts.contribution(area: plan.area, node: node, customer: $0)
          }
          count += 1
          if parts.count > 1, option.measure.exact != nil { exactCount += 1 }
          let tree = facts.plan.areas[plan.area]
          let name = "\(plan.id) \(tree.id) \(metric.id) \(tree.nodes[node].path)"
          let sum = sum(parts)
          if parts.count != facts.facts.customers.count {
            different.append("\(name): \(parts.count) contributions")
          } else if isDistinct(tree.nodes[node].test, facts.plan) {
            if !isBetween(option.measure, parts, sum) { different.append("\(name): not between") }
          } else if sum != option.measure {
            different.append("\(name): \(sum) and \(option.measure)")
          }
        }
      }
    }
  }

  /// Whether the partner counts a name once, however many customers have it.
  private func isDistinct(_ test: TestPlan?, _ plan: EvaluationPlan) -> Bool {
    guard case .count(let group, _)? = test, case .items = plan.groups[group].entity else {
      return false
    }
    return true
  }

  /// Not fewer than any customer has, and not more than all together.
  private func isBetween(_ measure: ValueRange, _ parts: [ValueRange], _ sum: ValueRange) -> Bool {
    func isAtMost(_ one: Facts.Decimal?, _ other: Facts.Decimal?) -> Bool {
      guard let one, let other else { return false }
      return one.compared(with: other) <= 0
    }
    return isAtMost(measure.low, sum.low) && parts.allSatisfy { isAtMost($0.low, measure.low) }
  }

  private func sum(_ parts: [ValueRange]) -> ValueRange {
    func sum(_ ends: [Facts.Decimal?]) -> Facts.Decimal? {
      ends.reduce(.some(.zero)) { sum, end in
        guard let sum, let end else { return nil }
        return sum.plus(end)
      }
    }
    return ValueRange(low: sum(parts.map(\.low)), high: sum(parts.map(\.high)))
  }
}
