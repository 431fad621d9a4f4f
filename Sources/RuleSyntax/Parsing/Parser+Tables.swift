extension Parser {
  mutating func parseTable() throws(ParseFailure) {
    take()
    let id = try expectName("the name of the table")
    var table = TableSyntax(id: id, title: try expectText("the title of the table"))
    let words: Set<String> = ["drop", "keep", "gives"]
    try parseBlock("table `\(id.text)`", words: words) { (parser) throws(ParseFailure) in
      if parser.current.kind == .name, parser.token(after: 1).kind == .colon {
        table.columns.append(try parser.parseColumn())
      } else if parser.currentWord == "drop" || parser.currentWord == "keep" {
        table.filters.append(try parser.parseRowFilter())
      } else if parser.accept("gives") {
        try parser.expect("association", "dates")
        table.givesAssociationDates = true
      } else if parser.current.kind == .name {
        _ = parser.take()
        throw parser.unexpected("`:` after the name of a column")
      } else {
        return false
      }
      return true
    }
    tree.tables.append(table)
  }

  /// `seats: seats from "PaidAvailableUnits" listed`
  private mutating func parseColumn() throws(ParseFailure) -> ColumnSyntax {
    let id = try expectName("the name of the column")
    try expect(.colon, "`:`")
    let role = try expectName("what the column holds")
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

  /// `drop rows where duplicate is "1"`
  private mutating func parseRowFilter() throws(ParseFailure) -> RowFilterSyntax {
    let isDrop = currentWord == "drop"
    take()
    try expect("rows", "where")
    let column = try expectName("a column of the table")
    try expect("is")
    let value = try expectText("the value of the cell")
    return RowFilterSyntax(isDrop: isDrop, column: column, value: value)
  }
}
