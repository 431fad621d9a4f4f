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
      let quantity = try parseQuantity()
      let group = try parseOfGroup()
      let relation = try parseRelation()
      let countsChange = accept("counts")
      if countsChange { try expect("change") }
      return .total(quantity, group: group, relation, countsChange: countsChange)
    }
    if accept("change") { return try parseChange() }
    if accept("growth") {
      try expect("in")
      return .growth(try parseQuantity(), group: try parseOfGroup(), try parseRelation())
    }
    throw unexpected(
      "a test",
      among: Parser.testWords,
      help: "begin with `some`, `any`, `net`, `count of`, `total`, `change in` or `growth in`"
    )
  }

  /// `change in users of in-range since association > 0 users`.
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

  /// `some association in partners of usage in the last twelve months`.
  private mutating func parsePresence() throws(ParseFailure) -> PresenceSyntax {
    try expect("some")
    let column = try expectAnyName("a column, such as `workload`")
    let isNegated = accept("not")
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

  /// `in the last twelve months`.
  mutating func parseWindow() throws(ParseFailure) -> WindowSyntax {
    let start = current.span
    try expect("in", "the", "last")
    let months = try parseMonthCount()
    return WindowSyntax(months: months, span: start.joined(with: previous.span))
  }

  private static let spanWords = ["two": 2, "three": 3, "six": 6, "twelve": 12]

  /// `twelve months`.
  mutating func parseMonthCount() throws(ParseFailure) -> Int {
    let words = Parser.spanWords
    guard let months = words[currentWord] else {
      throw unexpected(
        "a number of months",
        among: Array(words.keys),
        help: "windows are `two`, `three`, `six` or `twelve` months long"
      )
    }
    take()
    try expect("months")
    return months
  }

  mutating func parseQuantity() throws(ParseFailure) -> QuantitySyntax {
    let measure = try expectName("a measure")
    guard currentWord == "over" else { return QuantitySyntax(measure: measure, window: nil) }
    return QuantitySyntax(measure: measure, window: try parseOver())
  }

  /// `over the last twelve months`.
  mutating func parseOver() throws(ParseFailure) -> WindowSyntax {
    let start = current.span
    try expect("over", "the", "last")
    let months = try parseMonthCount()
    return WindowSyntax(months: months, span: start.joined(with: previous.span))
  }
}
