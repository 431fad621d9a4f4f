/// What the partner earns, and which track counts.
extension Parser {
  /// `designation data-ai "title" { score … }`.
  mutating func parseDesignation() throws(ParseFailure) -> DesignationSyntax {
    let start = take()
    let id = current.kind == .name ? try expectAnyName("the id of the designation") : nil
    let title = expectTitle("the title of the designation")
    var designation = DesignationSyntax(id: id, title: title, version: parseVersion())
    let findings = diagnostics.count
    let what = "designation `\(id?.text ?? title.text)`"
    try parseBlock(what, words: ["score", "category"]) { (parser) throws(ParseFailure) in
      switch parser.currentWord {
      case "score": designation.scores.append(try parser.parseScore(under: nil))
      case "category": designation.scores += try parser.parseScoreCategory()
      default: return false
      }
      return true
    }
    let place = id ?? Word("designation", at: start.span)
    requireItem(designation.scores.isEmpty, "score", in: what, at: place, since: findings)
    return designation
  }

  /// `category id "title" { score … }`: the scores under it.
  private mutating func parseScoreCategory() throws(ParseFailure) -> [ScoreSyntax] {
    take()
    let id = try expectAnyName("the id of the category")
    let category = ScoreCategorySyntax(id: id, title: expectTitle("the title of the category"))
    var scores: [ScoreSyntax] = []
    let findings = diagnostics.count
    let what = "category `\(id.text)`"
    try parseBlock(what, words: ["score"]) { (parser) throws(ParseFailure) in
      guard parser.currentWord == "score" else { return false }
      scores.append(try parser.parseScore(under: category))
      return true
    }
    requireItem(scores.isEmpty, "score", in: what, at: id, since: findings)
    return scores
  }

  /// `score id "title" at most amount of metric, …`, or with steps.
  private mutating func parseScore(
    under category: ScoreCategorySyntax?
  ) throws(ParseFailure) -> ScoreSyntax {
    take()
    let id = try expectAnyName("the id of the score")
    let title = expectTitle("the title of the score")
    try expect("at", "most")
    let most = try parseAmount()
    let version: VersionSyntax
    let source: ScoreSyntax.Source
    if accept("of") {
      let metrics = try parseList(of: .name) { (parser) throws(ParseFailure) in
        try parser.expectAnyName("a metric")
      }
      version = parseVersion()
      source = .metrics(metrics)
    } else {
      version = parseVersion()
      source = .steps(try parseSteps(of: id))
    }
    return ScoreSyntax(
      category: category,
      id: id,
      title: title,
      most: most,
      version: version,
      source: source
    )
  }

  /// `{ step … }`: the steps of a score.
  private mutating func parseSteps(of score: Word) throws(ParseFailure) -> [StepSyntax] {
    var steps: [StepSyntax] = []
    let findings = diagnostics.count
    let what = "score `\(score.text)`"
    try parseBlock(what, words: ["step"]) { (parser) throws(ParseFailure) in
      guard parser.currentWord == "step" else { return false }
      steps.append(try parser.parseStep())
      return true
    }
    requireItem(steps.isEmpty, "step", in: what, at: score, since: findings)
    return steps
  }

  /// `step id "title" after other { people with … }`.
  private mutating func parseStep() throws(ParseFailure) -> StepSyntax {
    take()
    let id = try expectAnyName("the id of the step")
    let title = expectTitle("the title of the step")
    var after: [Word] = []
    if accept("after") {
      after = try parseList(of: .name) { (parser) throws(ParseFailure) in
        try parser.expectAnyName("a step")
      }
    }
    var step = StepSyntax(id: id, title: title, after: after, version: parseVersion())
    let findings = diagnostics.count
    let what = "step `\(id.text)`"
    var first: Token?
    try parseBlock(what, words: ["people"]) { (parser) throws(ParseFailure) in
      let start = parser.current
      guard parser.accept("people") else { return false }
      let people = try parser.parsePeople()
      if let first { parser.reportRepeated(start, in: what, first: first) }
      step.people = step.people ?? people
      first = first ?? start
      return true
    }
    requireItem(step.people == nil, "people", in: what, at: id, since: findings)
    return step
  }

  /// `with all of required and any of elective needs amount earns …`.
  private mutating func parsePeople() throws(ParseFailure) -> PeopleSyntax {
    try expect("with")
    var holdings = [try parseHolding()]
    while acceptJoint("and") { holdings.append(try parseHolding()) }
    let needs = accept("needs") ? try parseAmount() : nil
    let start = current
    let earning = accept("earns") ? try parseEarning(from: start) : nil
    return PeopleSyntax(holdings: holdings, needs: needs, earning: earning)
  }

  private mutating func parseHolding() throws(ParseFailure) -> HoldingSyntax {
    let isAll = accept("all")
    if !isAll, !accept("any") {
      throw unexpected("`any of` or `all of`", among: ["any", "all"])
    }
    try expect("of")
    return HoldingSyntax(isAll: isAll, set: try expectName("a set of certificates"))
  }

  /// What follows `earns`: `points at target with baseline >= floor`.
  mutating func parseEarning(from start: Token) throws(ParseFailure) -> EarningSyntax {
    let points = try parseAmount()
    try expect("at")
    let target = try parseAmount()
    var baseline: RelationSyntax?
    if accept("with") {
      try expect("baseline")
      baseline = try parseRelation()
    }
    let span = start.span.joined(with: previous.span)
    return EarningSyntax(
      points: points,
      target: target,
      baseline: baseline,
      version: parseVersion(),
      span: span
    )
  }

  /// `choose track by higher total`.
  mutating func parseTrackChoice() throws(ParseFailure) -> TrackChoiceSyntax {
    let start = take()
    try expect("track", "by", "higher", "total")
    let span = start.span.joined(with: previous.span)
    return TrackChoiceSyntax(version: parseVersion(), span: span)
  }

  /// `chosen when count of selling >= amount and …`.
  mutating func parseTrackCondition() throws(ParseFailure) -> TrackConditionSyntax {
    let start = take()
    try expect("when")
    var tests = [try parsePartnerTest()]
    while acceptJoint("and") { tests.append(try parsePartnerTest()) }
    let span = start.span.joined(with: previous.span)
    return TrackConditionSyntax(tests: tests, version: parseVersion(), span: span)
  }

  private mutating func parsePartnerTest() throws(ParseFailure) -> PartnerTestSyntax {
    if accept("count") {
      try expect("of")
      let group = try expectName("a group")
      let relation = try parseRelation()
      let isYearEarlier = currentWord == "a"
      if isYearEarlier { try expect("a", "year", "earlier") }
      return .count(group: group, relation, isYearEarlier: isYearEarlier)
    }
    if accept("total") { return .total(try parseQuantity(), try parseRelation()) }
    guard accept("share") else {
      throw unexpected(
        "a test of the partner",
        among: ["count", "total", "share"],
        help: "begin with `count of`, `total` or `share of customers of`"
      )
    }
    try expect("of", "customers", "of")
    let rows = try expectName("a selection of rows")
    try expect("in")
    return .share(rows: rows, set: try expectName("a set"), try parseRelation())
  }
}
