import RuleSyntax
import TestSupport
import Testing

@Suite("Rendering of findings")
struct RenderingTests {
  private func render(_ text: String, _ diagnostics: Diagnostic..., colour: Bool = false) -> String
  {
    let file = SourceText(name: "a.rules", text: text)
    return DiagnosticRenderer(files: [file], colour: colour).text(diagnostics)
  }

  private func finding(
    _ start: UInt32,
    _ end: UInt32,
    help: String? = nil,
    related: [RelatedPlace] = []
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedToken,
      "wrong",
      help: help,
      file: 0,
      at: SourceSpan(start: start, end: end),
      related: related
    )
  }

  @Test("Message, place, line, carets by characters, help, related place, count")
  func anatomy() {
    let related = RelatedPlace(
      "first here",
      file: 0,
      at: SourceSpan(start: 0, end: 3)
    )
    let text = render("one\n\té = two\n", finding(10, 13, help: "do it", related: [related]))
    #expect(
      text == """
        error[R0201]: wrong
         --> a.rules:2:6
          |
        2 |  é = two
          |      ^^^
          = help: do it
         ::: a.rules:1:1
          |
        1 | one
          | ^^^ first here

        1 error

        """
    )
  }

  @Test("A long line is shown around the carets, a span of more lines on its first")
  func longLines() {
    let line = String(repeating: "a", count: 5000)
    let text = render(line + "\nb", finding(2500, 5002))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 110 })
    #expect(lines[1].hasSuffix(":1:2501"))
    #expect(lines[3].hasPrefix("1 | …a") && lines[3].hasSuffix("a…"))
    #expect(lines[4].count { $0 == "^" } == 60)
  }

  @Test("Control characters do not reach the terminal")
  func controlCharacters() {
    let text = render("\u{1B}[31m \u{202E}x", finding(0, 1))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }

  @Test("At most a hundred findings are shown, errors and warnings are counted")
  func limits() {
    let file = SourceText(name: "a.rules", text: String(repeating: "x", count: 200))
    let findings = (0..<117).map { finding(UInt32($0), UInt32($0) + 1) }
    let warning = Diagnostic(
      .missingCitation,
      "no source",
      file: 0,
      at: SourceSpan(start: 0, end: 1)
    )
    let text = DiagnosticRenderer(files: [file], colour: false).text(findings + [warning])
    #expect(text.hasSuffix("… and 18 more\n\n117 errors, 1 warning\n"))
    #expect(DiagnosticRenderer(files: [file], colour: false).text([]) == "")
    #expect(
      render("x", finding(0, 1), colour: true).hasPrefix("\u{1B}[1;31merror[R0201]\u{1B}[0m:")
    )
  }
}
