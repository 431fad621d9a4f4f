extension Parser {
  mutating func parseCondition() throws(ParseFailure) -> ConditionSyntax {
    var parts = [try parseConjunction()]
    while acceptJoint("or") { parts.append(try parseConjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseConjunction() throws(ParseFailure) -> ConditionSyntax {
    var parts = [try parseTerm()]
    while acceptJoint("and") { parts.append(try parseTerm()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// A primary and the months in which it is looked at; `not` reaches over these.
  private mutating func parseTerm() throws(ParseFailure) -> ConditionSyntax {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.deepestNesting else { throw nestedTooDeep() }
    var condition = try parsePrimary()
    var times = 0
    while let time = try parseTime() {
      times += 1
      guard times <= Parser.mostTimes else { throw nestedTooDeep() }
      condition = .timed(condition, time)
    }
    return condition
  }

  private mutating func nestedTooDeep() -> ParseFailure {
    report(
      .nestedTooDeep,
      "conditions are nested more than \(Parser.deepestNesting) deep",
      help: "give a part a name with `group`",
      at: current.span
    )
    return ParseFailure()
  }

  private mutating func parsePrimary() throws(ParseFailure) -> ConditionSyntax {
    let start = current.span
    if accept("not") { return .not(try parseTerm(), at: start) }
    if accept(.leftParenthesis) != nil {
      let condition = try parseCondition()
      try expect(.rightParenthesis, "`)`")
      return condition
    }
    if currentWord == "some" { return try parseSome() }
    if accept("associated") {
      let window = try parseWindow()
      return .associated(window, at: start.joined(with: window.span))
    }
    let next = word(of: token(after: 1))
    if current.kind == .name, next == "in" || next == "not" {
      return .membership(try parseMembership("`tenant`"))
    }
    if accept("average") {
      let measure = try expectName("a measure")
      let quantity = QuantitySyntax(measure: measure, window: try parseOver())
      return .average(quantity, try parseRelation())
    }
    return try parseComparison()
  }

  /// `some workload in set has condition`.
  private mutating func parseSome() throws(ParseFailure) -> ConditionSyntax {
    try expect("some")
    let subject = try expectAnyName("what there is some of, such as `workload`")
    var restriction: MembershipSyntax?
    if currentWord == "not" || currentWord == "in" {
      let isNegated = accept("not")
      try expect("in")
      let container = try expectName("a set or group")
      restriction = MembershipSyntax(subject: subject, isNegated: isNegated, container: container)
    }
    if restriction != nil, currentWord != "has" {
      return .some(subject: subject, restriction: restriction, nil)
    }
    try expect("has")
    return .some(subject: subject, restriction: restriction, try parseTerm())
  }

  /// `users as share of seats >= limit`.
  private mutating func parseComparison() throws(ParseFailure) -> ConditionSyntax {
    guard !isReserved(current) else {
      throw unexpected("a condition", help: "such as `seats > 5 seats` or `tenant in …`")
    }
    let quantity = try parseQuantity()
    var whole: Word?
    if currentWord == "as" {
      try expect("as", "share", "of")
      whole = try expectName("a measure")
    }
    return .comparison(quantity, shareOf: whole, try parseRelation())
  }

  /// When the condition before is looked at; nil when nothing is said.
  private mutating func parseTime() throws(ParseFailure) -> TimeSyntax? {
    let start = current.span
    let kind: TimeSyntax.Kind
    switch currentWord {
    case "a":
      try expect("a", "year", "earlier")
      kind = .yearEarlier
    case "in":
      try expect("in", "any", "of", "the", "last")
      kind = .anyOfLast(try parseMonthCount())
    case "at":
      try expect("at", "association")
      kind = .atAssociation
    case "assumed":
      try expect("assumed", "no", "if", "unknown")
      kind = .assumedNo
    default:
      return nil
    }
    return TimeSyntax(kind: kind, span: start.joined(with: previous.span))
  }
}
