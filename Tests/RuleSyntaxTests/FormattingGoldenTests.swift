import RuleSyntax
import TestSupport
import Testing

/// `Tests/Fixtures/formatting`: each file as it was written, and beside it as it is laid out.
@Suite("Layout, before and after")
struct FormattingGoldenTests {
  static let names = Fixtures.names(in: "formatting", withExtension: "rules")

  @Test(arguments: names)
  func hasItsLayout(_ name: String) throws {
    let source = try Fixtures.source("formatting/\(name).rules", as: name)
    guard case .formatted(let bytes) = formatted(source) else {
      Issue.record("\(Parsed(bytes: source.bytes).rendered)")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(try compareGolden(text, with: "formatting/\(name).formatted") == .same)
    let again = formatted(SourceText(name: name, bytes: bytes))
    #expect(again == .formatted(bytes), "a second run changes it")
  }

  @Test("Each file has its layout beside it")
  func noStrayGoldens() {
    #expect(Fixtures.names(in: "formatting", withExtension: "formatted") == Self.names)
    #expect(!Self.names.isEmpty)
  }

  @Test("Every production of the grammar is in them")
  func everyProductionIsShown() throws {
    let texts = try Self.names.map { try Fixtures.source("formatting/\($0).rules", as: $0).bytes }
    let shown = Set(texts.flatMap { Spelling($0).tokens })
    let words = try GrammarText.shared.get().productions.values.reduce(into: Set<String>()) {
      $0.formUnion($1.terminals)
    }
    #expect(words.subtracting(shown).isEmpty)
  }

  @Test("A file with mistakes is left alone, and they are told in order")
  func brokenFile() {
    let text = "unit seat plural 5\n\n   kind workload\n"
    let source = SourceText(name: "t", text: text)
    guard case .broken(let found) = formatted(source) else {
      Issue.record("a broken file has a layout")
      return
    }
    #expect(found.map { source.position(at: $0.span.start).line } == [1, 3])
    #expect(found.map(\.code) == Parsed(text).diagnostics.map(\.code))
  }

  @Test("An empty file stays empty, and a mark of the encoding goes")
  func edges() {
    #expect(formatted(SourceText(name: "t", text: "")) == .formatted([]))
    #expect(formatted(SourceText(name: "t", text: " \n\n")) == .formatted([]))
    let marked = SourceText(name: "t", text: "\u{FEFF}\r\n# a \r\nunit seat")
    #expect(formatted(marked) == .formatted(Array("# a\nunit seat\n".utf8)))
  }
}
