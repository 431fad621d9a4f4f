import RuleSyntax
import TestSupport
import Testing

@Suite("Whatever the bytes are")
struct RobustnessTests {
  /// Parsing ends, every span lies in the file, and rendering and formatting do not trap.
  private func check(_ bytes: [UInt8], _ comment: Comment = "") {
    let parsed = Parsed(bytes: bytes)
    let end = UInt32(bytes.count)
    #expect(parsed.diagnostics.allSatisfy { $0.span.end <= end }, comment)
    #expect(parsed.diagnostics.count <= 2000, comment)
    #expect(parsed.rendered.utf8.count < 2_000_000, comment)
    switch formatted(parsed.source) {
    case .broken(let found): #expect(found.count == parsed.diagnostics.count, comment)
    case .formatted: #expect(parsed.diagnostics.isEmpty, comment)
    }
  }

  private func tokens(of text: String) -> [String] {
    let source = SourceText(name: "t", text: text)
    var found: [Diagnostic] = []
    return tokenize(source, file: 0, reporting: &found).tokens.dropLast().map {
      source.text($0.span)
    }
  }

  @Test("A token dropped, doubled or swapped")
  func mutatedTokens() throws {
    for example in try GrammarText.shared.get().examples {
      let frame = try #require(GrammarExampleTests.frames[example.production])
      let words = tokens(of: frame.replacing("@", with: example.text))
      for index in words.indices {
        var dropped = words
        dropped.remove(at: index)
        check(Array(dropped.joined(separator: " ").utf8))
        check(Array(dropped.joined(separator: "\n").utf8))
        var doubled = words
        doubled.insert(words[index], at: index)
        check(Array(doubled.joined(separator: " ").utf8))
        check(Array(doubled.joined(separator: "\n").utf8))
        guard index > 0 else { continue }
        var swapped = words
        swapped.swapAt(index, index - 1)
        check(Array(swapped.joined(separator: "\n").utf8))
      }
    }
  }

  @Test("Random bytes and random tokens")
  func randomInput() throws {
    let pieces =
      try GrammarText.shared.get().examples.flatMap { tokens(of: $0.text) } + ["\n", "“", "≥"]
    for seed in UInt64(1)...400 {
      var random = SplitMix64(seed: seed)
      check((0..<random.below(600)).map { _ in UInt8(1 + random.below(255)) }, "seed \(seed)")
      let words = (0..<200).map { _ in pieces[random.below(pieces.count)] }
      check(Array(words.joined(separator: random.below(2) == 0 ? " " : "\n").utf8), "seed \(seed)")
    }
  }

  @Test(
    "Ends and beginnings",
    arguments: [
      "", "\u{FEFF}", "\r\n", "\"", "'", "“", "/*", "#", "{", "}", "(", "\\", "\"\\", "-", "2025-",
      "1.", "1,", "area", "area x", "area x \"X\" {", "use \"a", "\u{FEFF}use \"a\"",
      "a\"\u{301}\"",
      "source S \"\u{600}\"", "value v \"V\" =", "use \"a\"\r\nuse \"b\"\r\n",
    ]
  )
  func edges(_ text: String) {
    check(Array(text.utf8))
    check(Array(text.utf8.reversed()))
  }

  @Test("A file with a byte order mark and Windows line ends has no finding")
  func windowsFile() {
    let parsed = Parsed("\u{FEFF}use \"a.rules\"\r\nunit seat plural seats\r\n")
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.tree.uses.map(\.text) == ["a.rules"])
    #expect(parsed.tree.units.count == 1)
  }

  @Test("A binary file is refused once")
  func binary() {
    let parsed = Parsed(bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3])
    #expect(parsed.diagnostics.map(\.code) == [.notText])
  }

  @Test(
    "Nesting of 100,000 is refused without running out of stack",
    arguments: ["(", "not ", "some x has ", "{", "{\n", "area x \"X\" {\n", "best of {"]
  )
  func deepNesting(_ piece: String) {
    let text = String(repeating: piece, count: 100_000)
    check(Array(text.utf8))
    check(Array(("area x \"X\" { group g of tenants \"G\" = " + text).utf8))
  }

  @Test(
    "Two million bytes on one line",
    arguments: ["a ", "$", "'", "“", "≥", "\" ", "1,1 ", "{ } "]
  )
  func longLine(_ piece: String) {
    let bytes = Array(piece.utf8)
    var line: [UInt8] = []
    while line.count < 2_000_000 { line += bytes }
    check(line)
  }

  @Test("A file of 100,000 lines is read whole")
  func longFile() {
    var text = "area x \"X\" {\n"
    for number in 1...100_000 { text += "  value v\(number) \"V\" = 1 seat from 2022-10 cite S1\n" }
    text += "}\n"
    let source = SourceText(name: "t", text: text)
    var found: [Diagnostic] = []
    #expect(tokenize(source, file: 0, reporting: &found).tokens.count == 100_000 * 10 + 6)
    #expect(parse(source, file: 0, reporting: &found).areas.first?.definitions.count == 100_000)
    #expect(found.isEmpty)
  }

  @Test("A file of 10,000 lines is laid out, each of them aligned")
  func longLayout() {
    var text = "area x \"X\" {\n"
    for number in 1...10_000 { text += "  rows r\(number)  = usage where  a in b from 2022-10\n" }
    text += "}\n"
    let source = SourceText(name: "t", text: text)
    #expect(formatted(source) != .formatted(source.bytes))
  }

  @Test("A mistake on each of 100,000 lines does not fill the memory")
  func manyMistakes() {
    let parsed = Parsed(String(repeating: "valeu ≥ x\nfoo bar\n", count: 50_000))
    #expect(parsed.diagnostics.count == 1000)
    #expect(parsed.rendered.contains("… and 900 more"))
  }

  @Test("Ten thousand empty blocks are looked at in linear time")
  func emptyBlocks() {
    let gates = (0..<10_000).map { "gate g\($0) \"G\" {\n}\n" }.joined()
    let parsed = Parsed("area x \"X\" {\n" + gates + "}\n")
    #expect(parsed.tree.areas.first?.nodes.count == 10_000)
    #expect(parsed.diagnostics.count == 1000)
  }

  @Test("Names of 100,000 letters are not compared with each other")
  func longNames() {
    let name = String(repeating: "a", count: 100_000)
    #expect(NearestNames.question([name], to: String(name.dropLast()) + "b") == nil)
    #expect(NearestNames.question(["seats"], to: "saets") == "did you mean `seats`?")
  }

  @Test("A file beyond the limit is refused once, not taken for an empty one")
  func tooLarge() {
    let bytes = Array("unit seat\n".utf8)
    let source = SourceText(name: "t", bytes: bytes, mostBytes: bytes.count - 1)
    var found: [Diagnostic] = []
    let tree = parse(source, file: 0, reporting: &found)
    #expect(tree.units.isEmpty)
    #expect(found.map(\.code) == [.unreadableFile])
  }
}
