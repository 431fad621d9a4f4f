import RuleSyntax
import TestSupport
import Testing

@Suite("Rendering of findings")
struct RenderingTests {
  private func render(
    _ text: String,
    _ diagnostics: Diagnostic...,
    colour: Bool = false,
    columns: Int? = nil
  ) -> String {
    let file = SourceText(name: "a.rules", text: text)
    return DiagnosticRenderer(files: [file], colour: colour, columns: columns).text(diagnostics)
  }

  private func finding(
    _ start: UInt32,
    _ end: UInt32,
    _ message: String = "wrong",
    help: String? = nil,
    related: [RelatedPlace] = [],
    fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedToken,
      message,
      help: help,
      file: 0,
      at: SourceSpan(start: start, end: end),
      related: related,
      fix: fix
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

  @Test("Sentences are broken at the width of the page, and their lines stand below each other")
  func narrowPage() {
    let sentence = "a `name` that is far too long to be shown in a line of a narrow page"
    let related = RelatedPlace(
      "the first of several places in which it is declared",
      file: 0,
      at: SourceSpan(start: 0, end: 3)
    )
    let shown = finding(4, 7, sentence, help: sentence, related: [related])
    let text = render("one two\n", shown, columns: 44)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 44 })
    #expect(
      text == """
        error[R0201]: a `name` that is far too long
                      to be shown in a line of a
                      narrow page
         --> a.rules:1:5
          |
        1 | one two
          |     ^^^
          = help: a `name` that is far too long to
                  be shown in a line of a narrow
                  page
         ::: a.rules:1:1
          |
        1 | one two
          | ^^^
          | the first of several places in which it
          | is declared

        1 error

        """
    )
    #expect(render("one two\n", shown, columns: 1) == render("one two\n", shown, columns: 40))
    let coloured = render("one two\n", shown, colour: true, columns: 44)
    let signs = ["\u{1B}[1;31m", "\u{1B}[0m"]
    #expect(signs.reduce(coloured) { $0.split(separator: $1).joined() } == text)
  }

  @Test("A narrow page has a narrow window, in which all carets stand below what they mark")
  func narrowWindow() {
    let line = String(repeating: "abcdefghi ", count: 20)
    for start: UInt32 in [0, 3, 50, 100, 190, 197] {
      let lines = render(line, finding(start, start + 3), columns: 60).split(separator: "\n")
      #expect(lines[3].count <= 60)
      let mark = lines[4].firstIndex(of: "^").map {
        lines[4].distance(from: lines[4].startIndex, to: $0)
      }
      let begin = line.index(line.startIndex, offsetBy: Int(start))
      #expect(mark.map { lines[3].dropFirst($0).prefix(3) } == line[begin...].prefix(3))
    }
  }

  @Test("Carets count columns: wide characters have two, a tab and an accented letter one")
  func wideCharacters() {
    func caretLine(_ before: String, _ marked: String) -> String {
      let start = UInt32(before.utf8.count)
      let text = render(before + marked + " x", finding(start, start + UInt32(marked.utf8.count)))
      return String(text.split(separator: "\n")[4].dropFirst(4))
    }
    #expect(caretLine("日本 ", "三四") == "     ^^^^")
    #expect(caretLine("👩 ", "🇩🇪☕") == "   ^^^^")
    #expect(caretLine("e\u{301}\t", "ﬁ") == "  ^")
  }

  @Test("A byte order mark is no part of the line")
  func byteOrderMark() {
    let text = render("\u{FEFF}ab", finding(4, 5))
    #expect(text.contains("a.rules:1:2\n  |\n1 | ab\n  |  ^\n"))
    #expect(render("\u{FEFF}ab", finding(0, 4)).contains("a.rules:1:1\n  |\n1 | ab\n  | ^\n"))
    #expect(render("\u{FEFF}", finding(0, 0)).contains("a.rules:1:1\n"))
  }

  @Test("A repair is told where the help says something else")
  func fixes() {
    let span = SourceSpan(start: 0, end: 1)
    let edits = [TextEdit(file: 0, span, "y")]
    func shown(_ title: String, _ safety: Fix.Safety) -> String {
      render("x", finding(0, 1, help: "write `y`", fix: Fix(title, safety, edits)))
    }
    #expect(shown("write `y`", .safe) == render("x", finding(0, 1, help: "write `y`")))
    #expect(shown("write `z`", .safe).contains("  = help: write `y`\n  = fix: write `z`\n"))
    #expect(shown("write `z`", .unsafe).contains("  = fix: write `z` (unsafe)\n"))
  }
}
