import Evaluation
import Facts
import Foundation
import RuleSemantics
import Testing

/// Edits that are about points: each is one line, and changes the scores from its month on and no
/// earlier.
@Suite("Edits of points")
struct ScoreEditTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String

    /// How the line begins, without blanks.
    let line: String

    /// The first month in which it changes scores.
    let from: String

    /// Who has which certificate.
    let people: String

    /// A metric whose points change then, as `designation metric`, and what they are without the
    /// line and with it.
    let metric: String
    let without: String
    let with: String
  }

  static let edits = [
    Edit(
      testDescription: "COMP-23: Business Applications SMB from 20 net adds to 5",
      file: "business-applications.rules",
      line: "= 5 workloads  from 2023-03 cite COMP-23 \"5 Customer Adds\"",
      from: "2023-03",
      people: "MB-700: A",
      metric: "business-applications-smb net-customer-adds",
      without: "9/4",
      with: "9"
    ),
    Edit(
      testDescription: "L-SEC-23: Security from one person in the required steps to two",
      file: "security.rules",
      line: "= 2 people from 2023-12",
      from: "2023-12",
      people: "AZ-500: A; SC-200: A; SC-300: A",
      metric: "security intermediate-certifications",
      without: "20/3",
      with: "0"
    ),
    Edit(
      testDescription: "L-SEC-23: MS-500 retires on 2023-06-30 and counts through 2024-06",
      file: "certificates.rules",
      line: "retires 2023-06-30 counts until 2024-06",
      from: "2024-07",
      people: "AZ-500: A B; SC-200: A; MS-500: B; SC-300: A",
      metric: "security intermediate-certifications",
      without: "20/3",
      with: "0"
    ),
  ]

  @Test("changes the scores from its month on", arguments: edits)
  func changesScoresFromItsMonthOn(_ edit: Edit) throws {
    let after = try shippedRules()
    let before = try without(edit, after)
    let rules = (before: checked(before), after: checked(after))
    let month = try #require(Month(edit.from))
    let months = [
      Month(year: 2022, number: 10), Month(year: 2023, number: 2), month - 1, month, month + 7,
      Month(year: 2026, number: 7),
    ]
    let files = try facts(edit)
    for asOf in Set(months).sorted() {
      let old = Scored(try Evaluated(rules.before, asOf: asOf.description, files))
      let new = Scored(try Evaluated(rules.after, asOf: asOf.description, files))
      #expect((old.lines() == new.lines()) == (asOf < month), "\(asOf)")
      guard asOf == month else { continue }
      let words = edit.metric.split(separator: " ").map(String.init)
      #expect(try old.points(words[1], of: words[0]) == edit.without)
      #expect(try new.points(words[1], of: words[0]) == edit.with)
    }
  }

  @Test("is one added line of one file", arguments: edits)
  func isOneLine(_ edit: Edit) throws {
    let after = try shippedRules()
    let before = try without(edit, after)
    #expect(after.keys.filter { before[$0] != after[$0] } == [edit.file])
    let old = try #require(before[edit.file]).components(separatedBy: "\n")
    let new = try #require(after[edit.file]).components(separatedBy: "\n")
    let changes = new.difference(from: old)
    #expect(changes.insertions.count == 1)
    #expect(changes.removals.isEmpty)
  }

  /// The rule files as they were before the edit.
  private func without(_ edit: Edit, _ files: [String: String]) throws -> [String: String] {
    var lines = try #require(files[edit.file]).components(separatedBy: "\n")
    let places = lines.indices.filter {
      lines[$0].trimmingCharacters(in: .whitespaces).hasPrefix(edit.line)
    }
    #expect(places.count == 1)
    lines.remove(at: try #require(places.first))
    var result = files
    result[edit.file] = lines.joined(separator: "\n")
    return result
  }

  /// One more tenant buys a workload every four months: whatever the month, there are three more
  /// than a year earlier.
  private func facts(_ edit: Edit) throws -> [FactSource] {
    let (first, last) = (Month(year: 2020, number: 1), Month(year: 2026, number: 12))
    var lines = [
      "CustomerID,CustomerTenantID,FiscalMonthName,PartnerAssociationType,"
        + "WorkloadCategory,Workloads,AdjustedRevenueAmtCD,CustomerName"
    ]
    for start in stride(from: first.index, through: last.index, by: 4) {
      for month in start...last.index {
        lines.append(
          "c\(start),t\(start),\(Month(index: month)),CSP T1,Dynamics 365,Sales,600.00,Contoso"
        )
      }
    }
    let files = [
      "revenue.csv": lines.joined(separator: "\n") + "\n",
      "trainings.csv": try holders(edit.people),
    ]
    return files.map { FactSource(name: $0.key, bytes: Array($0.value.utf8)) }
  }
}
