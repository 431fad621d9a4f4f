import Evaluation
import Facts
import Testing

/// Which rows of the trainings count, and for whom.
@Suite("Rows of trainings")
struct TrainingRowTests {
  /// One more person in the Enterprise track of Modern Work is worth 5/2.
  static let rows: [(label: String, month: String, lines: String, points: String)] = [
    (
      "one person by MCPID, whatever the e-mail", "2024-06",
      """
      Microsoft 365 Fundamentals,Certification,1,a@x.com,2023-01-01,,Active
      Teams Administrator Associate,Certification,1,b@x.com,2023-01-01,,Active
      """, "5/2"
    ),
    (
      "two people by MCPID with one e-mail", "2024-06",
      """
      Microsoft 365 Fundamentals,Certification,1,a@x.com,2023-01-01,,Active
      Microsoft 365 Fundamentals,Certification,2,a@x.com,2023-01-01,,Active
      """, "5"
    ),
    (
      "without MCPID by e-mail, whatever its case", "2024-06",
      """
      Microsoft 365 Fundamentals,Certification,,Ann@X.com,2023-01-01,,Active
      Teams Administrator Associate,Certification, ,ann@x.COM,2023-01-01,,Active
      """, "5/2"
    ),
    (
      "an MCPID in one row and only the e-mail in another are two", "2024-06",
      """
      Microsoft 365 Fundamentals,Certification,1,a@x.com,2023-01-01,,Active
      Teams Administrator Associate,Certification,,a@x.com,2023-01-01,,Active
      """, "5"
    ),
    (
      "a passed exam does not count", "2024-06",
      """
      Microsoft 365 Fundamentals,Exam,1,,2023-01-01,,Active
      Teams Administrator Associate,exam,2,,2023-01-01,,Active
      """, "0"
    ),
    (
      "only an active one counts", "2024-06",
      """
      Microsoft 365 Fundamentals,Certification,1,,2023-01-01,,Inactive
      Microsoft 365 Fundamentals,Certification,2,,2023-01-01,,active
      """, "5/2"
    ),
    (
      "an assessment counts as what it is", "2024-06",
      "Teams Meetings and Meeting Rooms Technical Assessment,Assessment,1,,2023-01-01,,Active", "0"
    ),
    (
      "completed on the last day of the month, and on the next", "2024-06",
      """
      Microsoft 365 Fundamentals,Certification,1,,2024-06-30,,Active
      Microsoft 365 Fundamentals,Certification,2,,2024-07-01,,Active
      """, "5/2"
    ),
    (
      "expired the day before the last of the month", "2024-06",
      "Microsoft 365 Fundamentals,Certification,1,,2023-01-01,2024-06-29,Active", "0"
    ),
    (
      "expires on the last day of the month", "2024-06",
      "Microsoft 365 Fundamentals,Certification,1,,2023-01-01,2024-06-30,Active", "5/2"
    ),
    (
      "expires on the first of the next month", "2024-06",
      "Microsoft 365 Fundamentals,Certification,1,,2023-01-01,2024-07-01,Active", "5/2"
    ),
    (
      "an expired one and a renewed one", "2024-06",
      """
      Microsoft 365 Fundamentals,Certification,1,,2022-01-01,2023-01-01,Active
      Microsoft 365 Fundamentals,Certification,1,,2023-01-01,2025-01-01,Active
      """, "5/2"
    ),
    (
      "a former name", "2024-06",
      "Microsoft 365 Certified: Modern Desktop Administrator Associate,Certification,1,,2023-01-01,,Active",
      "5/2"
    ),
  ]

  @Test(arguments: rows)
  func countsPeople(label: String, month: String, lines: String, points: String) throws {
    let scored = try Scored(asOf: month, ["trainings.csv": trainings(lines)])
    #expect(
      try scored.points("intermediate-certifications", of: "modern-work-enterprise") == points
    )
  }

  @Test("an expired one does not count, whether or not files may lack the day")
  func expiryThatIsNeeded() throws {
    var files = try shippedRules()
    let column = "from \"ExpirationDate\""
    let facts = try #require(files["facts.rules"])
    files["facts.rules"] = facts.replacing(column + " optional", with: column)
    #expect(files["facts.rules"] != facts)
    let lines = trainings(
      "Microsoft 365 Fundamentals,Certification,1,,2023-01-01,2024-06-29,Active\n"
        + "Microsoft 365 Fundamentals,Certification,2,,2023-01-01,2025-06-29,Active"
    )
    let source = FactSource(name: "trainings.csv", bytes: Array(lines.utf8))
    let scored = Scored(try Evaluated(checked(files), asOf: "2024-06", [source]))
    #expect(try scored.points("intermediate-certifications", of: "modern-work-enterprise") == "5/2")
  }

  @Test("an assessment is an advanced certification of Modern Work")
  func assessment() throws {
    let lines =
      "Teams Meetings and Meeting Rooms Technical Assessment,Assessment,1,,2023-01-01,,Active"
    let scored = try Scored(asOf: "2024-06", ["trainings.csv": trainings(lines)])
    #expect(try scored.points("advanced-certifications", of: "modern-work-smb") == "15")
  }

  @Test("who is twofold, and what is unknown, is reported")
  func findings() throws {
    let lines = """
      Microsoft 365 Fundamentals,Certification,1,a@x.com,2023-01-01,,Active
      Teams Administrator Associate,Certification,,a@x.com,2023-01-01,,Active
      Teams Administator Associate,Certification,2,,2023-01-01,,Active
      """
    let evaluated = try Evaluated(shippedAsOf: "2024-06", ["trainings.csv": trainings(lines)])
    let found = evaluated.facts.facts.account.findings
    let twofold = found.filter { $0.message.contains("a@x.com") }
    #expect(twofold.count == 1)
    #expect(twofold.allSatisfy { $0.message.contains("two persons") })
    let unknown = found.filter { $0.message.contains("Teams Administator Associate") }
    #expect(unknown.map(\.help) == ["did you mean `Teams Administrator Associate`?"])
  }
}
