/// A row as the scanner met it.
struct ScannedRow {
  /// The 1-based physical line on which it starts.
  let line: Int

  /// The offset of its first byte.
  let start: Int

  /// Where the text of its last cell ends.
  var end: Int

  /// How many cells it has, whether or not there was room for them.
  var cellCount = 0

  /// The first broken quote.
  var fault: QuoteFault?

  /// Whether a line end was met; false when the text ends first.
  var isClosed = false
}

/// Whether a row is a line without any cell: nothing on it, or blanks only.
@inline(__always)
func isBlankRow(_ row: ScannedRow, _ first: Cell?, _ bytes: Span<UInt8>) -> Bool {
  guard row.cellCount == 1, let first, !first.isQuoted else { return false }
  return trimmedRange(of: bytes.extracting(first.start..<first.end)).isEmpty
}

/// What is wrong with the quotes of a row.
struct QuoteFault {
  /// The 1-based line of the opening quote.
  let line: Int

  /// True when the file ends inside the quotes, false when text follows the closing quote.
  let isUnterminated: Bool
}
