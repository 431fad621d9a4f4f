import Foundation
import Reports
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("Findings as JSON")
struct DiagnosticsJSONTests {
  static let notation = Fixtures.names(in: "syntax/bad", withExtension: "rules")
    .map { "syntax/bad/\($0).rules" }
  static let meaning = Fixtures.names(in: "semantics/bad", withExtension: "rules")
    .map { "semantics/bad/\($0).rules" }

  @Test("The JSON says what the text says", arguments: notation + meaning)
  func sameAsText(_ path: String) throws {
    let shared = ["semantics/facts.rules", "semantics/people.rules"]
    let paths = [path] + (path.hasPrefix("syntax") ? [] : shared)
    let files = try paths.map { try Fixtures.source($0, as: $0) }
    let found = check(files).diagnostics
    try #require(!found.isEmpty)
    let page = try JSONDecoder().decode(
      CheckPage.self,
      from: Data(diagnosticsJSON(found, files: files))
    )
    #expect(page.diagnostics.count == found.count)
    for (written, finding) in zip(page.diagnostics, found) {
      let text = DiagnosticRenderer(files: files, colour: false).text([finding])
      #expect(text.hasPrefix("\(written.severity)[\(written.code)]: \(shown(written.message))\n"))
      if let help = written.help { #expect(text.contains(" = help: \(shown(help))\n")) }
      #expect(text.contains("--> \(written.file):\(written.line):\(written.column)\n"))
      #expect(written.related.count == finding.related.count)
      for place in written.related {
        #expect(text.contains("::: \(place.file):\(place.line):\(place.column)\n"))
        #expect(text.contains(" \(place.label)\n"))
      }
    }
  }

  /// What cannot be printed is shown as U+FFFD in the text.
  private func shown(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" || $0.isWhitespace && $0 != " " ? "\u{FFFD}" : $0 })
  }
}

private struct CheckPage: Decodable {
  struct Finding: Decodable {
    let code: String
    let severity: String
    let message: String
    let help: String?
    let file: String
    let line: Int
    let column: Int
    let related: [Place]
  }

  struct Place: Decodable {
    let label: String
    let file: String
    let line: Int
    let column: Int
  }

  let diagnostics: [Finding]
}
