/// Rows of a text, split into cells and not yet read.
///
/// Rows are read column by column, so that what belongs to a column is at hand for all its cells.
struct RowBatch {
  /// A row that has as many cells as the header.
  struct Place {
    let line: Int
    let start: Int
    let end: Int
  }

  /// Source: our choice; cells and columns of so many rows stay in the second-level cache.
  static let mostRows = 1024

  /// How many cells a row has.
  let width: Int

  /// The cells of all rows, row after row.
  private var cells: [Cell]

  private(set) var rows: [Place] = []

  /// Rows with a broken quote, too few or too many cells.
  private(set) var misshapen: [ScannedRow] = []

  init(width: Int) {
    self.width = width
    cells = Array(repeating: Cell(start: 0, end: 0), count: RowBatch.mostRows * width)
  }

  /// A cell of a row, both by index.
  @inline(__always)
  subscript(row: Int, cell: Int) -> Cell { cells[row * width + cell] }

  /// Replaces the rows with the next ones of `scanner`; false at the end of the text.
  mutating func fill(from scanner: inout RowScanner, _ bytes: Span<UInt8>) -> Bool {
    rows.removeAll(keepingCapacity: true)
    misshapen.removeAll(keepingCapacity: true)
    rows.reserveCapacity(RowBatch.mostRows)
    // Taken out of `self` while they are written to.
    var cells: [Cell] = []
    swap(&cells, &self.cells)
    defer { swap(&cells, &self.cells) }
    var places = cells.mutableSpan
    var cursor = scanner
    var rowCount = 0
    while rowCount < RowBatch.mostRows, misshapen.count < RowBatch.mostRows,
      cursor.offset < bytes.count
    {
      let first = rowCount * width
      let row =
        cursor.readPlainRow(bytes, into: &places, at: first, room: width)
        ?? cursor.readRow(bytes, into: &places, at: first, room: width)
      if row.cellCount == 1, isBlankRow(row, places[first], bytes) { continue }
      if row.fault == nil, row.cellCount == width {
        rows.append(Place(line: row.line, start: row.start, end: row.end))
        rowCount += 1
      } else {
        misshapen.append(row)
      }
    }
    scanner = cursor
    return rowCount > 0 || !misshapen.isEmpty
  }
}
