import Evaluation
import Facts
import RuleSemantics

/// Whether a designation is qualified in one month, with every obstacle.
///
///     82 points, every metric above zero: qualified
///     80 points, but Deployments is zero: not qualified
///     68 points, 2 short of 70: not qualified
///     62 to 82 points because facts are missing: maybe short of 70; whether it is qualified cannot be told
struct QualificationText {
  let block: ScoreBlock

  private var score: DesignationScore { block.score }
  private var rule: QualificationPlan? { block.plan.qualification }
  private var bounds: Bounds? { rule?.total }

  /// Without a period.
  var clause: String {
    guard rule != nil else { return points }
    return "\(points)\(obstaclePart)\(hasColon ? ";" : ":") \(verdict)"
  }

  /// `72 points`, `62 to 82 points because facts are missing`.
  var points: String {
    let number = PointsText.total(score.total, to: score.possibleTotal, bounds)
    let noun = number == "1" ? "point" : "points"
    return "\(number) \(noun)" + (isExact ? "" : " because facts are missing")
  }

  var verdict: String {
    switch score.isQualified {
    case .yes: "qualified"
    case .no: "not qualified"
    case .unknown: "whether it is qualified cannot be told"
    }
  }

  /// What stands against it, each complete and what is certain first: `Deployments is zero`.
  var obstacles: [String] {
    let total = totalObstacle
    guard isTotalOpen else { return [total, zeroObstacle, openObstacle].compactMap(\.self) }
    let start = zeroObstacle == nil ? "maybe " : "the total may be "
    return [zeroObstacle, total.map { start + $0 }, openObstacle].compactMap(\.self)
  }

  private var isExact: Bool { score.total == score.possibleTotal }

  private var obstaclePart: String {
    if hasColon { return ": " + NameList.clauses(obstacles) }
    if obstacles.isEmpty {
      guard needsEveryScore, score.isQualified == .yes else { return "" }
      return isExact ? ", every metric above zero" : ", but every metric is above zero"
    }
    let isTotalFirst = totalObstacle != nil && !isTotalOpen
    return (isTotalFirst ? ", " : ", but ") + NameList.clauses(obstacles)
  }

  /// Whether the obstacles begin with the total, which facts leave open.
  private var hasColon: Bool {
    !isExact && totalObstacle != nil && (!isTotalOpen || zeroObstacle == nil)
  }

  private var needsEveryScore: Bool { rule?.needsEveryScore ?? false }

  /// Whether the possible total is enough.
  private var isTotalOpen: Bool { !isExact && bounds?.contains(score.possibleTotal) ?? true }

  /// `2 short of 70`, or nil where the total is enough.
  private var totalObstacle: String? {
    guard let bounds, !bounds.contains(score.total) else { return nil }
    guard let lower = bounds.lower else { return "not \(bounds.required)" }
    let end = Fraction(lower.number)
    let target = PointsText.amount(end)
    if isTotalOpen { return "short of \(target)" }
    // The distance of what is shown, so that both add up.
    let shown = PointsText.roundedTotal(score.possibleTotal, bounds)
    guard let gap = end.minus(Fraction(shown.number)), gap.isPositive else {
      return "not more than \(target)"
    }
    let amount = NumberText.plain(gap.rounded(toPlaces: shown.places), places: shown.places)
    return (isExact ? "" : "at least ") + "\(amount) short of \(target)"
  }

  /// `Deployments is zero`, `Adds and Deployments are zero`.
  private var zeroObstacle: String? {
    guard needsEveryScore else { return nil }
    let zeros = block.metrics.filter(\.isZero).map(\.plan.title)
    guard !zeros.isEmpty else { return nil }
    return "\(NameList.all(zeros)) \(zeros.count == 1 ? "is" : "are") zero"
  }

  /// `Adds may be zero`.
  private var openObstacle: String? {
    guard needsEveryScore else { return nil }
    let open = block.metrics.filter { !$0.isZero && !$0.score.points.isPositive }.map(\.plan.title)
    return open.isEmpty ? nil : "\(NameList.all(open)) may be zero"
  }
}

/// Every name, however many: obstacles are never left out.
enum NameList {
  static func all(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `a is zero`, `a, and b`, `a, b, and c`.
  static func clauses(_ clauses: [String]) -> String {
    guard let last = clauses.last, clauses.count > 1 else { return clauses.first ?? "" }
    return clauses.dropLast().joined(separator: ", ") + ", and " + last
  }
}
