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
    let id = try expectName("the id of the category")
    var category = CategorySyntax(id: id, title: try expectText("the title of the category"))
    let what = "category `\(id.text)`"
    try parseBlock(what, words: ["gate", "metric"]) { (parser) throws(ParseFailure) in
      guard parser.currentWord != "category", let node = try parser.parseNode() else { return false }
      category.nodes.append(node)
      return true
    }
    return category
  }

  private mutating func parseGate() throws(ParseFailure) -> GateSyntax {
    take()
    let id = try expectName("the id of the gate")
    let title = try expectText("the title of the gate")
    let hasDetails = accept("details")
    let side = accept("for") ? try expectName("the side that the gate is for") : nil
    let version = try parseVersion()
    return GateSyntax(
      id: id,
      title: title,
      hasDetails: hasDetails,
      side: side,
      version: version,
      body: try parseBody("gate `\(id.text)`")
    )
  }

  private mutating func parseMetric() throws(ParseFailure) -> MetricSyntax {
    take()
    let id = try expectName("the id of the metric")
    let title = try expectText("the title of the metric")
    let side = accept("for") ? try expectName("the side that the metric is for") : nil
    var metric = MetricSyntax(id: id, title: title, side: side, version: try parseVersion())
    let what = "metric `\(id.text)`"
    try parseBlock(what, words: ["leaf", "best"]) { (parser) throws(ParseFailure) in
      if parser.currentWord == "leaf" {
        metric.leaves.append(try parser.parseLeaf())
        return true
      }
      guard parser.currentWord == "best" else { return false }
      try parser.expect("best", "of")
      metric.isBestOf = true
      try parser.parseBlock(what, words: ["leaf"]) { (parser) throws(ParseFailure) in
        guard parser.currentWord == "leaf" else { return false }
        metric.leaves.append(try parser.parseLeaf())
        return true
      }
      return true
    }
    return metric
  }

  private mutating func parseLeaf() throws(ParseFailure) -> LeafSyntax {
    take()
    let id = try expectName("the id of the leaf")
    let title = try expectText("the title of the leaf")
    let hasDetails = accept("details")
    let under = accept("under") ? try expectText("an association") : nil
    let version = try parseVersion()
    return LeafSyntax(
      id: id,
      title: title,
      hasDetails: hasDetails,
      under: under,
      version: version,
      body: try parseBody("leaf `\(id.text)`")
    )
  }

  /// `criterion "…" cite S0` and `met when test`, in braces.
  private mutating func parseBody(_ what: String) throws(ParseFailure) -> LeafBodySyntax {
    var body = LeafBodySyntax()
    let words: Set<String> = ["criterion", "met"]
    try parseBlock(what, words: words) { (parser) throws(ParseFailure) in
      let start = parser.current
      if parser.accept("criterion") {
        let text = try parser.expectText("the published criterion")
        body.criteria.append(CriterionSyntax(text: text, version: try parser.parseVersion()))
      } else if parser.accept("met") {
        try parser.expect("when")
        let test = try parser.parseTest()
        let span = start.span.joined(with: parser.tokens[parser.position - 1].span)
        body.requirements.append(
          RequirementSyntax(test: test, version: try parser.parseVersion(), span: span)
        )
      } else {
        return false
      }
      return true
    }
    return body
  }
}
