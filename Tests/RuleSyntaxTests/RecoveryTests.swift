import RuleSyntax
import TestSupport
import Testing

/// Each file in `Fixtures/syntax/bad` holds one mistake, and a comment `# lost: ids` when what it
/// stands in cannot be read.
@Suite("One mistake, one finding")
struct RecoveryTests {
  static let names = Fixtures.names(in: "syntax/bad", withExtension: "rules")

  @Test("There are fixtures")
  func fixturesExist() {
    #expect(Self.names.count >= 40)
    let goldens = Fixtures.names(in: "syntax/bad", withExtension: "diagnostics")
    #expect(goldens == Self.names, "a golden that no test reads, or a fixture without one")
  }

  @Test("The finding is the one that is expected", arguments: names)
  func matchesGolden(_ name: String) throws {
    let parsed = Parsed(
      bytes: try Fixtures.bytes("syntax/bad/\(name).rules"),
      name: name + ".rules"
    )
    #expect(parsed.diagnostics.count == 1, "\(parsed.rendered)")
    #expect(parsed.diagnostics.allSatisfy { $0.message.count <= 100 && $0.help != nil })
    let result = try compareGolden(parsed.rendered, with: "syntax/bad/\(name).diagnostics")
    #expect(result == .same)
  }

  @Test("Everything else in the file is in the tree", arguments: names)
  func keepsTheRest(_ name: String) throws {
    let parsed = Parsed(bytes: try Fixtures.bytes("syntax/bad/\(name).rules"))
    let text = parsed.source.text(SourceSpan(start: 0, end: UInt32(parsed.source.bytes.count)))
    let lines = text.split { $0.isNewline }
    var declared: Set<String> = []
    let words = Parser.itemWords.subtracting(["met", "criterion", "best"]).union(["area"])
    for line in lines {
      let parts = line.split(separator: " ").map(String.init)
      if parts.count > 1, words.contains(parts[0]), parts[1].allSatisfy(isNameCharacter) {
        declared.insert(parts[1])
      }
    }
    let lost = lines.first { $0.hasPrefix("# lost:") }?.dropFirst(7).split(separator: " ") ?? []
    declared.subtract(lost.map(String.init))
    let missing = declared.subtracting(parsed.idsInAreas)
    #expect(missing.isEmpty, "\(missing.sorted())")
    #expect(parsed.tree.sources.contains { $0.id.text == "LAST" })
  }

  private func isNameCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }
}
