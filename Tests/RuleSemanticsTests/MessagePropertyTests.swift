import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// What holds for every finding, whatever it is about.
@Suite("Properties of all findings")
struct MessagePropertyTests {
  @Test("A code, a sentence that stands alone, and help", arguments: BadFixture.all)
  func sentences(_ fixture: BadFixture) throws {
    for finding in fixture.diagnostics {
      #expect(finding.code.rawValue.wholeMatch(of: /R0[1-9][0-9]{2}/) != nil)
      let help = try #require(finding.help)
      for text in [finding.message, help] + finding.related.map(\.label) {
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "one line: \(text)")
        #expect(!text.hasSuffix("."), "\(text)")
        #expect(text.first.map { !$0.isUppercase } == true, "\(text)")
      }
      #expect(finding.message.count <= 100, "\(finding.message)")
    }
  }

  @Test("Line and column count characters, also behind letters of other scripts")
  func places() throws {
    let before = "# über 日本 e\u{301} 👩‍👩‍👧\n"
    let line = "source S1 \"Größe 日本 e\u{301} 👩‍👩‍👧\" ≥"
    let parsed = Parsed(before + line + "\n", name: "a.rules")
    let finding = try #require(parsed.diagnostics.first)
    let column = line.count
    #expect(parsed.source.position(at: finding.span.start).column == column)
    let lines = parsed.rendered.split(separator: "\n")
    #expect(lines[1] == " --> a.rules:2:\(column)")
    // Carets stand below what a terminal draws, where some characters are two columns wide.
    let width = TextWidth.of(SafeText.of(String(line.dropLast())))
    #expect(lines[4] == "  | " + String(repeating: " ", count: width) + "^")
  }

  @Test("The printed place is that of the span", arguments: BadFixture.all)
  func printedPlaces(_ fixture: BadFixture) {
    for finding in fixture.diagnostics {
      let text = rendered([finding], fixture.files)
      for (file, span) in [(finding.file, finding.span)]
        + finding.related.map({ ($0.file, $0.span) })
      {
        let before = String(decoding: fixture.files[file].bytes[..<Int(span.start)], as: UTF8.self)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        let place = "\(fixture.files[file].name):\(lines.count):\((lines.last?.count ?? 0) + 1)\n"
        #expect(text.contains(place), "\(place)\(text)")
      }
    }
  }

  @Test(
    "The marked text is whole words on one line; of a name, the name",
    arguments: BadFixture.all
  )
  func spans(_ fixture: BadFixture) {
    for finding in fixture.diagnostics where finding.code.rawValue >= "R02" {
      let source = fixture.files[finding.file]
      var ignored: [Diagnostic] = []
      let tokenized = tokenize(source, file: 0, reporting: &ignored)
      // What is said of comments marks words in them, which are no tokens.
      if tokenized.comments.contains(where: { $0.joined(with: finding.span) == $0 }) { continue }
      let tokens = tokenized.tokens.map(\.span)
      let marked = tokens.filter { $0.start < finding.span.end && finding.span.start < $0.end }
      #expect(marked.first?.start == finding.span.start && marked.last?.end == finding.span.end)
      #expect(source.line(at: finding.span.start) == source.line(at: finding.span.end))
      if finding.code.rawValue.hasPrefix("R03") { #expect(marked.count == 1, "\(finding.message)") }
    }
  }

  @Test("Other places have a role, and are other places", arguments: BadFixture.all)
  func relatedPlaces(_ fixture: BadFixture) {
    for finding in fixture.diagnostics {
      let places =
        [Place(finding.file, finding.span)] + finding.related.map { Place($0.file, $0.span) }
      #expect(Set(places).count == places.count, "\(finding.message)")
      #expect(finding.related.allSatisfy { !$0.label.isEmpty && $0.label.count <= 60 })
      #expect(finding.related.count <= 4)
    }
  }

  private struct Place: Hashable {
    let file: Int
    let span: SourceSpan

    init(_ file: Int, _ span: SourceSpan) {
      self.file = file
      self.span = span
    }
  }
}
