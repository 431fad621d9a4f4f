/// Splits text into rows and rows into cells, by RFC 4180.
///
/// Lines end with LF, CRLF or a lone CR; the last needs no end. A quote that does not open its
/// cell is a character like any other. The scanner is a plain cursor: the bytes come as a
/// parameter, so that nothing is copied; they must be the same on each call.
///
/// Separators, line ends and quotes are found 64 bytes at a time, as bits of a mask:
///
///     24c24d3e,"1,5",SMB LF
///     00000000110100100001          bit by byte; the scanner jumps from one to the next
struct RowScanner {
  let separator: UInt8

  /// The offset of the next byte to read.
  private(set) var offset: Int

  /// The cells of the row last read.
  private(set) var cells: [Cell] = []

  /// The row last read.
  private(set) var row = ScannedRow(line: 1, start: 0, end: 0)

  /// The 1-based physical line on which the next row starts.
  private(set) var nextLine = 1

  /// The marks that are still ahead in the 64 bytes from `block` on.
  private var marks: UInt64 = 0
  private var block: Int

  /// The line of the last opening quote.
  private var quoteLine = 1

  init(separator: UInt8, offset: Int) {
    self.separator = separator
    self.offset = offset
    block = offset - 64
  }

  var line: Int { row.line }

  /// The row's broken quote, if it has one.
  var fault: QuoteFault? { row.fault }

  /// Reads the next row that is not blank; false at the end of the text.
  mutating func next(in bytes: Span<UInt8>) -> Bool {
    while offset < bytes.count {
      readIntoCells(bytes)
      if !isBlankRow(row, cells.first, bytes) { return true }
    }
    return false
  }

  private mutating func readIntoCells(_ bytes: Span<UInt8>) {
    var room = max(32, cells.count)
    while true {
      var attempt = self
      attempt.cells = Array(repeating: Cell(start: 0, end: 0), count: room)
      var cells = attempt.cells
      attempt.cells = []
      var places = cells.mutableSpan
      attempt.row = attempt.readRow(bytes, into: &places, at: 0, room: room)
      room = attempt.row.cellCount
      guard room > cells.count else {
        attempt.cells = Array(cells.prefix(room))
        self = attempt
        return
      }
    }
  }

  /// Reads one row, blank or not, and writes its first cells to `places`, up to `room` of them.
  ///
  /// - Precondition: some byte is left.
  @inline(__always)
  mutating func readRow(
    _ bytes: Span<UInt8>,
    into places: inout MutableSpan<Cell>,
    at first: Int,
    room: Int
  ) -> ScannedRow {
    var row = ScannedRow(line: nextLine, start: offset, end: offset)
    var hasNext = true
    while hasNext {
      let start = offset
      var end = nextMark(bytes)
      let cell: Cell
      if end == start, end < bytes.count, bytes[end] == ASCII.quote {
        cell = readQuotedText(bytes, &row)
        end = cell.end < bytes.count ? nextPlainEnd(bytes) : bytes.count
        if end > cell.end + 1, row.fault == nil {
          row.fault = QuoteFault(line: quoteLine, isUnterminated: false)
        }
      } else {
        while end < bytes.count, bytes[end] == ASCII.quote { end = nextMark(bytes) }
        cell = Cell(start: start, end: end)
      }
      if row.cellCount < room { places[first + row.cellCount] = cell }
      row.cellCount += 1
      row.end = cell.end
      hasNext = finishCell(at: end, bytes, &row)
    }
    return row
  }

