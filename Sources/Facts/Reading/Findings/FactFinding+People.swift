/// The sentences about tables of people.
extension FactFinding {
  /// `columns` are all those that may say whom the row is about.
  static func emptyPerson(_ position: CellPosition, columns: [String]) -> FactFinding {
    guard columns.count > 1 else { return .emptyKey(position) }
    return FactFinding(
      .emptyKey,
      .error,
      position,
      message: "\(quotedList(columns.map { shownText($0) }, lastWord: "and")) are empty",
      help: "fill in one of the cells; a row without them belongs to nobody"
    )
  }

  /// `names` is what people hold, such as `certificates`.
  static func absentExpiry(
    _ column: ColumnSchema,
    of names: String,
    header: Header,
    file: String
  ) -> FactFinding {
    let name = column.headers.first ?? column.id
    return FactFinding(
      code: .absentExpiry,
      level: .warning,
      file: file,
      line: header.line,
      message: "no column `\(name)`: its \(names) are taken never to expire",
      help: acceptedHeaders(of: column, header)
    )
  }

  static func badDate(_ position: CellPosition) -> FactFinding {
    let forms = [MonthForm.day, .usDay, .time].map(\.example)
    return FactFinding(
      .badMonth,
      .error,
      position,
      message: "`\(position.text)` is no date",
      help: "write the date as \(quotedList(forms, lastWord: "or")); a month means its first day"
    )
  }

  /// `near` are declared names that may be meant.
  static func otherName(
    _ position: CellPosition,
    kind: NameKind,
    rowCount: Int,
    near: [String]
  ) -> FactFinding {
    let rows = rowCount == 1 ? "1 row is" : "\(rowCount) rows are"
    return FactFinding(
      .otherName,
      .note,
      position,
      message: "`\(position.text)` is no \(kind.id) that counts; \(rows) not needed",
      help: near.isEmpty ? nil : "did you mean \(quotedList(near, lastWord: "or"))?"
    )
  }

  /// `count` people who are known by a text of `column` in some rows, and by one of the columns
  /// before it in others; `example` is the text of one of them.
  static func personWithTwoIDs(
    _ example: String,
    count: Int,
    column: Int,
    table: TableSchema
  ) -> FactFinding {
    let people = table.columns.indices.filter { table.columns[$0].role == .person }
    let before = people.filter { $0 < column }.map(table.usualHeader)
    let first = quotedList(before, lastWord: "or")
    let shown = shownText(example)
    let rows = "with \(first) in some rows and without in others"
    return FactFinding(
      code: .personWithTwoIDs,
      level: .note,
      file: table.id,
      column: table.usualHeader(column),
      text: shown,
      message: count == 1
        ? "`\(shown)` stands \(rows); it counts as two persons"
        : "\(count) people stand \(rows), such as `\(shown)`; each counts as two persons",
      help: "fill in \(first) in all rows of the same person"
    )
  }
}

extension TableSchema {
  /// The header that a column usually has.
  fileprivate func usualHeader(_ column: Int) -> String {
    columns[column].headers.first ?? columns[column].id
  }
}
