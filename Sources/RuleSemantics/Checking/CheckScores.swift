import RuleSyntax

extension VersionChecker {
  /// Reports designations, scores and steps that have one id in the same month, track choices that
  /// overlap, metrics that a score lists twice, and steps that come after none that there is.
  mutating func checkScores(_ area: AreaSyntax) {
    for version in area.trackChoices.map(\.version) + area.designations.flatMap(\.versions) {
      checkOne(version)
    }
    for track in area.tracks {
      for condition in track.conditions { checkOne(condition.version) }
      checkOrder(
        of: VersionList(
          "`chosen when` of `\(track.id.text)`",
          track.conditions.map(\.version),
          places: track.conditions.map(\.span)
        )
      )
    }
    checkOrder(
      of: VersionList(
        "`choose track` of `\(area.id.text)`",
        area.trackChoices.map(\.version),
        places: area.trackChoices.map(\.span)
      )
    )
    for (index, designation) in area.designations.enumerated() {
      let earlier = area.designations[..<index].first {
        $0.id?.text == designation.id?.text
          && VersionSyntax.overlap([$0.version], [designation.version])
      }
      if let earlier {
        reportTwice("designation", designation.id ?? designation.title, earlier.id ?? earlier.title)
      }
      checkScores(of: designation)
    }
  }

  private mutating func checkScores(of designation: DesignationSyntax) {
    var categories: [Word] = []
    for category in designation.scores.compactMap(\.category?.id) where category != categories.last
    {
      let earlier = categories.first { $0.text == category.text }
      if let earlier { reportTwice("category", category, earlier) }
      categories.append(category)
    }
    for (index, score) in designation.scores.enumerated() {
      let earlier = designation.scores[..<index].first {
        $0.id.text == score.id.text && VersionSyntax.overlap([$0.version], [score.version])
      }
      if let earlier { reportTwice("score", score.id, earlier.id) }
      switch score.source {
      case .metrics(let words):
        checkMetrics(words)
        checkMetrics(words, of: score, among: designation.scores[..<index])
      case .steps(let steps): check(steps)
      }
    }
  }

  /// A metric that two scores list would count twice as well.
  private mutating func checkMetrics(
    _ words: [Word],
    of score: ScoreSyntax,
    among others: ArraySlice<ScoreSyntax>
  ) {
    for other in others where VersionSyntax.overlap([other.version], [score.version]) {
      guard case .metrics(let metrics) = other.source else { continue }
      for word in words {
        guard let first = metrics.first(where: { $0.text == word.text }) else { continue }
        diagnostics.append(
          Diagnostic(
            .repeatedName,
            "metric `\(word.text)` gives points in score `\(other.id.text)` already",
            help: "each metric counts once: correct it in one of the two",
            file: file,
            at: word.span,
            related: [RelatedPlace("listed here", file: file, at: first.span)]
          )
        )
      }
    }
  }

  /// What is listed twice would count twice.
  private mutating func checkMetrics(_ words: [Word]) {
    for (index, word) in words.enumerated() {
      guard let first = words[..<index].first(where: { $0.text == word.text }) else { continue }
      diagnostics.append(
        .listedTwice(
          word,
          in: "score",
          first: first,
          fix: .deleteListed(word, in: declarations.files[file], file: file),
          file: file
        )
      )
    }
  }

  private mutating func check(_ steps: [StepSyntax]) {
    for (index, step) in steps.enumerated() {
      let earlier = steps[..<index].first {
        $0.id.text == step.id.text && VersionSyntax.overlap([$0.version], [step.version])
      }
      if let earlier { reportTwice("step", step.id, earlier.id) }
      let before = steps[..<index].map(\.id.text)
      for word in step.after where !before.contains(word.text) {
        diagnostics.append(
          .unknown(
            "step",
            word,
            among: before,
            message: "no step `\(word.text)` stands before step `\(step.id.text)`",
            file: file
          )
        )
      }
    }
  }

  private mutating func reportTwice(_ what: String, _ word: Word, _ first: Word) {
    diagnostics.append(
      .repeated(
        what,
        Placed(file: file, syntax: word),
        first: Placed(file: file, syntax: first)
      )
    )
  }
}
