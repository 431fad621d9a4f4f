import Evaluation
import Facts
import RuleSemantics
import Testing

@Suite("Sentences on sums, changes and growth")
struct SumSentenceTests {
  @Test func readAsRecorded() throws {
    let cases = totals + changes + growths
    let lines = cases.map { "\($0.name)\n    \($0.sentence)\n" }
    try Golden.expect(lines.joined(separator: "\n"), "sum-sentences.txt")
  }

  private let users = Quantity(measure: 0, window: 1)
  private let missing = [Make.missing("azure-usage", ["2024-10"])]

  private var totals: [SentenceCase] {
    let test = TestPlan.total(
      Quantity(measure: 0, window: 12),
      group: nil,
      .above("0", .dollars),
      countsChange: true
    )
    let parts = [
      Make.contribution(0, now: "12000", then: "14000"),
      Make.contribution(1, now: "345.6", then: "0"),
    ]
    return [
      SentenceCase(
        "total, met although in decline",
        "ACR in Security",
        test,
        Make.outcome(
          .yes,
          Make.sum(.dollars, window: 12, now: .exactly("12345.6"), then: .exactly("14000"), parts),
          change: .inDecline,
          gap: Make.gap("12345.6", .dollars, isRise: false)
        )
      ),
      SentenceCase(
        "total, not met, a hair below the threshold",
        "ACR",
        .total(users, group: nil, .atLeast("1000", .dollars), countsChange: false),
        Make.outcome(
          .no,
          Make.sum(.dollars, now: .exactly("999.996")),
          gap: Make.gap("0.004", .dollars)
        )
      ),
      SentenceCase(
        "total, no data",
        "ACR in Security",
        test,
        Make.outcome(.unknown, Make.sum(.dollars, window: 12, now: .unknown, missing: missing))
      ),
    ]
  }

  private var changes: [SentenceCase] {
    let test = TestPlan.change(users, group: 0, sinceAssociation: true, .above("0", .users))
    return [
      SentenceCase(
        "change, met",
        "CPOR usage growth",
        test,
        Make.outcome(
          .yes,
          Make.sum(
            .users,
            now: .exactly("112"),
            then: .exactly("100"),
            result: .exactly("12"),
            [
              Make.contribution(0, "Teams", now: "62", then: "55", since: "2025-03"),
              Make.contribution(1, "Exchange Online", now: "50", then: "45"),
            ]
          ),
          change: .withGrowth,
          gap: Make.gap("12", .users, isRise: false)
        )
      ),
      SentenceCase(
        "change, met since an association",
        "CPOR usage growth",
        test,
        Make.outcome(
          .yes,
          Make.sum(
            .users,
            now: .exactly("66"),
            then: .exactly("60"),
            result: .exactly("6"),
            [
              Make.contribution(0, "Exchange Online", now: "10", then: "9", since: "2025-02"),
              Make.contribution(0, "Teams", now: "56", then: "51", since: "2025-02"),
            ]
          ),
          change: .withGrowth,
          gap: Make.gap("6", .users, isRise: false)
        )
      ),
      SentenceCase(
        "change, not met",
        "CPOR usage growth",
        test,
        Make.outcome(
          .no,
          Make.sum(.users, now: .exactly("95"), then: .exactly("100"), result: .exactly("-5")),
          change: .inDecline,
          gap: Make.gap("5", .users, isExclusive: true)
        )
      ),
      SentenceCase(
        "change, not met, equal",
        "CPOR usage growth",
        test,
        Make.outcome(
          .no,
          Make.sum(.users, now: .exactly("100"), then: .exactly("100"), result: .exactly("0")),
          change: .noChange,
          gap: Make.gap("0", .users, isExclusive: true)
        )
      ),
    ]
  }

  private var growths: [SentenceCase] {
    let test = TestPlan.anyGrowth(users, group: nil)
    func growth(
      _ name: String,
      _ truth: Truth,
      _ now: Decimal,
      _ then: Decimal,
      _ change: Change,
      _ current: CurrentValue,
      test: TestPlan
    ) -> SentenceCase {
      let sum = Make.sum(.dollars, now: .exactly(now), then: .exactly(then))
      return SentenceCase(
        name,
        "Usage growth",
        test,
        Make.outcome(truth, sum, current: current, change: change)
      )
    }
    return [
      growth(
        "growth, met",
        .yes,
        "110",
        "100",
        .withGrowth,
        .ratio(numerator: "10", denominator: "100"),
        test: test
      ),
      growth("growth from nothing, met", .yes, "110", "0", .withGrowth, .none, test: test),
      growth(
        "growth, a hair below the threshold",
        .no,
        "1299.99",
        "1000",
        .withGrowth,
        .ratio(numerator: "299.99", denominator: "1000"),
        test: .growth(users, group: nil, .atLeast("30", .percent))
      ),
      SentenceCase(
        "growth, no data",
        "Usage growth",
        test,
        Make.outcome(
          .unknown,
          Make.sum(.dollars, now: .exactly("110"), then: .unknown, missing: missing)
        )
      ),
    ]
  }
}
