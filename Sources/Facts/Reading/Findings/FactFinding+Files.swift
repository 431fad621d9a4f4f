/// The sentences about whole files.
extension FactFinding {
  static func notText(file: String) -> FactFinding {
    FactFinding(
      code: .notText,
      level: .error,
      file: file,
      message: "the file is not text; not read",
      help: "save it as CSV in UTF-8, or in UTF-16 with a byte order mark"
    )
  }

  static func otherEncoding(file: String) -> FactFinding {
    FactFinding(
      code: .notText,
      level: .warning,
      file: file,
      message: "some bytes of the file are not UTF-8; they are read as `\u{FFFD}`",
      help: "save the file in UTF-8, so that names are shown and compared as they are"
    )
  }

  static func emptyFile(_ file: String) -> FactFinding {
    FactFinding(
      code: .emptyFile,
      level: .error,
      file: file,
      message: "the file is empty",
      help: "download it again; it needs a header line at least"
    )
  }

  static func unmatchedFile(_ file: String) -> FactFinding {
    FactFinding(
      code: .unmatchedFile,
      level: .note,
      file: file,
      line: nil,
      message: "the file fits no table of the rules; not read"
    )
  }

  static func noFacts() -> FactFinding {
    FactFinding(
      code: .noFacts,
      level: .error,
      file: "",
      message: "there are no facts: no file fits a table of the rules",
      help: "give a folder with the downloads that the rules declare as tables"
    )
  }

  static func missingColumn(
    _ column: ColumnSchema,
    table: TableSchema,
    header: Header,
    file: String
  ) -> FactFinding {
    let name = column.headers.first ?? column.id
    return FactFinding(
      code: .missingColumn,
      level: .error,
      file: file,
      line: header.line,
      column: name,
      message: "the column `\(name)` of `\(table.id)` is absent; the file is not read",
      help: acceptedHeaders(of: column, header) + "; some roles do not see revenue columns"
    )
  }

  /// The headers of a column that is absent, and those there are that may be meant for it.
  static func acceptedHeaders(of column: ColumnSchema, _ header: Header) -> String {
    let shown = header.names.map { Suggestion(shown: $0, spellings: [$0]) }
    let near = Array(Set(column.headers.flatMap { nearest(to: $0, among: shown) })).sorted()
    let help = "the header may be \(quotedList(column.headers, lastWord: "or"))"
    return near.isEmpty ? help : "did you mean \(quotedList(near, lastWord: "or"))? " + help
  }

  static func ambiguousTable(_ tables: [String], file: String, line: Int?) -> FactFinding {
    FactFinding(
      code: .ambiguousTable,
      level: .error,
      file: file,
      line: line,
      message: "the file fits \(quotedList(tables, lastWord: "and")) equally well; not read",
      help: "remove columns that only one of the tables has, or add those that tell them apart"
    )
  }

  static func repeatedColumn(
    _ name: String,
    table: TableSchema,
    file: String,
    line: Int?
  ) -> FactFinding {
    FactFinding(
      code: .repeatedColumn,
      level: .error,
      file: file,
      line: line,
      column: name,
      message: "the needed column `\(name)` of `\(table.id)` stands twice; the file is not read",
      help: "remove or rename one of the two"
    )
  }

  static func spareColumn(
    _ name: String,
    taken: String,
    table: TableSchema,
    file: String,
    line: Int?
  ) -> FactFinding {
    FactFinding(
      code: .repeatedColumn,
      level: .note,
      file: file,
      line: line,
      column: name,
      message: "`\(name)` could be read in place of `\(taken)` for `\(table.id)`; it is not",
      help: "remove or rename `\(taken)` to have `\(name)` read"
    )
  }
}
