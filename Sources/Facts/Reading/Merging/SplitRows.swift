/// What the rows of one file become in a split table: one row for each name of which some cell of
/// numbers is not empty, in order of the names' codes.
///
///     Tenant  EntraSeats  EntraUsers  IntuneSeats        used row  name    seats  users
///     t       5           3                              0         Entra   5      3
///     u                                             ->   2         Entra   0      0
///     v       0           0           7                  2         Intune  7      empty
///
/// Files are read, compared and accounted for as they are; only the rows that stay are split, so
/// that a row of the file counts once, whatever it becomes.
struct SplitRows {
  /// The used row of the file that each row is made of, ascending; an index into ``FileRows``.
  private(set) var usedRows: [Int] = []

  /// The code of the name that each row is about.
  private(set) var names: [Int32] = []

  private let schema: TableSchema

  /// The file's columns of numbers.
  private let columns: [NumberCells]

  init(_ file: ReadFile, _ schema: TableSchema) {
    self.schema = schema
    columns = file.rows.columns.numbers
    let codes = schema.splitNames
    var cursors = codes.map { code in
      columns.filter { schema.columns[$0.place.column].splitName == code }.map { CellCursor($0) }
    }
    let kept = file.keptRows
    for place in 0..<kept.count {
      let row = kept[place]
      for code in codes.indices where hasNumber(in: &cursors[code], row: row) {
        usedRows.append(row)
        names.append(codes[code])
      }
    }
  }

  /// The numbers of a column of the table by row; nil when the file has no such column for any
  /// name.
  ///
  /// Numbers about the whole row of the file stand in each row that it becomes.
  func numbers(_ column: Int) -> NumberCells? {
    var cursors = [CellCursor?](repeating: nil, count: Int(schema.splitNames.last ?? -1) + 1)
    for code in schema.splitNames {
      cursors[Int(code)] = source(of: column, name: code).map { CellCursor($0) }
    }
    guard let place = cursors.lazy.compactMap(\.self).first?.cells.place else { return nil }
    var numbers = NumberCells(place: place)
    for (usedRow, name) in zip(usedRows, names) {
      let cell = cursors[Int(name)]?.cell(usedRow) ?? NumberCell()
      numbers.append(cell, line: 0)
    }
    return numbers
  }

  /// The column of the file in which the number of a row stands; nil when the file lacks it.
  func source(ofColumn column: Int, row: Int) -> NumberCells? {
    source(of: column, name: names[row])
  }

  /// The column of the file that holds the numbers of a column of the table for one name.
  private func source(of column: Int, name: Int32) -> NumberCells? {
    let wanted = schema.columns[column]
    return columns.first { cells in
      guard wanted.splitName != nil else { return cells.place.column == column }
      let own = schema.columns[cells.place.column]
      return own.id == wanted.id && own.splitName == name
    }
  }
}

/// Whether one of the columns has a number in a row.
private func hasNumber(in cursors: inout [CellCursor], row: Int) -> Bool {
  cursors.indices.contains { !cursors[$0].cell(row).isEmpty }
}

/// Takes cells out of a column in ascending order of rows.
private struct CellCursor {
  let cells: NumberCells

  /// The index in ``NumberCells/emptyRows`` of the first one that may be asked for.
  private var nextEmpty = 0

  init(_ cells: NumberCells) {
    self.cells = cells
  }

  mutating func cell(_ row: Int) -> NumberCell {
    let emptyRows = cells.emptyRows
    while nextEmpty < emptyRows.count, Int(emptyRows[nextEmpty]) < row { nextEmpty += 1 }
    return NumberCell(
      mantissa: cells.mantissas[row],
      scale: cells.scale(ofRow: row),
      isEmpty: nextEmpty < emptyRows.count && Int(emptyRows[nextEmpty]) == row
    )
  }
}

extension TableSchema {
  /// The column of names that a split table has and its files do not; nil for other tables.
  var splitColumn: Int? {
    columns.firstIndex { column in
      guard case .name = column.role else { return false }
      return column.headers.isEmpty
    }
  }

  /// The codes of the names that columns of a split table are about, ascending.
  var splitNames: [Int32] {
    Set(columns.compactMap(\.splitName)).sorted()
  }

  /// Whether a `FactTable` has numbers in a column: of the columns that hold the numbers of
  /// several names, only in the first.
  func holdsNumbers(_ column: Int) -> Bool {
    guard case .number = columns[column].role else { return false }
    guard columns[column].splitName != nil else { return true }
    let id = columns[column].id
    return columns.firstIndex { $0.id == id && $0.splitName != nil } == column
  }
}
