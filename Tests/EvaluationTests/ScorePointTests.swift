import Evaluation
import Facts
import RuleSemantics
import Testing

/// What leaves and metrics earn.
@Suite("Points")
struct ScorePointTests {
  typealias Row = ScoreWorld.Row
  typealias Leaf = ScoreWorld.Leaf
  typealias Metric = ScoreWorld.Metric

  private func tenants(_ points: String, at target: String) -> Leaf {
    Leaf(test: ScoreWorld.tenants, earning: ScoreWorld.earns(points, at: target, .tenant))
  }

  @Test("are in proportion to the target", arguments: 0...8)
  func proportion(count: Int) {
    let world = ScoreWorld(rows: ScoreWorld.rows(tenants: count))
    let score = world.score(tenants("15", at: "7"))
    #expect(score.points == (count < 7 ? fraction(15 * count, over: 7) : fraction(15)))
    #expect(score.possible == score.points)
    #expect(score.options[0].measure == exactly(count))
    #expect(score.options[0].unit == .tenant)
    #expect(score.options[0].place == .leaf(metric: 0, node: 2))
  }

  @Test("are never below zero, and one side does not take from the other")
  func negative() {
    let rows = ScoreWorld.rows(tenants: 2, month: -12) + [Row(month: 0, coins: 60)]
    let world = ScoreWorld(rows: rows)
    let net = Leaf(test: ScoreWorld.net, earning: ScoreWorld.earns("10", at: "2", .tenant))
    let change = Leaf(test: ScoreWorld.change, earning: ScoreWorld.earns("10", at: "50"))
    let score = world.score(net, change)
    #expect(score.options.map(\.measure) == [exactly(-1), exactly(40)])
    #expect(score.options.map(\.points) == [.zero, fraction(8)])
    #expect(score.points == fraction(8))
  }

  @Test("add up exactly: six times 20/6 is 20")
  func sixths() {
    let world = ScoreWorld(rows: ScoreWorld.rows(tenants: 1))
    let sixth = tenants("20", at: "6")
    #expect(world.score(sixth, sixth, sixth, sixth, sixth, sixth).points == fraction(20))
  }

  @Test("of a score stop at its maximum")
  func maximum() {
    let world = ScoreWorld(rows: ScoreWorld.rows(tenants: 2))
    let metric = Metric(leaves: [tenants("15", at: "2")])
    let score = world.score([(20, [metric, metric]), (10, [metric])])
    #expect(score.metrics.map(\.points) == [fraction(20), fraction(10)])
    #expect(score.total == fraction(30))
    #expect(
      score.metrics[0].options.map(\.place) == [
        .leaf(metric: 0, node: 2), .leaf(metric: 1, node: 4),
      ]
    )
  }

  @Test("of a best-of metric are those of the best leaf, of equals the first")
  func bestOf() {
    let world = ScoreWorld(rows: ScoreWorld.rows(tenants: 2))
    let (small, large) = (tenants("5", at: "2"), tenants("15", at: "3"))
    let score = world.score(small, large, large, isBestOf: true)
    #expect(score.points == fraction(10))
    #expect(score.options.map(\.counts) == [false, true, false])
    #expect(score.options.map(\.points) == [fraction(5), fraction(10), fraction(10)])
    #expect(world.score(small, large).points == fraction(15))
    #expect(world.score(small, large).options.map(\.counts) == [true, true])
  }

  @Test("count names once, however many customers have them; what is each tenant's adds up")
  func distinctNames() {
    let rows = [
      Row(customer: 0, tenant: 0, coins: 10), Row(customer: 1, tenant: 1, coins: 10),
      Row(customer: 1, tenant: 2, workload: 1, coins: 6),
      Row(customer: 1, tenant: 3, workload: 1, coins: 4),
      Row(customer: 2, tenant: 4, workload: 2, coins: 9),
    ]
    func measure(_ test: TestPlan, _ more: [Row] = []) -> ValueRange {
      let leaf = Leaf(test: test, earning: ScoreWorld.earns("10", at: "5"))
      return ScoreWorld(rows: rows + more).score(leaf).options[0].measure
    }
    #expect(measure(ScoreWorld.names) == exactly(2))
    #expect(measure(ScoreWorld.namesPerTenant) == exactly(2))
    #expect(measure(ScoreWorld.tenants) == exactly(2))
    // The third workload may have enough; the first has it whatever this cell says.
    let unknown = [
      Row(customer: 0, tenant: 5, workload: 2, coins: nil), Row(customer: 2, tenant: 6, coins: nil),
    ]
    let range = ValueRange(low: Decimal(2), high: Decimal(3))
    #expect(measure(ScoreWorld.names, unknown) == range)
  }

  @Test("of what is not known are certain and possible ones")
  func intervals() {
    let rows = ScoreWorld.rows(tenants: 2) + [Row(tenant: 2, coins: nil)]
    let score = ScoreWorld(rows: rows).score(tenants("30", at: "6"))
    #expect(score.points == fraction(10))
    #expect(score.possible == fraction(15))
    let change = Leaf(test: ScoreWorld.change, earning: ScoreWorld.earns("10", at: "5"))
    for uncovered in [0, -12] {
      var world = ScoreWorld(rows: [Row(month: uncovered == 0 ? -12 : 0, coins: 9)])
      world.uncovered = [uncovered]
      let score = world.score(change)
      #expect(score.points == .zero)
      #expect(score.possible == fraction(10))
      #expect(score.options[0].measure == ValueRange(low: nil, high: nil))
    }
  }

  @Test("are unknown in months without facts also for a partner without customers")
  func nobody() {
    var world = ScoreWorld(rows: [])
    #expect(world.score(tenants("30", at: "6")).possible == .zero)
    world.uncovered = [0]
    let score = world.score(tenants("30", at: "6"))
    #expect(score.options[0].measure == ValueRange(low: .zero, high: nil))
    #expect(score.points == .zero)
    #expect(score.possible == fraction(30))
  }
}
