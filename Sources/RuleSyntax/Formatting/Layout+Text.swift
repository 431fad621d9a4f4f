/// The finished layout as text.
extension Layout {
  /// The file as UTF-8, with a line end after each line.
  func text() -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(source.bytes.count + source.bytes.count / 8)
    for line in lines(in: tokens.indices) {
      addComments(before: line.lowerBound, to: &text)
      addEmptyLines(before: line.lowerBound, to: &text)
      var column = 0
      for place in line where tokens[place].kind != .end {
        text += repeatElement(UInt8(ascii: " "), count: columns[place] - column)
        text += bytes(tokens[place].span)
        column = columns[place] + tokens[place].width
      }
      let comment = line.last.flatMap { tokens[$0].endComment }
      if let comment {
        text += "  ".utf8
        text += bytes(comment).withoutBlanksAtEnd
      }
      if column > 0 { text.append(UInt8(ascii: "\n")) }
    }
    return text
  }

  func bytes(_ span: SourceSpan) -> ArraySlice<UInt8> {
    source.bytes[Int(span.start)..<Int(span.end)]
  }

  /// Comments have the indentation of what follows; those at the end of a block, that of its items.
  private func addComments(before place: Int, to text: inout [UInt8]) {
    let token = tokens[place]
    let column = token.kind == .rightBrace ? (token.depth + 1) * Layout.indent : columns[place]
    for comment in token.comments {
      if isBetweenItems(place) { addLineEnds(comment.emptyLines, to: &text) }
      text += repeatElement(UInt8(ascii: " "), count: column)
      text += bytes(comment.span).withoutBlanksAtEnd
      text.append(UInt8(ascii: "\n"))
    }
  }

  /// The author's empty lines stay before items, not at the end of a block or inside an item.
  private func addEmptyLines(before place: Int, to text: inout [UInt8]) {
    guard tokens[place].kind != .rightBrace, tokens[place].kind != .end else { return }
    if isBetweenItems(place) { addLineEnds(tokens[place].emptyLines, to: &text) }
  }

  private func isBetweenItems(_ place: Int) -> Bool { tokens[place].first == place }

  private func addLineEnds(_ count: Int, to text: inout [UInt8]) {
    text += repeatElement(UInt8(ascii: "\n"), count: min(count, Layout.mostEmptyLines))
  }
}
