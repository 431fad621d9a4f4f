import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("Repairs of any damage to the rules")
struct FixPropertyTests {
  @Test("There are never more errors, and a second run changes nothing", arguments: 0..<2)
  func damageToTheRules(seed: UInt64) throws {
    try Self.damage(Fixtures.shippedRules(), times: 20, seed: seed &+ 1000)
  }

  /// Rules of one area with one warning, which are checked sooner.
  @Test("As often in small files", arguments: ["unused-definition", "rate-not-used"], 0..<2)
  func damageToSmallFiles(name: String, seed: UInt64) throws {
    try Self.damage(MistakeTests.files(name).map(\.source), times: 50, seed: seed &+ 2000)
  }

  private static func damage(_ files: [SourceText], times: Int, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var repaired = 0
    for number in 0..<times {
      let damaged = MutationTests.damage(files, times: number % 3 == 2 ? 3 : 1, &random)
      let parsed = damaged.map { ParsedFile($0) }
      let before = errors(check(parsed).diagnostics)
      let first = repairs(parsed)
      #expect(errors(first.diagnostics) <= before, "seed \(seed) number \(number)")
      repaired += before - errors(first.diagnostics)
      // What the repairs left without use is told first, and deleted by the second run only.
      guard !first.diagnostics.contains(where: { unused.contains($0.code) }) else { continue }
      let second = repairs(first.files)
      let isSame = zip(second.files, first.files).allSatisfy { $0.source.bytes == $1.source.bytes }
      #expect(isSame, "seed \(seed) number \(number)")
      #expect(second.repaired.allSatisfy { $0 == 0 }, "seed \(seed) number \(number)")
    }
    #expect(repaired > 0, "some damage is repaired")
  }

  @Test("Of rules without findings nothing is changed, whatever their layout is")
  func clean() throws {
    let files = try Fixtures.shippedRules().map { source in
      SourceText(name: source.name, bytes: source.bytes + Array("\n\n\n\n# end".utf8))
    }
    let repairs = Self.repairs(files.map { ParsedFile($0) })
    #expect(repairs.files.map(\.source.bytes) == files.map(\.bytes))
  }

  private static let unused: Set<DiagnosticCode> = [
    .unusedDefinition, .unusedDeclaration, .unusedName,
  ]

  private static func repairs(_ files: [ParsedFile]) -> Repairs {
    Repairs(of: files, allowsUnsafe: true) { check($0).diagnostics }
  }

  private static func errors(_ diagnostics: [Diagnostic]) -> Int {
    diagnostics.count { $0.severity == .error }
  }
}
