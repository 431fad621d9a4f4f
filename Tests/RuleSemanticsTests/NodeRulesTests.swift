import Facts
import RuleSemantics
import TestSupport
import Testing

@Suite("Rules of a node")
struct NodeRulesTests {
  @Test(
    "are there for each gate and leaf of the plan, and say the same",
    arguments: [
      "2022-10", "2023-03", "2024-06", "2025-10", "2026-06",
    ]
  )
  func planAndRules(text: String) throws {
    let month = try #require(Month(text))
    let rules = check(try Fixtures.shippedRules()).rules
    let found = nodeRules(rules, asOf: month)
    for area in plan(rules, asOf: month).areas {
      for node in area.nodes where node.test != nil {
        let own = try #require(found[area.id]?[node.path], "\(area.id)/\(node.path)")
        #expect(own.criterion?.content == node.criterion.map { .text($0) })
        let versions =
          [own.criterion, own.test].compactMap(\.self) + own.values + own.definitions + own.sets
        #expect(own.test != nil)
        for version in versions {
          #expect(version.from.map { $0 <= month } ?? true)
          #expect(version.until.map { month <= $0 } ?? true)
        }
        // Whatever the plan cites, some version cites.
        let cited = Set(versions.flatMap(\.citations).map(\.source))
        #expect(Set(node.citations.map(\.source)).isSubset(of: cited), "\(area.id)/\(node.path)")
        #expect(Set(own.sources.map(\.id)) == cited)
      }
    }
  }

  @Test("have the values that were in force, of the track, and no others")
  func values() throws {
    let rules = check(try Fixtures.shippedRules()).rules
    func values(_ tree: String, _ month: Month) throws -> [String] {
      let path = "net-customer-adds/net-qualifying-workloads"
      return try #require(nodeRules(rules, asOf: month)[tree]?[path]).values.map { version in
        "\(version.content) \(version.from?.description ?? "") \(version.until?.description ?? "")"
      }
    }
    let early = Month(year: 2023, number: 1)
    let late = Month(year: 2025, number: 10)
    let smb = "business-applications-smb"
    #expect(try values(smb, early) == [#"amount(number: "500", unit: "USD") 2022-10 2023-02"#])
    #expect(try values(smb, late) == [#"amount(number: "250", unit: "USD") 2023-03 "#])
    let enterprise = try values("business-applications-enterprise", late)
    #expect(enterprise == [#"amount(number: "1500", unit: "USD") 2023-03 "#])
  }
}
