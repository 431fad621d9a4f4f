/// Cuts a file into tokens.
///
/// Habits of other notations (`≥`, `==`, `%`, `“ ”`, `//`) are reported once and read as what they
/// mean, so that the rest of the line is still checked.
package func tokenize(
  _ source: SourceText,
  file: Int,
  reporting diagnostics: inout [Diagnostic]
) -> TokenizedFile {
  var lexer = Lexer(source: source, file: file)
  if source.isTooLarge {
    lexer.report(.tooLarge(file: file))
  } else if let offset = source.bytes.firstIndex(of: 0) {
    let span = SourceSpan(start: UInt32(offset), end: UInt32(offset) + 1)
    lexer.report(.notText(file: file, at: span))
  } else {
    lexer.run()
  }
  let end = UInt32(source.bytes.count)
  lexer.append(.end, from: Int(end), to: Int(end))
  diagnostics += lexer.diagnostics
  return TokenizedFile(tokens: lexer.tokens, comments: lexer.comments)
}

/// The state while cutting: a cursor in the bytes and what was found so far.
struct Lexer {
  let source: SourceText
  let file: Int
  var offset = 0
  var atLineStart = true
  var tokens: [Token] = []
  var comments: [SourceSpan] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// What was reported on the current line, with its place in ``diagnostics``: a habit that repeats
  /// on a line is reported once, with the repair of all of it.
  private var reportedOnLine: [String: Int] = [:]

  /// After an unclosed `/*` no other is looked for, so that no byte is read often.
  var hasUnclosedComment = false

  /// More findings of one file are not kept.
  ///
  /// Source: our choice, ten times what is shown.
  static let mostDiagnostics = 1000

  init(source: SourceText, file: Int) {
    self.source = source
    self.file = file
  }

  mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < Lexer.mostDiagnostics else { return }
    let isInvalid = diagnostic.code == .invalidCharacter
    let key = isInvalid ? diagnostic.code.rawValue : diagnostic.message
    guard let first = reportedOnLine[key] else {
      reportedOnLine[key] = diagnostics.count
      diagnostics.append(diagnostic)
      return
    }
    guard let fix = diagnostics[first].fix, let other = diagnostic.fix else { return }
    diagnostics[first] = diagnostics[first].with(fix.joined(with: other))
  }

  /// Every round takes at least one byte, so that the loop ends.
  mutating func run() {
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < source.bytes.count {
      let byte = source.bytes[offset]
      switch byte {
      case UInt8(ascii: "\n"):
        atLineStart = true
        reportedOnLine.removeAll(keepingCapacity: true)
        offset += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        offset += 1
      case UInt8(ascii: "#"):
        takeComment()
      case UInt8(ascii: "\""):
        takeText()
      case _ where byte.isLetter:
        takeName()
      case _ where byte.isDigit:
        takeNumber()
      case _ where byte < 0x80:
        takeSign(byte)
      default:
        takeForeignCharacter()
      }
    }
  }

  func peek(_ distance: Int = 1) -> UInt8? {
    offset + distance < source.bytes.count ? source.bytes[offset + distance] : nil
  }

  func span(from start: Int, to end: Int) -> SourceSpan {
    SourceSpan(start: UInt32(start), end: UInt32(end))
  }

  mutating func append(_ kind: Token.Kind, from start: Int, to end: Int) {
    tokens.append(Token(kind: kind, span: span(from: start, to: end), beginsLine: atLineStart))
    atLineStart = false
    offset = max(offset, end)
  }

  mutating func takeComment() {
    let start = offset
    skip { $0 != UInt8(ascii: "\n") }
    comments.append(span(from: start, to: offset))
  }

  mutating func skip(while condition: (UInt8) -> Bool) {
    while offset < source.bytes.count, condition(source.bytes[offset]) { offset += 1 }
  }

  /// Letters, digits and single inner hyphens.
  mutating func takeName() {
    let start = offset
    skip { $0.isLetter || $0.isDigit }
    while peek(0) == UInt8(ascii: "-"), let next = peek(), next.isLetter || next.isDigit {
      offset += 1
      skip { $0.isLetter || $0.isDigit }
    }
    append(.name, from: start, to: offset)
  }
}

extension UInt8 {
  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  var isDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
