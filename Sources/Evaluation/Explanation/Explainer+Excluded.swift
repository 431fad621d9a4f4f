import Facts
import RuleSemantics

extension Explainer {
  /// What rows of a customer carry that a selection leaves out.
  func excludedRows(
    of selection: Int,
    in months: ClosedRange<Month>,
    _ customer: Int
  ) -> ExcludedRows {
    guard let left = reads.selections[selection], let pairs = store.index.pairs[left.kind] else {
      return ExcludedRows()
    }
    let pairsOfCustomer = store.index.pairs(ofCustomer: customer, kind: left.kind)
    if pairsOfCustomer.isEmpty { return ExcludedRows() }
    var items: Set<Int32> = []
    var associations: Set<Int32> = []
    var combinations: Set<ExcludedRows.Combination> = []
    for table in store.plan.selections[selection].tables {
      guard let cube = store.cubes[table] else { continue }
      for series in cube.seriesWithRows(in: months, of: pairsOfCustomer) {
        let item = pairs.item[Int(cube.pair[series])]
        let association = cube.association[series]
        switch left.reason(item: item, association: association) {
        case nil: continue
        case .item?: items.insert(item)
        case .association? where left.hasOneClause: associations.insert(association)
        case .association?: combinations.insert(combination(item, left.kind, association))
        }
      }
    }
    return ExcludedRows(
      items: spellings(items, left.kind),
      associations: spellings(associations, store.plan.associationKind),
      combinations: combinations.sorted {
        ($0.item, $0.association) < ($1.item, $1.association)
      }
    )
  }

  /// The same over the months that measures are needed in, of the first of them that has such rows.
  func excludedRows(of needed: [NeededMonths], _ customer: Int) -> ExcludedRows {
    for needed in needed {
      let found = excludedRows(of: needed.selection, in: needed.months, customer)
      if !found.isEmpty { return found }
    }
    return ExcludedRows()
  }

  private func combination(
    _ item: Int32,
    _ kind: Int,
    _ association: Int32
  ) -> ExcludedRows.Combination {
    let associations = store.facts.names[store.plan.associationKind]
    return ExcludedRows.Combination(
      item: PresenceKernel.spelling(item, store.facts.names[kind]),
      association: PresenceKernel.spelling(association, associations)
    )
  }

  func spellings(_ codes: Set<Int32>, _ kind: Int) -> [String] {
    if codes.isEmpty { return [] }
    return codes.map { PresenceKernel.spelling($0, store.facts.names[kind]) }.sortedByCodePoints()
  }
}

extension TableCube {
  /// The series of some pairs with a row in the months, ascending.
  func seriesWithRows(in months: ClosedRange<Month>, of pairs: Range<Int>) -> [Int] {
    let series = series(of: pairs)
    if series.isEmpty { return [] }
    var hasRow = Array(repeating: false, count: series.count)
    for month in self.months where months.contains(month) {
      let cells = cells(of: month)
      var cell = firstCell(in: cells, from: series.lowerBound)
      while cell < cells.upperBound, cellSeries[cell] < series.upperBound {
        hasRow[Int(cellSeries[cell]) - series.lowerBound] = true
        cell += 1
      }
    }
    return series.filter { hasRow[$0 - series.lowerBound] }
  }

  /// The first of some cells of a month that is of the series or of one after it.
  private func firstCell(in cells: Range<Int>, from series: Int) -> Int {
    var low = cells.lowerBound
    var high = cells.upperBound
    while low < high {
      let middle = (low + high) / 2
      if cellSeries[middle] < series { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The months of measures of a selection that a test reads.
struct NeededMonths: Sendable {
  let selection: Int

  /// From the first to the last.
  let months: ClosedRange<Month>
}

extension ColumnStore {
  /// By selection, ascending.
  func monthsBySelection(_ needed: Set<NeededMonth>) -> [NeededMonths] {
    let groups = Dictionary(grouping: needed) { plan.measures[$0.measure].selection }
    return groups.sorted { $0.key < $1.key }.compactMap { selection, months in
      let months = months.map(\.month)
      guard let first = months.min(), let last = months.max() else { return nil }
      return NeededMonths(selection: selection, months: first...last)
    }
  }
}
