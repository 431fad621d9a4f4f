/// `# allow R0602, R0601: not used before May`: a comment that hides warnings of one line.
package struct AllowComment: Hashable, Sendable {
  /// As written, whether or not there are such codes; at least one.
  let codes: [Word]

  /// Why, without blanks around it; nil where no reason is given.
  let reason: String?

  /// From `#` to the end of the line.
  let span: SourceSpan

  /// The 1-based line that it is about: its own, or the one below the comments that it stands in.
  ///
  /// Nil where an empty line follows.
  let line: Int?

  /// Whether it stands behind other words on its line.
  let isAtEndOfLine: Bool

  /// What goes where the comment is deleted: its line, or the blanks before it too.
  let removal: SourceSpan
}

extension AllowComment {
  /// The comments of a file that begin with `allow` and something like a code; other comments that
  /// begin with this word are text.
  static func all(in source: SourceText, _ file: TokenizedFile) -> [AllowComment] {
    let found = file.comments.compactMap { span in AllowText(span, in: source).map { (span, $0) } }
    guard !found.isEmpty else { return [] }
    let ownLines = Set(
      file.comments.filter { source.isFirst($0) }.map { source.line(at: $0.start) }
    )
    // Below a run of comments; from the last line up, so that long runs take no time.
    var lineBelow: [Int: Int] = [:]
    for line in ownLines.sorted(by: >) { lineBelow[line] = lineBelow[line + 1] ?? line + 1 }
    let tokenLines = Set(file.tokens.dropLast().map { source.line(at: $0.span.start) })
    return found.map { span, text in
      let own = source.line(at: span.start)
      let isAtEndOfLine = !source.isFirst(span)
      let line = isAtEndOfLine ? own : lineBelow[own] ?? own + 1
      return AllowComment(
        codes: text.codes,
        reason: text.reason,
        span: span,
        line: tokenLines.contains(line) ? line : nil,
        isAtEndOfLine: isAtEndOfLine,
        removal: source.removal(of: span, isAtEndOfLine: isAtEndOfLine)
      )
    }
  }
}

/// What stands in the comment: a cursor in its bytes, and what was found.
private struct AllowText {
  private let source: SourceText
  private var offset: Int
  private let end: Int
  private(set) var codes: [Word] = []
  private(set) var reason: String?

  /// Nil for every other comment.
  init?(_ comment: SourceSpan, in source: SourceText) {
    self.source = source
    offset = Int(comment.start) + 1
    end = Int(comment.end)
    skipBlanks()
    guard takeWord()?.text == "allow" else { return nil }
    skipBlanks()
    guard let first = takeWord(), first.resemblesCode else { return nil }
    codes = [first]
    skipBlanks()
    while accept(UInt8(ascii: ",")) {
      skipBlanks()
      guard let next = takeWord() else { break }
      codes.append(next)
      skipBlanks()
    }
    guard accept(UInt8(ascii: ":")) else { return }
    skipBlanks()
    let rest = source.bytes[offset..<end].reversed().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    if !rest.isEmpty { reason = String(decoding: rest.reversed(), as: UTF8.self) }
  }

  private mutating func skipBlanks() {
    while offset < end, source.bytes[offset] == 0x20 || source.bytes[offset] == 0x09 { offset += 1 }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard offset < end, source.bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func takeWord() -> Word? {
    let start = offset
    while offset < end, source.bytes[offset].isLetter || source.bytes[offset].isDigit {
      offset += 1
    }
    guard offset > start else { return nil }
    let span = SourceSpan(start: UInt32(start), end: UInt32(offset))
    return Word(source.text(span), at: span)
  }
}

extension Word {
  /// Letters and then digits, such as `R0602` and `r62`.
  fileprivate var resemblesCode: Bool {
    let digits = text.utf8.drop { $0.isLetter }
    return !digits.isEmpty && digits.count < text.utf8.count && digits.allSatisfy { $0.isDigit }
  }
}

extension SourceText {
  /// Whether only blanks stand before the span on its line.
  fileprivate func isFirst(_ span: SourceSpan) -> Bool {
    let line = lineSpan(self.line(at: span.start))
    return bytes[Int(line.start)..<Int(span.start)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// What is taken out with a comment, so that neither blanks nor an empty line stay.
  fileprivate func removal(of comment: SourceSpan, isAtEndOfLine: Bool) -> SourceSpan {
    let line = lineSpan(self.line(at: comment.start))
    guard isAtEndOfLine else {
      return SourceSpan(start: line.start, end: min(comment.end + 1, UInt32(bytes.count)))
    }
    let blanks = bytes[Int(line.start)..<Int(comment.start)].reversed().prefix {
      $0 == 0x20 || $0 == 0x09
    }
    return SourceSpan(start: comment.start - UInt32(blanks.count), end: line.end)
  }
}
