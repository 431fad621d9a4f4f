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
      default: "text stands in quotes, and a comment begins with `#`"
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
      at: span,
      fix: isFirst ? closingQuote(of: text, file: file, from: span.start) : nil
    )
  }

  /// Where the text probably ends: at a closing quote of another kind, or before what cannot be
  /// part of it.
  private static func closingQuote(of text: String, file: Int, from start: UInt32) -> Fix? {
    let marks = text.indices.filter { "“”„".contains(text[$0]) }
    if marks.count == 1, let mark = marks.first {
      let offset = start + UInt32(text[..<mark].utf8.count)
      let place = SourceSpan(start: offset, end: offset + UInt32(text[mark].utf8.count))
      return .replace(place, with: "\"", title: "write `\"` where the text ends", file: file)
    }
    let signs = [" = ", " from 2", " until 2", " cite ", " {", ", \"", " also \"", " details"]
    let ends = signs.compactMap { text.firstRange(of: $0)?.lowerBound }
    let end = ends.min() ?? text.endIndex
    let isEmpty = text[..<end].dropFirst().allSatisfy { $0 == " " }
    guard marks.isEmpty, !isEmpty else { return nil }
    let offset = start + UInt32(text[..<end].utf8.count)
    return .insertion("\"", at: offset, .unsafe, title: "add `\"` where the text ends", file: file)
  }

  static func foreignNotation(
    _ written: String,
    help: String,
    fix: Fix?,
    file: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .foreignNotation,
      "`\(written)` is not part of the language",
      help: help,
      file: file,
      at: span,
      fix: fix
    )
  }

  static func foreignBlank(fix: Fix, file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .foreignNotation,
      "here stands a special blank, as word processors and web pages put in",
      help: fix.title,
      file: file,
      at: span,
      fix: fix
    )
  }

  /// A backslash in the text keeps it from being repaired: it may mean itself.
  static func foreignQuotes(_ inner: String, file: Int, at span: SourceSpan) -> Diagnostic {
    let help = inner.count > 60 ? "write `\"…\"`" : "write `\"\(inner)\"`"
    let text = "\"" + inner.replacing("\"", with: "\\\"") + "\""
    return Diagnostic(
      .foreignNotation,
      "text stands in straight double quotes",
      help: help,
      file: file,
      at: span,
      fix: inner.contains("\\") ? nil : .replace(span, with: text, title: help, file: file)
    )
  }

  static func groupedNumber(_ written: String, file: Int, at span: SourceSpan) -> Diagnostic {
    let (number, isCertain) = NumberSpelling.plain(written)
    let help = "write `\(number.prefix(40))`"
    let isDecimalComma = number.contains(".") && !written.contains(".")
    let rule =
      isDecimalComma
      ? "a fraction follows a point, not a comma" : "numbers are written without grouping"
    return Diagnostic(
      .foreignNotation,
      "\(rule): `\(written.prefix(40))`",
      help: help,
      file: file,
      at: span,
      fix: .replace(span, with: number, isCertain ? .safe : .unsafe, title: help, file: file)
    )
  }

  static func invalidNumber(_ written: String, file: Int, at span: SourceSpan) -> Diagnostic {
    let digits = written.prefix { $0.isNumber || $0 == "." }
    let unit = written.dropFirst(digits.count)
    // `5k` and `1e6` are no numbers with units.
    let isUnit = unit.count > 1 && unit.allSatisfy(\.isLetter)
    return Diagnostic(
      .invalidNumber,
      "`\(written.prefix(40))` is neither a number nor a name",
      help: isUnit
        ? "write a blank between number and unit: `\(digits.prefix(20)) \(unit.prefix(20))`"
        : "write all digits, then a blank and the unit, such as `5000 USD`",
      file: file,
      at: span,
      fix: isUnit ? .replace(span, with: "\(digits) \(unit)", file: file) : nil
    )
  }

  static func invalidMonth(_ written: String, file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidMonth,
      "`\(written.prefix(40))` is not a month",
      help: MonthSpelling.help(for: written),
      file: file,
      at: span,
      fix: MonthSpelling.fix(for: written, at: span, file: file)
    )
  }

  static func invalidEscape(file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .invalidEscape,
      "a backslash in a text stands before `\"` or another backslash only",
      help: "write `\\\\` for one backslash",
      file: file,
      at: span,
      fix: .replace(span, with: "\\\\", title: "write `\\\\` for one backslash", file: file)
    )
  }
}
