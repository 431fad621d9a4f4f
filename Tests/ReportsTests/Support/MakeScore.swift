import Evaluation
import Facts
import RuleSemantics

@testable import Reports

/// Makers of plans and scores: three metrics of a tree, people, and something to fill up the total.
enum MakeScore {
  /// One metric with what it earns.
  struct Entry {
    let plan: ScorePlan
    let score: MetricScore

    /// The same under a heading.
    func under(_ id: String, _ title: String) -> Entry {
      Entry(
        plan: ScorePlan(
          category: ScoreCategory(id: id, title: title),
          id: plan.id,
          title: plan.title,
          maximum: plan.maximum,
          source: plan.source,
          citations: plan.citations,
          rule: plan.rule
        ),
        score: score
      )
    }
  }

  static let people = [
    Person(id: "1001", otherName: "cy@contoso.example"), Person(id: "1002"),
    Person(id: "ada@contoso.example"), Person(id: "bo@contoso.example"),
  ]

  /// 20 points at 10 tenants.
  static func adds(_ net: ValueRange) -> Entry {
    entry("adds", "Net adds", "20", [[leaf(2, net, "20", "10", .tenant)]])
  }

  /// 25 points at 5 tenants or at 10, whichever is more.
  static func deployments(_ first: Decimal, _ second: Decimal) -> Entry {
    var leaves = [
      leaf(4, .exactly(first), "25", "5", .tenant), leaf(5, .exactly(second), "25", "10", .tenant),
    ]
    let isFirst = !leaves[0].points.isBelow(leaves[1].points)
    leaves = leaves.enumerated().map { $1.counting(isFirst == ($0 == 0)) }
    return entry("deployments", "Deployments", "25", [leaves])
  }

  /// 55 points at 110 users.
  static func usage(_ users: Decimal) -> Entry {
    entry("usage", "Usage", "55", [[leaf(7, .exactly(users), "55", "110", .users)]])
  }

  /// 20 points at 20 percent, from 1,000 USD.
  static func growth(
    _ change: Decimal,
    from baseline: Decimal,
    _ obstacle: OptionScore.Obstacle? = nil
  ) -> Entry {
    entry("growth", "Growth", "20", [[growthLeaf(change, baseline, obstacle)]])
  }

  /// 20 points at 10 tenants of one side, 20 of the other, 20 together.
  static func sides(_ first: Decimal, _ second: Decimal) -> Entry {
    entry(
      "adds",
      "Net adds",
      "20",
      [
        [leaf(2, .exactly(first), "20", "10", .tenant)],
        [leaf(10, .exactly(second), "20", "10", .tenant)],
      ]
    )
  }

  /// 40 points at 10 specialists, once there are 2 administrators and 2 architects; nil is unknown.
  static func skills(_ counts: [Int?]) -> Entry {
    let earning = Earning(points: "40", target: "10", unit: .people)
    let steps = [
      step("administrators", "Administrators", needs: "2"),
      step("architects", "Architects", needs: "2"),
      step("specialists", "Specialists", after: [0, 1], earning: earning),
    ]
    let incomplete = counts.prefix(2).firstIndex { ($0 ?? 2) < 2 }
    let options = counts.enumerated().map { index, count -> OptionScore in
      let isLast = index == 2
      let obstacle = isLast ? incomplete.map(OptionScore.Obstacle.incomplete) : nil
      let points = isLast && obstacle == nil ? share(count ?? 0, "10", "40") : .zero
      return OptionScore(
        place: .step(index),
        measure: count.map { .exactly(Decimal($0)) } ?? .from("0", to: nil),
        growth: nil,
        unit: .people,
        points: points,
        possible: isLast && count == nil ? Fraction(40) : points,
        counts: true,
        obstacle: obstacle,
        people: Array(0..<Int32(min(count ?? 0, people.count)))
      )
    }
    return Entry(
      plan: score("skills", "Skills", "40", .steps(steps)),
      score: MetricScore(
        points: options[2].points,
        possible: options[2].possible,
        options: options
      )
    )
  }

  private static func entry(
    _ id: String,
    _ title: String,
    _ maximum: Decimal,
    _ sides: [[OptionScore]]
  ) -> Entry {
    let metrics = sides.map { leaves in
      ScoredMetric(
        metric: tree.nodes[leaves[0].node].parent ?? 0,
        leaves: leaves.map { LeafEarning(leaf: $0.node, earning: earning($0), floor: floor($0)) }
      )
    }
    let options = sides.enumerated().flatMap { place, leaves in
      leaves.map { $0.placed(in: place) }
    }
    func sum(_ points: KeyPath<OptionScore, Fraction>) -> Fraction {
      let sum = options.filter(\.counts).reduce(Fraction.zero) {
        $0.plus($1[keyPath: points]) ?? $0
      }
      return sum.isBelow(Fraction(maximum)) ? sum : Fraction(maximum)
    }
    return Entry(
      plan: score(id, title, maximum, .metrics(metrics)),
      score: MetricScore(points: sum(\.points), possible: sum(\.possible), options: options)
    )
  }

  private static func score(
    _ id: String,
    _ title: String,
    _ maximum: Decimal,
    _ source: ScorePlan.Source
  ) -> ScorePlan {
    ScorePlan(
      id: id,
      title: title,
      maximum: maximum,
      source: source,
      citations: [],
      rule: RulePlace(file: "sample.rules", line: 9)
    )
  }

  private static func step(
    _ id: String,
    _ title: String,
    after: [Int] = [],
    needs: Decimal? = nil,
    earning: Earning? = nil
  ) -> StepPlan {
    StepPlan(id: id, title: title, holdings: [], after: after, needs: needs, earning: earning)
  }
}
