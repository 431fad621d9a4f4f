import Evaluation
import Facts
import RuleSemantics
import Testing

@testable import Reports

@Suite("What is missing to more points")
struct ScoreDistanceTests {
  @Test(arguments: -4...10)
  func unitsAreTheFewestThatDoIt(_ net: Int) {
    let distance = ScoreDistance(metric(MakeScore.adds(.exactly(Decimal(net)))))
    let most = distance.toMaximum.map { $0.map(\.units) }
    let first = distance.toPositive.map { $0.map(\.units) }
    #expect(most == (net < 10 ? [[Int128(10 - net)]] : []))
    #expect(first == (net <= 0 ? [[Int128(1 - net)]] : []))
  }

  @Test func eachSideAloneIsEnoughOrBothTogetherAre() {
    let alone = ScoreDistance(metric(MakeScore.sides("4", "-2")))
    #expect(alone.toMaximum.map { $0.map(\.units) } == [[6], [8]])
    let none = ScoreDistance(metric(MakeScore.sides("0", "-2")))
    #expect(none.toPositive.map { $0.map(\.units) } == [[1], [3]])
  }

  @Test func growthCountsInWhatGrows() {
    // 20 percent of 1,234.56 are 246.912, of which 77.50 are there.
    let distance = ScoreDistance(metric(MakeScore.growth("77.50", from: "1234.56")))
    #expect(distance.toMaximum.map { $0.map(\.units) } == [[170]])
    let floor = ScoreDistance(metric(MakeScore.growth("900", from: "800", .belowFloor)))
    #expect(floor.toMaximum.isEmpty)
  }

  @Test func stepsThatOthersWaitForComeFirst() {
    let distance = ScoreDistance(metric(MakeScore.skills([0, 1, 7])))
    #expect(distance.toMaximum.map { $0.map(\.units) } == [[2, 1, 3]])
    #expect(distance.toPositive.map { $0.map(\.units) } == [[2, 1]])
    #expect(distance.firstPoints == Fraction(28))
  }

  @Test func nothingIsToldWhereFactsLeaveItOpen() {
    let distance = ScoreDistance(metric(MakeScore.adds(.from("0", to: "9"))))
    #expect(distance.toMaximum.isEmpty && distance.toPositive.isEmpty)
  }

  @Test(arguments: [
    (20, 6, "3.3"), (19_999, 1000, "19.999"), (1, 1000, "0.001"), (15, 1, "15.0"), (5, 4, "1.3"),
  ])
  func pointsNeverLookLikeNothingOrEverything(_ top: Int, _ bottom: Int, _ shown: String) throws {
    let points = try #require(Fraction(Int128(top), over: Int128(bottom)))
    #expect(PointsText.metric(points, of: Fraction(20)) == shown)
  }

  @Test(arguments: [
    (139, 2, "69.5"), (6999, 100, "69.99"), (70, 1, "70"), (7003, 100, "70"), (155, 2, "78"),
    (1, 3, "0.3"),
  ])
  func totalsNeverLookLikeEnough(_ top: Int, _ bottom: Int, _ shown: String) throws {
    let points = try #require(Fraction(Int128(top), over: Int128(bottom)))
    #expect(PointsText.total(points, .atLeast("70", .points)) == shown)
  }

  @Test func customersAreGainedAndLostApart() throws {
    func part(_ id: String, _ value: ValueRange) -> MetricCustomers.Part {
      MetricCustomers.Part(id: id, name: "Customer \(id)", value: value)
    }
    let history = MakeScore.history([MakeScore.adds(.exactly("-1"))], .no)
    let block = try #require(history.blocks.first)
    let leaf = MetricCustomers.Leaf(
      id: "adds/net",
      title: "Net tenants",
      unit: .tenant,
      measure: .from("-2", to: "0"),
      parts: [
        part("5", .exactly("-1")), part("4", .exactly("0")), part("3", .exactly("1")),
        part("2", .exactly("-2")), part("1", .exactly("1")), part("6", .from("-1", to: "1")),
      ]
    )
    let shared = MetricCustomers.Leaf(
      id: "names",
      title: "Names",
      unit: .tenant,
      measure: .exactly("2"),
      parts: [part("1", .exactly("2")), part("2", .exactly("1"))]
    )
    let step = MetricCustomers.Leaf(
      id: "step",
      title: "Step",
      unit: .people,
      measure: .exactly("2"),
      parts: [
        MetricCustomers.Part(id: "7", name: "ann@contoso.example", value: .exactly("1")),
        MetricCustomers.Part(id: "bo@contoso.example", name: "", value: .exactly("1")),
      ],
      needed: ["any of A and B", "all of C"]
    )
    let metric = MetricCustomers(
      block: block,
      metric: block.metrics[0],
      leaves: [leaf, shared, step]
    )
    let page = text { customersReport([metric], RenderStyle(columns: 100), into: $0) }
    let lines = text { customersCSV([metric], into: $0) }
    try Golden.expect(page + "\n" + lines, "score-customers.txt")
  }

  private func metric(_ entry: MakeScore.Entry) -> ScoreMetric {
    ScoreMetric(plan: entry.plan, score: entry.score, tree: MakeScore.tree, open: nil)
  }
}
