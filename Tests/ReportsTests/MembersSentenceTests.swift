import Evaluation
import Facts
import RuleSemantics
import Testing

@Suite("Sentences on counts")
struct MembersSentenceTests {
  @Test func readAsRecorded() throws {
    let cases = nets + unknownNets + counts + NearMissCases().all
    let lines = cases.map { "\($0.name)\n    \($0.sentence)\n" }
    try Golden.expect(lines.joined(separator: "\n"), "count-sentences.txt")
  }

  private let test = TestPlan.net(group: 0, less: nil, .atLeast("1", .tenant))
  private let title = "Net qualified tenants"

  private var kept: MemberEvidence {
    Make.member(
      0,
      now: .yes,
      then: .yes,
      nowReadings: [Make.reading(0, "1240.5", .dollars, in: "2025-09")],
      thenReadings: [Make.reading(0, "2000", .dollars, in: "2024-10")]
    )
  }

  private func gained(_ tenant: Int) -> MemberEvidence {
    Make.member(tenant, now: .yes, nowReadings: [Make.reading(tenant, "3000", .dollars)])
  }

  private var lost: MemberEvidence {
    Make.member(
      4,
      now: .no,
      then: .yes,
      nowReadings: [Make.reading(4, "999.996", .dollars)],
      thenReadings: [Make.reading(4, "1500", .dollars, in: "2024-10")]
    )
  }

  private func net(
    _ name: String,
    _ truth: Truth,
    _ observation: Observation,
    gap: Gap? = nil,
    isGateMet: Bool = true,
    assumptions: [Assumption] = []
  ) -> SentenceCase {
    SentenceCase(
      name,
      title,
      test,
      Make.outcome(
        truth,
        observation,
        gap: gap,
        isBehindGate: !isGateMet,
        assumptions: assumptions
      ),
      under: "CSP",
      isGateMet: isGateMet
    )
  }

  private var nets: [SentenceCase] {
    let one = ValueRange.exactly("1")
    return [
      net(
        "net, met",
        .yes,
        Make.members(now: .exactly("2"), then: one, [kept, gained(1)]),
        gap: Make.gap("0", .tenant, isExclusive: true, isRise: false)
      ),
      net(
        "net, met with many, gained and lost",
        .yes,
        Make.members(
          now: .exactly("4"),
          then: .exactly("2"),
          [kept, gained(1), gained(2), gained(3), lost]
        ),
        gap: Make.gap("1", .tenant, isExclusive: true, isRise: false)
      ),
      net(
        "net, not met",
        .no,
        Make.members(now: one, then: one, [kept]),
        gap: Make.gap("1", .tenant)
      ),
      net(
        "net, not met, a tenant lost",
        .no,
        Make.members(now: .exactly("0"), then: one, [lost]),
        gap: Make.gap("2", .tenant)
      ),
      net(
        "net, nobody",
        .no,
        Make.members(now: .exactly("0"), then: .exactly("0")),
        gap: Make.gap("1", .tenant)
      ),
      net(
        "net, behind a gate, with assumptions",
        .no,
        Make.members(now: one, then: one, [kept]),
        gap: Make.gap("1", .tenant),
        isGateMet: false,
        assumptions: [
          .olderAssociation(tenant: Make.tenants[0], item: "Teams"),
          .unknownAsNo(
            group: "tenants over 300 seats",
            tenant: Make.tenants[0],
            month: "2024-10"
          ),
        ]
      ),
    ]
  }

  private var unknownNets: [SentenceCase] {
    [
      net(
        "net, no data",
        .unknown,
        Make.members(
          now: .exactly("1"),
          then: .from("0", to: nil),
          [gained(1)],
          missing: [Make.missing("azure-usage", ["2024-10", "2024-09"])]
        )
      ),
      net(
        "net, no data, one cell",
        .unknown,
        Make.members(
          now: .from("0", to: "1"),
          then: .exactly("0"),
          [Make.member(1, now: .unknown)],
          missing: [Make.missing("m365-usage", ["2025-10"], tenant: 1, item: "Teams")]
        )
      ),
      net(
        "net, met whatever is missing",
        .yes,
        Make.members(
          now: .from("2", to: "3"),
          then: .exactly("1"),
          [kept, gained(1)],
          missing: [Make.missing("m365-usage", ["2025-10"], tenant: 2, item: "Teams")]
        )
      ),
    ]
  }

  private var counts: [SentenceCase] {
    let count = TestPlan.count(group: 0, .atLeast("1", .services))
    let names = ["Backup", "SQL Database", "Storage", "Virtual Network"]
    let members = names.map { name in
      Make.member(
        nil,
        name,
        now: .yes,
        nowReadings: [Make.reading(nil, "12", .dollars, of: name, in: "2025-08")]
      )
    }
    return [
      SentenceCase(
        "count, met",
        "Workloads",
        count,
        Make.outcome(
          .yes,
          Make.members(.services, now: .exactly("4"), members),
          gap: Make.gap("3", .services, isExclusive: true, isRise: false)
        )
      ),
      SentenceCase(
        "count, not met",
        "Workloads",
        count,
        Make.outcome(
          .no,
          Make.members(.services, now: .exactly("0")),
          gap: Make.gap("1", .services)
        )
      ),
      SentenceCase(
        "count less count",
        title,
        .net(group: 0, less: 1, .atLeast("1", .tenant)),
        Make.outcome(
          .yes,
          Make.members(now: .exactly("2"), then: .exactly("1"), thenMonth: "2025-10", [gained(1)])
        )
      ),
    ]
  }
}
