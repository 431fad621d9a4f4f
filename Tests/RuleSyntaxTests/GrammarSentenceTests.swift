import RuleSyntax
import TestSupport
import Testing

@Suite("Sentences generated from Grammar.md")
struct GrammarSentenceTests {
  @Test("Files of the grammar parse without a finding, and nothing of them is lost")
  func sentencesParse() throws {
    let grammar = try GrammarText.shared.get()
    for seed in UInt64(1)...6000 {
      var generator = SentenceGenerator(
        productions: grammar.productions,
        reserved: grammar.words,
        seed: seed
      )
      let text = generator.file()
      let parsed = Parsed(text)
      try #require(parsed.diagnostics.isEmpty, "seed \(seed)\n\(text)\n\(parsed.rendered)")
      try #require(counts(parsed.tree) == generator.items, "seed \(seed)\n\(text)")
    }
  }

  private func counts(_ tree: RuleFileSyntax) -> [String: Int] {
    let all = [
      "use": tree.uses.count, "source": tree.sources.count, "unit": tree.units.count,
      "kind": tree.kinds.count, "name": tree.names.count, "table": tree.tables.count,
      "program": tree.programs.count, "choice": tree.choices.count, "area": tree.areas.count,
    ]
    return all.filter { $0.value > 0 }
  }
}
