import Foundation
import Reports
import RuleSyntax
import Testing

@Suite("What is told of the codes of diagnostics")
struct ExplanationTests {
  /// All entries, to be read in one go by whoever changes one.
  @Test func catalogueIsRecorded() throws {
    let pages = DiagnosticCode.allCases.map { explanation(of: $0, columns: 100) }
    let line = String(repeating: "-", count: 100) + "\n"
    try Golden.expect(
      ([explanationIndex(columns: 100)] + pages).joined(separator: line),
      "catalogue.txt"
    )
  }

  @Test("Sentences fit the page; rules and findings stay as they are", arguments: [40, 60, 100])
  func pageWidth(_ columns: Int) {
    for code in DiagnosticCode.allCases {
      let page = explanation(of: code, columns: columns)
      let example = code.entry.example.files
      // Sections of sentences; the first one has no heading.
      for section in page.split(separator: "\n\n") {
        let lines = section.split(separator: "\n")
        let isLaidOut =
          example != nil
          && ["Wrong", "Right", "What `rulec"].contains {
            section.hasPrefix($0)
          }
        if !isLaidOut { #expect(lines.allSatisfy { $0.count <= columns }, "\(section)") }
      }
      guard let example else { continue }
      for line in (example.wrong + "\n" + example.right).split(separator: "\n") {
        #expect(page.contains("\n  \(line)\n"))
      }
    }
  }

  @Test("The finding that is shown is the one of the code", arguments: DiagnosticCode.allCases)
  func shownFinding(_ code: DiagnosticCode) {
    let head = "\(code.severity.rawValue)[\(code.rawValue)]: "
    let count = explanation(of: code, columns: 100).ranges(of: head).count
    #expect(count == (code.entry.example.files == nil ? 1 : 2))
  }

  @Test("The JSON has what the text has")
  func json() throws {
    let data = Data(explanationJSON(of: DiagnosticCode.allCases))
    let page = try JSONDecoder().decode(ExplanationPage.self, from: data)
    #expect(page.schema == "rulec.explain/1")
    #expect(page.declarations == ExampleDeclarations.text)
    #expect(page.codes.map(\.code) == DiagnosticCode.allCases.map(\.rawValue))
    for (entry, code) in zip(page.codes, DiagnosticCode.allCases) {
      #expect(entry.title == code.entry.title && entry.severity == code.severity.rawValue)
      #expect(entry.what == code.entry.what && entry.why == code.entry.why)
      #expect(entry.repair == code.entry.repair)
      #expect((entry.finding == nil) == (code.entry.example.files == nil))
      guard let files = code.entry.example.files else { continue }
      #expect(entry.wrong == files.wrong && entry.right == files.right)
    }
  }
}

private struct ExplanationPage: Decodable {
  struct Entry: Decodable {
    let code: String
    let severity: String
    let title: String
    let what: String
    let why: String
    let wrong: String
    let finding: String?
    let right: String
    let repair: String
  }

  let schema: String
  let declarations: String
  let codes: [Entry]
}
