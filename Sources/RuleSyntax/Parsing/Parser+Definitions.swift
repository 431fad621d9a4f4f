extension Parser {
  /// `value id "title" = 1000 USD from …`.
  mutating func parseValue() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the value")
    let title = expectTitle("the title of the value")
    return DefinitionSyntax(id: id, title: title, body: .value(try parseValueVersions(of: id)))
  }

  /// `= 1000 USD from …`, version after version.
  private mutating func parseValueVersions(
    of id: Word
  ) throws(ParseFailure) -> [ValueVersionSyntax] {
    try parseVersions(of: id) { (parser) throws(ParseFailure) in
      parser.expectEquals("the value")
      let (number, unit) = try parser.parseNumber()
      return ValueVersionSyntax(number: number, unit: unit, version: parser.parseVersion())
    }
  }

  /// `1000 USD`.
  mutating func parseNumber() throws(ParseFailure) -> (number: Word, unit: Word) {
    let next = token(after: 1)
    if current.kind == .name, next.kind == .number {
      let meant = "\(shown(next)) \(shown(current))"
      let both = current.span.joined(with: next.span)
      reportUnexpected(
        "a number",
        help: "write `\(meant)`",
        fix: .replace(both, with: meant, file: file)
      )
      let unit = take()
      let number = take()
      let name = source.text(unit.span)
      return (
        Word(source.text(number.span), at: number.span),
        Word(name == "$" ? "USD" : name, at: unit.span)
      )
    }
    let number = try expect(.number, "a number")
    let text = source.text(number.span)
    let unit = try expectName(
      "the unit of the number",
      help: "write its unit behind it: `\(text.prefix(20)) UNIT`"
    )
    return (
      Word(text, at: number.span),
      Word(unit.text == "%" ? "percent" : unit.text, at: unit.span)
    )
  }

  /// `set id of kind = "a", "b" from … + "c" from …`.
  mutating func parseSet() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the set", isTitled: false)
    try expect("of")
    let kind = try expectAnyName("the kind of the members")
    let signs: Set<Token.Kind> = [.equals, .plus, .minus]
    let versions = try parseVersions(of: id, signs: signs) { (parser) throws(ParseFailure) in
      let sign = parser.current
      let change: SetVersionSyntax.Change
      switch sign.kind {
      case .plus: change = .added
      case .minus: change = .removed
      default: change = .all
      }
      if change == .all { parser.expectEquals("the members of the set") } else { parser.take() }
      return SetVersionSyntax(
        change: change,
        members: try parser.parseTexts("a member"),
        version: parser.parseVersion(),
        span: sign.span
      )
    }
    return DefinitionSyntax(id: id, title: id, body: .set(kind: kind, versions: versions))
  }

  /// `rate id "title" of workload { for "Business Central" = 1000 MCV from … }`.
  mutating func parseRate() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the rate")
    let title = expectTitle("the title of the rate")
    try expect("of")
    let kind = try expectAnyName("the kind of names that have rates")
    var entries: [RateEntrySyntax] = []
    let findings = diagnostics.count
    try parseBlock("rate `\(id.text)`", words: ["for"]) { (parser) throws(ParseFailure) in
      guard parser.accept("for") else { return false }
      let name = try parser.expectText("a name")
      let versions = try parser.parseValueVersions(of: id)
      entries.append(RateEntrySyntax(name: name, versions: versions))
      return true
    }
    requireItem(entries.isEmpty, "for", in: "rate `\(id.text)`", at: id, since: findings)
    return DefinitionSyntax(id: id, title: title, body: .rate(kind: kind, entries: entries))
  }

  /// `rows id = table where column in set`.
  mutating func parseRows() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the selection", isTitled: false)
    let versions = try parseVersions(of: id) { (parser) throws(ParseFailure) in
      parser.expectEquals("a table")
      let start = parser.current.span
      let tables = try parser.parseList(of: .name) { (parser) throws(ParseFailure) in
        try parser.expectName("a table")
      }
      var clauses: [[MembershipSyntax]] = []
      if parser.acceptWhere() {
        repeat { clauses.append(try parser.parseClause()) } while parser.acceptJoint("or")
      }
      let span = start.joined(with: parser.previous.span)
      return RowsVersionSyntax(
        tables: tables,
        clauses: clauses,
        version: parser.parseVersion(),
        span: span
      )
    }
    return DefinitionSyntax(id: id, title: id, body: .rows(versions))
  }

  /// Takes `where`, or reports that it is missing before a filter.
  private mutating func acceptWhere() -> Bool {
    if accept("where") { return true }
    guard !current.beginsLine, current.kind == .name else { return false }
    let isJoined = ["and", "or"].contains(currentWord)
    let next = token(after: isJoined ? 2 : 1)
    guard next.kind == .name, ["in", "not"].contains(word(of: next)) else { return false }
    reportUnexpected(
      "`where` before the filters",
      help: isJoined ? "write `where`" : "add `where`",
      fix: isJoined ? .replace(current.span, with: "where", file: file) : insertion(of: "where")
    )
    if isJoined { take() }
    return true
  }

  /// `column in set and column not in set`.
  private mutating func parseClause() throws(ParseFailure) -> [MembershipSyntax] {
    var filters = [try parseMembership("a column")]
    while acceptJoint("and") { filters.append(try parseMembership("a column")) }
    return filters
  }

  /// `measure id "title" = column at rate + column of rows`.
  mutating func parseMeasure() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the measure")
    let title = expectTitle("the title of the measure")
    let versions = try parseVersions(of: id) { (parser) throws(ParseFailure) in
      parser.expectEquals("a column")
      let start = parser.current.span
      var parts = [try parser.parseMeasurePart()]
      while parser.accept(.plus) != nil { parts.append(try parser.parseMeasurePart()) }
      if !parser.accept("of") {
        parser.reportUnexpected("`of`", among: ["of"], fix: parser.insertion(of: "of"))
      }
      let rows = try parser.expectName("a selection of rows")
      let span = start.joined(with: parser.previous.span)
      return MeasureVersionSyntax(
        parts: parts,
        rows: rows,
        version: parser.parseVersion(),
        span: span
      )
    }
    return DefinitionSyntax(id: id, title: title, body: .measure(versions))
  }

  /// `users at user-rate`.
  private mutating func parseMeasurePart() throws(ParseFailure) -> MeasurePartSyntax {
    let column = try expectAnyName("a column with numbers")
    return MeasurePartSyntax(column: column, rate: accept("at") ? try expectName("a rate") : nil)
  }

  /// `group id of tenants "title" = condition from …`.
  mutating func parseGroup() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the group", isTitled: false)
    try expect("of")
    let name = try expectAnyName("what the group has in it, such as `tenants`")
    let per = accept("per") ? try expectAnyName("`tenant`") : nil
    let title = expectTitle("the title of the group")
    let versions = try parseVersions(of: id) { (parser) throws(ParseFailure) in
      parser.expectEquals("a condition")
      let start = parser.current.span
      let condition = try parser.parseCondition()
      let span = start.joined(with: parser.previous.span)
      return GroupVersionSyntax(
        condition: condition,
        version: parser.parseVersion(),
        span: span
      )
    }
    return DefinitionSyntax(
      id: id,
      title: title,
      body: .group(EntitySyntax(name: name, per: per), versions: versions)
    )
  }
}
