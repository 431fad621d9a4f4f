import RuleSyntax

/// Repairs of whole statements and of items of lists, which have to keep comments where they belong.
extension Fix {
  /// Deletes a statement with the lines that it has for itself.
  ///
  /// Safe unless a comment stands in it, behind it or directly above it: that would be lost or be
  /// about something else.
  static func deleteStatement(
    _ span: SourceSpan,
    _ what: String,
    _ safety: Safety? = nil,
    in source: SourceText,
    file: Int
  ) -> Fix {
    let lines = DeletedLines(of: span, in: source)
    return .delete(lines.span, what, safety ?? (lines.hasComment ? .unsafe : .safe), file: file)
  }

  /// Deletes an item of a list with the comma before it, or else after it.
  ///
  /// Nil where a comment stands between the two, or the item is the only one.
  static func deleteListed(
    _ word: Word,
    in source: SourceText,
    _ safety: Safety = .safe,
    file: Int
  ) -> Fix? {
    let bytes = source.bytes
    var start = Int(word.span.start)
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    var end = Int(word.span.end)
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    let span: SourceSpan
    if start > 0, bytes[start - 1] == UInt8(ascii: ",") {
      span = SourceSpan(start: UInt32(start - 1), end: word.span.end)
    } else if end < bytes.count, bytes[end] == UInt8(ascii: ",") {
      end += 1
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      span = SourceSpan(start: word.span.start, end: UInt32(end))
    } else {
      return nil
    }
    return .delete(span, word.text, safety, file: file)
  }
}

/// The lines of a statement, if it has them for itself, and whether it has comments.
private struct DeletedLines {
  /// What goes with the statement: its lines and an empty one after it if there is one before.
  let span: SourceSpan
  let hasComment: Bool

  init(of statement: SourceSpan, in source: SourceText) {
    let first = source.line(at: statement.start)
    let last = source.line(at: max(statement.start, statement.end - 1))
    let (start, end) = (source.lineSpan(first).start, source.lineSpan(last).end)
    let before = source.text(SourceSpan(start: start, end: statement.start))
    let after = source.text(SourceSpan(start: statement.end, end: end))
    let above = first > 1 ? source.trimmedLine(first - 1) : ""
    hasComment =
      above.hasPrefix("#") || after.contains("#") || !source.comments(in: statement).isEmpty
    guard (before + after).utf8.allSatisfy(\.isBlank) else {
      span = statement
      return
    }
    let count = UInt32(source.bytes.count)
    let opensBlock = above.isEmpty || above.hasSuffix("{")
    let lastLine = source.line(at: count)
    let hasEmptyLine = opensBlock && last < lastLine && source.trimmedLine(last + 1).isEmpty
    let next = last + (hasEmptyLine ? 2 : 1)
    span = SourceSpan(start: start, end: next <= lastLine ? source.lineSpan(next).start : count)
  }
}

extension SourceText {
  /// A line without the blanks around it.
  func trimmedLine(_ number: Int) -> String {
    let line = text(lineSpan(number)).utf8
    let start = line.drop(while: \.isBlank)
    return String(decoding: start.reversed().drop(while: \.isBlank).reversed(), as: UTF8.self)
  }

  /// The comments of a part that begins and ends with tokens.
  func comments(in span: SourceSpan) -> [SourceSpan] { tokens(in: span).file.comments }

  /// Whether two parts say the same, whatever blanks and comments they have.
  static func saySame(
    _ one: SourceSpan,
    in first: SourceText,
    _ other: SourceSpan,
    in second: SourceText
  ) -> Bool {
    first.tokens(in: one).texts == second.tokens(in: other).texts
  }

  private func tokens(in span: SourceSpan) -> (file: TokenizedFile, texts: [String]) {
    let part = SourceText(name: name, bytes: Array(bytes[Int(span.start)..<Int(span.end)]))
    var ignored: [Diagnostic] = []
    let file = tokenize(part, file: 0, reporting: &ignored)
    return (file, file.tokens.map { part.text($0.span) })
  }
}

extension UInt8 {
  /// Blanks, tabs and line ends.
  fileprivate var isBlank: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}
