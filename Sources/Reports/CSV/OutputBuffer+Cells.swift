/// Cells of a CSV, quoted as RFC 4180 says.
extension OutputBuffer {
  /// Writes a line of cells.
  mutating func append(cells: [String]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { append(UInt8(ascii: ",")) }
      append(cell: cell)
    }
    append(UInt8(ascii: "\n"))
  }

  mutating func append(cell: String) {
    var needsQuotes = false
    var hasQuote = false
    let text = cell.utf8Span.span
    for place in text.indices {
      let byte = text[place]
      needsQuotes = needsQuotes || OutputBuffer.needsQuotes(byte)
      hasQuote = hasQuote || byte == OutputBuffer.quote
    }
    guard needsQuotes else { return append(cell) }
    append(OutputBuffer.quote)
    if hasQuote {
      for byte in cell.utf8 {
        if byte == OutputBuffer.quote { append(byte) }
        append(byte)
      }
    } else {
      append(cell)
    }
    append(OutputBuffer.quote)
  }

  private static let quote = UInt8(ascii: "\"")

  @inline(__always)
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
