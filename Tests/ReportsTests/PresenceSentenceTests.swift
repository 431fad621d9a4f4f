import Evaluation
import Facts
import RuleSemantics
import Testing

@Suite("Sentences on rows and largest values")
struct PresenceSentenceTests {
  @Test func readAsRecorded() throws {
    let cases = presence + largest
    let lines = cases.map { "\($0.name)\n    \($0.sentence)\n" }
    try Golden.expect(lines.joined(separator: "\n"), "presence-sentences.txt")
  }

  private func some(_ labels: [String]?, isNegated: Bool = false) -> TestPlan {
    .presence(
      PresencePlan(
        selection: 0,
        kind: 0,
        names: labels.map { labels in
          let members = labels.map { NameSet.Member(label: $0, codes: []) }
          return NameFilter(
            set: NameSet(id: "partners", kind: 0, members: members),
            isNegated: isNegated
          )
        },
        window: 12
      )
    )
  }

  private var presence: [SentenceCase] {
    let title = "Partner association type"
    let partners = some(["CSP", "DPOR", "PAL"])
    let many = ["A", "B", "C", "D", "E"]
    return [
      SentenceCase("met", title, partners, Make.outcome(.yes, Make.presence(found: ["CSP"]))),
      SentenceCase(
        "met, more than three names",
        title,
        some(nil),
        Make.outcome(.yes, Make.presence(found: many))
      ),
      SentenceCase(
        "not met, another name was seen",
        title,
        partners,
        Make.outcome(.no, Make.presence(found: [], others: ["CPOR"]))
      ),
      SentenceCase(
        "not met, nothing was seen",
        title,
        some(many),
        Make.outcome(.no, Make.presence(found: []))
      ),
      SentenceCase(
        "not met, names that do not count",
        title,
        some(["CPOR"], isNegated: true),
        Make.outcome(.no, Make.presence(found: [], others: many))
      ),
      SentenceCase(
        "not met, rows outside of the selection",
        title,
        partners,
        Make.outcome(.no, Make.presence(found: [], excluded: ExcludedRows(items: ["Wiki", "Zoo"])))
      ),
      SentenceCase(
        "no data",
        title,
        partners,
        Make.outcome(
          .unknown,
          Make.presence(
            found: [],
            others: ["CPOR"],
            missing: [
              Make.missing("azure-usage", ["2024-11", "2024-12"]),
              Make.missing("azure-usage", ["2025-03"]),
            ]
          )
        )
      ),
      SentenceCase(
        "behind a gate",
        title,
        partners,
        Make.outcome(.no, Make.presence(found: []), isBehindGate: true),
        isGateMet: false
      ),
    ]
  }

  private var largest: [SentenceCase] {
    let title = "Paid available units"
    let test = TestPlan.largest(measure: 0, .between("11", "300", .seats))
    let small = Make.largest(Make.reading(0, "8", .seats, of: "Teams"))
    return [
      SentenceCase(
        "largest, met",
        title,
        test,
        Make.outcome(
          .yes,
          Make.largest(Make.reading(0, "250", .seats, of: "Exchange Online")),
          gap: Make.gap("50", .seats, isExclusive: true)
        )
      ),
      SentenceCase(
        "largest, not met",
        title,
        test,
        Make.outcome(.no, small, gap: Make.gap("3", .seats))
      ),
      SentenceCase(
        "largest, above the range",
        title,
        test,
        Make.outcome(
          .no,
          Make.largest(Make.reading(0, "360", .seats, of: "Teams")),
          gap: Make.gap("60", .seats, isRise: false)
        )
      ),
      SentenceCase(
        "largest, rows of another association",
        title,
        test,
        Make.outcome(.no, Make.largest(nil, excluded: ExcludedRows(associations: ["DPOR"])))
      ),
      SentenceCase("largest, no rows", title, test, Make.outcome(.no, Make.largest(nil))),
      SentenceCase(
        "largest, no data",
        title,
        test,
        Make.outcome(
          .unknown,
          .largest(
            LargestObservation(
              month: "2025-10",
              reading: Make.reading(0, "8", .seats, of: "Teams"),
              missing: [Make.missing("m365-usage", ["2025-10"], tenant: 1, item: "Teams")]
            )
          )
        )
      ),
      SentenceCase(
        "largest, no rows of the month",
        title,
        test,
        Make.outcome(
          .unknown,
          Make.largest(nil, missing: [Make.missing("m365-usage", ["2025-10"])])
        )
      ),
    ]
  }
}
