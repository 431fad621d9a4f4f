import Evaluation
import Facts
import RuleSemantics
import Testing

/// The share of customers that classifies a partner.
@Suite("Share of customers")
struct ScoreShareTests {
  typealias Row = ScoreWorld.Row

  /// Customers of the first segment, more than half or at least two thirds.
  private func observe(_ world: ScoreWorld, _ bounds: Bounds) -> PartnerObservation {
    let member = NameSet.Member(label: "first", codes: [0])
    let segments = NameSet(id: "segments", kind: 3, members: [member])
    let test = PartnerTest.share(selection: 0, names: segments, bounds)
    let tree = ScoreWorld.Tree([]).area
    let choice = TrackChoicePlan(
      area: "area",
      trees: [0, 1],
      rule: .classified(met: 1, [test], otherwise: 0)
    )
    let track = world.score([tree, tree], [], [choice]).choices[0]
    #expect(track.tree == (track.observations[0].truth == .yes ? 1 : 0))
    return track.observations[0]
  }

  private func bounds(above number: Int, isIncluded: Bool = false) -> Bounds {
    Bounds(
      lower: Bounds.End(Decimal(number), isIncluded: isIncluded),
      upper: nil,
      unit: .percent
    )
  }

  @Test("counts each customer once, with any row of the month in the set")
  func customers() {
    let rows = [
      Row(customer: 0, tenant: 0, segment: 1, coins: 1),
      Row(customer: 0, tenant: 1, segment: 0, coins: 1),
      Row(customer: 0, tenant: 1, segment: 0, coins: 1),
      Row(customer: 1, tenant: 2, segment: 2, coins: 1),
      Row(customer: 2, tenant: 3, segment: 0, month: -1, coins: 1),
    ]
    let share = observe(ScoreWorld(rows: rows), bounds(above: 50, isIncluded: true))
    #expect(share.value == exactly(1))
    #expect(share.whole == exactly(2))
    #expect(share.truth == .yes)
    #expect(share.unit == .percent)
    #expect(observe(ScoreWorld(rows: rows), bounds(above: 50)).truth == .no)
  }

  @Test("is unknown where cells are empty or the month has no facts")
  func unknown() {
    let rows = [
      Row(customer: 0, segment: 0, coins: 1), Row(customer: 1, tenant: 1, segment: -1, coins: 1),
      Row(customer: 2, tenant: 2, segment: 1, coins: 1),
    ]
    let share = observe(ScoreWorld(rows: rows), bounds(above: 50))
    #expect(share.value == ValueRange(low: Decimal(1), high: Decimal(2)))
    #expect(share.truth == .unknown)
    #expect(observe(ScoreWorld(rows: rows), bounds(above: 30)).truth == .yes)
    #expect(observe(ScoreWorld(rows: rows), bounds(above: 70)).truth == .no)
    let missing = observe(ScoreWorld(rows: [], uncovered: [0]), bounds(above: 50))
    #expect(missing.truth == .unknown)
    #expect(observe(ScoreWorld(rows: []), bounds(above: 50)).truth == .no)
  }
}
