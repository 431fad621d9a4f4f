import Facts
import Foundation
import Reports
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// The fixture has a version that comes back, changes of a set, readings, and two tracks.
@Suite("Lists of what rule files define")
struct ListReportTests {
  private let rules: CheckedRuleSet

  init() throws {
    let checked = check([try Fixtures.source("reports/list.rules", as: "list.rules")])
    try #require(!checked.diagnostics.hasErrors)
    rules = checked.rules
  }

  private func table(_ listing: RuleListing, columns: Int = 100) -> String {
    text { listTable(listing, RenderStyle(columns: columns), into: $0) }
  }

  @Test func allVersions() throws {
    let page = table(list(rules))
    try Golden.expect(page, "list.txt")
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 100 })
    try Golden.expect(text { listCSV(list(rules), into: $0) }, "list.csv")
    try Golden.expect(text { listJSON(list(rules), into: $0) }, "list.json")
  }

  @Test func oneMonth() throws {
    let listing = list(rules, asOf: Month(year: 2024, number: 7))
    try Golden.expect(table(listing), "list-2024-07.txt")
    try Golden.expect(text { listCSV(listing, into: $0) }, "list-2024-07.csv")
    #expect(
      text { listJSON(listing, into: $0) }.hasPrefix(#"{"schema":"rulec.list/1","asOf":"2024-07","#)
    )
  }

  @Test func narrowPage() {
    let page = table(list(rules), columns: 60)
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test func schemaIsRecorded() throws { try Golden.expect(listSchema, "list-schema.json") }

  /// The ids that are left of values: a track has its own `least`, and the area's `many`.
  @Test(arguments: [
    (["apps"], ["apps least 10", "apps least 12.5", "apps many 50", "apps-large least 100"]),
    (["apps-large"], ["apps many 50", "apps-large least 100"]),
    (["apps-small"], ["apps least 10", "apps least 12.5", "apps many 50"]),
  ])
  func areasAndTracks(_ areas: [String], _ expected: [String]) {
    let found = list(rules).selecting(areas: areas, kinds: [.value])
    #expect(found.sources.isEmpty)
    var lines: [String] = []
    for version in found.versions where ["least", "many"].contains(version.id) {
      guard case .amount(let number, _) = version.content, !["60", "70"].contains(number) else {
        continue
      }
      let line = "\(version.part?.treeID ?? "") \(version.id) \(number)"
      if !lines.contains(line) { lines.append(line) }
    }
    #expect(lines == expected)
  }

  @Test func sourcesOfAnAreaAreThoseThatItCites() {
    let all = list(rules)
    #expect(all.sources.map(\.id) == ["S1", "S2"])
    #expect(all.selecting(areas: [], kinds: [.source]).versions.isEmpty)
    let rows = all.selecting(areas: ["apps"], kinds: [])
    #expect(rows.sources.map(\.id) == ["S1", "S2"])
  }

  /// Not `grain`, a reading; nor what holds in the track that is there from the beginning.
  @Test func changesAreWhatBeganLaterOrEnded() {
    let changes = list(rules).changes
    var names: [String] = []
    for version in changes.versions {
      let name = "\(version.kind.rawValue) \(version.id)"
      if !names.contains(name) { names.append(name) }
    }
    #expect(
      names == [
        "value least", "value many", "set partners", "set small", "group large",
        "track-choice apps", "track-choice small", "criterion tenants/net", "track large",
        "retirement Files",
      ]
    )
    #expect(changes.versions.count { $0.id == "many" } == 3)
  }
}
