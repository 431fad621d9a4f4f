import Facts
import RuleSyntax

/// A tree of an area with its place in the plan.
struct IndexedTree {
  /// An index in ``EvaluationPlan/areas``.
  let index: Int
  let track: TrackSyntax?
}

extension VersionChooser {
  /// What makes a track the one that counts in this month; nil where it is for all other partners.
  func condition(of track: TrackSyntax?) -> TrackConditionSyntax? {
    track.flatMap { latest($0.conditions, version: { $0.version }) }
  }
}

extension TreeLowering {
  /// Which of the trees counts; this lowering is that of the track with a condition, if there is one.
  ///
  /// Nil after reporting what is wrong.
  mutating func lowerTrackChoice(_ area: AreaSyntax, _ trees: [IndexedTree]) -> TrackChoicePlan? {
    let id = area.id.text
    let indices = trees.map(\.index)
    guard trees.count > 1 else { return TrackChoicePlan(area: id, trees: indices, rule: .only) }
    if chooser.latest(area.trackChoices, version: { $0.version }) != nil {
      return TrackChoicePlan(area: id, trees: indices, rule: .higherTotal)
    }
    let others = trees.filter { chooser.condition(of: $0.track) == nil }
    guard let chosen = trees.first(where: { chooser.condition(of: $0.track) != nil }),
      let condition = chooser.condition(of: chosen.track), let other = others.first,
      others.count == trees.count - 1, others.count == 1
    else {
      report(.noChoice(of: area.id, trees.count, chooser.month, file: file))
      return nil
    }
    var lowered: [PartnerTest] = []
    for test in condition.tests { if let plan = lowerPartnerTest(test) { lowered.append(plan) } }
    guard condition.tests.count == lowered.count else { return nil }
    return TrackChoicePlan(
      area: id,
      trees: indices,
      rule: .classified(met: chosen.index, lowered, otherwise: other.index)
    )
  }

  private mutating func lowerPartnerTest(_ test: PartnerTestSyntax) -> PartnerTest? {
    switch test {
    case .count(let word, let relation, let isYearEarlier):
      guard let group = lowerGroup(word) else { return nil }
      let unit = arena.groups.values[group.index].unit
      return lowerBounds(relation, of: "the size of `\(word.text)`", unit: unit).map {
        .count(group: group.index, monthsBack: isYearEarlier ? 12 : 0, $0)
      }
    case .total(let syntax, let relation):
      guard let quantity = lowerQuantity(syntax) else { return nil }
      let unit = arena.measures.values[quantity.measure].unit
      return lowerBounds(relation, of: "`\(syntax.measure.text)`", unit: unit).map {
        .total(quantity, $0)
      }
    case .share(let rows, let word, let relation):
      return lowerShare(rows, word, relation)
    }
  }

  /// Names of customers that some table of the selection tells.
  private mutating func lowerShare(
    _ rows: Word,
    _ word: Word,
    _ relation: RelationSyntax
  ) -> PartnerTest? {
    guard let selection = lowerRows(rows) else { return nil }
    let declarations = declarations
    var kinds: Set<Int> = []
    for table in arena.selections.values[selection].tables {
      for column in declarations.catalogue.tables[table].columns where column.isOfCustomer {
        if case .name(let kind) = column.role { kinds.insert(kind) }
      }
    }
    let names = kinds.sorted().map { kindID($0) }.joined(separator: " or ")
    let needed = kinds.isEmpty ? "set of names of customers" : "set of \(names)"
    let found = lookUp(word, called: "set", needed: needed) { definition in
      guard case .set(let own, _) = definition.body else { return false }
      return declarations.kind(id: own.text).map { kinds.contains($0) } ?? false
    }
    guard found != nil, let set = lowerSet(word) else { return nil }
    return lowerBounds(relation, of: "a share", unit: .percent).map {
      .share(selection: selection, names: set, $0)
    }
  }
}

extension Diagnostic {
  fileprivate static func noChoice(
    of area: Word,
    _ count: Int,
    _ month: Month,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .noVersionInForce,
      "`\(area.text)` has \(count) tracks in \(month), and none is chosen",
      help: "write `choose track by higher total`, or, of two tracks, `chosen when …` in one",
      file: file,
      at: area.span
    )
  }
}
