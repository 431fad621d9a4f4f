/// The wording of what the lexer reports.
extension Diagnostic {
  static func notText(file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .notText,
      "this is not a text file: it has a zero byte",
      help: "give a .rules file saved as UTF-8 text",
      file: file,
      at: span
    )
  }

  static func invalidCharacter(_ text: String, file: Int, at span: SourceSpan) -> Diagnostic {
    let isText = !text.unicodeScalars.contains("\u{FFFD}")
    let shown = String(text.prefix(20))
    return Diagnostic(
      .invalidCharacter,
      isText ? "`\(shown)` is not part of the language" : "bytes that are not UTF-8 text",
      help: isText ? "names of products stand in quotes" : "save the file as UTF-8",
      file: file,
      at: span
    )
  }

  static func unterminatedText(file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unterminatedText,
      "the text that begins here has no closing quote on its line",
      help: "add `\"` where the text ends",
      file: file,
      at: span
    )
  }

  static func foreignNotation(
    _ written: String,
    meant: String,
    file: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    let isPlain = !meant.contains(" ") || meant == "not in"
    return Diagnostic(
      .foreignNotation,
      "`\(written)` is not part of the language",
      help: isPlain ? "write `\(meant)`" : "write \(meant)",
      file: file,
      at: span
    )
  }

  static func foreignQuotes(_ inner: String, file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .foreignNotation,
      "text stands in straight double quotes",
      help: "write `\"\(inner.prefix(40))\"`",
      file: file,
      at: span
    )
  }

  static func groupedNumber(_ written: String, file: Int, at span: SourceSpan) -> Diagnostic {
    let digits = written.filter { $0 != "," && $0 != "." }
    let hasFraction = written.contains(",") && written.contains(".")
    return Diagnostic(
      .foreignNotation,
      "numbers are written without grouping: `\(written.prefix(40))`",
      help: hasFraction ? "write the digits with a point before the fraction" : "write `\(digits.prefix(40))`",
      file: file,
      at: span
    )
  }

  static func invalidNumber(_ written: String, file: Int, at span: SourceSpan) -> Diagnostic {
    let digits = written.prefix { $0.isNumber || $0 == "." }
    return Diagnostic(
      .invalidNumber,
      "`\(written.prefix(40))` is neither a number nor a name",
      help: "write a blank between number and unit: `\(digits.prefix(20)) \(written.dropFirst(digits.count).prefix(20))`",
      file: file,
      at: span
    )
  }

  static func invalidMonth(_ written: String, file: Int, at span: SourceSpan) -> Diagnostic {
    let isDay = written.utf8.count == 10
    return Diagnostic(
      .invalidMonth,
      "`\(written.prefix(40))` is not a month",
      help: isDay ? "criteria change by month: write `\(written.prefix(7))`" : "write year and month, such as `2025-10`",
      file: file,
      at: span
    )
  }

  static func invalidEscape(file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidEscape,
      "a backslash in a text stands before `\"` or another backslash only",
      help: "write `\\\\` for one backslash",
      file: file,
      at: span
    )
  }
}
