import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// Areas that are not shipped: they show that the language reaches beyond the two that are.
///
/// What they cannot say yet stands in comments that begin with `needs:`. `skilling.rules` is a
/// sketch of notation that does not exist, and is not read.
@Suite("Trial rule files")
struct TrialTests {
  @Test(arguments: ["security", "business-applications"])
  func parses(_ name: String) throws {
    let parsed = Parsed(bytes: try Fixtures.bytes("trial/\(name).rules"), name: "\(name).rules")
    #expect(parsed.rendered == "")
    #expect(parsed.tree.areas.map(\.id.text) == [name])
  }

  @Test(arguments: ["security", "business-applications"])
  func checks(_ name: String) throws {
    let files =
      try [Fixtures.source("trial/\(name).rules", as: "\(name).rules")] + Fixtures.shippedRules()
    let (_, diagnostics) = check(files)
    #expect(rendered(diagnostics, files) == "")
  }
}
