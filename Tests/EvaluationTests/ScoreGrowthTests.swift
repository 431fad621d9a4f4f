import Evaluation
import Facts
import RuleSemantics
import Testing

/// Growth in percent of the partner's two sums.
@Suite("Points of growth")
struct ScoreGrowthTests {
  typealias Row = ScoreWorld.Row

  /// 20 points at 30 percent.
  private func score(
    then: Int64?,
    now: Int64?,
    more: [Row] = [],
    floor: Int? = nil
  ) -> MetricScore {
    let rows = [Row(month: -12, coins: then), Row(month: 0, coins: now)] + more
    return ScoreWorld(rows: rows).score(
      ScoreWorld.Leaf(
        test: ScoreWorld.growth,
        earning: ScoreWorld.earns("20", at: "30", .percent),
        floor: floor.map { SmallWorld.atLeast($0, ScoreWorld.coin) }
      )
    )
  }

  @Test("is of the sums over all customers, exactly")
  func sums() {
    let other = [
      Row(customer: 1, tenant: 1, month: -12, coins: 99), Row(customer: 1, tenant: 1, coins: 100),
    ]
    // 222 against 200; the customers' own percentages are 20.8 and 1.
    let score = score(then: 101, now: 122, more: other)
    #expect(score.points == fraction(22 * 100 * 20, over: 200 * 30))
    let growth = score.options[0].growth
    #expect(growth?.change == exactly(22))
    #expect(growth?.baseline == exactly(200))
    #expect(growth?.percentage.exact == fraction(11))
    #expect(score.options[0].measure == exactly(22))
    #expect(score.options[0].unit == ScoreWorld.coin)
  }

  @Test("gives all points from the target on, and none for a decline")
  func ends() {
    #expect(score(then: 100, now: 130).points == fraction(20))
    #expect(score(then: 100, now: 500).points == fraction(20))
    #expect(score(then: 100, now: 90).points == .zero)
    #expect(score(then: 100, now: 90).options[0].growth?.percentage.exact == fraction(-10))
  }

  @Test("of a negative baseline is the literal quotient")
  func negativeBaseline() {
    #expect(score(then: -100, now: -130).points == fraction(20))
    #expect(score(then: -100, now: -90).points == .zero)
  }

  @Test("earns nothing from a baseline of zero")
  func noBaseline() {
    let option = score(then: 0, now: 90).options[0]
    #expect(option.obstacle == .noBaseline)
    #expect(option.points == .zero)
    #expect(option.possible == .zero)
    #expect(option.growth?.percentage == FractionRange(low: nil, high: nil))
    #expect(option.measure == exactly(90))
  }

  @Test("earns nothing from a baseline below the floor, and all on it")
  func floors() {
    let below = score(then: 99, now: 200, floor: 100)
    #expect(below.options[0].obstacle == .belowFloor)
    #expect(below.points == .zero)
    #expect(below.possible == .zero)
    let on = score(then: 100, now: 200, floor: 100)
    #expect(on.options[0].obstacle == nil)
    #expect(on.points == fraction(20))
  }

  @Test("is not certain where the baseline or its floor is unknown")
  func unknown() {
    for floor in [nil, 100] {
      let score = score(then: nil, now: 200, floor: floor)
      #expect(score.points == .zero)
      #expect(score.possible == fraction(20))
      #expect(score.options[0].obstacle == nil)
    }
    let current = score(then: 100, now: nil, floor: 100)
    #expect(current.points == .zero)
    #expect(current.possible == fraction(20))
    let below = score(then: 99, now: nil, floor: 100)
    #expect(below.options[0].obstacle == .belowFloor)
    #expect(below.possible == .zero)
  }

  @Test("lies between the ends of its two sums")
  func range() {
    // Four tenants now; two for certain and perhaps a third a year ago: a third up to the double.
    let rows =
      ScoreWorld.rows(tenants: 4) + ScoreWorld.rows(tenants: 2, month: -12) + [
        Row(tenant: 2, month: -12, coins: nil)
      ]
    let score = ScoreWorld(rows: rows).score(
      ScoreWorld.Leaf(test: ScoreWorld.net, earning: ScoreWorld.earns("20", at: "100", .percent))
    )
    let growth = score.options[0].growth
    #expect(growth?.change == ValueRange(low: Decimal(1), high: Decimal(2)))
    #expect(growth?.baseline == ValueRange(low: Decimal(2), high: Decimal(3)))
    #expect(growth?.percentage == FractionRange(low: fraction(100, over: 3), high: fraction(100)))
    #expect(score.points == fraction(20, over: 3))
    #expect(score.possible == fraction(20))
  }

  @Test("is unknown, not wrong, when it overflows")
  func overflow() {
    let rows = [Row(month: -12, coins: 1), Row(month: 0, coins: .max)]
    let earning = ScoreWorld.earns("20", at: "0.00000000000000001", .percent)
    let leaf = ScoreWorld.Leaf(test: ScoreWorld.growth, earning: earning)
    let fits = ScoreWorld(rows: rows).score(leaf)
    #expect(fits.points == fraction(20))
    let smaller = ScoreWorld.earns("20", at: "0.000000000000000001", .percent)
    let overflow = ScoreWorld(rows: rows).score(
      ScoreWorld.Leaf(test: ScoreWorld.growth, earning: smaller)
    )
    #expect(overflow.points == .zero)
    #expect(overflow.possible == fraction(20))
  }
}
