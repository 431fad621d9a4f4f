extension Parser {
  /// Words that begin a line of a table that is no column.
  static let tableWords: Set<String> = ["drop", "keep", "gives"]

  mutating func parseTable() throws(ParseFailure) {
    take()
    let id = try expectNewName("the name of the table")
    var table = TableSyntax(id: id, title: expectTitle("the title of the table"))
    try parseBlock("table `\(id.text)`", words: Parser.tableWords) {
      (parser) throws(ParseFailure) in
      if parser.current.kind == .name, parser.token(after: 1).kind == .colon {
        table.columns.append(try parser.parseColumn())
      } else if parser.currentWord == "drop" || parser.currentWord == "keep" {
        table.filters.append(try parser.parseRowFilter())
      } else if parser.accept("gives") {
        try parser.expect("association", "dates")
        table.givesAssociationDates = true
      } else if parser.current.kind == .name, parser.token(after: 1).kind == .text {
        table.splits.append(try parser.parseSplit())
      } else if parser.current.kind == .name {
        throw parser.unexpectedInTable()
      } else {
        return false
      }
      return true
    }
    tree.tables.append(table)
  }

  /// `workload "Intune" { seats: seats from "IntunePaidAvailableUnits" listed … }`.
  private mutating func parseSplit() throws(ParseFailure) -> SplitSyntax {
    let indent = indent(of: current)
    let kind = try expectAnyName("a kind of names, such as `workload`")
    let name = try expectText("the name that the columns are about")
    var split = SplitSyntax(kind: kind, name: name)
    let findings = diagnostics.count
    let what = "the columns of `\(name.text)`"
    guard current.kind == .leftBrace else {
      reportUnexpected(
        "`{` and the block of \(what)",
        fix: .insertion(" {", at: previous.span.end, .unsafe, title: "add `{`", file: file)
      )
      // The columns that follow seem to be its own.
      while current.kind == .name, token(after: 1).kind == .colon {
        split.columns.append(try parseColumn())
      }
      if current.kind == .rightBrace, self.indent(of: current) >= indent {
        braceDepth += 1
        take()
      }
      return split
    }
    try parseBlock(what, words: []) { (parser) throws(ParseFailure) in
      guard parser.current.kind == .name, parser.token(after: 1).kind != .text else { return false }
      split.columns.append(try parser.parseColumn())
      return true
    }
    requireItem(split.columns.isEmpty, "column", in: what, at: name, since: findings)
    return split
  }

  /// A misspelt word of a table, or a column without its colon.
  private mutating func unexpectedInTable() -> ParseFailure {
    let near = NearestNames.suggestion(Parser.tableWords, to: currentWord)
    guard current.beginsLine else {
      let words = Parser.columnWords.union(Parser.tableWords)
      reportLeftOver(NearestNames.suggestion(words, to: currentWord))
      return ParseFailure()
    }
    let word = take().span
    let add = insertion(of: ":", .unsafe)
    return unexpected(
      "`:` after the name of a column",
      help: near.question ?? "add `:`",
      fix: near.question == nil ? add : near.fix(word, file: file)
    )
  }

  /// Words that may follow the headers of a column.
  private static let columnWords: Set<String> = ["optional", "summed", "listed"]

  /// `seats: seats from "PaidAvailableUnits" listed`.
  private mutating func parseColumn() throws(ParseFailure) -> ColumnSyntax {
    let id = try expectAnyName("the name of the column")
    try expect(.colon, "`:`")
    let role = try expectAnyName("what the column holds, such as `tenant` or `number`")
    try expect("from")
    let headers = try parseTexts("a header of the download")
    let isOptional = accept("optional")
    var total: Word?
    if currentWord == "summed" || currentWord == "listed" {
      let token = take()
      total = Word(word(of: token), at: token.span)
    }
    return ColumnSyntax(id: id, role: role, headers: headers, isOptional: isOptional, total: total)
  }

  /// `drop rows where duplicate is "1"`.
  private mutating func parseRowFilter() throws(ParseFailure) -> RowFilterSyntax {
    let isDrop = currentWord == "drop"
    take()
    try expect("rows", "where")
    let column = try expectAnyName("a column of the table")
    try expect("is")
    let value = try expectText("the value of the cell")
    return RowFilterSyntax(isDrop: isDrop, column: column, value: value)
  }
}
