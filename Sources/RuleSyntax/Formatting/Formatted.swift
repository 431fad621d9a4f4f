/// The layout of a file, or what keeps it from having one.
package enum FormattingResult: Equatable, Sendable {
  /// The file in its layout, as UTF-8.
  case formatted([UInt8])

  /// The file cannot be read: what is wrong with it, as if it were the first of its rule set.
  case broken([Diagnostic])
}

/// Lays a file out as section 1.9 of Grammar.md says.
///
/// Only blanks and line ends change. The tokens and comments of the result are compared with those
/// that were read, so that a mistake in here can spoil no file.
///
/// - Complexity: O(*n*) in the number of tokens, for statements of bounded length.
package func formatted(_ source: SourceText) -> FormattingResult {
  var diagnostics: [Diagnostic] = []
  let read = Parser.read(source, file: 0, reporting: &diagnostics)
  guard diagnostics.isEmpty else { return .broken(diagnostics.inOrder()) }
  var layout = Layout(source, read.tokens, marks: read.parser.marks)
  layout.breakLines()
  layout.breakLongLines()
  layout.align()
  let bytes = layout.text()
  let result = SourceText(name: source.name, bytes: bytes)
  precondition(spelling(of: result) == spelling(of: source), "the layout keeps every token")
  return .formatted(bytes)
}

/// The tokens and the comments of a file in their order, without what stands between them.
private func spelling(of source: SourceText) -> [ArraySlice<UInt8>] {
  var diagnostics: [Diagnostic] = []
  let file = tokenize(source, file: 0, reporting: &diagnostics)
  let spans = file.tokens.map(\.span) + file.comments
  return spans.filter { $0.length > 0 }.sorted { $0.start < $1.start }.map {
    source.bytes[Int($0.start)..<Int($0.end)].withoutBlanksAtEnd
  }
}

extension ArraySlice<UInt8> {
  /// Comments reach to the end of their line, and so have the blanks there.
  var withoutBlanksAtEnd: ArraySlice<UInt8> {
    var rest = self
    while let last = rest.last, last == 0x20 || last == 0x09 || last == 0x0D { rest.removeLast() }
    return rest
  }
}
