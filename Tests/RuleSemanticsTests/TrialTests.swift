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
  static let names = ["security", "business-applications"]

  @Test("parses without a finding", arguments: names)
  func parses(_ name: String) throws {
    let parsed = Parsed(bytes: try Fixtures.bytes("trial/\(name).rules"), name: "\(name).rules")
    #expect(parsed.rendered == "")
    #expect(parsed.tree.areas.map(\.id.text) == [name])
  }

  @Test("Each trial is read, but for the sketch")
  func noStrayTrials() {
    #expect(
      Fixtures.names(in: "trial", withExtension: "rules") == (Self.names + ["skilling"]).sorted()
    )
  }

  @Test("checks without an error together with the shipped rules", arguments: names)
  func checks(_ name: String) throws {
    let trial = try Fixtures.source("trial/\(name).rules", as: "\(name).rules")
    let tables = Parsed(bytes: trial.bytes).tree.tables.map(\.id.text)
    #expect(!tables.isEmpty)
    let files = try [trial] + Fixtures.shippedRules().map { without(tables, $0) }
    let (rules, diagnostics) = check(files)
    #expect(!diagnostics.hasErrors, "\(rendered(diagnostics, files))")
    #expect(rules.areaIDs.contains { $0.hasPrefix(name) })
    for month in rules.changeMonths {
      #expect(!plan(rules, asOf: month).areas.isEmpty, "\(month)")
    }
  }

  /// A file without these tables: a trial declares the columns that it reads of them.
  private func without(_ tables: [String], _ file: SourceText) -> SourceText {
    var lines: [Substring] = []
    var isLeftOut = false
    for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "table", words.count > 1 { isLeftOut = tables.contains(String(words[1])) }
      if !isLeftOut { lines.append(line) }
      if line == "}" { isLeftOut = false }
    }
    return SourceText(name: file.name, text: lines.joined(separator: "\n"))
  }
}
