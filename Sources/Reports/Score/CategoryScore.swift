import Evaluation
import Facts
import RuleSemantics

/// The metrics of a designation that stand under one heading, with what they earn together.
struct CategoryScore {
  /// Nil where they stand under none.
  let category: ScoreCategory?

  /// In order; at least one.
  let metrics: [ScoreMetric]

  /// What certainly is earned.
  var points: Fraction { sum(\.score.points) }

  /// What is earned when whatever is unknown turns out well.
  var possible: Fraction { sum(\.score.possible) }
  var maximum: Fraction { sum(\.maximum) }

  private func sum(_ part: KeyPath<ScoreMetric, Fraction>) -> Fraction {
    metrics.reduce(.zero) { $0.plus($1[keyPath: part]) ?? $0 }
  }
}

extension ScoreBlock {
  /// The metrics by category, in order.
  var categories: [CategoryScore] {
    var runs: [[ScoreMetric]] = []
    for metric in metrics {
      if let last = runs.last?.last, last.plan.category == metric.plan.category {
        runs[runs.count - 1].append(metric)
      } else {
        runs.append([metric])
      }
    }
    return runs.map { CategoryScore(category: $0.first?.plan.category, metrics: $0) }
  }
}
