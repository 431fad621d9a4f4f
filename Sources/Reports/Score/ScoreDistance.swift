import Evaluation
import Facts
import RuleSemantics

/// How many more whole units of one option are needed.
struct Addition {
  let option: ScoreOption
  let units: Int128
}

/// A way to more points: all of its additions together.
typealias Additions = [Addition]

/// How far a metric is from more points, from the exact fractions: the smallest whole numbers of
/// units that do it.
///
/// Nothing is told where facts leave a measure open.
struct ScoreDistance {
  let metric: ScoreMetric

  init(_ metric: ScoreMetric) { self.metric = metric }

  /// Each way gives all that is missing; empty where none is known.
  var toMaximum: [Additions] { metric.missing.map(ways(gaining:)) ?? [] }

  /// Each way makes a metric of zero points positive; empty for other metrics.
  var toPositive: [Additions] {
    guard metric.isExact, metric.isZero else { return [] }
    return metric.sides.isEmpty
      ? first.map { [$0.additions] } ?? [] : LeafDistance(metric).toPositive
  }

  /// The points that come with ``toPositive`` at once, where steps that wait for others give them.
  var firstPoints: Fraction? { first?.points }

  /// Each way gives so many points more; empty where the metric has no room for them, or no way is
  /// known.
  func ways(gaining points: Fraction) -> [Additions] {
    guard metric.isExact, let room = metric.missing, !room.isBelow(points) else { return [] }
    return metric.sides.isEmpty
      ? StepDistance(metric).additions(gaining: points).map { [$0] } ?? []
      : LeafDistance(metric).ways(gaining: points)
  }

  private var first: (additions: Additions, points: Fraction)? {
    guard metric.isExact, metric.isZero, metric.sides.isEmpty else { return nil }
    return StepDistance(metric).toPositive
  }
}
