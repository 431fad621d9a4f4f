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

  static func tooLarge(file: Int) -> Diagnostic {
    Diagnostic(
      .unreadableFile,
      "the file is too large to be read",
      help: "split it: a rule file has 2 GiB at most",
      file: file,
      at: SourceSpan(start: 0, end: 0)
    )
  }

  static func invalidCharacter(_ text: String, file: Int, at span: SourceSpan) -> Diagnostic {
    let isText = !text.unicodeScalars.contains("\u{FFFD}")
    let help =
      switch text.first {
      case "/": "choose `and` or `or`; addresses and names of products stand in quotes"
      case "_": "write `-`: names consist of letters, digits and inner hyphens"
      default: "names of products stand in quotes"
      }
    return Diagnostic(
      .invalidCharacter,
      isText ? "`\(text.prefix(20))` is not part of the language" : "bytes that are not UTF-8 text",
      help: isText ? help : "save the file as UTF-8",
      file: file,
      at: span
    )
  }

  /// A text without its closing quote.
  ///
  /// If another text stands before it on its line, `isFirst` is false: the quote may be missing there.
  static func unterminatedText(
    _ text: String,
    isFirst: Bool,
    file: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    let isCurly = text.unicodeScalars.contains { "“”„‘’".unicodeScalars.contains($0) }
    let help =
      isCurly
      ? "text begins and ends with the straight quote `\"`"
      : "add `\"` where the text ends"
    return Diagnostic(
      .unterminatedText,
      isFirst
        ? "the text that begins here has no closing quote" : "a quote is missing on this line",
      help: isFirst || isCurly ? help : "each text begins and ends with `\"`",
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
    let help = isPlain ? "write `\(meant)`" : "write \(meant)"
    return Diagnostic(
      .foreignNotation,
      "`\(written)` is not part of the language",
      help: help,
      file: file,
      at: span,
      fix: isPlain ? Fix(help, .safe, [TextEdit(file: file, span, meant)]) : nil
    )
  }

  static func foreignBlank(file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .foreignNotation,
      "here stands a special blank, as word processors and web pages put in",
      help: "delete it and type an ordinary blank",
      file: file,
      at: span
    )
  }

  static func foreignQuotes(_ inner: String, file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .foreignNotation,
      "text stands in straight double quotes",
      help: inner.count > 60 ? "write `\"…\"`" : "write `\"\(inner)\"`",
      file: file,
      at: span
    )
  }

  static func groupedNumber(_ written: String, file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .foreignNotation,
      "numbers are written without grouping: `\(written.prefix(40))`",
      help: "write `\(plainNumber(written).prefix(40))`",
      file: file,
      at: span
    )
  }

  /// `5,000.50` and `5.000,50` have a fraction after their last, different sign; `5,000` has none.
  private static func plainNumber(_ written: String) -> String {
    let signs = written.filter { $0 == "," || $0 == "." }
    let digits = written.filter { $0 != "," && $0 != "." }
    guard let last = signs.last, signs.filter({ $0 == last }).count == 1 else { return digits }
    let fraction = written.suffix(while: { $0 != last })
    guard signs.count > 1 || fraction.count != 3 else { return digits }
    return "\(digits.dropLast(fraction.count)).\(fraction)"
  }

  static func invalidNumber(_ written: String, file: Int, at span: SourceSpan) -> Diagnostic {
    let digits = written.prefix { $0.isNumber || $0 == "." }
    let unit = written.dropFirst(digits.count)
    return Diagnostic(
      .invalidNumber,
      "`\(written.prefix(40))` is neither a number nor a name",
      help: "write a blank between number and unit: `\(digits.prefix(20)) \(unit.prefix(20))`",
      file: file,
      at: span
    )
  }

  static func invalidMonth(_ written: String, file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidMonth,
      "`\(written.prefix(40))` is not a month",
      help: MonthSpelling.help(for: written),
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

extension String {
  fileprivate func suffix(while condition: (Character) -> Bool) -> String {
    String(reversed().prefix(while: condition).reversed())
  }
}
