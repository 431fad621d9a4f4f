import Facts
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

@Suite("Any damage to the rules")
struct MutationTests {
  @Test("Check ends without a trap, and what has no error can be planned", arguments: 0..<12)
  func mutations(seed: UInt64) throws {
    let files = try Fixtures.shippedRules()
    var random = SplitMix64(seed: seed)
    var clean = 0
    for number in 0..<50 {
      let damaged = Self.damage(files, times: number % 3 == 2 ? 3 : 1, &random)
      let (rules, diagnostics) = check(damaged)
      guard !diagnostics.hasErrors else {
        #expect(diagnostics.allSatisfy { damaged.indices.contains($0.file) })
        continue
      }
      clean += 1
      for month in rules.changeMonths {
        let plan = plan(rules, asOf: month)
        let nodes = plan.areas.flatMap(\.nodes)
        let asking = nodes.filter { $0.kind == .gate || $0.kind == .leaf }
        #expect(
          asking.allSatisfy { $0.test != nil && $0.criterion != nil },
          "seed \(seed) \(number)"
        )
        #expect(
          nodes.allSatisfy { $0.kind != .metric || !$0.children.isEmpty },
          "\(seed) \(number)"
        )
      }
    }
    #expect(clean > 0, "some damage only changes numbers")
  }

  /// The files with tokens dropped, doubled, swapped or replaced in one of them.
  static func damage(
    _ files: [SourceText],
    times: Int,
    _ random: inout SplitMix64
  ) -> [SourceText] {
    var files = files
    for _ in 0..<times {
      let index = Int.random(in: files.indices, using: &random)
      var diagnostics: [Diagnostic] = []
      let tokens = tokenize(files[index], file: index, reporting: &diagnostics).tokens.dropLast()
      guard tokens.count > 2 else { continue }
      let place = Int.random(in: 0..<(tokens.count - 1), using: &random)
      let (one, next) = (tokens[place].span, tokens[place + 1].span)
      let other = tokens[Int.random(in: 0..<tokens.count, using: &random)].span
      let text = { (span: SourceSpan) in files[index].text(span) }
      let replacement =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: ""
        case 1: text(one) + " " + text(one)
        case 2: text(next)
        case 3: text(other)
        case 4: text(one).shuffled(using: &random).map(String.init).joined()
        default: text(one).replacing("2", with: "1").replacing("a", with: "e")
        }
      let bytes = files[index].bytes
      files[index] = SourceText(
        name: files[index].name,
        bytes: Array(bytes[..<Int(one.start)]) + Array(replacement.utf8)
          + Array(bytes[Int(one.end)...])
      )
    }
    return files
  }
}
