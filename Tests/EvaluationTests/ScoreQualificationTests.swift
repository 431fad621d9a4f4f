import Evaluation
import Facts
import RuleSemantics
import Testing

/// When the points are enough.
@Suite("Qualification")
struct ScoreQualificationTests {
  typealias Row = ScoreWorld.Row

  /// One tenant for certain, another perhaps; each score is `points` at two tenants.
  private func score(
    _ points: [String],
    isOpen: Bool = false,
    _ qualification: QualificationPlan? = ScoreWorld().qualification
  ) -> DesignationScore {
    var world = ScoreWorld(rows: ScoreWorld.rows(tenants: 1))
    if isOpen { world.rows.append(Row(tenant: 1, coins: nil)) }
    world.qualification = qualification
    return world.score(
      points.map { points in
        let leaf = ScoreWorld.Leaf(
          test: ScoreWorld.tenants,
          earning: ScoreWorld.earns(points, at: "2", .tenant)
        )
        return (100, [ScoreWorld.Metric(leaves: [leaf])])
      }
    )
  }

  @Test("is of the exact total: 69.5 is not 70")
  func exactTotal() {
    let below = score(["60", "79"])
    #expect(below.total == fraction(139, over: 2))
    #expect(below.isQualified == .no)
    #expect(score(["60", "80"]).isQualified == .yes)
    let third = "46.666666666666666"
    #expect(score([third, third, third]).isQualified == .no)
  }

  @Test("needs every metric above zero, where it is asked for")
  func everyScore() {
    #expect(score(["150", "0"]).isQualified == .no)
    #expect(score(["150", "0.01"]).isQualified == .yes)
    let total = QualificationPlan(
      total: SmallWorld.atLeast(70),
      needsEveryScore: false,
      months: 6,
      citations: []
    )
    #expect(score(["150", "0"], total).isQualified == .yes)
  }

  @Test("is unknown when it hangs on what is unknown")
  func unknown() {
    let open = score(["60", "20"], isOpen: true)
    #expect(open.total == fraction(40))
    #expect(open.possibleTotal == fraction(80))
    #expect(open.isQualified == .unknown)
    #expect(score(["100", "60"], isOpen: true).isQualified == .yes)
    #expect(score(["40", "20"], isOpen: true).isQualified == .no)
    #expect(score(["150"], nil).isQualified == .unknown)
  }

  @Test("is unknown while a metric is only possibly above zero")
  func unknownMetric() {
    let sure = ScoreWorld.Leaf(
      test: ScoreWorld.tenants,
      earning: ScoreWorld.earns("80", at: "1", .tenant)
    )
    let unsure = ScoreWorld.Leaf(
      test: .count(group: 1, SmallWorld.atLeast(1)),
      earning: ScoreWorld.earns("10", at: "1")
    )
    let rows = [Row(tenant: 0, coins: 10), Row(customer: 1, tenant: 1, workload: 1, coins: nil)]
    let world = ScoreWorld(rows: rows)
    let metrics = [[sure], [unsure]].map { (100, [ScoreWorld.Metric(leaves: $0)]) }
    #expect(world.score(metrics).isQualified == .yes)
    var open = ScoreWorld(rows: [Row(tenant: 0, coins: 6), Row(tenant: 0, workload: 1, coins: 4)])
    #expect(open.score(metrics).isQualified == .no)
    open.rows.append(Row(customer: 1, tenant: 1, workload: 1, coins: nil))
    #expect(open.score(metrics).isQualified == .unknown)
  }
}
