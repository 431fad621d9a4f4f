import Facts

/// The rows of one table, added up by series and month.
///
/// A series is one (member, name, association as downloaded): what one listing says of one name of
/// one tenant. Series are sorted by pair, so that a pair's series are a range. A cell is a series
/// in a month; its index is `slot * seriesCount + series`.
struct TableCube: Sendable {
  /// Months with rows, ascending.
  ///
  /// A month's index here is its slot.
  let months: [Month]

  /// All months that the table covers.
  let covered: Set<Month>

  /// The pair by series, an index in the ``PairSpace`` of the table's kind.
  let pair: [Int32]

  /// The association's code by series; -1 where the table has none.
  let association: [Int32]

  /// Whether some row belongs to the cell.
  let hasRow: [Bool]

  /// Sums by number column of the table.
  let columns: [Int: CellColumn]

  var seriesCount: Int { pair.count }

  func slot(of month: Month) -> Int? { months.firstIndex(of: month) }

  /// Adds up the number columns `needed`.
  ///
  /// `rowPair` is the pair of each row, `rowAssociation` its association's code; the latter is
  /// empty without such a column.
  init(_ table: FactTable, rowPair: [Int32], rowAssociation: [Int32], needed: [Int]) {
    covered = Set(table.coveredMonths)
    let associations =
      rowAssociation.isEmpty ? Array(repeating: -1, count: rowPair.count) : rowAssociation
    let keys = sortedUnique(distinctRuns(high: rowPair, low: associations))
    pair = keys.map { Int32(truncatingIfNeeded: $0 >> 32) }
    association = keys.map { Int32(truncatingIfNeeded: $0) }
    months = Set(table.month).sorted().map { Month(index: Int($0)) }
    var slotOfMonth: [Int32: Int] = [:]
    for (slot, month) in months.enumerated() { slotOfMonth[Int32(month.index)] = slot }
    let seriesCount = keys.count
    let series = positions(high: rowPair, low: associations, in: keys)
    var hasRow = Array(repeating: false, count: months.count * seriesCount)
    var rowCell: [Int] = []
    rowCell.reserveCapacity(series.count)
    for row in series.indices {
      let cell = (slotOfMonth[table.month[row]] ?? 0) * seriesCount + Int(series[row])
      hasRow[cell] = true
      rowCell.append(cell)
    }
    self.hasRow = hasRow
    var columns: [Int: CellColumn] = [:]
    for column in needed {
      guard let numbers = table.numbers[column] else { continue }
      columns[column] = CellColumn(numbers, rowCell: rowCell, cellCount: hasRow.count)
    }
    self.columns = columns
  }
}

/// Sums of one number column by cell: `values[cell] / 10^scale`.
struct CellColumn: Sendable {
  let scale: Int
  let values: NumberStorage

  /// Cells with an empty cell of the download, or whose sum overflows: their value is unknown.
  let unknownCells: Set<Int>

  init(_ numbers: NumberColumn, rowCell: [Int], cellCount: Int) {
    scale = numbers.scale
    var unknown = Set(numbers.emptyRows.map { rowCell[Int($0)] })
    if case .narrow(let rows) = numbers.mantissas,
      let sums = CellColumn.sums(rows, rowCell: rowCell, cellCount: cellCount)
    {
      values = .narrow(sums)
    } else {
      var sums = Array(repeating: Int128(0), count: cellCount)
      for row in rowCell.indices {
        let (sum, overflow) = sums[rowCell[row]].addingReportingOverflow(numbers.mantissas[row])
        sums[rowCell[row]] = sum
        if overflow { unknown.insert(rowCell[row]) }
      }
      values = .wide(sums)
    }
    unknownCells = unknown
  }

  /// Sums in 64 bits; nil when one does not fit.
  private static func sums(_ rows: [Int64], rowCell: [Int], cellCount: Int) -> [Int64]? {
    var sums = Array(repeating: Int64(0), count: cellCount)
    for row in rows.indices {
      let (sum, overflow) = sums[rowCell[row]].addingReportingOverflow(rows[row])
      if overflow { return nil }
      sums[rowCell[row]] = sum
    }
    return sums
  }
}
