import Evaluation
import Facts
import RuleSemantics

/// Counts with somebody who has values and is not counted.
struct NearMissCases {
  var all: [SentenceCase] {
    [
      net("near misses, the nearest first", [far, near]),
      net("near miss of a share", [share(8, of: 21, within: .no)]),
      net("left out for what it was when the association began", [excluded]),
      net("met with a share", [share(9, of: 21, within: .yes)]),
      net("near miss beside a member that was kept", [kept, far]),
      SentenceCase(
        "names that do not count",
        "Workloads",
        .count(group: 0, .atLeast("1", .services)),
        Make.outcome(
          .no,
          Make.members(
            .services,
            now: .exactly("0"),
            ["Archive", "Wiki"].map { Make.member(nil, $0, now: .no) }
          ),
          gap: Make.gap("1", .services)
        )
      ),
    ]
  }

  private func net(_ name: String, _ members: [MemberEvidence]) -> SentenceCase {
    let now = members.count { $0.now == .yes }
    let then = members.count { $0.then == .yes }
    return SentenceCase(
      name,
      "Net qualified tenants",
      .net(group: 0, less: nil, .atLeast("1", .tenant)),
      Make.outcome(
        Truth(now > then),
        Make.members(
          now: .exactly(Decimal(now)),
          then: .exactly(Decimal(then)),
          members
        ),
        gap: now > then ? nil : Make.gap("1", .tenant)
      )
    )
  }

  private func dollars(_ tenant: Int, _ value: Decimal, in month: Month, _ within: Truth) -> Reading
  {
    Make.reading(
      tenant,
      value,
      .dollars,
      in: month,
      bounds: .atLeast("1000", .dollars),
      isWithin: within
    )
  }

  private var near: MemberEvidence {
    Make.member(
      1,
      now: .no,
      nowReadings: [
        dollars(1, "400", in: "2025-10", .no), dollars(1, "999.99", in: "2025-09", .no),
      ]
    )
  }

  private var far: MemberEvidence {
    Make.member(0, now: .no, nowReadings: [dollars(0, "850", in: "2025-10", .no)])
  }

  private var kept: MemberEvidence {
    Make.member(
      2,
      now: .yes,
      then: .yes,
      nowReadings: [dollars(2, "1240.5", in: "2025-09", .yes)],
      thenReadings: [dollars(2, "2000", in: "2024-10", .yes)]
    )
  }

  private func share(_ part: Int, of whole: Int, within: Truth) -> MemberEvidence {
    Make.member(3, now: within, nowReadings: [reading(part, of: whole, within)])
  }

  private var excluded: MemberEvidence {
    Make.member(3, now: .no, nowReadings: [reading(54, of: 120, .yes, in: "2025-03")])
  }

  private func reading(
    _ part: Int,
    of whole: Int,
    _ within: Truth,
    in month: Month = "2025-10"
  ) -> Reading {
    Make.reading(
      3,
      Decimal(part),
      .users,
      of: "Teams",
      in: month,
      whole: (ReadingKind.Whole(title: "seats", unit: .seats), .exactly(Decimal(whole))),
      bounds: .atLeast("40", .percent),
      isWithin: within,
      isAtAssociation: month != "2025-10"
    )
  }
}
