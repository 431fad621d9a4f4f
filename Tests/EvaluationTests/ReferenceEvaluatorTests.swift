import Evaluation
import Facts
import RuleSemantics
import TestSupport
import Testing

/// The oracle itself, against answers worked out by hand.
@Suite("The reference evaluator")
struct ReferenceEvaluatorTests {
  typealias Row = SmallWorld.Row

  /// Tenants with some workload of 11 to 300 seats.
  private let inRange: [Condition] = [
    .comparison(SmallWorld.seats, SmallWorld.between(11, 300)),
    .some(kind: 0, ConditionID(0)),
  ]

  private let netOfOne = TestPlan.net(group: 0, less: nil, SmallWorld.atLeast(1, .tenant))

  @Test(
    "includes both limits of a range",
    arguments: [(10, false), (11, true), (300, true), (301, false)]
  )
  func rangeIncludesItsLimits(seats: Int64, isMet: Bool) {
    let world = SmallWorld(rows: [Row(tenant: 0, month: 0, seats: seats)], conditions: inRange)
    let (verdict, current) = world.answer(netOfOne)
    #expect(verdict.isMet == isMet)
    #expect(verdict.change == (isMet ? .withGrowth : .noChange))
    #expect(current == .number(Decimal(isMet ? 1 : 0), .tenant))
  }

  @Test("takes the largest listing, not the sum")
  func listingsDoNotAddUp() {
    let rows = [
      Row(tenant: 0, month: 0, seats: 6),
      Row(tenant: 0, association: 1, month: 0, seats: 4),
      Row(tenant: 0, association: 1, month: 0, seats: 4),
    ]
    let (verdict, current) = SmallWorld(rows: rows)
      .answer(.largest(measure: 0, SmallWorld.atLeast(8)))
    #expect(verdict.truth == .yes)
    #expect(current == .number(Decimal(8), SmallWorld.seat))
  }

  @Test("knows nothing above an empty cell, and what is listed below it")
  func emptyCellIsUnknown() {
    let rows = [
      Row(tenant: 0, month: 0, seats: nil),
      Row(tenant: 0, association: 1, month: 0, seats: 12),
    ]
    let world = SmallWorld(rows: rows)
    #expect(world.answer(.largest(measure: 0, SmallWorld.atLeast(12))).0.truth == .yes)
    #expect(world.answer(.largest(measure: 0, SmallWorld.atLeast(13))).0.truth == .unknown)
    #expect(world.answer(.largest(measure: 0, SmallWorld.between(1, 11))).0.truth == .no)
  }

  @Test("counts members that no row tells of in a month that is not covered")
  func uncoveredBaselineIsOpen() {
    let world = SmallWorld(
      rows: [Row(tenant: 0, month: 0, seats: 20)],
      uncovered: [-12],
      conditions: inRange
    )
    let (verdict, current) = world.answer(netOfOne)
    #expect(verdict.truth == .unknown)
    #expect(verdict.change == nil)
    #expect(current == .none)
  }

  @Test("decides by the known part where nobody is a member now")
  func knownPartDecides() {
    let world = SmallWorld(
      rows: [Row(tenant: 0, month: 0, seats: 2)],
      uncovered: [-12],
      conditions: inRange
    )
    #expect(world.answer(netOfOne).0.truth == .no)
  }

  @Test("compares 40 percent exactly", arguments: [(20, 8, true), (21, 8, false), (0, 5, false)])
  func shareIsExact(seats: Int64, users: Int64, isMet: Bool) {
    let world = SmallWorld(
      rows: [Row(tenant: 0, month: 0, seats: seats, users: users)],
      conditions: [
        .share(SmallWorld.users, of: SmallWorld.seats, SmallWorld.atLeast(40, .percent)),
        .some(kind: 0, ConditionID(0)),
      ]
    )
    #expect(world.answer(.count(group: 0, SmallWorld.atLeast(1, .tenant))).0.isMet == isMet)
  }

  @Test(
    "leaves out who was active when the association began",
    arguments: [(-3, 8, false), (-3, 7, true), (-12, 8, true)]
  )
  func recentAssociationExcludesTheActive(began: Int, users: Int64, isMet: Bool) {
    let world = SmallWorld(
      rows: [
        Row(tenant: 0, month: began, seats: 20, users: users),
        Row(tenant: 0, month: 0, seats: 20, users: 10),
      ],
      dates: [SmallWorld.Date(tenant: 0, month: began), SmallWorld.Date(tenant: 0, month: 1)],
      conditions: [
        .share(SmallWorld.users, of: SmallWorld.seats, SmallWorld.atLeast(40, .percent)),
        .associated(months: 12), .atAssociation(ConditionID(0)),
        .all([ConditionID(1), ConditionID(2)]), .not(ConditionID(3)),
        .all([ConditionID(0), ConditionID(4)]), .some(kind: 0, ConditionID(5)),
      ]
    )
    let test = TestPlan.count(group: 0, SmallWorld.atLeast(1, .tenant))
    #expect(world.answer(test, under: SmallWorld.under).0.isMet == isMet)
  }

  @Test("takes a promoted tenant for small, and assumes no where a year ago is not covered")
  func promotedTenantCounts() {
    let rows = [
      Row(tenant: 0, month: -12, seats: 200), Row(tenant: 0, month: 0, seats: 400),
    ]
    let promoted: [Condition] =
      inRange + [
        .comparison(SmallWorld.seats, SmallWorld.atLeast(301)), .some(kind: 0, ConditionID(2)),
        .shifted(months: -12, ConditionID(1)), .all([ConditionID(3), ConditionID(4)]),
        .assumedNo(ConditionID(5)), .any([ConditionID(1), ConditionID(6)]),
      ]
    let count = TestPlan.count(group: 0, SmallWorld.atLeast(1, .tenant))
    #expect(SmallWorld(rows: rows, conditions: promoted).answer(count).0.truth == .yes)
    let blind = SmallWorld(rows: [rows[1]], uncovered: [-12], conditions: promoted)
    #expect(blind.answer(count).0.truth == .no)
  }

  @Test("starts the baseline at the association where that is within the year")
  func baselineMovesToTheAssociation() {
    let world = SmallWorld(
      rows: [
        Row(tenant: 0, month: -12, users: 3), Row(tenant: 0, month: -5, users: 9),
        Row(tenant: 0, month: 0, users: 7), Row(tenant: 1, month: -12, users: 2),
        Row(tenant: 1, month: 0, users: 5),
      ],
      dates: [SmallWorld.Date(tenant: 0, month: -5)]
    )
    let test = TestPlan.change(
      SmallWorld.users,
      group: nil,
      sinceAssociation: true,
      SmallWorld.atLeast(1)
    )
    // Tenant 0: 7 - 9; tenant 1: 5 - 2.
    let (verdict, current) = world.answer(test, under: SmallWorld.under)
    #expect(current == .number(Decimal(1), SmallWorld.seat))
    #expect(verdict.change == .withGrowth)
    // In rows of whatever association none is listed: 12 - 5.
    #expect(world.answer(test).1 == .number(Decimal(7), SmallWorld.seat))
  }

  @Test("shows no percent of a baseline of zero")
  func growthFromZero() {
    let world = SmallWorld(rows: [Row(tenant: 0, month: 0, users: 4)])
    let growth = world.answer(
      .growth(SmallWorld.users, group: nil, SmallWorld.atLeast(1, .percent))
    )
    #expect(growth.0.truth == .no)
    #expect(growth.1 == .none)
    #expect(world.answer(.anyGrowth(SmallWorld.users, group: nil)).0.truth == .yes)
  }
}
