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

  mutating func append(cell: String) { appendCell { $0.append(cell) } }

  /// Writes a cell whose text `body` writes.
  mutating func appendCell(_ body: (inout OutputBuffer) -> Void) {
    let start = count
    body(&self)
    let signs = specialSigns(from: start)
    guard signs.needQuotes else { return }
    if signs.hasQuote {
      let doubled = bytes[start...].flatMap { $0 == OutputBuffer.quote ? [$0, $0] : [$0] }
      replace(start..<count, with: doubled[...])
    }
    replace(start..<start, with: [OutputBuffer.quote])
    append(OutputBuffer.quote)
  }

  /// Which signs that mean something in a CSV stand in the text from `start` on.
  private func specialSigns(from start: Int) -> (needQuotes: Bool, hasQuote: Bool) {
    var needQuotes = false
    var hasQuote = false
    let text = bytes.span.extracting(start...)
    for place in text.indices {
      let byte = text[place]
      // Letters come after all of these signs.
      guard byte <= OutputBuffer.comma else { continue }
      if byte == OutputBuffer.quote { hasQuote = true }
      if byte == OutputBuffer.comma || byte == OutputBuffer.lineFeed
        || byte == OutputBuffer.carriageReturn
      {
        needQuotes = true
      }
    }
    return (needQuotes || hasQuote, hasQuote)
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
}
