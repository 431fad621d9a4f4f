import Evaluation
import Facts
import RuleSemantics

@testable import Reports

/// Leaves of the sample tree and what they earn.
extension MakeScore {
  static func tree(_ id: String, _ title: String) -> AreaPlan {
    AreaPlan(
      id: id,
      title: title,
      nodes: [
        Make.node(.area, "", title, children: [1, 3, 6, 8, 9]),
        Make.node(.metric, "adds", "First adds", children: [2]),
        Make.node(.leaf, "adds/net", "Net tenants", parent: 1),
        Make.node(.metric, "deployments", "Deployments", children: [4, 5], isBestOf: true),
        Make.node(.leaf, "deployments/one", "Deployments one", parent: 3, under: "One"),
        Make.node(.leaf, "deployments/two", "Deployments two", parent: 3, under: "Two"),
        Make.node(.metric, "usage", "Usage", children: [7]),
        Make.node(.leaf, "usage/users", "Active users", parent: 6),
        Make.node(.leaf, "growth/growth", "Usage growth", parent: 0),
        Make.node(.metric, "other-adds", "Second adds", children: [10]),
        Make.node(.leaf, "other-adds/net", "Net tenants", parent: 9),
      ]
    )
  }

  static let tree = tree("sample", "Sample")

  static func leaf(
    _ node: Int,
    _ measure: ValueRange,
    _ points: Decimal,
    _ target: Decimal,
    _ unit: Unit
  ) -> OptionScore {
    OptionScore(
      place: .leaf(metric: 0, node: node),
      measure: measure,
      growth: nil,
      unit: unit,
      points: share(measure.low ?? .zero, target, points),
      possible: share(measure.high ?? target, target, points),
      counts: true,
      obstacle: nil,
      people: []
    )
  }

  static func growthLeaf(
    _ change: Decimal,
    _ baseline: Decimal,
    _ obstacle: OptionScore.Obstacle?
  ) -> OptionScore {
    let ratio = Fraction(baseline).inverse.flatMap(Fraction(change).times)
    let percentage = ratio?.times(Fraction(100))
    let points = obstacle == nil ? ratio.flatMap(Fraction(100).times) ?? .zero : .zero
    return OptionScore(
      place: .leaf(metric: 0, node: 8),
      measure: .exactly(change),
      growth: OptionScore.Growth(
        change: .exactly(change),
        baseline: .exactly(baseline),
        percentage: FractionRange(low: percentage, high: percentage)
      ),
      unit: .dollars,
      points: points.isBelow(Fraction(20)) ? points : Fraction(20),
      possible: points.isBelow(Fraction(20)) ? points : Fraction(20),
      counts: true,
      obstacle: obstacle,
      people: []
    )
  }

  static func earning(_ option: OptionScore) -> Earning {
    switch option.node {
    case 4: Earning(points: "25", target: "5", unit: .tenant)
    case 5: Earning(points: "25", target: "10", unit: .tenant)
    case 7: Earning(points: "55", target: "110", unit: .users)
    case 8: Earning(points: "20", target: "20", unit: .percent)
    default: Earning(points: "20", target: "10", unit: .tenant)
    }
  }

  static func floor(_ option: OptionScore) -> Bounds? {
    option.node == 8 ? .atLeast("1000", .dollars) : nil
  }

  /// Points in proportion, from zero to all of them.
  static func share(_ measure: Decimal, _ target: Decimal, _ points: Decimal) -> Fraction {
    let share = Fraction(target).inverse.flatMap(Fraction(measure).times)
    guard let share, let result = share.times(Fraction(points)) else { return .zero }
    if result.isBelow(.zero) { return .zero }
    return result.isBelow(Fraction(points)) ? result : Fraction(points)
  }

  static func share(_ count: Int, _ target: Decimal, _ points: Decimal) -> Fraction {
    share(Decimal(count), target, points)
  }
}

extension Unit {
  static let people = Unit(singular: "person", plural: "people", decimals: 0)
  static let points = Unit(singular: "point", plural: "points", decimals: 0)
}

extension OptionScore {
  var node: Int { if case .leaf(_, let node) = place { node } else { 0 } }

  func counting(_ counts: Bool) -> OptionScore { copy(place, counts) }

  func placed(in metric: Int) -> OptionScore { copy(.leaf(metric: metric, node: node), counts) }

  private func copy(_ place: Place, _ counts: Bool) -> OptionScore {
    OptionScore(
      place: place,
      measure: measure,
      growth: growth,
      unit: unit,
      points: points,
      possible: possible,
      counts: counts,
      obstacle: obstacle,
      people: people
    )
  }
}
