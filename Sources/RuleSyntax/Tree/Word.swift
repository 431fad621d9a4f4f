/// A name or text as it stands in the file.
package struct Word: Hashable, Sendable {
  /// The name, or the text without quotes and escapes.
  package let text: String

  /// Where it stands, quotes included.
  package let span: SourceSpan

  package init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }
}
