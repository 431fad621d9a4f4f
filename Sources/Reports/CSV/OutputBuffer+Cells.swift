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
    guard cell.utf8.contains(where: OutputBuffer.needsQuotes) else { return append(cell) }
    let quote = UInt8(ascii: "\"")
    append(quote)
    for byte in cell.utf8 {
      if byte == quote { append(quote) }
      append(byte)
    }
    append(quote)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
