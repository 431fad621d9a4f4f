extension Parser {
  /// A definition's own name must not be a word of the language.
  mutating func expectNewName(_ what: String) throws(ParseFailure) -> Word {
    let name = try expectName(what)
    if Parser.reservedWords.contains(name.text) {
      diagnostics.append(
        Diagnostic(
          .reservedName,
          "`\(name.text)` is a word of the language",
          help: "choose another name, such as `\(name.text)-1`",
          file: file,
          at: name.span
        )
      )
    }
    return name
  }

  /// `value id "title" = 1000 USD from …`
  mutating func parseValue() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the value")
    let title = try expectText("the title of the value")
    var versions: [ValueVersionSyntax] = []
    repeat {
      try expect(.equals, "`=` and the value")
      let number = try expect(.number, "a number")
      let unit = try expectName("the unit of the number")
      versions.append(
        ValueVersionSyntax(
          number: Word(source.text(number.span), at: number.span),
          unit: Word(unit.text == "%" ? "percent" : unit.text, at: unit.span),
          version: try parseVersion()
        )
      )
    } while current.kind == .equals
    return DefinitionSyntax(id: id, title: title, body: .value(versions))
  }

  /// `set id of kind = "a", "b" from … + "c" from …`
  mutating func parseSet() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the set")
    try expect("of")
    let kind = try expectName("the kind of the members")
    var versions: [SetVersionSyntax] = []
    repeat {
      let sign = current
      let change: SetVersionSyntax.Change
      switch sign.kind {
      case .equals: change = .all
      case .plus: change = .added
      case .minus: change = .removed
      default: throw unexpected("`=` and the members of the set")
      }
      take()
      let members = try parseTexts("a member")
      versions.append(
        SetVersionSyntax(
          change: change,
          members: members,
          version: try parseVersion(),
          span: sign.span
        )
      )
    } while [.equals, .plus, .minus].contains(current.kind)
    return DefinitionSyntax(id: id, title: id, body: .set(kind: kind, versions: versions))
  }

  /// `rows id = table where column in set`
  mutating func parseRows() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the selection")
    var versions: [RowsVersionSyntax] = []
    repeat {
      try expect(.equals, "`=` and a table")
      var tables = [try expectName("a table")]
      while accept(.comma) != nil { tables.append(try expectName("a table")) }
      var filters: [MembershipSyntax] = []
      if accept("where") {
        repeat { filters.append(try parseMembership("a column")) } while accept("and")
      }
      versions.append(
        RowsVersionSyntax(tables: tables, filters: filters, version: try parseVersion())
      )
    } while current.kind == .equals
    return DefinitionSyntax(id: id, title: id, body: .rows(versions))
  }

  /// `workload not in excluded`
  mutating func parseMembership(_ what: String) throws(ParseFailure) -> MembershipSyntax {
    let subject = try expectName(what)
    let isNegated = accept("not")
    try expect("in")
    let container = try expectName("a set")
    return MembershipSyntax(subject: subject, isNegated: isNegated, container: container)
  }

  /// `measure id "title" = column of rows`
  mutating func parseMeasure() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the measure")
    let title = try expectText("the title of the measure")
    var versions: [MeasureVersionSyntax] = []
    repeat {
      try expect(.equals, "`=` and a column")
      let column = try expectName("a column with numbers")
      try expect("of")
      let rows = try expectName("a selection of rows")
      versions.append(
        MeasureVersionSyntax(column: column, rows: rows, version: try parseVersion())
      )
    } while current.kind == .equals
    return DefinitionSyntax(id: id, title: title, body: .measure(versions))
  }

  /// `group id of tenants "title" = condition from …`
  mutating func parseGroup() throws(ParseFailure) -> DefinitionSyntax {
    take()
    let id = try expectNewName("the name of the group")
    try expect("of")
    let name = try expectName("what the group has in it, such as `tenants`")
    let per = accept("per") ? try expectName("`tenant`") : nil
    let title = try expectText("the title of the group")
    var versions: [GroupVersionSyntax] = []
    repeat {
      try expect(.equals, "`=` and a condition")
      let condition = try parseCondition()
      versions.append(GroupVersionSyntax(condition: condition, version: try parseVersion()))
    } while current.kind == .equals
    return DefinitionSyntax(
      id: id,
      title: title,
      body: .group(EntitySyntax(name: name, per: per), versions: versions)
    )
  }

  /// Section 1.7 of Grammar.md.
  package static let reservedWords: Set<String> = [
    "a", "all", "also", "amount", "and", "any", "area", "as", "associated", "association", "at",
    "average", "best", "between", "by", "category", "change", "choice", "cite", "count", "covers",
    "criterion", "dated", "decimals", "default", "details", "drop", "earlier", "first-seen", "for",
    "from", "gate", "gives", "group", "growth", "has", "if", "in", "is", "keep", "kind", "largest",
    "last", "leaf", "less", "listed", "measure", "met", "metric", "months", "net", "no", "not",
    "of", "option", "optional", "or", "over", "per", "plural", "program", "rows", "set", "share",
    "since", "some", "source", "summed", "table", "the", "total", "track", "under", "unit",
    "unknown", "until", "use", "value", "when", "where", "year",
  ]
}
