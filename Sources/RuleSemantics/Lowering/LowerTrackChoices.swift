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
    let conditions = trees.map { chooser.condition(of: $0.track) }
    if let choice = chooser.latest(area.trackChoices, version: { $0.version }) {
      guard conditions.allSatisfy({ $0 == nil }) else {
        report(.twoChoices(choice, conditions.compactMap(\.self), chooser.month, file: file))
        return nil
      }
      return TrackChoicePlan(area: id, trees: indices, rule: .higherTotal)
    }
    guard trees.count == 2, let met = conditions.firstIndex(where: { $0 != nil }),
      let condition = conditions[met], conditions[1 - met] == nil
    else {
      report(.noChoice(of: area.id, trees.compactMap(\.track), chooser.month, file: file))
      return nil
    }
    var lowered: [PartnerTest] = []
    for test in condition.tests { if let plan = lowerPartnerTest(test) { lowered.append(plan) } }
    guard condition.tests.count == lowered.count else { return nil }
    return TrackChoicePlan(
      area: id,
      trees: indices,
      rule: .classified(met: indices[met], lowered, otherwise: indices[1 - met])
    )
  }

  private mutating func lowerPartnerTest(_ test: PartnerTestSyntax) -> PartnerTest? {
    switch test {
    case .count(let word, let relation, let isYearEarlier):
      guard let group = lowerGroup(word) else { return nil }
      let unit = arena.groups.values[group.index].unit
      return lowerBounds(relation, of: .size(of: word), unit: unit).map {
        .count(group: group.index, monthsBack: isYearEarlier ? 12 : 0, $0)
      }
    case .total(let syntax, let relation):
      guard let quantity = lowerQuantity(syntax) else { return nil }
      let unit = arena.measures.values[quantity.measure].unit
      return lowerBounds(relation, of: .measure(syntax.measure), unit: unit).map {
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
    let tables = arena.selections.values[selection].tables
    let columns = tables.flatMap { declarations.catalogue.tables[$0].columns }
    let kinds = Set(columns.filter(\.isOfCustomer).compactMap(\.kind))
    guard let set = lowerSet(word, ofAny: kinds, called: "names of customers") else { return nil }
    return lowerBounds(relation, of: "a share", unit: .percent).map {
      .share(selection: selection, names: set, $0)
    }
  }
}

extension Diagnostic {
  fileprivate static func twoChoices(
    _ choice: TrackChoiceSyntax,
    _ conditions: [TrackConditionSyntax],
    _ month: Month,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .overlappingVersions,
      "`choose track` and `chosen when` are both in force in \(month)",
      help: "one of them says which track counts: delete the other, or end it with `until`",
      file: file,
      at: choice.span,
      related: conditions.map { RelatedPlace("the other one", file: file, at: $0.span) }
    )
  }

  fileprivate static func noChoice(
    of area: Word,
    _ tracks: [TrackSyntax],
    _ month: Month,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .noVersionInForce,
      "`\(area.text)` has \(tracks.count) tracks in \(month), and none is chosen",
      help: "write `choose track by higher total`, or, of two tracks, `chosen when …` in one",
      file: file,
      at: area.span,
      related: tracks.prefix(3).map { RelatedPlace("a track", file: file, at: $0.id.span) }
    )
  }
}
