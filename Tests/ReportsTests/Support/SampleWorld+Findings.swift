import Evaluation
import Facts
import RuleSemantics

/// What the sample's nodes say, by node and customer.
extension SampleWorld {
  private static let gap = Make.gap("1", .tenant)
  private static let teams = Make.outcome(
    .yes,
    Make.presence(found: ["Teams"]),
    current: .names(["Exchange Online", "Teams"])
  )
  private static let noTeams = Make.outcome(
    .no,
    Make.presence(found: [], others: ["Yammer"], missing: []),
    current: .names([])
  )

  static let smbFindings: [[Finding]] = [
    [Make.outcome(.yes, .rollUp), Make.outcome(.no, .rollUp)],
    [teams, noTeams],
    [
      Make.outcome(
        .yes,
        Make.largest(Make.reading(0, "250", .seats, of: "Teams")),
        current: .number("250", .seats),
        gap: Make.gap("50", .seats, isExclusive: true)
      ),
      Make.outcome(
        .unknown,
        Make.largest(nil, missing: [Make.missing("m365-usage", ["2025-10"])]),
        isBehindGate: true
      ),
    ],
    [Make.outcome(.yes, .rollUp, change: .withGrowth), behind(.rollUp)],
    [netMet, behind(Make.members(now: .exactly("0"), then: .exactly("0")), gap: gap)],
    [Make.outcome(.yes, .rollUp), behind(.rollUp)],
    [
      growth("1100.50", "1000", .yes, .withGrowth),
      behind(Make.sum(.dollars, now: .exactly("0"), then: .exactly("0"))),
    ],
    [
      growth("900", "1200", .no, .inDecline),
      behind(Make.sum(.dollars, now: .exactly("0"), then: .exactly("0"))),
    ],
  ]

  static let appsFindings: [[Finding]] = [
    [Make.outcome(.no, .rollUp), Make.outcome(.unknown, .rollUp)],
    [noTeams, teams],
    [behind(.rollUp), Make.outcome(.unknown, .rollUp)],
    [behind(Make.members(now: .exactly("0"), then: .exactly("0")), gap: gap), netUnknown],
    [teams, noTeams],
    [Make.outcome(.no, .rollUp), behind(.rollUp)],
    [growth("900", "1200", .no, .inDecline), growth("10", "0", .yes, .withGrowth)],
  ]

  private static func behind(_ observation: Observation, gap: Gap? = nil) -> Finding {
    Make.outcome(.no, observation, gap: gap, isBehindGate: true)
  }

  private static func growth(
    _ now: Decimal,
    _ then: Decimal,
    _ truth: Truth,
    _ change: Change
  ) -> Finding {
    let isRatio = then != .zero
    let difference: Decimal = change == .withGrowth ? "100.5" : "-300"
    return Make.outcome(
      truth,
      Make.sum(
        .dollars,
        now: .exactly(now),
        then: .exactly(then),
        [Make.contribution(0, "Teams", now: now, then: then)]
      ),
      current: isRatio ? .ratio(numerator: difference, denominator: then) : .none,
      change: change
    )
  }

  private static var netMet: Finding {
    let kept = Make.member(
      0,
      now: .yes,
      then: .yes,
      nowReadings: [Make.reading(0, "250", .seats, of: "Teams")],
      thenReadings: [Make.reading(0, "200", .seats, of: "Teams", in: "2024-10")]
    )
    let gained = Make.member(
      1,
      now: .yes,
      nowReadings: [Make.reading(1, "12", .seats, of: "Teams")],
      thenReadings: [Make.reading(1, "10", .seats, of: "Teams", in: "2024-10")]
    )
    return Make.outcome(
      .yes,
      Make.members(now: .exactly("2"), then: .exactly("1"), [kept, gained]),
      current: .number("1", .tenant),
      change: .withGrowth,
      gap: Make.gap("0", .tenant, isExclusive: true, isRise: false),
      assumptions: [.olderAssociation(tenant: Make.tenants[0], item: "Teams")]
    )
  }

  private static var netUnknown: Finding {
    Make.outcome(
      .unknown,
      Make.members(
        now: .exactly("1"),
        then: .unknown,
        [Make.member(1, now: .yes, then: .unknown)],
        missing: [Make.missing("m365-usage", ["2024-10"])]
      )
    )
  }
}
