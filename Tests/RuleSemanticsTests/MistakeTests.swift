import Foundation
import RuleSemantics
import RuleSyntax
import Testing

@Suite("One mistake gives one diagnostic")
struct MistakeTests {
  static let folder = "Tests/Fixtures/semantics/bad"

  /// A fixture with the declarations that all fixtures share, in that order.
  static func files(_ name: String) throws -> [SourceText] {
    let own = try Repository.source("\(folder)/\(name).rules", as: "\(name).rules")
    guard !name.hasPrefix("facts-") else { return [own] }
    return [own, try Repository.source("Tests/Fixtures/semantics/facts.rules", as: "facts.rules")]
  }

  @Test(arguments: try Repository.names(in: folder, extension: "rules"))
  func matchesGolden(_ name: String) throws {
    let files = try Self.files(name)
    let diagnostics = check(files).diagnostics
    try Repository.expectGolden(
      rendered(diagnostics, files),
      "\(Self.folder)/\(name).diagnostics"
    )
    #expect(diagnostics.count == 1, "one mistake, one diagnostic")
    for diagnostic in diagnostics {
      #expect(diagnostic.message.count <= 100, "\(diagnostic.message)")
      #expect(diagnostic.help != nil, "\(diagnostic.message)")
    }
  }

  @Test("Each code of the checker is produced by some fixture")
  func everyCode() throws {
    let checked = DiagnosticCode.allCases.filter { $0.rawValue >= "R03" }
    let names = try Repository.names(in: Self.folder, extension: "rules")
    let produced = try Set(names.flatMap { check(try Self.files($0)).diagnostics.map(\.code) })
    #expect(checked.filter { !produced.contains($0) } == [])
  }

  @Test("Each golden belongs to a fixture")
  func noStrayGoldens() throws {
    let goldens = try Repository.names(in: Self.folder, extension: "diagnostics")
    #expect(try goldens == Repository.names(in: Self.folder, extension: "rules"))
  }

  @Test("The real rules and the shared declarations have no mistake")
  func realRules() throws {
    let rules = try Repository.rules()
    #expect(rendered(check(rules).diagnostics, rules) == "")
    let facts = [try Repository.source("Tests/Fixtures/semantics/facts.rules")]
    #expect(rendered(check(facts).diagnostics, facts) == "")
  }
}
