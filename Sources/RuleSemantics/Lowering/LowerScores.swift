import Facts
import RuleSyntax

extension TreeLowering {
  /// What the partner can earn by the tree, which has the index `area` in the plan.
  mutating func lowerDesignations(
    _ designations: [DesignationSyntax],
    of tree: AreaPlan,
    at area: Int,
    in areaID: String
  ) -> [DesignationPlan] {
    designations.filter { chooser.isInForce($0.version) }.map { designation in
      let own = designation.id.map { areaID + "-" + $0.text }
      let scores = designation.scores.filter { chooser.isInForce($0.version) }
      return DesignationPlan(
        id: own ?? tree.id,
        title: designation.title.text,
        area: area,
        family: own ?? areaID,
        track: track ?? "",
        scores: scores.compactMap { lowerScore($0, of: tree) }
      )
    }
  }

  private mutating func lowerScore(_ score: ScoreSyntax, of tree: AreaPlan) -> ScorePlan? {
    usedCitations = []
    note(score.version.citations)
    let maximum = lowerAmount(score.most, of: "the most of `\(score.id.text)`", unit: .point)
    let source: ScorePlan.Source? =
      switch score.source {
      case .metrics(let words): lowerMetrics(words, of: tree).map { .metrics($0) }
      case .steps(let steps): lowerSteps(steps, of: score.id).map { .steps($0) }
      }
    guard let maximum, let source else { return nil }
    let text = declarations.files[file]
    return ScorePlan(
      category: score.category.map { ScoreCategory(id: $0.id.text, title: $0.title.text) },
      id: score.id.text,
      title: score.title.text,
      maximum: maximum,
      source: source,
      citations: usedCitations,
      rule: RulePlace(file: text.name, line: text.line(at: score.id.span.start))
    )
  }

  private mutating func lowerMetrics(_ words: [Word], of tree: AreaPlan) -> [ScoredMetric]? {
    let known = tree.nodes.filter { $0.kind == .metric }.map(\.path)
    var metrics: [ScoredMetric] = []
    for word in words {
      let index = tree.nodes.firstIndex { $0.kind == .metric && $0.path == word.text }
      guard let index else {
        if !declarations.mistakes.names.contains(word.text) {
          report(.unknown("metric", word, among: known, file: file))
        }
        return nil
      }
      let leaves = tree.nodes[index].children.compactMap { leaf in
        earnings[leaf].map { (leaf: leaf, lowered: $0) }
      }
      if leaves.isEmpty {
        if !declarations.mistakes.names.contains(word.text), !brokenMetrics.contains(index) {
          let month = chooser.month
          report(.earnsNothing("leaf of metric", word, after: "met when", month, file: file))
        }
        return nil
      }
      for citation in leaves.flatMap(\.lowered.citations) where !usedCitations.contains(citation) {
        usedCitations.append(citation)
      }
      metrics.append(
        ScoredMetric(
          metric: index,
          leaves: leaves.map {
            LeafEarning(leaf: $0.leaf, earning: $0.lowered.earning, floor: $0.lowered.floor)
          }
        )
      )
    }
    return metrics
  }

  private mutating func lowerSteps(_ steps: [StepSyntax], of score: Word) -> [StepPlan]? {
    guard inForce(steps, of: score, called: "step", { $0.version }) != nil else { return nil }
    var lowered: [StepPlan] = []
    for (index, step) in steps.enumerated() where chooser.isInForce(step.version) {
      note(step.version.citations)
      guard let people = step.people,
        let after = lowerAfter(step.after, among: steps[..<index], lowered),
        let plan = lowerStep(step, people, after: after)
      else { return nil }
      lowered.append(plan)
    }
    guard lowered.contains(where: { $0.earning != nil }) else {
      report(.earnsNothing("step of score", score, after: "people", chooser.month, file: file))
      return nil
    }
    return lowered
  }

  /// The steps that one waits for, as indices in `lowered`, those of `earlier` that are in force.
  ///
  /// Nil after reporting one that is not in force, or that needs nobody.
  private mutating func lowerAfter(
    _ words: [Word],
    among earlier: ArraySlice<StepSyntax>,
    _ lowered: [StepPlan]
  ) -> [Int]? {
    var after: [Int] = []
    for word in words {
      let versions = earlier.filter { $0.id.text == word.text }
      // A step that there is not was reported.
      guard let id = versions.last?.id,
        inForce(versions, of: id, usedAt: word, { $0.version }) != nil,
        let index = lowered.firstIndex(where: { $0.id == word.text })
      else { return nil }
      guard lowered[index].needs != nil else {
        report(.needsNobody(word, declared: id, file: file))
        return nil
      }
      after.append(index)
    }
    return after
  }

  private mutating func lowerStep(
    _ step: StepSyntax,
    _ people: PeopleSyntax,
    after: [Int]
  ) -> StepPlan? {
    let kinds = declarations.kindsAboutPeople
    let holdings = people.holdings.compactMap { holding in
      lowerSet(holding.set, ofAny: kinds, called: "what people hold").map {
        Holding(isAll: holding.isAll, certificates: $0)
      }
    }
    guard holdings.count == people.holdings.count else { return nil }
    var needs: Decimal?
    if let amount = people.needs {
      needs = lowerAmount(amount, of: "what `\(step.id.text)` needs", unit: .person)
      guard needs != nil else { return nil }
    }
    var earning: Earning?
    if let syntax = people.earning, chooser.isInForce(syntax.version) {
      earning = lowerEarning(syntax, of: "`\(step.id.text)`", unit: .person)
      guard earning != nil else { return nil }
    }
    return StepPlan(
      id: step.id.text,
      title: step.title.text,
      holdings: holdings,
      after: after,
      needs: needs,
      earning: earning
    )
  }
}

extension Declarations {
  /// The kinds of names that tables about people hold.
  var kindsAboutPeople: Set<Int> {
    let tables = catalogue.tables.filter(\.isAboutPeople)
    return Set(tables.flatMap(\.columns).compactMap(\.kind))
  }
}

extension Diagnostic {
  fileprivate static func needsNobody(
    _ step: Word,
    declared: Word,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .missingDeclaration,
      "step `\(step.text)` needs nobody, so nothing can wait for it",
      help: "write `needs …` in its `people`",
      file: file,
      at: step.span,
      related: [RelatedPlace("declared here", file: file, at: declared.span)]
    )
  }

  fileprivate static func earnsNothing(
    _ part: String,
    _ word: Word,
    after line: String,
    _ month: Month,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .missingDeclaration,
      "no \(part) `\(word.text)` earns points in \(month)",
      help: "write `earns points at target` after its `\(line)`",
      file: file,
      at: word.span
    )
  }
}
