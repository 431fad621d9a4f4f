import Evaluation
import Facts
import RuleSemantics
import Testing

/// Which of the trees counts for the partner.
@Suite("Track choice")
struct ScoreTrackTests {
  typealias Row = ScoreWorld.Row

  /// A leaf of one tenant for each of the points.
  private func tree(_ points: [String]) -> ScoreWorld.Tree {
    ScoreWorld.Tree(
      points.map { points in
        ScoreWorld.Metric(
          leaves: [
            ScoreWorld.Leaf(
              test: ScoreWorld.tenants,
              earning: ScoreWorld.earns(points, at: "1", .tenant)
            )
          ]
        )
      }
    )
  }

  /// One designation for each list of points of each tree; the lists at one place are of one
  /// family, unless `families` names them.
  private func score(
    _ trees: [[[String]]],
    families: [[String]] = [],
    _ rule: TrackChoicePlan.Rule,
    _ world: ScoreWorld = ScoreWorld(rows: ScoreWorld.rows(tenants: 1))
  ) -> PartnerScore {
    var designations: [DesignationPlan] = []
    let areas = trees.enumerated().map { index, lists in
      let tree = tree(lists.flatMap { $0 })
      var metrics = tree.scored[...]
      for (place, list) in lists.enumerated() {
        let scores = list.map { _ in
          ScoreWorld.plan(100, .metrics([metrics.removeFirst()]))
        }
        let family = families.isEmpty ? "\(place)" : families[index][place]
        designations.append(world.designation(scores, tree: index, family: family))
      }
      return tree.area
    }
    let choice = TrackChoicePlan(area: "area", trees: Array(trees.indices), rule: rule)
    return world.score(areas, designations, [choice])
  }

  @Test("takes the only tree with all its designations")
  func only() {
    let score = score([[["10"], ["20"]]], .only)
    #expect(score.choices[0].tree == 0)
    #expect(score.designations.map(\.counts) == [true, true])
  }

  @Test("counts what no choice is made of")
  func noChoice() {
    let world = ScoreWorld(rows: [])
    let score = world.score([tree(["10"]).area], [world.designation([])])
    #expect(score.choices.isEmpty)
    #expect(score.designations.map(\.counts) == [true])
  }

  @Test("takes the higher total, of equals the qualified one, else the first")
  func higherTotal() {
    func counts(_ first: [String], _ second: [String]) -> [Bool] {
      score([[first], [second]], .higherTotal).designations.map(\.counts)
    }
    #expect(counts(["40"], ["50"]) == [false, true])
    #expect(counts(["80", "0"], ["72"]) == [true, false])
    #expect(counts(["40"], ["40"]) == [true, false])
    #expect(counts(["80", "0"], ["40", "40"]) == [false, true])
    #expect(counts(["40", "40"], ["80"]) == [true, false])
    #expect(score([[["40"]], [["50"]]], .higherTotal).choices[0].tree == 1)
  }

  @Test("may take another tree where facts are missing that choose")
  func openChoice() {
    // One tenant for certain, and one more whose cell is empty.
    let open = ScoreWorld(
      rows: ScoreWorld.rows(tenants: 1) + [Row(customer: 1, tenant: 1, workload: 1, coins: nil)]
    )
    func mayCount(_ first: [String], _ second: [String], _ world: ScoreWorld) -> [Bool] {
      score([[first], [second]], .higherTotal, world).designations.map(\.mayCount)
    }
    let known = ScoreWorld(rows: ScoreWorld.rows(tenants: 1))
    #expect(mayCount(["40"], ["50"], known) == [false, true])
    #expect(mayCount(["40"], ["40"], known) == [true, false])
    // 0 to 40, or 0 to 50: both possible totals are above the certain ones.
    let none = ScoreWorld(rows: [Row(customer: 1, tenant: 1, workload: 1, coins: nil)])
    #expect(mayCount(["40"], ["50"], none) == [true, true])
    #expect(mayCount(["40"], ["50"], open) == [false, true])
    let test = PartnerTest.count(group: 2, monthsBack: 0, SmallWorld.atLeast(2))
    func classified(_ tests: [PartnerTest]) -> [Bool] {
      let rule = TrackChoicePlan.Rule.classified(met: 1, tests, otherwise: 0)
      return score([[["40"]], [["50"]]], rule, open).designations.map(\.mayCount)
    }
    #expect(classified([test]) == [true, true])
    let failing = PartnerTest.count(group: 2, monthsBack: 0, SmallWorld.atLeast(3))
    #expect(classified([test, failing]) == [true, false])
  }

