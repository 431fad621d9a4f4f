extension Parser {
  private static let testWords = ["some", "any", "net", "count", "total", "change", "growth"]

  mutating func parseTest() throws(ParseFailure) -> TestSyntax {
    if currentWord == "some" { return .presence(try parsePresence()) }
    if accept(["any", "growth", "in"]) {
      return .anyGrowth(try parseQuantity(), group: try parseOfGroup())
    }
    if accept("any") {
      return .largest(measure: try expectName("a measure"), try parseRelation())
    }
    if accept("net") {
      let group = try expectName("a group")
      let less = accept("less") ? try expectName("a group") : nil
      return .net(group: group, less: less, try parseRelation())
    }
    if accept("count") {
      try expect("of")
      return .count(group: try expectName("a group"), try parseRelation())
    }
    if accept("total") {
      return .total(try parseQuantity(), group: try parseOfGroup(), try parseRelation())
    }
    if accept("change") { return try parseChange() }
    if accept("growth") {
      try expect("in")
      return .growth(try parseQuantity(), group: try parseOfGroup(), try parseRelation())
    }
    throw unexpected("a test, such as `net …` or `any growth in …`", candidates: Parser.testWords)
  }

  /// `change in users of in-range since association > 0 users`
  private mutating func parseChange() throws(ParseFailure) -> TestSyntax {
    try expect("in")
    let quantity = try parseQuantity()
    let group = try parseOfGroup()
    var since: SourceSpan?
    if currentWord == "since" {
      since = current.span
      take()
      try expect("association")
    }
    return .change(quantity, group: group, sinceAssociation: since, try parseRelation())
  }

  private mutating func parseOfGroup() throws(ParseFailure) -> Word? {
    accept("of") ? try expectName("a group") : nil
  }

  /// `some association in partners of usage in the last twelve months`
  private mutating func parsePresence() throws(ParseFailure) -> PresenceSyntax {
    take()
    let column = try expectName("a column, such as `workload`")
    let isNegated = currentWord == "not"
    if isNegated { take() }
    var set: Word?
    if isNegated || currentWord == "in" {
      try expect("in")
      set = try expectName("a set")
    }
    try expect("of")
    let rows = try expectName("a selection of rows")
    return PresenceSyntax(
      column: column,
      isNegated: isNegated,
      set: set,
      rows: rows,
      window: try parseWindow()
    )
  }

  /// `in the last twelve months`
  mutating func parseWindow() throws(ParseFailure) -> WindowSyntax {
    let start = current.span
    try expect("in", "the", "last")
    let months = try parseMonthCount()
    return WindowSyntax(months: months, span: start.joined(with: tokens[position - 1].span))
  }

  /// `twelve months`
  func spanWords() -> [String: Int] { ["two": 2, "three": 3, "six": 6, "twelve": 12] }

  mutating func parseMonthCount() throws(ParseFailure) -> Int {
    let words = spanWords()
    guard let months = words[currentWord] else {
      throw unexpected("`two`, `three`, `six` or `twelve`", candidates: Array(words.keys))
    }
    take()
    try expect("months")
    return months
  }

  mutating func parseQuantity() throws(ParseFailure) -> QuantitySyntax {
    let measure = try expectName("a measure")
    guard currentWord == "over" else { return QuantitySyntax(measure: measure, window: nil) }
    let start = current.span
    try expect("over", "the", "last")
    let months = try parseMonthCount()
    let window = WindowSyntax(months: months, span: start.joined(with: tokens[position - 1].span))
    return QuantitySyntax(measure: measure, window: window)
  }

  mutating func parseRelation() throws(ParseFailure) -> RelationSyntax {
    let start = current
    let bounds: RelationSyntax.Bounds
    switch start.kind {
    case .greaterOrEqual: bounds = .one(.atLeast, try parseAmount(after: start))
    case .greater: bounds = .one(.above, try parseAmount(after: start))
    case .lessOrEqual: bounds = .one(.atMost, try parseAmount(after: start))
    case .less: bounds = .one(.below, try parseAmount(after: start))
    default:
      guard accept("between") else {
        throw unexpected("a comparison, such as `>=` or `between`", candidates: ["between"])
      }
      let low = try parseAmount(after: nil)
      try expect("and")
      bounds = .between(low, try parseAmount(after: nil))
    }
    return RelationSyntax(
      bounds: bounds,
      span: start.span.joined(with: tokens[position - 1].span)
    )
  }

  private mutating func parseAmount(after sign: Token?) throws(ParseFailure) -> AmountSyntax {
    if sign != nil { take() }
    if let number = accept(.number) {
      let unit = try expectName("the unit of the number")
      return .literal(
        number: Word(source.text(number.span), at: number.span),
        unit: Word(unit.text == "%" ? "percent" : unit.text, at: unit.span)
      )
    }
    return .named(try expectName("the name of a value"))
  }
}
