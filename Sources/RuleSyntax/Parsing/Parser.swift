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
  Parser.read(source, file: file, reporting: &diagnostics).parser.tree
}

extension Parser {
  /// The parser at the end of a file, with the file's tokens and comments.
  static func read(
    _ source: SourceText,
    file: Int,
    reporting diagnostics: inout [Diagnostic]
  ) -> (parser: Parser, tokens: TokenizedFile) {
    var found: [Diagnostic] = []
    let tokenized = tokenize(source, file: file, reporting: &found)
    var parser = Parser(source: source, file: file, tokens: tokenized.tokens)
    // What the lexer reported is not reported again by the parser.
    parser.reportedLines = Set(found.map { source.line(at: $0.span.start) })
    parser.parseFile()
    diagnostics += found
    diagnostics += parser.diagnostics
    return (parser, tokenized)
  }
}

/// Thrown after a diagnostic was reported, to return to the nearest block.
struct ParseFailure: Error {}

/// A cursor in the tokens of one file, and the tree so far.
package struct Parser {
  let source: SourceText
  let file: Int
  let tokens: [Token]
  var position = 0

  /// How many braces are open before ``position``.
  var braceDepth = 0

  /// The blocks around ``position``, outermost first.
  var blocks: [OpenBlock] = []

  /// A block whose closing brace stands further left than its line, and that brace: if one is
  /// missing in the end, it is probably missing there.
  var suspect: (block: OpenBlock, brace: Token)?

  /// Whether the block that ends now was closed by a `{` in place of its `}`.
  var isClosedByTurned = false

  /// How many more `}` than `{` there are that were not found yet.
  var surplusEnds = 0

  /// Lines with a finding; a line has at most one about its notation, since the others follow.
  var reportedLines: Set<Int> = []

  /// How many parentheses, `not` and `has` are open.
  var nesting = 0
  var tree = RuleFileSyntax()

  /// What tokens are in the layout of the file, by their places, in order.
  var marks: [(place: Int, mark: LayoutMark)] = []
  var diagnostics: [Diagnostic] = []

  /// More findings of one file are not kept.
  ///
  /// Source: our choice, ten times what is shown.
  static let mostDiagnostics = 1000

  /// Conditions may be nested this deep.
  ///
  /// Source: our choice, far beyond what a reader follows.
  static let deepestNesting = 64

  /// A condition may say this often when it is looked at.
  ///
  /// Source: our choice, see above.
  static let mostTimes = 32

  init(source: SourceText, file: Int, tokens: [Token]) {
    self.source = source
    self.file = file
    self.tokens = tokens
    for token in tokens {
      if token.kind == .rightBrace { surplusEnds += 1 }
      if token.kind == .leftBrace { surplusEnds -= 1 }
    }
  }

  var current: Token { tokens[position] }

  /// The token that was taken last; at the start of a file, the first one.
  var previous: Token { tokens[max(0, position - 1)] }

  func token(after distance: Int) -> Token {
    tokens[min(position + distance, tokens.count - 1)]
  }

  /// The word that a name token stands for; empty for every other token.
  ///
  /// Words of the language in capitals count as what they are, and are reported where one is taken.
  func word(of token: Token) -> String {
    guard token.kind == .name else { return "" }
    let text = source.text(token.span)
    switch text {
    case "&&", "&": return "and"
    case "||", "|": return "or"
    case "!": return "not"
    case "%": return "percent"
    default: return smallWord(text) ?? text
    }
  }

  /// The word of the language that stands in capitals here; nil for everything else.
  private func smallWord(_ text: String) -> String? {
    let isLarge = text.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard isLarge, 2...20 ~= text.utf8.count else { return nil }
    let small = text.lowercased()
    return Parser.reservedWords.contains(small) ? small : nil
  }

  /// Reports a word of the language in capitals; several on a line are one finding.
  mutating func reportCapitals(_ token: Token) {
    guard token.kind == .name, let small = smallWord(source.text(token.span)) else { return }
    let fix = Fix.replace(token.span, with: small, file: file)
    if let last = diagnostics.last, last.isAboutCapitals, let first = last.fix,
      source.line(at: last.span.start) == source.line(at: token.span.start)
    {
      diagnostics[diagnostics.count - 1] = last.with(first.joined(with: fix))
    } else {
      report(.capitals(source.text(token.span), meant: small, fix, file: file, at: token.span))
    }
  }

  /// Whether the token is a word that no name can be.
  func isReserved(_ token: Token) -> Bool {
    token.kind == .name && Parser.reservedWords.contains(source.text(token.span))
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
    reportCapitals(current)
    take()
    return true
  }

  /// Takes a run of words if all of them are next.
  mutating func accept(_ words: [String]) -> Bool {
    for (distance, word) in words.enumerated() where self.word(of: token(after: distance)) != word {
      return false
    }
    for _ in words {
      reportCapitals(current)
      take()
    }
    return true
  }
}
