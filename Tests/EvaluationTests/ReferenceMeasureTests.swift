import Evaluation
import Facts
import RuleSemantics
import TestSupport
import Testing

/// What the oracle makes of rows, rates and dates, against answers worked out by hand.
@Suite("The reference evaluator, on rows and what they come to")
struct ReferenceMeasureTests {
  typealias Row = SmallWorld.Row
  typealias Date = SmallWorld.Date

  private let total = TestPlan.total(
    SmallWorld.seats,
    group: nil,
    SmallWorld.atLeast(1),
    countsChange: true
  )

  /// 0.2 for the first workload, nothing for the third; the second has no rate.
  private let rate = RatePlan(
    id: "rate",
    title: "rate",
    kind: 0,
    entries: [(Int32(0), "0.2"), (2, "0")].map { code, number in
      RatePlan.Entry(
        member: NameSet.Member(label: "workload \(code)", codes: [code]),
        number: Decimal(number) ?? .zero
      )
    }
  )

  @Test("takes a row for which some clause holds")
  func someClause() {
    let first = SmallWorld.association([0])
    let second = SmallWorld.association([1])
    let rows = [
      Row(tenant: 0, association: 0, month: 0, seats: 3),
      Row(tenant: 1, association: 1, month: 0, seats: 4),
    ]
    func current(_ clauses: [[NameFilter]]) -> CurrentValue {
      SmallWorld(rows: rows, clauses: clauses).answer(total).1
    }
    #expect(current([[first]]) == .number(Decimal(3), SmallWorld.seat))
    #expect(current([[first, second]]) == .number(Decimal(0), SmallWorld.seat))
    #expect(current([[first], [second]]) == .number(Decimal(7), SmallWorld.seat))
  }

  @Test("adds what parts come to at their rates, the largest listing of each")
  func parts() {
    let world = SmallWorld(
      rows: [
        Row(tenant: 0, month: 0, seats: 10, users: 1),
        Row(tenant: 0, association: 1, month: 0, seats: 4, users: 5),
        Row(tenant: 0, workload: 1, month: 0, seats: 100, users: 2),
      ],
      measures: [[SmallWorld.part(3, at: rate), SmallWorld.part(4)]]
    )
    // First workload: 10 * 0.2 + 5; second: no rate, and 2.
    #expect(world.answer(total).1 == .number(Decimal(9), SmallWorld.seat))
  }

  @Test("counts nothing without a rate, also where the number is unknown", arguments: 0..<3)
  func unknownWithoutRate(workload: Int32) {
    let world = SmallWorld(
      rows: [Row(tenant: 0, workload: workload, month: 0, seats: nil)],
      measures: [[SmallWorld.part(3, at: rate)]]
    )
    let (verdict, current) = world.answer(total)
    #expect(verdict.truth == (workload == 0 ? .unknown : .no))
    #expect(current == (workload == 0 ? .none : .number(Decimal(0), SmallWorld.seat)))
  }

  @Test("tells the change beside a total", arguments: [(2, false), (3, false), (3, true)])
  func totalThatCountsChange(then: Int64, isUncovered: Bool) {
    let world = SmallWorld(
      rows: [Row(tenant: 0, month: -12, seats: then), Row(tenant: 0, month: 0, seats: 3)]
        .filter { !isUncovered || $0.month == 0 },
      uncovered: isUncovered ? [-12] : []
    )
    let (verdict, current) = world.answer(total)
    #expect(verdict.truth == .yes)
    #expect(current == .number(Decimal(3), SmallWorld.seat))
    #expect(verdict.change == (isUncovered ? nil : then == 2 ? .withGrowth : .noChange))
  }

  @Test(
    "compares an average of twelve months without dividing",
    arguments: [(11, false), (12, true)]
  )
  func average(seats: Int64, isMet: Bool) {
    let year = Quantity(measure: 0, window: 12)
    let world = SmallWorld(
      rows: [Row(tenant: 0, month: -11, seats: seats)],
      conditions: [.average(year, SmallWorld.atLeast(1)), .some(kind: 0, ConditionID(0))]
    )
    let count = TestPlan.count(group: 0, SmallWorld.atLeast(1, .tenant))
    #expect(world.answer(count).0.isMet == isMet)
  }

  /// The baseline is 1 in M-12, 2 in M-7 and 4 in M-5; there are 10 now.
  @Test(
    "starts the baseline at the earliest date of the associations that rows tell of",
    arguments: [
      ([Date(tenant: 0, month: -5), Date(tenant: 0, association: 1, month: -7)], 8),
      ([Date(tenant: 0, month: -5)], 9),
      ([Date(tenant: 0, month: -5), Date(tenant: 0, association: 1, month: 1)], 9),
      ([Date(tenant: 0, month: -5), Date(tenant: 0, association: 1, month: -13)], 9),
    ]
  )
  func datesOfSeveralAssociations(dates: [Date], change: Int) {
    #expect(
      changeSinceAssociation(dates, [[SmallWorld.association([0], [1])]])
        == .number(Decimal(change), SmallWorld.seat)
    )
  }

  @Test("takes only associations that clauses ask for, and a tier's date for the name's")
  func datesOfClauses() {
    let dates = [Date(tenant: 0, association: 0, month: -5)]
    let tiers = SmallWorld.association([0, 1])
    let negated = SmallWorld.association([2], isNegated: true)
    let six = CurrentValue.number(Decimal(6), SmallWorld.seat)
    let nine = CurrentValue.number(Decimal(9), SmallWorld.seat)
    #expect(changeSinceAssociation(dates, [[tiers]]) == six)
    #expect(changeSinceAssociation(dates, [[tiers], [SmallWorld.association([2])]]) == six)
    #expect(changeSinceAssociation(dates, [[tiers], [SmallWorld.association([1])]]) == nine)
    #expect(changeSinceAssociation(dates, [[negated]]) == nine)
  }

  private func changeSinceAssociation(_ dates: [Date], _ clauses: [[NameFilter]]) -> CurrentValue {
    let world = SmallWorld(
      rows: [
        Row(tenant: 0, month: -12, seats: 1), Row(tenant: 0, month: -7, seats: 2),
        Row(tenant: 0, association: 1, month: -5, seats: 4), Row(tenant: 0, month: 0, seats: 10),
      ],
      dates: dates,
      clauses: clauses
    )
    let bounds = SmallWorld.atLeast(1)
    return world.answer(.change(SmallWorld.seats, group: nil, sinceAssociation: true, bounds)).1
  }

  @Test("lists what the clauses ask for, and other names by themselves")
  func presenceWithoutNames() {
    func found(_ clauses: [[NameFilter]]) -> CurrentValue {
      let rows = [
        Row(tenant: 0, association: 0, month: 0), Row(tenant: 0, association: 1, month: 0),
      ]
      let presence = PresencePlan(selection: 0, kind: 1, names: nil, window: 1)
      return SmallWorld(rows: rows, clauses: clauses).answer(.presence(presence)).1
    }
    let negated = SmallWorld.association([5], isNegated: true)
    #expect(found([[SmallWorld.association([0, 1])]]) == .names(["member [0, 1]"]))
    #expect(found([[SmallWorld.association([0])]]) == .names(["member [0]"]))
    #expect(found([[SmallWorld.association([0])], [negated]]) == .names(["member [0]", "second"]))
    #expect(found([[negated]]) == .names(["first", "second"]))
  }
}
