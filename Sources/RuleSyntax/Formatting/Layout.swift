/// The layout of one file while it is made: where lines begin, and how far tokens are moved right.
///
/// It goes through three steps, each of which leaves a layout alone that came out of it:
/// ``breakLines()``, ``breakLongLines()`` and ``align()``.
struct Layout {
  let source: SourceText

  /// All tokens of the file, the last one ``Token/Kind/end``.
  var tokens: [LayoutToken]

  /// Whether the token begins a line.
  var begins: [Bool]

  /// Blanks before the token beside those that it has anyway.
  var padding: [Int]

  /// Where the token begins, in characters from the start of its line.
  var columns: [Int]

  /// The widest line that is not broken, in characters.
  ///
  /// Source: our choice, as wide as the published rules.
  static let width = 120

  /// Blanks for each level.
  static let indent = 2

  /// More empty lines than these are taken out.
  static let mostEmptyLines = 2

  init(_ source: SourceText, _ file: TokenizedFile, marks: [(place: Int, mark: LayoutMark)]) {
    self.source = source
    tokens = LayoutReader.tokens(source, file, marks)
    begins = tokens.map { _ in false }
    padding = tokens.map { _ in 0 }
    columns = padding
  }

  /// Computes where the tokens of a range stand; the range begins where a statement does.
  mutating func measure(_ range: Range<Int>) {
    for place in range {
      if begins[place] {
        columns[place] = indentation(of: place)
      } else {
        let before = columns[place - 1] + tokens[place - 1].width
        columns[place] = before + blanks(before: place) + padding[place]
      }
    }
  }

  /// One blank between tokens, but none before `,`, `:` and `)` and after `(`.
  private func blanks(before place: Int) -> Int {
    switch tokens[place].kind {
    case .comma, .colon, .rightParenthesis, .end: 0
    default: tokens[place - 1].kind == .leftParenthesis ? 0 : 1
    }
  }

  /// How far a line is indented that begins with the token.
  private func indentation(of place: Int) -> Int {
    let token = tokens[place]
    let block = token.depth * Layout.indent
    let base = token.version.flatMap { begins[$0] ? columns[$0] : nil } ?? block
    switch token.mark {
    case .item: return block
    case .version: return block + Layout.indent
    case .part where token.statement == .header: return block + 2 * Layout.indent
    case .part:
      let start = token.clause.map { columns[$0] } ?? base
      return start + Layout.indent
    case .clause:
      if let first = token.firstClause, first != place { return columns[first] }
      return block + Layout.indent
    case .element:
      return token.list.map { columns[$0] } ?? base + Layout.indent
    case .joint(let rank):
      if let word = token.list { return columns[word] + tokens[word].width - token.width }
      let levels = (token.version == nil ? 1 : 2) + (isInAlternative(place, rank) ? 1 : 0)
      return base + levels * Layout.indent
    case .listStart, nil:
      let isAlone = place == token.first || token.kind == .rightBrace || token.kind == .end
      return isAlone ? block : base + 2 * Layout.indent
    }
  }

  /// Whether an `and` belongs to an `or` that begins a line.
  private func isInAlternative(_ place: Int, _ rank: Int) -> Bool {
    let start = tokens[place].version ?? tokens[place].first
    return rank % 2 == 1
      && (start..<place).contains { begins[$0] && tokens[$0].mark == .joint(rank: rank - 1) }
  }

  /// The statements of the file, one after the other, as ranges of places.
  var statements: [Range<Int>] {
    var starts = tokens.indices.filter { tokens[$0].first == $0 }
    starts.append(tokens.count)
    return zip(starts, starts.dropFirst()).map { $0..<$1 }
  }

  /// The lines in a range that begins with a line.
  func lines(in range: Range<Int>) -> [Range<Int>] {
    var starts = range.filter { begins[$0] }
    starts.append(range.upperBound)
    return zip(starts, starts.dropFirst()).map { $0..<$1 }
  }
}
