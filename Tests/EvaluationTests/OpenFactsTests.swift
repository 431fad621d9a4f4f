import Evaluation
import Facts
import RuleSemantics
import Testing

/// What keeps a metric from being exactly known.
@Suite("Open metrics")
struct OpenFactsTests {
  typealias Row = ScoreWorld.Row

  private func open(
    _ world: ScoreWorld,
    _ source: (ScoreWorld.Tree) -> ScorePlan.Source
  ) throws -> OpenFacts? {
    let leaf = ScoreWorld.Leaf(
      test: .net(group: 0, less: nil, SmallWorld.atLeast(1, .tenant)),
      earning: ScoreWorld.earns("10", at: "5", .tenant)
    )
    let tree = ScoreWorld.Tree([ScoreWorld.Metric(leaves: [leaf])])
    let designation = world.designation([ScoreWorld.plan(100, source(tree))])
    let plan = world.plan([tree.area], [designation], [])
    let evaluated = evaluate(plan, over: world.facts, catalogue: world.catalogue)
    return try #require(openFacts(evaluated, score(evaluated)).first?.first)
  }

  @Test("name customers and empty cells")
  func emptyCells() throws {
    let rows =
      ScoreWorld.rows(tenants: 1) + ScoreWorld.rows(tenants: 1, month: -12) + [
        Row(customer: 1, tenant: 1, workload: 1, coins: nil), Row(customer: 2, tenant: 2, coins: 3),
      ]
    let world = ScoreWorld(rows: rows)
    let open = try #require(try open(world) { .metrics($0.scored) })
    #expect(open.customers == [world.facts.customers[1]])
    #expect(open.missing.map(\.tenant) == [world.facts.tenants[1]])
    #expect(open.missing.map(\.months) == [[ScoreWorld.asOf]])
    #expect(
      try self.open(ScoreWorld(rows: ScoreWorld.rows(tenants: 9))) { .metrics($0.scored) } == nil
    )
  }

  @Test("name a month that no row tells of once, however many customers miss it")
  func uncoveredMonth() throws {
    var world = ScoreWorld(rows: (0..<18).map { Row(customer: $0 % 3, tenant: $0, coins: 10) })
    world.uncovered = [-12]
    let open = try #require(try open(world) { .metrics($0.scored) })
    #expect(open.customers == world.facts.customers)
    #expect(open.missing.count == 1)
    #expect(open.missing[0].months == [ScoreWorld.asOf - 12])
    #expect(open.missing[0].tenant == nil)
  }

  @Test("name the table about people where it has no row")
  func people() throws {
    let set = NameSet(id: "set", kind: 2, members: [.init(label: "first", codes: [0])])
    let step = StepPlan(
      id: "step",
      title: "Step",
      holdings: [Holding(isAll: false, certificates: set)],
      after: [],
      needs: nil,
      earning: ScoreWorld.earns("15", at: "7", ScoreWorld.person)
    )
    let world = ScoreWorld(certificates: nil)
    let open = try #require(try open(world) { _ in .steps([step]) })
    #expect(open.customers.isEmpty)
    let table = world.catalogue.tables.first { $0.isAboutPeople }
    #expect(open.missing.map(\.table) == [table?.id])
    #expect(try self.open(ScoreWorld(certificates: [])) { _ in .steps([step]) } == nil)
  }
}
