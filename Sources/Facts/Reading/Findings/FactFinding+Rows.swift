/// Where a cell stands that a finding is about.
struct CellPosition {
  let file: String
  let line: Int
  let column: String

  /// The raw cell, shortened.
  let text: String
}

/// The sentences about rows and cells.
extension FactFinding {
  init(
    _ code: FactCode,
    _ level: Level,
    _ position: CellPosition,
    message: String,
    help: String?,
    more: Int = 0
  ) {
    self.init(
      code: code,
      level: level,
      file: position.file,
      line: position.line,
      column: position.column,
      text: position.text,
      message: message,
      help: help,
      more: more
    )
  }

  static func brokenQuote(_ fault: QuoteFault, file: String, text: String?) -> FactFinding {
    FactFinding(
      code: .brokenQuote,
      level: .error,
      file: file,
      line: fault.line,
      text: text,
      message: fault.isUnterminated
        ? "a quote opens here and is not closed before the end of the file"
        : "text follows the closing quote of a cell",
      help: "write a quote inside a quoted cell twice"
    )
  }

  static func wrongCellCount(
    _ count: Int,
    expected: Int,
    file: String,
    line: Int,
    text: String
  ) -> FactFinding {
    FactFinding(
      code: .wrongCellCount,
      level: .error,
      file: file,
      line: line,
      text: text,
      message: "the row has \(count) \(count == 1 ? "cell" : "cells"), the header has \(expected)",
      help: "put cells that hold the separator in quotes, and complete short rows"
    )
  }

  static func badJSON(_ row: BrokenRow, file: String) -> FactFinding {
    FactFinding(
      code: .badJSON,
      level: .error,
      file: file,
      line: row.line,
      column: row.column,
      message: row.message,
      help: "write one array of objects, or one object a line, with plain values"
    )
  }

  static func emptyKey(_ position: CellPosition) -> FactFinding {
    FactFinding(
      .emptyKey,
      .error,
      position,
      message: "`\(shownText(position.column))` is empty",
      help: "fill in the cell; a row without it belongs to nobody"
    )
  }

  static func badMonth(_ position: CellPosition) -> FactFinding {
    let forms = MonthForm.allCases.map(\.example)
    return FactFinding(
      .badMonth,
      .error,
      position,
      message: "`\(position.text)` is no month or date",
      help: "write the month as \(quotedList(forms, lastWord: "or"))"
    )
  }

  static func otherMonthForm(
    _ form: MonthForm,
    expected: MonthForm,
    word: String,
    _ position: CellPosition
  ) -> FactFinding {
    FactFinding(
      .otherMonthForm,
      .error,
      position,
      message: "the \(word) is written like `\(form.example)`, above like `\(expected.example)`",
      help: "write all \(word)s of the column like `\(expected.example)`"
    )
  }

  static func badNumber(_ fault: NumberFault, _ position: CellPosition) -> FactFinding {
    let message =
      switch fault {
      case .notANumber: "is not a number"
      case .tooManyDigits: "has more than \(Decimal.mostDigits) digits"
      case .outOfRange: "is too large, or has more than \(mostFractionDigits) fraction digits"
      case .outside(let range): "is not \(range.text), as the rules say amounts are here"
      }
    return FactFinding(
      .badNumber,
      .error,
      position,
      message: "`\(position.text)` \(message)",
      help: fault.isOutside
        ? "correct the row, or what the unit of the column says `at least` and `at most`"
        : "write it like `1250.75`, `1,250.75`, `$1,250.75` or `-1250.75`"
    )
  }

  static func unknownName(_ position: CellPosition, kind: NameKind, more: Int) -> FactFinding {
    let near = nearestNames(to: position.text, of: kind)
    return FactFinding(
      .unknownName,
      .warning,
      position,
      message: "no \(kind.id) `\(position.text)` is declared; its rows are kept out",
      help: near.isEmpty
        ? "declare the name, or declare it as another spelling of a name"
        : "did you mean \(quotedList(near, lastWord: "or"))?",
      more: more
    )
  }

  static func negativeCount(
    _ tally: NumberTallies.Tally,
    file: String,
    column: String
  ) -> FactFinding {
    odd(.negativeCount, tally, file: file, column: column, what: "is below zero")
  }

  static func fractionalCount(
    _ tally: NumberTallies.Tally,
    file: String,
    column: String
  ) -> FactFinding {
    odd(.fractionalCount, tally, file: file, column: column, what: "is no whole number")
  }

  private static func odd(
    _ code: FactCode,
    _ tally: NumberTallies.Tally,
    file: String,
    column: String,
    what: String
  ) -> FactFinding {
    FactFinding(
      code: code,
      level: .warning,
      file: file,
      line: tally.line,
      column: column,
      text: "\(tally.number)",
      message: "`\(tally.number)` \(what); it is taken as it is",
      help: "check the number in the download",
      more: tally.count - 1
    )
  }
}
