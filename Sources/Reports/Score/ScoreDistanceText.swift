import Evaluation
import Facts
import RuleSemantics

/// The distance of a metric as clauses.
///
///     6 more tenants under A, or 3 more under B, give the missing 12 points
///     2 more people for Step one and 4 more for Step two give the missing 16 points
///     1 more tenant makes it more than zero
///     1 more person for Step one gives the first 28 points
enum ScoreDistanceText {
  static func clauses(_ metric: ScoreMetric) -> [String] {
    let distance = ScoreDistance(metric)
    var clauses: [String] = []
    let isSame = distance.toMaximum.map(key) == distance.toPositive.map(key)
    if !isSame, let ways = text(distance.toPositive, metric) {
      let effect = distance.firstPoints.map { points in
        let noun = points == Fraction(1) ? "point" : "\(PointsText.amount(points)) points"
        return "\(ways.isOne ? "gives" : "give") the first \(noun)"
      }
      clauses.append(
        ways.text + " " + (effect ?? "\(ways.isOne ? "makes" : "make") it more than zero")
      )
    }
    if let missing = metric.missing, let ways = text(distance.toMaximum, metric) {
      let verb = ways.isOne ? "gives" : "give"
      clauses.append("\(ways.text) \(verb) the missing \(PointsText.points(missing))")
    }
    return clauses
  }

  /// `2 more people for Step one and 4 more for Step two`.
  static func way(_ additions: Additions, _ metric: ScoreMetric) -> String {
    var unit: Unit?
    return way(additions, metric, after: &unit)
  }

  /// The noun of `unit`, which was told last, is not repeated.
  private static func way(
    _ additions: Additions,
    _ metric: ScoreMetric,
    after unit: inout Unit?
  ) -> String {
    var texts: [String] = []
    for addition in additions {
      let own = addition.option.score.unit
      texts.append(text(addition, metric, isRepeated: unit == own))
      unit = own
    }
    return texts.joined(separator: " and ")
  }

  private static func key(_ additions: Additions) -> [String] {
    additions.map { "\($0.option.id) \($0.units)" }
  }

  private static func text(
    _ ways: [Additions],
    _ metric: ScoreMetric
  ) -> (text: String, isOne: Bool)? {
    guard let first = ways.first?.first else { return nil }
    var unit: Unit?
    var texts: [String] = []
    for way in ways { texts.append(self.way(way, metric, after: &unit)) }
    let isOne =
      ways.count == 1 && ways[0].count == 1
      && (first.units == 1 || first.option.score.unit.decimals > 0)
    return (texts.joined(separator: ", or ") + (texts.count > 1 ? "," : ""), isOne)
  }

  /// `6 more tenants under A`; the noun is not repeated.
  private static func text(
    _ addition: Addition,
    _ metric: ScoreMetric,
    isRepeated: Bool
  ) -> String {
    let unit = addition.option.score.unit
    let value = Decimal(mantissa: addition.units, scale: 0)
    let number = NumberText.grouped(value, places: 0)
    let noun = NumberText.noun(value, unit)
    let amount =
      unit.decimals > 0
      ? "\(number) \(noun) more" : "\(number) more" + (isRepeated ? "" : " \(noun)")
    return amount + place(of: addition.option, metric)
  }

  /// ` under A`, ` for Step one`, or nothing where there is no other place.
  private static func place(of option: ScoreOption, _ metric: ScoreMetric) -> String {
    if metric.score.options.count == 1 { return "" }
    if let under = option.under { return " under \(under)" }
    return " for \(option.title)"
  }
}
