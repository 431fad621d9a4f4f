/// Reads one file into its tree; never fails, whatever the bytes are.
///
/// What could not be read is reported once and left out. Parse functions are named as the
/// productions of Grammar.md: `parseX` returns the node or throws ``ParseFailure`` after reporting;
/// `accept` takes a token if it is there; `expect` takes it or reports.
package func parse(
  _ source: SourceText,
  file: Int,
  reporting diagnostics: inout [Diagnostic]
) -> RuleFileSyntax {
  var found: [Diagnostic] = []
  let tokens = tokenize(source, file: file, reporting: &found).tokens
  var parser = Parser(source: source, file: file, tokens: tokens)
  parser.parseFile()
  let lexed = found
  // A token that the lexer reported is not reported again by the parser.
  let reported = Set(lexed.map { source.line(at: $0.span.start) })
  diagnostics += found
  diagnostics += parser.diagnostics.filter { diagnostic in
    !diagnostic.code.followsFromTokens || !reported.contains(source.line(at: diagnostic.span.start))
  }
  return parser.tree
}

extension DiagnosticCode {
  /// Whether a bad token on the same line explains the finding.
  fileprivate var followsFromTokens: Bool {
    self == .unexpectedToken || self == .unknownWord
  }
}

/// Thrown after a diagnostic was reported, to return to the nearest block.
struct ParseFailure: Error {}

struct Parser {
  let source: SourceText
  let file: Int
  let tokens: [Token]
  var position = 0

  /// How many braces are open before ``position``.
  var braceDepth = 0

  /// How many parentheses, `not` and `has` are open.
  var nesting = 0
  var tree = RuleFileSyntax()
  var diagnostics: [Diagnostic] = []

  /// Conditions may be nested this deep. Source: our choice, far beyond what a reader follows.
  static let deepestNesting = 64

  init(source: SourceText, file: Int, tokens: [Token]) {
    self.source = source
    self.file = file
    self.tokens = tokens
  }

  var current: Token { tokens[position] }

  func token(after distance: Int) -> Token {
    tokens[min(position + distance, tokens.count - 1)]
  }

  /// The word that a name token stands for; empty for every other token.
  func word(of token: Token) -> String {
    guard token.kind == .name else { return "" }
    let text = source.text(token.span)
    switch text {
    case "&&": return "and"
    case "||": return "or"
    case "%": return "percent"
    default: return text
    }
  }

  var currentWord: String { word(of: current) }

  /// The last token is never taken, so that there is always a current one.
  @discardableResult
  mutating func take() -> Token {
    let token = current
    if token.kind == .leftBrace { braceDepth += 1 }
    if token.kind == .rightBrace { braceDepth = max(0, braceDepth - 1) }
    if token.kind != .end { position += 1 }
    return token
  }

  mutating func accept(_ kind: Token.Kind) -> Token? {
    current.kind == kind ? take() : nil
  }

  /// Takes the word if it is next.
  mutating func accept(_ word: String) -> Bool {
    guard currentWord == word else { return false }
    take()
    return true
  }

  /// Takes a run of words if all of them are next.
  mutating func accept(_ words: [String]) -> Bool {
    for (distance, word) in words.enumerated() where self.word(of: token(after: distance)) != word {
      return false
    }
    for _ in words { take() }
    return true
  }

  @discardableResult
  mutating func expect(_ kind: Token.Kind, _ what: String) throws(ParseFailure) -> Token {
    guard let token = accept(kind) else { throw unexpected(what) }
    return token
  }

  mutating func expect(_ words: String...) throws(ParseFailure) {
    for word in words where !accept(word) {
      throw unexpected("`\(words.joined(separator: " "))`", candidates: [word])
    }
  }

  /// A name that a definition or node gets, or that refers to one.
  mutating func expectName(_ what: String) throws(ParseFailure) -> Word {
    let token = try expect(.name, what)
    return Word(source.text(token.span), at: token.span)
  }

  mutating func expectText(_ what: String) throws(ParseFailure) -> Word {
    let token = try expect(.text, "\(what) in quotes")
    return textWord(token)
  }

  /// The text of a token without its quotes and escapes.
  func textWord(_ token: Token) -> Word {
    var text = source.text(token.span).dropFirst()
    if text.last == "\"" || text.last?.isPunctuation == true { text = text.dropLast() }
    guard text.contains("\\") else { return Word(String(text), at: token.span) }
    var plain = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return Word(plain, at: token.span)
  }
}
