import Facts
import RuleSyntax

extension LogicChecker {
  /// Looks at what gates and leaves ask: tests that no facts meet, or that all do.
  mutating func look(atTestsOf tree: AreaPlan, _ lowering: TreeLowering) {
    let month = lowering.chooser.month
    guard let record = lowering.record else { return }
    for (index, node) in tree.nodes.enumerated() {
      guard let test = node.test, let lowered = record.tests[index] else { continue }
      let place = Placed(file: file, syntax: lowered.syntax.span)
      switch lowering.outcome(of: test) {
      case .neverMet: report(.neverMet(place, month))
      case .alwaysMet: report(.alwaysMet(place, nil))
      case .open:
        if let word = lowered.under, let under = node.under,
          lowering.hasNoRows(under: under, test)
        {
          report(.nothingUnder(word, Placed(file: file, syntax: lowered.syntax.span)))
        }
      }
    }
  }
}

/// What is known of a test without any facts.
private enum TestOutcome {
  case neverMet, alwaysMet, open
}

extension TreeLowering {
  fileprivate func outcome(of test: TestPlan) -> TestOutcome {
    switch test {
    case .presence(let presence):
      return canBePresent(presence) ? .open : .neverMet
    case .largest(let measure, let bounds):
      // Even where all numbers are within the bounds, there may be no number.
      return range(measure).isOutside(bounds) ? .neverMet : .open
    case .count(_, let bounds):
      return outcome(of: bounds, AmountRange(least: .zero, most: nil))
    case .total(let quantity, _, let bounds, _):
      return outcome(of: bounds, range(quantity.measure))
    case .growth(let quantity, _, let bounds):
      // From zero there is no growth, so that it may fail whatever the bounds are.
      let isPositive = range(quantity.measure).least != nil
      let range = AmountRange(least: isPositive ? Decimal(-100) : nil, most: nil)
      return range.isOutside(bounds) ? .neverMet : .open
    case .net, .change, .anyGrowth:
      return .open
    }
  }

  private func outcome(of bounds: Bounds, _ range: AmountRange) -> TestOutcome {
    if range.isOutside(bounds) { return .neverMet }
    return range.isInside(bounds) ? .alwaysMet : .open
  }

  private func range(_ measure: Int) -> AmountRange {
    AmountRange(of: arena.measures.values[measure])
  }

  /// Whether a row of the selection can have a name that counts.
  private func canBePresent(_ presence: PresencePlan) -> Bool {
    guard let names = presence.names else { return true }
    let clauses = arena.selections.values[presence.selection].clauses.map { clause in
      Formula.all(clause.filter { $0.set.kind == presence.kind }.map { .nameIn(0, $0) })
    }
    let formula = Formula.all([.any(clauses), .nameIn(0, names)])
    let name = FactVariable.name(FactItem(kind: presence.kind, number: 0))
    var examples = FactExamples(
      measures: arena.measures.values,
      catalogue: declarations.catalogue
    )
    var search = WitnessSearch(formula, values: examples.values(for: formula, [name]))
    if case .impossible = search.run() { return false }
    return true
  }

  /// Whether no row under the association is in some selection that the test needs.
  fileprivate func hasNoRows(under: NameSet, _ test: TestPlan) -> Bool {
    let codes = under.members.flatMap(\.codes)
    return arena.selections(of: test).contains { selection in
      !arena.selections.values[selection].clauses.contains { clause in
        let filters = clause.filter { $0.set.kind == under.kind }
        return codes.contains { code in filters.allSatisfy { $0.passes(code) } }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func nothingUnder(_ word: Word, _ test: Placed<SourceSpan>) -> Diagnostic {
    Diagnostic(
      .neverMet,
      "no row under `\(word.text)` is among those that the leaf counts",
      help: "correct the association, or add it to the set that selects the rows",
      file: test.file,
      at: word.span,
      related: [RelatedPlace("what the leaf counts", file: test.file, at: test.syntax)]
    )
  }
}