  @Test("decides for each designation of the trees")
  func severalDesignations() {
    let split = score([[["40"], ["60"]], [["50"], ["50"]]], .higherTotal)
    #expect(split.designations.map(\.counts) == [false, true, true, false])
    #expect(split.choices[0].tree == nil)
    let same = score([[["40"], ["60"]], [["30"], ["50"]]], .higherTotal)
    #expect(same.choices[0].tree == 0)
  }

  @Test("lets designations of one family compete, whatever their place in the tree")
  func families() {
    let score = score(
      [[["40"], ["60"]], [["50"], ["70"], ["10"]]],
      families: [["a", "b"], ["b", "a", "c"]],
      .higherTotal
    )
    #expect(score.designations.map(\.counts) == [false, true, false, true, true])
    #expect(score.choices[0].tree == nil)
  }

  @Test("goes by the size of a group in an earlier month")
  func count() {
    let rows =
      ScoreWorld.rows(tenants: 2) + ScoreWorld.rows(tenants: 1, month: -12) + [
        Row(customer: 1, tenant: 4, month: 0, coins: nil)
      ]
    let world = ScoreWorld(rows: rows)
    func choose(_ now: Int, _ then: Int) -> ChosenTrack {
      let tests = [(now, 0), (then, 12)].map { number, monthsBack in
        PartnerTest.count(
          group: 2,
          monthsBack: monthsBack,
          SmallWorld.atLeast(number)
        )
      }
      let rule = TrackChoicePlan.Rule.classified(met: 1, tests, otherwise: 0)
      return score([[["40"]], [["50"]]], rule, world).choices[0]
    }
    #expect(choose(2, 1).tree == 1)
    #expect(choose(2, 2).tree == 0)
    // Unknown counts as no.
    let open = choose(3, 1)
    #expect(open.tree == 0)
    #expect(open.observations.map(\.truth) == [.unknown, .yes])
    #expect(open.observations[0].value == ValueRange(low: Decimal(2), high: Decimal(3)))
    #expect(open.observations[1].month == ScoreWorld.asOf - 12)
    #expect(open.observations[1].value == exactly(1))
  }

  @Test("goes by the sum over all customers and months")
  func total() {
    let rows = (-12...0).map { Row(customer: Int32(-$0 % 3), month: $0, coins: 5) }
    func choose(_ world: ScoreWorld) -> ChosenTrack {
      let test = PartnerTest.total(
        Quantity(measure: 0, window: 12),
        SmallWorld.atLeast(60, ScoreWorld.coin)
      )
      let rule = TrackChoicePlan.Rule.classified(met: 0, [test], otherwise: 1)
      return score([[["40"]], [["50"]]], rule, world).choices[0]
    }
    let known = choose(ScoreWorld(rows: rows))
    #expect(known.tree == 0)
    #expect(known.observations[0].value == exactly(60))
    #expect(known.observations[0].unit == ScoreWorld.coin)
    let unknown = choose(ScoreWorld(rows: rows, uncovered: [-5]))
    #expect(unknown.tree == 1)
    #expect(unknown.observations[0].truth == .unknown)
    #expect(choose(ScoreWorld(rows: [], uncovered: [-5])).observations[0].truth == .unknown)
  }
}
