/// Braces that are too many or turned round.
extension Parser {
  /// Reports a brace and passes it, as if it were not there.
  mutating func takeStrayBrace(_ message: String) {
    report(
      .unexpectedToken,
      message,
      help: "remove it",
      at: current.span,
      fix: .delete(current.span, shown(current), .unsafe, file: file)
    )
    surplusEnds += current.kind == .leftBrace ? 1 : -1
    let depth = braceDepth
    take()
    braceDepth = depth
  }

  /// Takes a `{` that stands where the block's `}` would.
  ///
  /// - Returns: whether there was one; the block has ended then.
  mutating func takeTurnedEnd(of block: OpenBlock) -> Bool {
    guard current.beginsLine, indent(of: current) == block.indent else { return false }
    report(
      .unexpectedToken,
      "expected `}` at the end of the block of \(block.what), found `{`",
      help: "write `}`",
      at: current.span,
      related: [RelatedPlace("the block begins here", file: file, at: block.opened.span)],
      fix: .replace(current.span, with: "}", .unsafe, file: file)
    )
    take()
    braceDepth = max(0, braceDepth - 2)
    isClosedByTurned = true
    return true
  }

  /// Whether a `}` that would close the block is one too many: the block goes on below it.
  ///
  /// Asked only where a file has more `}` than `{`. Only lines that are indented tell; a brace at the
  /// block's own margin always closes it.
  func isStrayEnd(of block: OpenBlock) -> Bool {
    let outer = blocks.dropLast().last?.indent ?? -1
    guard block.indent > outer, source.line(at: block.opened.span.start) != line(of: current),
      !current.beginsLine || indent(of: current) > block.indent
    else { return false }
    let next = token(after: 1)
    guard next.beginsLine else { return false }
    return next.kind == .rightBrace
      ? indent(of: next) == block.indent : indent(of: next) > block.indent
  }

  private func line(of token: Token) -> Int { source.line(at: token.span.start) }
}