  /// Reads a row without quotes that ends with LF or CRLF, as most do; nil for any other, and then
  /// nothing is taken.
  @inline(__always)
  mutating func readPlainRow(
    _ bytes: Span<UInt8>,
    into places: inout MutableSpan<Cell>,
    at first: Int,
    room: Int
  ) -> ScannedRow? {
    var row = ScannedRow(line: nextLine, start: offset, end: offset)
    // Kept out of `self`, so that they stay in registers.
    var (marks, block, start, cellCount) = (self.marks, self.block, offset, 0)
    while true {
      while marks == 0 {
        guard block + 64 < bytes.count else { return nil }
        block += 64
        marks = bytes.marks(at: block, separator: separator)
      }
      let end = block + marks.trailingZeroBitCount
      marks &= marks &- 1  // not zero here
      let byte = bytes[end]
      guard byte == separator || byte == ASCII.lineFeed else {
        // Of CRLF the LF ends the line: its mark comes next.
        guard byte == ASCII.carriageReturn, end + 1 < bytes.count,
          bytes[end + 1] == ASCII.lineFeed
        else { return nil }
        continue
      }
      var cellEnd = end
      if byte == ASCII.lineFeed, end > start, bytes[end - 1] == ASCII.carriageReturn {
        cellEnd -= 1
      }
      if cellCount < room { places[first + cellCount] = Cell(start: start, end: cellEnd) }
      cellCount += 1
      start = end + 1
      guard byte == ASCII.lineFeed else { continue }
      (self.marks, self.block, offset) = (marks, block, start)
      nextLine += 1
      row.cellCount = cellCount
      row.end = cellEnd
      row.isClosed = true
      return row
    }
  }

  /// Takes the next separator, line end or quote; the end of the text when there is none.
  @inline(__always)
  private mutating func nextMark(_ bytes: Span<UInt8>) -> Int {
    while marks == 0 {
      guard block + 64 < bytes.count else { return bytes.count }
      block += 64
      marks = bytes.marks(at: block, separator: separator)
    }
    let place = block + marks.trailingZeroBitCount
    marks &= marks &- 1  // not zero here
    return place
  }

  /// Takes marks up to the next separator or line end.
  private mutating func nextPlainEnd(_ bytes: Span<UInt8>) -> Int {
    var end = nextMark(bytes)
    while end < bytes.count, bytes[end] == ASCII.quote { end = nextMark(bytes) }
    return end
  }

  /// Reads from an opening quote, whose mark is taken, to the closing one.
  private mutating func readQuotedText(_ bytes: Span<UInt8>, _ row: inout ScannedRow) -> Cell {
    let start = offset + 1
    quoteLine = nextLine
    var hasDoubledQuotes = false
    while true {
      let end = nextMark(bytes)
      guard end < bytes.count else {
        row.fault = row.fault ?? QuoteFault(line: quoteLine, isUnterminated: true)
        return Cell(start: start, end: end, hasDoubledQuotes: hasDoubledQuotes, isQuoted: true)
      }
      if bytes[end] == ASCII.quote {
        guard end + 1 < bytes.count, bytes[end + 1] == ASCII.quote else {
          return Cell(start: start, end: end, hasDoubledQuotes: hasDoubledQuotes, isQuoted: true)
        }
        hasDoubledQuotes = true
        _ = nextMark(bytes)
      } else if isLineEnd(bytes, at: end) {
        nextLine += 1
      }
    }
  }

  /// Whether the byte ends a physical line; of CRLF only the LF does.
  private func isLineEnd(_ bytes: Span<UInt8>, at place: Int) -> Bool {
    if bytes[place] == ASCII.lineFeed { return true }
    guard bytes[place] == ASCII.carriageReturn else { return false }
    return place + 1 >= bytes.count || bytes[place + 1] != ASCII.lineFeed
  }

  /// Takes the separator or line end at `end`; true when another cell follows.
  @inline(__always)
  private mutating func finishCell(
    at end: Int,
    _ bytes: Span<UInt8>,
    _ row: inout ScannedRow
  ) -> Bool {
    guard end < bytes.count else {
      offset = end
      return false
    }
    offset = end + 1
    let byte = bytes[end]
    if byte == separator { return true }
    nextLine += 1
    row.isClosed = true
    if byte == ASCII.carriageReturn, offset < bytes.count, bytes[offset] == ASCII.lineFeed {
      _ = nextMark(bytes)
      offset += 1
    }
    return false
  }
}
