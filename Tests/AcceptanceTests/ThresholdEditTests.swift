import Foundation
import Testing

/// A threshold changes by one dated, cited line.
@Suite("The Azure threshold from 1,000 to 1,500 USD")
struct ThresholdEditTests {
  private static let line =
    #"    = 1500 USD from 2025-11 cite S1 "Net count of Tenants having $1,500""#

  /// The shipped rules with the line behind the last version of the area's `customer-acr`.
  private func editedRules() throws -> [String: String] {
    var files = try shippedRules()
    var lines = try #require(files["azure.rules"]).components(separatedBy: "\n")
    let value = try #require(lines.firstIndex { $0.contains("value customer-acr") })
    let end = try #require(lines[value...].firstIndex { $0.isEmpty })
    lines.insert(Self.line, at: end)
    files["azure.rules"] = lines.joined(separator: "\n")
    return files
  }

  /// 1,200.00 USD in each month from 2025-09 to 2025-11, and nothing in the two months of the year before.
  private let facts = [
    "usage.csv": """
    CustomerTpid,CustomerName,CustomerTenantId,Month,ServiceLevel2,PartnerAttributionType,ACR_USD
    other,Other,t9,2024-09,Storage,PAL,1
    other,Other,t9,2024-10,Storage,PAL,1
    other,Other,t9,2024-11,Storage,PAL,1
    c,Contoso,t1,2025-09,Storage,PAL,1200.00
    c,Contoso,t1,2025-10,Storage,PAL,1200.00
    c,Contoso,t1,2025-11,Storage,PAL,1200.00
    """
  ]

  @Test(arguments: [
    ("2025-10", false, "met, with growth, 1"), ("2025-11", false, "met, with growth, 1"),
    ("2025-10", true, "met, with growth, 1"), ("2025-11", true, "not-met, no change, 0"),
  ])
  func countsUntilTheMonthOfTheLine(month: String, isEdited: Bool, answer: String) throws {
    let rules = isEdited ? try editedRules() : try shippedRules()
    let evaluated = try Evaluated(asOf: month, facts, rules: rules)
    let path = "net-customer-adds/net-qualified-tenants"
    #expect(try evaluated.answer("azure", path) == answer)
  }

  @Test func differsByOneAddedLine() throws {
    let before = try shippedRules()
    let after = try editedRules()
    #expect(before.keys.filter { before[$0] != after[$0] } == ["azure.rules"])
    let old = try #require(before["azure.rules"]).components(separatedBy: "\n")
    let new = try #require(after["azure.rules"]).components(separatedBy: "\n")
    let changes = new.difference(from: old)
    #expect(changes.removals.isEmpty)
    #expect(changes.insertions.count == 1)
  }
}
