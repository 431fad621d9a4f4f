import Facts

/// The rows of one table, added up by series and month.
///
/// A series is one (member, name, association as downloaded): what one listing says of one name of
/// one tenant. Series are sorted by pair, so that a pair's series are a range.
///
/// A cell is a series in a month with rows. Cells are sorted by month and series, so that a month's
/// cells are a range; there are never more cells than rows.
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

  /// The series by cell.
  let cellSeries: [Int32]

  /// Where the cells of each slot begin; one entry more than slots.
  private let slotStarts: [Int]

  /// Sums by number column of the table.
  let columns: [Int: CellColumn]

  var seriesCount: Int { pair.count }

  /// The cells of a month; empty when no row is of it.
  func cells(of month: Month) -> Range<Int> {
    guard let slot = months.firstIndex(of: month) else { return 0..<0 }
    return slotStarts[slot]..<slotStarts[slot + 1]
  }

  /// By series: whether some row lies in the months.
  func seriesWithRows(in range: ClosedRange<Month>) -> [Bool] {
    var result = Array(repeating: false, count: seriesCount)
    for month in months where range.contains(month) {
      for cell in cells(of: month) { result[Int(cellSeries[cell])] = true }
    }
    return result
  }

  /// The cell of a series in a month; nil without rows.
  func cell(of series: Int, in month: Month) -> Int? {
    var cells = cells(of: month)
    while !cells.isEmpty {
      let middle = (cells.lowerBound + cells.upperBound) / 2
      let found = Int(cellSeries[middle])
      if found == series { return middle }
      cells = found < series ? (middle + 1)..<cells.upperBound : cells.lowerBound..<middle
    }
    return nil
  }

  /// The series of pairs that follow one another.
  func series(of pairs: Range<Int>) -> Range<Int> {
    firstSeries(of: pairs.lowerBound)..<firstSeries(of: pairs.upperBound)
  }

  /// The first series of a pair, or of one after it.
  private func firstSeries(of pair: Int) -> Int {
    var low = 0
    var high = seriesCount
    while low < high {
      let middle = (low + high) / 2
      if Int(self.pair[middle]) < pair { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Adds up the number columns `needed`.
  ///
  /// `rowPair` is the pair of each row, `rowAssociation` its association's code; the latter is
  /// empty without such a column.
  init(_ table: FactTable, rowPair: [Int32], rowAssociation: [Int32], needed: [Int]) {
    covered = Set(table.coveredMonths)
    let associations =
      rowAssociation.isEmpty ? Array(repeating: -1, count: rowPair.count) : rowAssociation
    var seriesNumbers = KeyNumbering()
    var rowSeries = seriesNumbers.numbers(high: rowPair, low: associations)
    let (keys, ranks) = seriesNumbers.sorted()
    rank(&rowSeries, by: ranks)
    pair = keys.map { Int32(truncatingIfNeeded: $0 >> 32) }
    association = keys.map { Int32(truncatingIfNeeded: $0) }
    let slots = MonthSlots(table.month)
    months = slots.months
    let cells = CellIndex(
      series: rowSeries,
      slots: slots.slots,
      seriesCount: keys.count,
      slotCount: months.count
    )
    cellSeries = cells.series
    slotStarts = cells.slotStarts
    var columns: [Int: CellColumn] = [:]
    for column in needed {
      guard let numbers = table.numbers[column] else { continue }
      columns[column] = CellColumn(numbers, rowCell: cells.rowCell, cellCount: cells.series.count)
    }
    self.columns = columns
  }
}

/// The months of rows, found in a table of all months between the first and the last.
private struct MonthSlots {
  /// Months with rows, ascending.
  private(set) var months: [Month] = []

  /// The index in `months` of each row's month.
  let slots: [Int32]

  /// `rowMonths` are as ``Month/index``.
  init(_ rowMonths: [Int32]) {
    let first = rowMonths.min() ?? 0
    let last = rowMonths.max() ?? 0
    var slotOfMonth = [Int32](repeating: -1, count: Int(last - first) + 1)
    for month in rowMonths { slotOfMonth[Int(month - first)] = 0 }
    for place in slotOfMonth.indices where slotOfMonth[place] == 0 && !rowMonths.isEmpty {
      slotOfMonth[place] = Int32(truncatingIfNeeded: months.count)
      months.append(Month(index: Int(first) + place))
    }
    slots = rowMonths.map { slotOfMonth[Int($0 - first)] }
  }
}

/// The distinct (slot, series) of rows, in that order.
private struct CellIndex {
  /// The series by cell.
  private(set) var series: [Int32] = []

  /// Where the cells of each slot begin; one entry more than slots.
  let slotStarts: [Int]

  /// The cell of each row.
  private(set) var rowCell: [Int32]

  init(series rowSeries: [Int32], slots: [Int32], seriesCount: Int, slotCount: Int) {
    // Two stable counting sorts: by series, then by slot.
    let bySeries = CellIndex.sorted(nil, by: rowSeries, count: seriesCount)
    let order = CellIndex.sorted(bySeries, by: slots, count: slotCount)
    rowCell = Array(repeating: 0, count: rowSeries.count)
    var cellSlots: [Int32] = []
    for row in order.lazy.map(Int.init) {
      if cellSlots.last != slots[row] || series.last != rowSeries[row] {
        series.append(rowSeries[row])
        cellSlots.append(slots[row])
      }
      rowCell[row] = Int32(truncatingIfNeeded: series.count - 1)
    }
    slotStarts = rangeStarts(of: cellSlots, count: slotCount)
  }

  /// Rows by key; those of one key in the order of `rows`, or of all rows.
  private static func sorted(_ rows: [Int32]?, by key: [Int32], count: Int) -> [Int32] {
    var next = rangeStarts(of: key, count: count)
    var result = [Int32](repeating: 0, count: key.count)
    for place in key.indices {
      let row = rows?[place] ?? Int32(truncatingIfNeeded: place)
      result[next[Int(key[Int(row)])]] = row
      next[Int(key[Int(row)])] += 1
    }
    return result
  }
}

/// Sums of one number column by cell: `values[cell] / 10^scale`.
struct CellColumn: Sendable {
  let scale: Int
  let values: NumberStorage

  /// Cells with an empty cell of the download, or whose sum overflows: their value is unknown.
  let unknownCells: Set<Int>

  init(_ numbers: NumberColumn, rowCell: [Int32], cellCount: Int) {
    scale = numbers.scale
    var unknown = Set(numbers.emptyRows.map { Int(rowCell[Int($0)]) })
    let narrow: [Int64]? =
      switch numbers.mantissas {
      case .small(let rows): CellColumn.sums(rows, rowCell: rowCell, cellCount: cellCount)
      case .narrow(let rows): CellColumn.sums(rows, rowCell: rowCell, cellCount: cellCount)
      case .wide: nil
      }
    if let sums = narrow {
      values = .narrow(sums)
    } else {
      var sums = Array(repeating: Int128(0), count: cellCount)
      for row in rowCell.indices {
        let cell = Int(rowCell[row])
        let (sum, overflow) = sums[cell].addingReportingOverflow(numbers.mantissas[row])
        sums[cell] = sum
        if overflow { unknown.insert(cell) }
      }
      values = .wide(sums)
    }
    unknownCells = unknown
  }

  /// Sums in 64 bits; nil when one does not fit.
  private static func sums<Number: FixedWidthInteger>(
    _ rows: [Number],
    rowCell: [Int32],
    cellCount: Int
  ) -> [Int64]? {
    var sums = Array(repeating: Int64(0), count: cellCount)
    for row in rows.indices {
      let cell = Int(rowCell[row])
      let (sum, overflow) = sums[cell].addingReportingOverflow(Int64(rows[row]))
      if overflow { return nil }
      sums[cell] = sum
    }
    return sums
  }
}
