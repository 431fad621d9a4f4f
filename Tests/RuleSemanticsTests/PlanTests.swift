import Facts
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("Plans of the real rules")
struct PlanTests {
  static let months = [
    "2022-10", "2023-05", "2023-06", "2024-06", "2026-04", "2026-05", "2026-07",
  ]

  @Test(arguments: months)
  func matchesGolden(_ name: String) throws {
    let month = try #require(Month(name))
    let rules = check(try Fixtures.shippedRules()).rules
    let text = PlanText(plan: plan(rules, asOf: month), catalogue: rules.catalogue).text
    #expect(try compareGolden(text, with: "plans/\(name).plan") == .same)
  }

  @Test("Each golden belongs to a month")
  func noStrayGoldens() {
    #expect(Fixtures.names(in: "plans", withExtension: "plan") == Self.months)
  }

  @Test("The rules change in these months, and have these trees")
  func summary() throws {
    let rules = check(try Fixtures.shippedRules()).rules
    let months = [
      "2022-10", "2023-03", "2023-06", "2023-07", "2023-12", "2024-05", "2024-06", "2026-05",
      "2026-07",
    ]
    #expect(rules.changeMonths.map(\.description) == months)
    let ids = [
      "azure", "azure-enterprise", "azure-smb", "modern-work-smb", "modern-work-enterprise",
      "security", "security-enterprise", "security-smb", "business-applications-smb",
      "business-applications-enterprise",
    ]
    #expect(rules.areaIDs == ids)
  }

  @Test("Another layout of the rules makes the same plan", arguments: months)
  func layoutMeansNothing(_ name: String) throws {
    let month = try #require(Month(name))
    let lines = try Fixtures.shippedRules().map { source in
      var found: [Diagnostic] = []
      let tokens = tokenize(source, file: 0, reporting: &found).tokens
      let text = tokens.map { source.text($0.span) }.joined(separator: "\n")
      return SourceText(name: source.name, text: text)
    }
    let sources = try lines.map { source in
      guard case .formatted(let bytes) = formatted(source) else {
        try #require(Bool(false), "\(source.name) has a layout")
        return source
      }
      return SourceText(name: source.name, bytes: bytes)
    }
    let plans = [lines, sources].map { files in
      let rules = check(files).rules
      return PlanText(plan: plan(rules, asOf: month), catalogue: rules.catalogue).text
    }
    for text in plans { #expect(try compareGolden(text, with: "plans/\(name).plan") == .same) }
  }

  @Test("Nothing is planned before the rules begin")
  func beforeTheBeginning() throws {
    let rules = check(try Fixtures.shippedRules()).rules
    #expect(plan(rules, asOf: Month(year: 2022, number: 9)).areas.isEmpty)
  }

  @Test("Equal parts of areas and tracks are one entry")
  func sharing() throws {
    let rules = check(try Fixtures.shippedRules()).rules
    let plan = plan(rules, asOf: Month(year: 2026, number: 5))
    #expect(plan.groups.filter { $0.id == "deployed" && $0.unit.plural == "services" }.count == 1)
    #expect(Set(plan.conditions).count == plan.conditions.count)
    #expect(
      plan.conditions.indices.allSatisfy { index in
        children(plan.conditions[index]).allSatisfy { $0.index < index }
      }
    )
  }

  private func children(_ condition: Condition) -> [ConditionID] {
    switch condition {
    case .all(let parts), .any(let parts): parts
    case .not(let part), .some(_, let part), .atAssociation(let part), .shifted(_, let part),
      .anyOfLast(_, let part), .assumedNo(let part):
      [part]
    case .nameIn, .inGroup, .comparison, .average, .share, .associated: []
    }
  }
}
