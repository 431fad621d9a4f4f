extension Parser {
  /// `value id "title" = 1000 USD from …`.
  mutating func parseValue() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the value")
    let title = expectTitle("the title of the value")
    let versions = try parseVersions(of: id) { (parser) throws(ParseFailure) in
      parser.expectEquals("the value")
      let (number, unit) = try parser.parseNumber()
      return ValueVersionSyntax(number: number, unit: unit, version: parser.parseVersion())
    }
    return DefinitionSyntax(id: id, title: title, body: .value(versions))
  }

  /// `1000 USD`.
  mutating func parseNumber() throws(ParseFailure) -> (number: Word, unit: Word) {
    let next = token(after: 1)
    if current.kind == .name, next.kind == .number {
      reportUnexpected("a number", help: "write `\(shown(next)) \(shown(current))`")
      let unit = take()
      let number = take()
      return (
        Word(source.text(number.span), at: number.span),
        Word(source.text(unit.span), at: unit.span)
      )
    }
    let number = try expect(.number, "a number")
    let text = source.text(number.span)
    let unit = try expectName("the unit of the number", help: "such as `\(text.prefix(20)) USD`")
    return (
      Word(text, at: number.span),
      Word(unit.text == "%" ? "percent" : unit.text, at: unit.span)
    )
  }

  /// `set id of kind = "a", "b" from … + "c" from …`.
  mutating func parseSet() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the set")
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

  /// `rows id = table where column in set`.
  mutating func parseRows() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the selection")
    let versions = try parseVersions(of: id) { (parser) throws(ParseFailure) in
      parser.expectEquals("a table")
      let tables = try parser.parseList(of: .name) { (parser) throws(ParseFailure) in
        try parser.expectName("a table")
      }
      var filters: [MembershipSyntax] = []
      if parser.accept("where") {
        repeat {
          filters.append(try parser.parseMembership("a column"))
        } while parser.accept("and")
      }
      return RowsVersionSyntax(tables: tables, filters: filters, version: parser.parseVersion())
    }
    return DefinitionSyntax(id: id, title: id, body: .rows(versions))
  }

  /// `measure id "title" = column of rows`.
  mutating func parseMeasure() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the measure")
    let title = expectTitle("the title of the measure")
    let versions = try parseVersions(of: id) { (parser) throws(ParseFailure) in
      parser.expectEquals("a column")
      let column = try parser.expectAnyName("a column with numbers")
      if !parser.accept("of") { parser.reportUnexpected("`of`", among: ["of"]) }
      let rows = try parser.expectName("a selection of rows")
      return MeasureVersionSyntax(column: column, rows: rows, version: parser.parseVersion())
    }
    return DefinitionSyntax(id: id, title: title, body: .measure(versions))
  }

  /// `group id of tenants "title" = condition from …`.
  mutating func parseGroup() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the group")
    try expect("of")
    let name = try expectAnyName("what the group has in it, such as `tenants`")
    let per = accept("per") ? try expectAnyName("`tenant`") : nil
    let title = expectTitle("the title of the group")
    let versions = try parseVersions(of: id) { (parser) throws(ParseFailure) in
      parser.expectEquals("a condition")
      let condition = try parser.parseCondition()
      return GroupVersionSyntax(condition: condition, version: parser.parseVersion())
    }
    return DefinitionSyntax(
      id: id,
      title: title,
      body: .group(EntitySyntax(name: name, per: per), versions: versions)
    )
  }
}
