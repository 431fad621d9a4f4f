import Facts
import RuleSyntax

extension DefinitionLister {
  /// Lists the tracks of an area: when each exists, for whom it counts, and how one is chosen.
  mutating func addTracks(of scope: ListedScope) {
    let area = scope.area.syntax
    add(
      .trackChoice,
      (area.id.text, area.title.text),
      area.trackChoices.map { (pieceOfText($0.span, scope), $0.version) },
      scope
    )
    for track in area.tracks {
      let inner = ListedScope(area: scope.area, track: track, begin: scope.begin)
      let name = ListedPiece(content: .text(inner.part.treeID), span: track.id.span)
      add(.track, (track.id.text, track.title.text), [(name, track.version)], inner)
      add(
        .trackChoice,
        (track.id.text, track.title.text),
        track.conditions.map { (pieceOfText($0.span, inner), $0.version) },
        inner.within(track.version)
      )
    }
  }

  /// Lists the scores of a designation with their steps.
  mutating func add(_ designation: DesignationSyntax, _ scope: ListedScope) {
    let scope = scope.within(designation.version)
    let prefix = designation.id.map { $0.text + "/" } ?? ""
    for score in designation.scores {
      let path = prefix + score.id.text
      add(.score, (path, score.title.text), [(piece(of: score, scope), score.version)], scope)
      guard case .steps(let steps) = score.source else { continue }
      let inner = scope.within(score.version)
      for step in steps {
        let names = (path + "/" + step.id.text, step.title.text)
        add(.step, names, [(piece(of: step, scope), step.version)], inner)
        guard let earning = step.people?.earning else { continue }
        add(
          .points,
          names,
          [(pieceOfText(earning.span, scope), earning.version)],
          inner.within(step.version)
        )
      }
    }
  }

  /// `at most adds-points of net-customer-adds`.
  private func piece(of score: ScoreSyntax, _ scope: ListedScope) -> ListedPiece {
    let origin =
      switch score.source {
      case .metrics(let metrics): "of " + metrics.map(\.text).joined(separator: ", ")
      case .steps(let steps): "by the steps " + names(of: steps)
      }
    let most = text(score.most.span, in: scope.area.file)
    return ListedPiece(content: .text("at most \(most) \(origin)"), span: score.id.span)
  }

  /// `people with any of administrators needs prerequisite-people after basics`.
  private func piece(of step: StepSyntax, _ scope: ListedScope) -> ListedPiece {
    let holdings = (step.people?.holdings ?? []).map {
      ($0.isAll ? "all of " : "any of ") + $0.set.text
    }
    var words = "people with " + holdings.joined(separator: " and ")
    if let needs = step.people?.needs { words += " needs " + text(needs.span, in: scope.area.file) }
    if !step.after.isEmpty { words += " after " + step.after.map(\.text).joined(separator: ", ") }
    return ListedPiece(content: .text(words), span: step.id.span)
  }

  /// Each name once: a step that changes is there twice.
  private func names(of steps: [StepSyntax]) -> String {
    var names: [String] = []
    for name in steps.map(\.id.text) where !names.contains(name) { names.append(name) }
    return names.joined(separator: ", ")
  }
}
