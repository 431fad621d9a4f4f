import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("Several findings")
struct FindingOrderTests {
  @Test("Two mistakes in one file give two findings, as each alone")
  func independentMistakes() {
    for pair in zip(BadFixture.notation, BadFixture.notation.dropFirst()) {
      let texts = [pair.0, pair.1].map { String(decoding: $0.files[0].bytes, as: UTF8.self) }
      // Bytes that are not text would be repaired on the way.
      guard texts.allSatisfy({ !$0.contains("\u{FFFD}") }) else { continue }
      let found = Parsed(texts.joined(separator: "\n")).diagnostics.inOrder()
      let alone = pair.0.diagnostics + pair.1.diagnostics
      #expect(found.map(\.message) == alone.map(\.message), "\(pair.0.name), \(pair.1.name)")
    }
  }

  @Test("The order in which findings are made means nothing", arguments: 1...20)
  func shuffledFindings(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let texts = BadFixture.notation.map { String(decoding: $0.files[0].bytes, as: UTF8.self) }
    let parsed = Parsed(texts.joined(separator: "\n"))
    #expect(parsed.diagnostics.count > 80)
    let files = [parsed.source, parsed.source]
    let found = parsed.diagnostics + parsed.diagnostics.map { $0.moved(toFile: 1) }
    let mixed = found.shuffled(using: &random) + found.shuffled(using: &random)
    #expect(mixed.inOrder() == found.inOrder())
    #expect(rendered(mixed, files) == rendered(found, files))
  }

  @Test("Checking twice says the same", arguments: BadFixture.meaning)
  func repeatedChecks(_ fixture: BadFixture) {
    #expect(fixture.findings(in: fixture.files) == fixture.diagnostics)
  }

  @Test("The order of the files means nothing but what comes first", arguments: BadFixture.meaning)
  func orderOfFiles(_ fixture: BadFixture) {
    let turned = Array(fixture.files.reversed())
    let found = fixture.findings(in: turned)
    #expect(found.map(\.code) == fixture.diagnostics.map(\.code))
    // Of two declarations in two files, the second is the one to report.
    guard fixture.name != "semantics/source-twice" else { return }
    #expect(rendered(found, turned) == rendered(fixture.diagnostics, fixture.files))
  }
}
