import Evaluation
import Facts
import RuleSemantics

/// How far a designation that is not qualified is from it: first what lifts each metric of zero
/// points, then the points that are missing still.
struct QualificationDistance {
  /// What a metric needs, each way alone.
  struct Part {
    let metric: ScoreMetric
    let ways: [Additions]

    /// Whether the ways contain what lifts the metric from zero.
    let isInAll: Bool
  }

  /// Metrics of zero points with the shortest way to more; empty where zero is enough.
  let first: [Part]

  /// What the total lacks after ``first``; nil where nothing does.
  let missing: Fraction?

  /// One metric alone is enough for ``missing``; empty where none has room for it.
  let parts: [Part]

  /// What each metric can still give after ``first``, where it can give anything.
  let rooms: [(metric: ScoreMetric, points: Fraction)]

  /// Nil where the designation is qualified, where facts leave it open, and where no number of
  /// units lifts some metric from zero.
  init?(_ block: ScoreBlock) {
    guard block.score.isQualified == .no, let rule = block.plan.qualification,
      let lower = rule.total.lower, lower.isIncluded, block.metrics.allSatisfy(\.isExact)
    else { return nil }
    var first: [Part] = []
    var gains: [String: Fraction] = [:]
    if rule.needsEveryScore {
      for metric in block.metrics where metric.isZero {
        guard let lift = metric.lift else { return nil }
        first.append(Part(metric: metric, ways: [lift.way], isInAll: false))
        gains[metric.plan.id] = lift.points
      }
    }
    self.first = first
    let reached = gains.values.reduce(block.score.total) { $0.plus($1) ?? $0 }
    guard let missing = Fraction(lower.number).minus(reached), missing.isPositive else {
      (self.missing, parts, rooms) = (nil, [], [])
      return
    }
    self.missing = missing
    parts = block.metrics.compactMap { metric in
      let gain = gains[metric.plan.id]
      guard let points = missing.plus(gain ?? .zero) else { return nil }
      let ways = ScoreDistance(metric).ways(gaining: points)
      return ways.isEmpty ? nil : Part(metric: metric, ways: ways, isInAll: gain != nil)
    }
    rooms = block.metrics.compactMap { metric in
      let room = metric.missing?.minus(gains[metric.plan.id] ?? .zero)
      return room.flatMap { $0.isPositive ? (metric, $0) : nil }
    }
  }
}

extension ScoreMetric {
  /// The way with the fewest units from zero to some points, of equals the first, and those points;
  /// nil where there is none.
  fileprivate var lift: (way: Additions, points: Fraction)? {
    let distance = ScoreDistance(self)
    let ways = distance.toPositive.compactMap { way -> (way: Additions, points: Fraction)? in
      let alone = way.first.flatMap { $0.option.points(adding: $0.units) }
      return (distance.firstPoints ?? alone).map { (way, $0) }
    }
    return ways.min { units($0.way) < units($1.way) }
  }

  private func units(_ way: Additions) -> Int128 { way.reduce(0) { $0 + $1.units } }
}

/// The distance as a sentence, and nothing where there is none to tell.
///
///     To qualify: 1 more tenant (Adds), or 2 more users under A or 4 more users under B (Usage).
///     To qualify: 1 more tenant (Deployments); then 12 points are missing, more than any metric can still
///     give: Adds 10, Usage 4.
enum QualificationDistanceText {
  static func sentence(_ block: ScoreBlock) -> String? {
    guard let distance = QualificationDistance(block) else { return nil }
    let first = NameList.all(distance.first.map(text))
    guard let missing = distance.missing else { return "To qualify: \(first)." }
    let start = first.isEmpty ? "" : "\(first); then "
    let points = PointsText.points(missing)
    let verb = missing == Fraction(1) ? "is" : "are"
    guard distance.parts.isEmpty else {
      let ways = distance.parts.map(text).joined(separator: ", or ")
      return first.isEmpty
        ? "To qualify: \(ways)."
        : "To qualify: \(start)\(points) \(verb) missing, which come from \(ways)."
    }
    let rooms = distance.rooms.map { room in
      "\(room.metric.plan.title) \(PointsText.amount(room.points))"
    }
    let rest = rooms.isEmpty ? "" : ": \(NameList.all(rooms))"
    let end = "\(points) \(verb) missing, more than any one metric can still give\(rest)."
    return "To qualify: \(start)\(end)"
  }

  /// `1 more tenant (Adds)`.
  private static func text(_ part: QualificationDistance.Part) -> String {
    let ways = part.ways.map { ScoreDistanceText.way($0, part.metric) }
    let end = part.isInAll ? " in all" : ""
    return "\(ways.joined(separator: " or "))\(end) (\(part.metric.plan.title))"
  }
}
