import Evaluation
import Facts
import RuleSemantics
import Testing

/// What rates, averages, totals that count their change and associations of their own add to sentences.
@Suite("Sentences on rates, averages and contributions")
struct RateSentenceTests {
  @Test func readAsRecorded() throws {
    let cases = rates + averages + totals + excluded
    let lines = cases.map { "\($0.name)\n    \($0.sentence)\n" }
    try Golden.expect(lines.joined(separator: "\n"), "rate-sentences.txt")
  }

  private let points = Unit(singular: "point", plural: "points", decimals: 0)

  private func rated(_ tenant: Int, _ item: String, users: Decimal, rate: Decimal, _ value: Decimal)
    -> Reading
  {
    let bounds = Bounds(lower: .init("5000", isIncluded: true), upper: nil, unit: points)
    return Make.reading(
      tenant,
      value,
      points,
      of: item,
      bounds: bounds,
      isWithin: value.compared(with: "5000") >= 0 ? .yes : .no,
      parts: [.init(value: .exactly(users), unit: .users, rate: rate)]
    )
  }

  private var rates: [SentenceCase] {
    let test = TestPlan.net(group: 0, less: nil, .atLeast("1", .tenant))
    return [
      SentenceCase(
        "a value at a rate, met",
        "Eligible workloads",
        test,
        Make.outcome(
          .yes,
          Make.members(
            now: .exactly("1"),
            then: .exactly("0"),
            [
              Make.member(
                0,
                "Mail",
                now: .yes,
                nowReadings: [rated(0, "Mail", users: "25", rate: "200", "5000")]
              )
            ]
          )
        )
      ),
      SentenceCase(
        "a value at a rate, one user short, and a name without a rate",
        "Eligible workloads",
        test,
        Make.outcome(
          .no,
          Make.members(
            now: .exactly("0"),
            then: .exactly("0"),
            [
              Make.member(
                0,
                "Mail",
                now: .no,
                nowReadings: [rated(0, "Mail", users: "24", rate: "200", "4800")]
              )
            ]
          ),
          gap: Make.gap("1", .tenant),
          assumptions: [.noRate(item: "Wiki"), .olderAssociation(tenant: "t", item: "Mail")]
        )
      ),
    ]
  }

  private func average(_ value: Decimal, _ isWithin: Truth) -> Reading {
    let limit = Bounds(lower: .init("100", isIncluded: true), upper: nil, unit: .dollars)
    return Make.reading(
      0,
      value,
      .dollars,
      window: 12,
      bounds: limit.times(12),
      isWithin: isWithin,
      average: limit
    )
  }

  private var averages: [SentenceCase] {
    let test = TestPlan.net(group: 0, less: nil, .atLeast("1", .tenant))
    return [
      SentenceCase(
        "an average, met",
        "Net qualified tenants",
        test,
        Make.outcome(
          .yes,
          Make.members(
            now: .exactly("1"),
            then: .exactly("0"),
            [Make.member(0, now: .yes, nowReadings: [average("1200", .yes)])]
          )
        )
      ),
      SentenceCase(
        "an average, a cent short",
        "Net qualified tenants",
        test,
        Make.outcome(
          .no,
          Make.members(
            now: .exactly("0"),
            then: .exactly("0"),
            [Make.member(0, now: .no, nowReadings: [average("1199.99", .no)])]
          ),
          gap: Make.gap("1", .tenant)
        )
      ),
    ]
  }

  private var totals: [SentenceCase] {
    let test = TestPlan.total(
      Quantity(measure: 0, window: 12),
      group: nil,
      .above("0", .dollars),
      countsChange: true
    )
    return [
      SentenceCase(
        "a total whose last year is not covered",
        "ACR",
        test,
        Make.outcome(
          .yes,
          Make.sum(
            .dollars,
            window: 12,
            now: .exactly("120"),
            then: .unknown,
            result: .exactly("120"),
            missing: [Make.missing("azure-usage", ["2024-10"])]
          )
        )
      ),
      SentenceCase(
        "a total that fell to nothing takes from the partner",
        "ACR",
        test,
        Make.outcome(
          .no,
          Make.sum(.dollars, window: 12, now: .exactly("0"), then: .exactly("360")),
          change: .inDecline,
          gap: Make.gap("0", .dollars, isExclusive: true)
        )
      ),
    ]
  }

  private var excluded: [SentenceCase] {
    let rows = ExcludedRows(combinations: [.init(item: "Mail", association: "Adviser")])
    return [
      SentenceCase(
        "rows whose association counts for other names only",
        "Partner association type",
        .presence(PresencePlan(selection: 0, kind: 0, names: nil, window: 12)),
        Make.outcome(.no, Make.presence(found: [], excluded: rows))
      ),
      SentenceCase(
        "nobody has a value, but rows of others were found",
        "Net adds",
        TestPlan.net(group: 0, less: nil, .atLeast("1", .tenant)),
        Make.outcome(
          .no,
          Make.members(now: .exactly("0"), then: .exactly("0"), excluded: rows),
          gap: Make.gap("1", .tenant)
        )
      ),
    ]
  }
}
