import RuleSyntax
import TestSupport
import Testing

@Suite("Examples of Grammar.md")
struct GrammarExampleTests {
  /// What stands around an example to make a whole file; `@` is the example.
  static let frames: [String: String] = {
    let area = "area x \"X\" { "
    let group = area + "group g of tenants \"G\" = "
    let gate = area + "gate g \"G\" { criterion \"c\" met when "
    let metric = area + "metric m \"M\" { "
    let value = area + "value v \"V\" = 1 seat "
    let points = area + "designation \"D\" { "
    let steps = points + "score s \"S\" at most p { "
    var frames: [String: String] = [
      "texts": "workload \"W\" also @", "option": "choice c \"C\" { @ option z \"Z\" }",
      "column": "table t \"T\" { @ }", "rowfilter": "table t \"T\" { @ }",
      "split": "table t \"T\" { @ }", "dates": "table t \"T\" { @ }", "version": value + "@ }",
      "cite": value + "@ }",
      "valueversion": area + "value v \"V\" @ }", "setversion": area + "set s of workload @ }",
      "entry": area + "rate r \"R\" of workload { @ } }",
      "rowsversion": area + "rows r @ }", "clause": area + "rows r = t where @ }",
      "filter": area + "rows r = t where @ }", "measureversion": area + "measure m \"M\" @ }",
      "part": area + "measure m \"M\" = @ of r }",
      "entity": area + "group g of @ \"G\" = a in b }",
      "groupversion": area + "group g of tenants \"G\" @ }", "best": metric + "@ } }",
      "leaf": metric + "@ } }", "body": area + "gate g \"G\" { @ } }",
      "criterion": area + "gate g \"G\" { @ met when any growth in acr } }",
      "requirement": area + "gate g \"G\" { criterion \"c\" @ } }",
      "span": gate + "some service of usage in the last @ months } }",
      "window": gate + "some service of usage @ } }", "quantity": gate + "any growth in @ } }",
      "relation": gate + "any seats @ } }", "amount": gate + "any seats > @ } }",
      "time": group + "seats > limit @ }",
      "retirement": "certificate \"C\" @", "qualified": "program \"P\" { areas a @ }",
      "chosen": area + "track a \"A\" { @ } }",
      "partnertest": area + "track a \"A\" { chosen when @ } }", "scored": points + "@ } }",
      "score": points + "@ } }",
      "step": steps + "@ } } }", "people": steps + "step s \"S\" { @ } } } }",
      "holding": steps + "step s \"S\" { people with @ } } } }",
      "earns": area + "gate g \"G\" { criterion \"c\" met when any growth in acr @ } }",
    ]
    for top in ["file", "use", "source", "unit", "kind", "name", "program", "choice", "table"] {
      frames[top] = "@"
    }
    for item in [
      "side", "track", "trackchoice", "designation", "definition", "value", "set", "rate", "rows",
      "measure", "group",
    ] {
      frames[item] = area + "@ }"
    }
    for node in ["node", "gate", "category", "metric"] { frames[node] = area + "@ }" }
    let tests = [
      "test", "presence", "largest", "net", "count", "total", "change", "growth", "anygrowth",
    ]
    for test in tests { frames[test] = gate + "@ } }" }
    let conditions = [
      "condition", "conjunction", "term", "primary", "some", "associated", "membership",
      "average", "comparison",
    ]
    for condition in conditions { frames[condition] = group + "@ }" }
    frames["area"] = "@"
    return frames
  }()

  @Test("Each example parses without a finding")
  func examplesParse() throws {
    for example in try GrammarText.shared.get().examples {
      let frame = try #require(Self.frames[example.production], "no frame: \(example.production)")
      let parsed = Parsed(frame.replacing("@", with: example.text))
      #expect(parsed.diagnostics.isEmpty, "\(example.production)\n\(parsed.rendered)")
    }
  }

  @Test("Each production has an example, and each example a production")
  func everyProductionHasAnExample() throws {
    let grammar = try GrammarText.shared.get()
    #expect(grammar.order.count == Set(grammar.order).count, "a production is defined twice")
    let shown = Set(grammar.examples.map(\.production))
    #expect(Set(grammar.order).subtracting(shown).isEmpty)
    #expect(shown.subtracting(grammar.order).isEmpty)
  }

  @Test("Each production is defined, and used by another or by nothing but the file")
  func productionsAreClosed() throws {
    let grammar = try GrammarText.shared.get()
    let used = grammar.productions.values.reduce(into: Set<String>()) {
      $0.formUnion($1.references)
    }
    let defined = Set(grammar.order)
    #expect(used.subtracting(defined).subtracting(Expression.tokens).isEmpty)
    #expect(defined.subtracting(used) == ["file"])
  }

  @Test("Section 1.8 lists the words that the parser knows")
  func reservedWordsAreListed() throws {
    #expect(try GrammarText.shared.get().words == Parser.reservedWords)
  }
}
