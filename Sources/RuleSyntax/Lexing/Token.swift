/// One token: its kind and place.
///
/// The text stays in the file.
package struct Token: Hashable, Sendable {
  /// What a token is.
  package enum Kind: Hashable, Sendable {
    /// Letters, digits and inner hyphens: a word of the language or a name.
    case name
    /// Quoted text.
    case text
    case number
    /// `2025-10`.
    case month
    /// `2026-06-01`.
    case date
    case leftBrace, rightBrace, leftParenthesis, rightParenthesis
    case colon, comma, equals, plus, minus
    case greaterOrEqual, greater, lessOrEqual, less
    /// Something that was reported and has no meaning.
    case invalid
    /// After the last token.
    case end
  }

  /// What it is.
  package let kind: Kind

  /// Where it stands, quotes of a text included.
  package let span: SourceSpan

  /// Whether the token is the first of its line: where the parser may find its way again.
  let beginsLine: Bool
}

/// The tokens of one file, always ended by ``Token/Kind/end``.
package struct TokenizedFile: Sendable {
  /// In order; the last one is ``Token/Kind/end``.
  package let tokens: [Token]

  /// From `#` to the end of the line, in order.
  package let comments: [SourceSpan]
}
