import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("One mistake gives one diagnostic")
struct MistakeTests {
  static let folder = "semantics/bad"

  /// A fixture with the declarations that it shares with others, in that order.
  static func files(_ name: String) throws -> [ParsedFile] {
    let own = ParsedFile(try Fixtures.source("\(folder)/\(name).rules", as: "\(name).rules"))
    guard !name.hasPrefix("facts-") else { return [own] }
    let shared = try shared()
    return [own] + (name.hasPrefix("score-") ? shared : [shared[0]])
  }

  /// The facts of customers, and those of people, which fixtures about scores use as well.
  static func shared() throws -> [ParsedFile] {
    try ["facts", "people"].map { name in
      let source = try Fixtures.source("semantics/\(name).rules", as: "\(name).rules")
      return ParsedFile(source, isGiven: false)
    }
  }

  static let names = Fixtures.names(in: folder, withExtension: "rules")

  @Test(arguments: names)
  func matchesGolden(_ name: String) throws {
    let files = try Self.files(name)
    let diagnostics = check(files).diagnostics
    let text = rendered(diagnostics, files.map(\.source))
    let result = try compareGolden(text, with: "\(Self.folder)/\(name).diagnostics")
    #expect(result == .same)
    #expect(diagnostics.count == 1, "one mistake, one diagnostic")
    for diagnostic in diagnostics {
      #expect(diagnostic.message.count <= 100, "\(diagnostic.message)")
      #expect(diagnostic.help != nil, "\(diagnostic.message)")
    }
  }

  @Test("Each code of the checker is produced by some fixture")
  func everyCode() throws {
    let checked = DiagnosticCode.allCases.filter { $0.rawValue >= "R03" }
    let produced = try Set(Self.names.flatMap { check(try Self.files($0)).diagnostics.map(\.code) })
    #expect(checked.filter { !produced.contains($0) } == [])
  }

  @Test("Each golden belongs to a fixture")
  func noStrayGoldens() {
    #expect(Fixtures.names(in: Self.folder, withExtension: "diagnostics") == Self.names)
  }

  @Test("The real rules and the shared declarations have no mistake")
  func realRules() throws {
    let rules = try Fixtures.shippedRules()
    #expect(rendered(check(rules).diagnostics, rules) == "")
    let shared = try Self.shared()
    #expect(rendered(check(shared).diagnostics, shared.map(\.source)) == "")
  }
}

/// What is reported, as people read it.
func rendered(_ diagnostics: [Diagnostic], _ files: [SourceText]) -> String {
  DiagnosticRenderer(files: files, colour: false).text(diagnostics)
}
