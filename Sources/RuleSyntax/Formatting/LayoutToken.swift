/// A token with everything that its place in the layout depends on.
struct LayoutToken {
  /// What decides about the lines of a statement.
  enum Statement: Hashable {
    /// Ends with the brace that opens its block.
    case header
    case value, set, rows, measure, group, entry
    case name, source, option, side, column, criterion, chosen
    case other
  }

  let kind: Token.Kind
  let span: SourceSpan

  /// In characters.
  let width: Int
  let mark: LayoutMark?

  /// How many blocks are open around it; a brace stands outside of its own.
  let depth: Int

  /// The place of the first token of its statement.
  let first: Int
  var statement = Statement.other

  /// The place of the sign of its version, and how many versions its statement has.
  var version: Int?
  var versionCount = 0

  /// The place of the first element of the list that it is in.
  var list: Int?

  /// The place of the latest `also`, `covers` or `retires`, and of the first of them.
  var clause: Int?
  var firstClause: Int?

  /// What it is aligned as with tokens of other lines.
  var column: Column?

  /// Comments on lines of their own before it.
  var comments: [LayoutComment] = []

  /// The comment at the end of its line.
  var endComment: SourceSpan?

  /// Empty lines before it, after the last comment before it.
  var emptyLines = 0

  /// Whether it was the first of its line, and how many bytes of blanks stood before it if not.
  let beganLine: Bool
  var blanks = 0
}

/// A comment on a line of its own.
struct LayoutComment {
  let span: SourceSpan

  /// Empty lines before it.
  let emptyLines: Int
}

/// Tokens that stand below each other in lines that follow each other, left ones first.
enum Column: Int, CaseIterable {
  /// `rows    usage`, `measure users`.
  case definition
  /// The title of a source, option or side.
  case title
  /// `seats:     seats`.
  case role
  /// The headers of a column, and what may follow them.
  case headers, headersEnd
  /// `also`, `covers` or `retires` on the line of the name.
  case clause
  /// `=` of rows, of measures and of the entries of a rate.
  case rowsSign, measureSign, entrySign
  /// `+` in a measure, and `and` between the filters of rows.
  case part, filter
  /// The track that a criterion is for.
  case track
  /// Where dates and citations begin.
  case version

  /// Whether all items of a block take part, whatever stands between them.
  var reachesFar: Bool { self == .clause || self == .entrySign }
}
