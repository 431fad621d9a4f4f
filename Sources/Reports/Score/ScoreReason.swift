import Evaluation
import Facts
import RuleSemantics

/// The sentence about one metric.
///
///     Adds: 8.0 of 20 points for 4 tenants (10 tenants earn 20); 6 more tenants give the missing 12
///     points.
///
/// - Returns: one sentence that is complete without the columns beside it.
func reason(of metric: ScoreMetric, _ catalogue: Catalogue) -> String {
  let clauses = [pointsClause(metric)] + optionClauses(metric) + restClauses(metric, catalogue)
  return clauses.joined(separator: "; ") + "."
}

/// What would change the points, where the table says the rest; nil where there is nothing to tell.
func restSentence(of metric: ScoreMetric, _ catalogue: Catalogue) -> String? {
  let text = restClauses(metric, catalogue).joined(separator: "; ")
  guard !text.isEmpty else { return nil }
  return text.prefix(1).uppercased() + text.dropFirst() + "."
}

/// What is missing: to more points, and of facts.
private func restClauses(_ metric: ScoreMetric, _ catalogue: Catalogue) -> [String] {
  let open = metric.open.flatMap { OpenFactsText.clause($0, catalogue) }
  return ScoreDistanceText.clauses(metric) + (open.map { [$0] } ?? [])
}

private func pointsClause(_ metric: ScoreMetric) -> String {
  let text = "\(metric.plan.title): \(metric.pointsOfMaximum)"
  let open = metric.isExact || metric.open != nil ? "" : ", because facts are missing"
  guard let option = metric.plainOption else { return text + open }
  return "\(text) for \(ScoreOptionText.measure(option))" + open
}

private func optionClauses(_ metric: ScoreMetric) -> [String] {
  metric.plainOption == nil ? metric.options.map { ScoreOptionText.clause($0, of: metric) } : []
}

extension ScoreMetric {
  /// The only option, where nothing but its measure decides.
  var plainOption: ScoreOption? {
    guard score.options.count == 1, score.options[0].obstacle == nil else { return nil }
    return options[0]
  }

  /// `8.0`, or `8.0 to 20.0` where facts leave it open.
  var shownPoints: String {
    PointsText.metric(score.points, to: score.possible, of: maximum)
  }

  /// `8.0 of 20 points`.
  var pointsOfMaximum: String { "\(shownPoints) of \(PointsText.points(maximum))" }
}

/// One leaf or step in words.
enum ScoreOptionText {
  /// `Leaf A: 4 tenants (10 tenants earn 20 points) give 8.0 points`, with what does not count
  /// marked.
  static func clause(_ option: ScoreOption, of metric: ScoreMetric) -> String {
    if let step = option.step { return clause(option, step, of: metric) }
    switch option.score.obstacle {
    case .noBaseline:
      return
        "\(option.title) earns nothing: without a value a year ago there is no growth in percent"
    case .belowFloor:
      let value = option.score.growth.map {
        NumberText.quantity($0.baseline, option.score.unit, near: option.floor?.ends ?? [])
      }
      let need = option.floor.map { RequirementText.need($0) }
      return "\(option.title) earns nothing: it grows from \(value ?? "too little"), and"
        + " \(need ?? "more is needed")"
    case .incomplete, nil:
      let start = "\(option.title) \(option.score.counts ? "earns" : "would earn")"
      let end =
        option.score.counts
        ? ""
        : metric.mayCount(option) ? ", and may count" : ", and does not count beside the best one"
      return "\(start) \(points(option)) for \(measure(option))\(end)"
    }
  }

  /// `4 tenants (10 tenants earn 20 points)`.
  static func measure(_ option: ScoreOption) -> String {
    guard let earning = option.earning else { return option.shownMeasure }
    let verb = earning.target == Decimal(1) && earning.unit != .percent ? "earns" : "earn"
    return "\(option.shownMeasure)\(growth(option)) (\(option.shownTarget) \(verb)"
      + " \(PointsText.points(Fraction(earning.points))))"
  }

  /// `Step one: 2 people, where 2 are needed`, `Step two: 4 people, 8.0 points (10 people earn 20
  /// points)`, `Step two: 4 people, no points until Step one is complete`.
  private static func clause(
    _ option: ScoreOption,
    _ step: StepPlan,
    of metric: ScoreMetric
  ) -> String {
    var text = "\(step.title): \(NumberText.quantity(option.score.measure, option.score.unit))"
    if let needs = step.needs {
      let verb = needs == Decimal(1) ? "is" : "are"
      text += ", where \(NumberText.grouped(needs, places: 0)) \(verb) needed"
    }
    if case .incomplete = option.score.obstacle {
      let open = step.after.map { metric.options[$0] }.filter(\.isIncomplete).map(\.title)
      let verb = open.count == 1 ? "is" : "are"
      return "\(text), no points until \(NameList.all(open)) \(verb) complete"
    }
    guard let earning = option.earning else { return text }
    return "\(text), \(points(option)) (\(option.shownTarget)"
      + " \(earning.target == Decimal(1) ? "earns" : "earn")"
      + " \(PointsText.points(Fraction(earning.points))))"
  }

  /// `8.0 points`, `8.0 to 12.0 points`.
  static func points(_ option: ScoreOption) -> String {
    PointsText.metric(option.score.points, to: option.score.possible, of: option.most) + " points"
  }

  /// `, 120.00 USD more than 1,000.00 USD`, of a growth in percent.
  private static func growth(_ option: ScoreOption) -> String {
    guard let growth = option.score.growth else { return "" }
    if growth.baseline.low == nil, growth.baseline.high == nil { return "" }
    let baseline = NumberText.quantity(growth.baseline, option.score.unit)
    guard let change = growth.change.exact else {
      return option.hasUnknownGrowth ? " from \(baseline)" : " of \(baseline)"
    }
    let word = change.mantissa < 0 ? "less" : "more"
    return ", \(NumberText.quantity(change.size, option.score.unit)) \(word) than \(baseline)"
  }
}
