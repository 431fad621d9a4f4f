/// Where a cell's text stands in the bytes of its file, without the quotes around it.
struct Cell {
  let start: Int
  let end: Int

  /// Whether a quote inside is written as two.
  let hasDoubledQuotes: Bool

  /// Whether quotes stand around the cell.
  let isQuoted: Bool
}

/// Splits text into rows and rows into cells, by RFC 4180.
///
/// Lines end with LF, CRLF or a lone CR; the last needs no end. A quote that does not open its
/// cell is a character like any other. The scanner is a plain cursor: the bytes come as a
/// parameter, so that nothing is copied.
struct RowScanner {
  let separator: UInt8

  /// The offset of the next byte to read.
  private(set) var offset: Int

  /// The cells of the row last read.
  private(set) var cells: [Cell] = []

  /// The 1-based physical line on which the row last read starts.
  private(set) var line = 1

  /// The offset of the first byte of the row last read.
  private(set) var rowStart = 0

  /// The row's broken quote, if it has one.
  private(set) var fault: QuoteFault?

  private var nextLine = 1

  init(separator: UInt8, offset: Int) {
    self.separator = separator
    self.offset = offset
  }

  /// Reads the next row that is not blank; false at the end of the text.
  mutating func next(in bytes: Span<UInt8>) -> Bool {
    while offset < bytes.count {
      readRow(bytes)
      if !isBlankRow(bytes) { return true }
    }
    return false
  }

  private mutating func readRow(_ bytes: Span<UInt8>) {
    cells.removeAll(keepingCapacity: true)
    fault = nil
    line = nextLine
    rowStart = offset
    var hasNext = true
    while hasNext {
      let isQuoted = offset < bytes.count && bytes[offset] == ASCII.quote
      hasNext = isQuoted ? readQuotedCell(bytes) : readPlainCell(bytes)
    }
  }

  /// Whether the row is a line without any cell: nothing on it, or blanks only.
  private func isBlankRow(_ bytes: Span<UInt8>) -> Bool {
    guard cells.count == 1, !cells[0].isQuoted else { return false }
    return trimmedRange(of: bytes.extracting(cells[0].start..<cells[0].end)).isEmpty
  }

  private mutating func readPlainCell(_ bytes: Span<UInt8>) -> Bool {
    let start = offset
    let end = endOfPlainText(bytes, from: start)
    cells.append(Cell(start: start, end: end, hasDoubledQuotes: false, isQuoted: false))
    return finishCell(at: end, bytes)
  }

  @inline(__always)
  private func endOfPlainText(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte == separator || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { break }
      end += 1
    }
    return end
  }

  private mutating func readQuotedCell(_ bytes: Span<UInt8>) -> Bool {
    let openingLine = nextLine
    let start = offset + 1
    var end = start
    var hasDoubledQuotes = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == ASCII.quote {
        guard end + 1 < bytes.count, bytes[end + 1] == ASCII.quote else { break }
        hasDoubledQuotes = true
        end += 1
      } else if isLineEnd(bytes, at: end) {
        nextLine += 1
      }
      end += 1
    }
    cells.append(Cell(start: start, end: end, hasDoubledQuotes: hasDoubledQuotes, isQuoted: true))
    guard end < bytes.count else {
      fault = fault ?? QuoteFault(line: openingLine, isUnterminated: true)
      offset = end
      return false
    }
    let after = endOfPlainText(bytes, from: end + 1)
    if after > end + 1 {
      fault = fault ?? QuoteFault(line: openingLine, isUnterminated: false)
    }
    return finishCell(at: after, bytes)
  }

  /// Whether the byte ends a physical line; of CRLF only the LF does.
  private func isLineEnd(_ bytes: Span<UInt8>, at place: Int) -> Bool {
    if bytes[place] == ASCII.lineFeed { return true }
    guard bytes[place] == ASCII.carriageReturn else { return false }
    return place + 1 >= bytes.count || bytes[place + 1] != ASCII.lineFeed
  }

  /// Takes the separator or line end at `end`; true when another cell follows.
  private mutating func finishCell(at end: Int, _ bytes: Span<UInt8>) -> Bool {
    guard end < bytes.count else {
      offset = end
      return false
    }
    offset = end + 1
    if bytes[end] == separator { return true }
    nextLine += 1
    if bytes[end] == ASCII.carriageReturn, offset < bytes.count, bytes[offset] == ASCII.lineFeed {
      offset += 1
    }
    return false
  }
}

/// What is wrong with the quotes of a row.
struct QuoteFault {
  /// The 1-based line of the opening quote.
  let line: Int

  /// True when the file ends inside the quotes, false when text follows the closing quote.
  let isUnterminated: Bool
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

/// The separator of a text: the one of comma, tab and semicolon that stands most often in its
/// first row that is not blank, outside quotes.
func detectSeparator(in bytes: Span<UInt8>, from start: Int) -> UInt8 {
  var counts = [ASCII.comma: 0, ASCII.tab: 0, ASCII.semicolon: 0]
  var isInQuotes = false
  var isBlank = true
  for place in start..<bytes.count {
    let byte = bytes[place]
    if byte == ASCII.quote {
      isInQuotes.toggle()
    } else if !isInQuotes, byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
      guard isBlank else { break }
      continue
    } else if !isInQuotes, let count = counts[byte] {
      counts[byte] = count + 1
    }
    isBlank = isBlank && byte == ASCII.space
  }
  let candidates = [ASCII.comma, ASCII.tab, ASCII.semicolon]
  let most = counts.values.max()
  return candidates.first { counts[$0] == most } ?? ASCII.comma
}
