import Evaluation
import Facts
import Foundation
import RuleSemantics
import TestSupport
import Testing

/// Edits that Microsoft's changes have made, taken back and made again: each is as small as it may be,
/// and changes the answers from its month on and no earlier.
@Suite("Edits of the programme's history")
struct HistoricEditTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String

    /// How the first added line begins, without blanks.
    let first: String

    /// How many lines the edit adds; nil for a block, up to the line that closes it.
    let lineCount: Int?

    /// The month from which it changes answers.
    let from: String

    /// A node whose answer changes then, as `area path`, and what it is without and with the edit.
    let node: String
    let without: String
    let with: String
  }

  static let edits = [
    Edit(
      testDescription: "net adds of Business Applications SMB from 500 to 250 USD",
      file: "business-applications.rules",
      first: "= 250 USD from 2023-03",
      lineCount: 1,
      from: "2023-03",
      node: "business-applications-smb net-customer-adds/net-qualifying-workloads",
      without: "not-met, no change, 0",
      with: "met, with growth, 1"
    ),
    Edit(
      testDescription: "the rate of Customer Engagement from 40 to 200",
      file: "business-applications.rules",
      first: "= 200 MCV from 2023-03",
      lineCount: 1,
      from: "2023-03",
      node: "business-applications-smb deployments/eligible-workloads",
      without: "not-met, no change, 0",
      with: "met, with growth, 1"
    ),
    Edit(
      testDescription: "a workload joins",
      file: "business-applications.rules",
      first: "+ \"Non-workload specific\" from 2023-06",
      lineCount: 1,
      from: "2023-06",
      node: "business-applications-enterprise performance/workloads",
      without: "met, Sales",
      with: "met, Non-workload specific;Sales"
    ),
    Edit(
      testDescription: "Azure gets an SMB track",
      file: "azure.rules",
      first: "track smb",
      lineCount: nil,
      from: "2026-05",
      node: "azure-smb net-customer-adds/net-qualified-tenants",
      without: "no such node",
      with: "met, with growth, 1"
    ),
    Edit(
      testDescription: "Security gets an SMB track",
      file: "security.rules",
      first: "track smb",
      lineCount: nil,
      from: "2026-05",
      node: "security-smb azure-deployments/net-qualifying-tenants",
      without: "no such node",
      with: "met, with growth, 1"
    ),
  ]

  @Test(arguments: edits)
  func changesAnswersFromItsMonthOn(_ edit: Edit) throws {
    let after = try shippedRules()
    let before = try without(edit, after)
    let rules = (before: checked(before), after: checked(after))
    let month = try #require(Month(edit.from))
    let months = [
      Month(year: 2022, number: 10), month - 1, month, month + 7, Month(year: 2026, number: 9),
    ]
    for asOf in Set(months).sorted() {
      let old = try History.evaluated(rules.before, asOf)
      let new = try History.evaluated(rules.after, asOf)
      #expect((old.answers() == new.answers()) == (asOf < month), "\(asOf)")
      guard asOf == month else { continue }
      #expect(answer(old, edit.node) == edit.without)
      #expect(answer(new, edit.node) == edit.with)
    }
  }

  @Test("A new track touches no other tree", arguments: edits.filter { $0.lineCount == nil })
  func leavesOtherTreesAlone(_ edit: Edit) throws {
    let after = try shippedRules()
    let month = try #require(Month(edit.from))
    let old = try History.evaluated(checked(without(edit, after)), month).answers()
    let new = try History.evaluated(checked(after), month).answers()
    #expect(old.filter { new[$0.key] != $0.value }.isEmpty)
    #expect(Set(new.keys.filter { old[$0] == nil }.map(\.area)).count == 1)
  }

  /// The rule files as they were before the edit.
  private func without(_ edit: Edit, _ files: [String: String]) throws -> [String: String] {
    var lines = try #require(files[edit.file]).components(separatedBy: "\n")
    let places = lines.indices.filter {
      lines[$0].trimmingCharacters(in: .whitespaces).hasPrefix(edit.first)
    }
    let start = try #require(places.first)
    #expect(places.count == 1)
    var end = start
    if edit.lineCount == nil {
      let indent = lines[start].prefix { $0 == " " }
      end = try #require(lines[start...].firstIndex { $0 == indent + "}" })
    }
    lines.removeSubrange(start...end)
    var result = files
    result[edit.file] = lines.joined(separator: "\n")
    return result
  }

  private func answer(_ evaluated: Evaluated, _ node: String) -> String {
    let parts = node.split(separator: " ").map(String.init)
    guard evaluated.facts.plan.areas.contains(where: { $0.id == parts[0] }) else {
      return "no such node"
    }
    return (try? evaluated.answer(parts[0], parts[1], of: History.newest(evaluated))) ?? "no answer"
  }
}

/// A partner with one new customer every five months, each the same from then on: whatever the month, some
/// customer is new and some is not.
private enum History {
  static let first = Month(year: 2020, number: 10)
  static let last = Month(year: 2026, number: 12)

  static let starts = stride(from: first.index, through: last.index, by: 5).map { Month(index: $0) }

  static func evaluated(_ rules: CheckedRuleSet, _ asOf: Month) throws -> Evaluated {
    try Evaluated(
      rules,
      asOf: asOf.description,
      files.map { FactSource(name: $0.key, bytes: Array($0.value.utf8)) }
    )
  }

  /// The customer that came last.
  static func newest(_ evaluated: Evaluated) -> String {
    "c\((starts.last { $0 <= evaluated.facts.plan.asOf } ?? first).index)"
  }

  private static let files = [
    "revenue.csv": table(
      "CustomerID,CustomerTenantID,FiscalMonthName,PartnerAssociationType,WorkloadCategory,Workloads,AdjustedRevenueAmtCD,CustomerName"
    ) { ["CSP T1,Dynamics 365,Sales,300.00", "CSP T1,Dynamics 365,Non-workload specific,1.00"] },
    "usage.csv": table(
      "CustomerID,CustomerTenantID,FiscalMonthName,PartnerAssociationType,MetricType,WorkloadCategory,Workload,PAMAU,MAC,MAU,CustomerName"
    ) { ["DPOR,paid,Dynamics 365,Customer Engagement,0,0,30"] },
    "azure.csv": table(
      "CustomerTpid,CustomerTenantId,Month,PartnerAttributionType,ServiceLevel2,ACR_USD,CustomerName"
    ) { ["PAL,Sentinel,800.00"] },
  ]

  /// Each customer's rows in each month from its first on.
  private static func table(_ header: String, _ rows: () -> [String]) -> String {
    var lines = [header]
    for start in starts {
      for month in start.index...last.index {
        for row in rows() {
          lines.append("c\(start.index),t\(start.index),\(Month(index: month)),\(row),Contoso")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
