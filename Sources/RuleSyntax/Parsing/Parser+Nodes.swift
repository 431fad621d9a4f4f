extension Parser {
  /// A gate, metric or category; nil when none begins here.
  mutating func parseNode() throws(ParseFailure) -> NodeSyntax? {
    switch currentWord {
    case "gate": .gate(try parseGate())
    case "metric": .metric(try parseMetric())
    case "category": .category(try parseCategory())
    default: nil
    }
  }

  private mutating func parseCategory() throws(ParseFailure) -> CategorySyntax {
    take()
    let id = try expectAnyName("the id of the category")
    var category = CategorySyntax(id: id, title: expectTitle("the title of the category"))
    let what = "category `\(id.text)`"
    try parseBlock(what, words: ["gate", "metric"]) { (parser) throws(ParseFailure) in
      guard parser.currentWord != "category", let node = try parser.parseNode() else {
        return false
      }
      category.nodes.append(node)
      return true
    }
    return category
  }

  private mutating func parseGate() throws(ParseFailure) -> GateSyntax {
    take()
    let id = try expectAnyName("the id of the gate")
    let title = expectTitle("the title of the gate")
    let hasDetails = accept("details")
    let side = accept("for") ? try expectAnyName("the side that the gate is for") : nil
    let version = parseVersion(after: ["for"])
    return GateSyntax(
      id: id,
      title: title,
      hasDetails: hasDetails,
      side: side,
      version: version,
      body: try parseBody("gate `\(id.text)`", of: id)
    )
  }

  private mutating func parseMetric() throws(ParseFailure) -> MetricSyntax {
    take()
    let id = try expectAnyName("the id of the metric")
    let title = expectTitle("the title of the metric")
    let side = accept("for") ? try expectAnyName("the side that the metric is for") : nil
    var metric = MetricSyntax(
      id: id,
      title: title,
      side: side,
      version: parseVersion(after: ["for"])
    )
    let what = "metric `\(id.text)`"
    let findings = diagnostics.count
    try parseBlock(what, words: ["leaf", "best"]) { (parser) throws(ParseFailure) in
      switch parser.currentWord {
      case "leaf":
        parser.reportMixture(of: metric)
        metric.leaves.append(try parser.parseLeaf())
      case "best":
        parser.reportMixture(of: metric)
        metric.isBestOf = true
        try parser.parseBest(of: &metric)
      default: return false
      }
      return true
    }
    requireItem(metric.leaves.isEmpty, "leaf", in: what, at: id, since: findings)
    return metric
  }

  /// `best of { leaf … leaf … }`.
  private mutating func parseBest(of metric: inout MetricSyntax) throws(ParseFailure) {
    try expect("best", "of")
    let what = "`best of` in metric `\(metric.id.text)`"
    try parseBlock(what, words: ["leaf"]) { (parser) throws(ParseFailure) in
      guard parser.currentWord == "leaf" else { return false }
      metric.leaves.append(try parser.parseLeaf())
      return true
    }
  }

  /// A metric has leaves, or one `best of` with all of them.
  private mutating func reportMixture(of metric: MetricSyntax) {
    let isBest = currentWord == "best"
    guard metric.isBestOf || (isBest && !metric.leaves.isEmpty) else { return }
    report(
      .unexpectedToken,
      "metric `\(metric.id.text)` has leaves inside and outside `best of`",
      help: "move all of them into one `best of { … }`, or make two metrics",
      at: current.span
    )
  }

  /// Reports a block without what it must have, unless something in it could not be read.
  mutating func requireItem(
    _ isMissing: Bool,
    _ item: String,
    in what: String,
    at id: Word,
    since findings: Int
  ) {
    guard isMissing, diagnostics.count == findings else { return }
    let lines = source.line(at: id.span.start)...source.line(at: previous.span.start)
    guard !lines.contains(where: reportedLines.contains) else { return }
    report(
      .unexpectedToken,
      "\(what) has no `\(item)`",
      help: "add a `\(item)` to its block",
      at: id.span
    )
  }

  private mutating func parseLeaf() throws(ParseFailure) -> LeafSyntax {
    take()
    let id = try expectAnyName("the id of the leaf")
    let title = expectTitle("the title of the leaf")
    let hasDetails = accept("details")
    let under = accept("under") ? try expectText("an association") : nil
    let version = parseVersion()
    return LeafSyntax(
      id: id,
      title: title,
      hasDetails: hasDetails,
      under: under,
      version: version,
      body: try parseBody("leaf `\(id.text)`", of: id)
    )
  }

  /// `criterion "…" for smb cite S0` and `met when test`, in braces.
  private mutating func parseBody(_ what: String, of id: Word) throws(ParseFailure)
    -> LeafBodySyntax
  {
    var body = LeafBodySyntax()
    let findings = diagnostics.count
    try parseBlock(what, words: ["criterion", "met", "earns"]) { (parser) throws(ParseFailure) in
      let start = parser.current
      let end = parser.previous
      if parser.accept("criterion") {
        let text = try parser.expectText("the published criterion")
        let track = parser.accept("for") ? try parser.expectAnyName("a track") : nil
        let version = parser.parseVersion(after: ["for"])
        body.criteria.append(CriterionSyntax(text: text, track: track, version: version))
        if let first = body.requirements.first {
          parser.reportLateCriterion(start, after: end, before: first.span)
        }
      } else if parser.accept("met") {
        try parser.expect("when")
        let test = try parser.parseTest()
        let span = start.span.joined(with: parser.previous.span)
        body.requirements.append(
          RequirementSyntax(test: test, version: parser.parseVersion(), span: span)
        )
      } else if parser.accept("earns") {
        body.earnings.append(try parser.parseEarning(from: start))
      } else {
        return false
      }
      return true
    }
    requireItem(body.criteria.isEmpty, "criterion", in: what, at: id, since: findings)
    requireItem(body.requirements.isEmpty, "met when", in: what, at: id, since: findings)
    return body
  }

  /// Reports a criterion that was read behind what it stands for, to be moved before that.
  private mutating func reportLateCriterion(
    _ token: Token,
    after end: Token,
    before requirement: SourceSpan
  ) {
    let written = token.span.joined(with: previous.span)
    let gap = SourceSpan(start: end.span.end, end: token.span.start)
    // A comment between the two belongs to one of them.
    let isMovable = source.text(gap).allSatisfy(\.isWhitespace)
    let edits = [
      TextEdit(
        file: file,
        SourceSpan(start: requirement.start, end: requirement.start),
        source.text(written) + "\n"
      ),
      TextEdit(file: file, gap.joined(with: written), ""),
    ]
    report(
      .unexpectedToken,
      "`criterion` stands after `met when`",
      help: "write what is published first, then what it stands for",
      at: token.span,
      fix: isMovable ? Fix("write `criterion` first", .safe, edits) : nil
    )
  }
}
