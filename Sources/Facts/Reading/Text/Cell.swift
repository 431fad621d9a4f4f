/// Where a cell's text stands in the bytes of its file, without the quotes around it.
struct Cell {
  let start: Int

  /// The end in the upper bits, and what is to know of quotes in the lowest two.
  private let endAndQuotes: Int

  @inline(__always)
  init(start: Int, end: Int, hasDoubledQuotes: Bool = false, isQuoted: Bool = false) {
    self.start = start
    endAndQuotes = end << 2 | (hasDoubledQuotes ? 2 : 0) | (isQuoted ? 1 : 0)
  }

  var end: Int { endAndQuotes >> 2 }

  /// Whether a quote inside is written as two.
  var hasDoubledQuotes: Bool { endAndQuotes & 2 != 0 }

  /// Whether quotes stand around the cell.
  var isQuoted: Bool { endAndQuotes & 1 != 0 }
}

/// Hands the text of `cell` to `body`: quotes removed, blanks kept.
@inline(__always)
func withRawText<Result>(
  of cell: Cell,
  in bytes: Span<UInt8>,
  _ body: (Span<UInt8>) -> Result
) -> Result {
  let text = bytes.extracting(cell.start..<cell.end)
  guard cell.hasDoubledQuotes else { return body(text) }
  return body(withoutDoubledQuotes(text).span)
}

/// Hands the text of `cell` to `body`: quotes and outer blanks removed.
@inline(__always)
func withText<Result>(
  of cell: Cell,
  in bytes: Span<UInt8>,
  _ body: (Span<UInt8>) -> Result
) -> Result {
  withRawText(of: cell, in: bytes) { text in body(text.extracting(trimmedRange(of: text))) }
}

private func withoutDoubledQuotes(_ text: Span<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var place = 0
  while place < text.count {
    result.append(text[place])
    let isDoubled =
      text[place] == ASCII.quote && place + 1 < text.count && text[place + 1] == ASCII.quote
    place += isDoubled ? 2 : 1
  }
  return result
}
