/// Whole rows of a file that one reader takes at a time.
struct Piece {
  /// 0-based, in order of the file.
  let index: Int

  let bytes: [UInt8]

  /// Where the piece stands in `bytes`.
  let range: Range<Int>

  /// The offset of the piece in the text of the file.
  let offset: Int

  /// The forms of the file's months and days, as far as some row up to here tells.
  ///
  /// Where none does, no cell of the piece is a month.
  let monthForms: [MonthForm?]
}

/// The end of the last row of `bytes` that is known to be whole; nil when none is.
///
/// `bytes` begin with a row. Without any quote a line end ends a row; otherwise the rows tell.
func endOfWholeRows(in bytes: Span<UInt8>, separator: UInt8) -> Int? {
  bytes.nextQuote(from: 0) != nil
    ? endOfQuotedRows(in: bytes, separator: separator) : endOfLines(in: bytes)
}

/// A CR at the very end does not count: an LF may follow.
private func endOfLines(in bytes: Span<UInt8>) -> Int? {
  var place = bytes.count
  while place > 0 {
    place -= 1
    if bytes[place] == ASCII.lineFeed { return place + 1 }
    if bytes[place] == ASCII.carriageReturn, place + 1 < bytes.count { return place + 1 }
  }
  return nil
}

/// Only rows with a quote are looked at cell by cell: any other ends with its line.
private func endOfQuotedRows(in bytes: Span<UInt8>, separator: UInt8) -> Int? {
  var noCells: [Cell] = []
  var places = noCells.mutableSpan
  // The end of the last row that is known to be whole.
  var end = 0
  while let quote = bytes.nextQuote(from: end) {
    let start = endOfLines(in: bytes.extracting(end..<quote)).map { end + $0 } ?? end
    var scanner = RowScanner(separator: separator, offset: start)
    let row = scanner.readRow(bytes, into: &places, at: 0, room: 0)
    let mayGoOn =
      scanner.offset == bytes.count && bytes[bytes.count - 1] == ASCII.carriageReturn
    guard row.isClosed, !mayGoOn else { return start > 0 ? start : nil }
    end = scanner.offset
  }
  let rest = endOfLines(in: bytes.extracting(end...)).map { end + $0 } ?? end
  return rest > 0 ? rest : nil
}
