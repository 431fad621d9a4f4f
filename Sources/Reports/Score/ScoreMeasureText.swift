import Evaluation
import Facts
import RuleSemantics

/// What a leaf or a step measures, and the target that it is measured against.
extension ScoreOption {
  /// `4 tenants`, `12.50 percent`, `1 to 3 people`.
  var shownMeasure: String {
    if score.obstacle == .noBaseline { return "no percentage" }
    guard let growth = score.growth else {
      return NumberText.quantity(score.measure, score.unit, near: near)
    }
    if let change = growth.change.exact, let baseline = growth.baseline.exact,
      let text = NumberText.percent(change, of: baseline, near: near)
    {
      return text
    }
    return hasUnknownGrowth
      ? "an unknown growth" : NumberText.quantity(percentage, .percent, near: near)
  }

  /// Whether of a growth in percent not even an end is known.
  var hasUnknownGrowth: Bool {
    score.growth != nil && percentage.low == nil && percentage.high == nil
  }

  /// `10 tenants`; empty where nothing is earned.
  var shownTarget: String {
    earning.map { NumberText.quantity($0.target, $0.unit) } ?? ""
  }

  /// `4`, `12.50`, `1..3`: for programs.
  var plainMeasure: String {
    if score.obstacle == .noBaseline { return "" }
    guard let growth = score.growth else { return RangeText.plain(score.measure) }
    guard let change = growth.change.exact, let baseline = growth.baseline.exact,
      let percent = Decimal.percent(change, of: baseline, places: 2)
    else { return RangeText.plain(percentage) }
    return NumberText.plain(percent, places: 2)
  }

  /// A growth in percent that facts leave open, rounded for show.
  private var percentage: ValueRange {
    ValueRange(
      low: score.growth?.percentage.low?.rounded(toPlaces: 2),
      high: score.growth?.percentage.high?.rounded(toPlaces: 2)
    )
  }

  /// Numbers that a rounded measure must not seem to be.
  private var near: [Decimal] { (earning.map { [$0.target] } ?? []) + [.zero] }
}

enum RangeText {
  /// `4`, `1..3`, `1..`.
  static func plain(_ range: ValueRange) -> String {
    if let exact = range.exact { return exact.description }
    return "\(range.low?.description ?? "")..\(range.high?.description ?? "")"
  }
}

extension ScoreMetric {
  /// The measures of the options that say what is measured, joined.
  func joinedMeasures(_ separator: String, _ text: (ScoreOption) -> String) -> String {
    shownOptions.map(text).joined(separator: separator)
  }
}
