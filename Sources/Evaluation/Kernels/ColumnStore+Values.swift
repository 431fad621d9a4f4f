import Facts
import RuleSemantics

extension ColumnStore {
  /// A quantity in every entity of a space, up to a month.
  mutating func computeValues(_ key: ValuesKey) -> ValueColumn {
    let count = count(of: key.space)
    guard isCovered(key.quantity, upTo: key.month) else { return .unknown(count: count) }
    let measure = plan.measures[key.quantity.measure]
    let kind = plan.selections[measure.selection].itemKind
    guard let space = index.pairs[kind] else { return .zero(scale: 0, count: count) }
    switch key.space {
    case .pairs:
      var result = pairValues(key.quantity.measure, in: key.month, under: key.under)
      for distance in 1..<max(1, key.quantity.window) {
        result =
          result + pairValues(key.quantity.measure, in: key.month - distance, under: key.under)
      }
      return result
    case .members:
      return pairColumn(for: key, kind: kind).summed(by: space.member, count: count)
    case .customerItems:
      return pairColumn(for: key, kind: kind).summed(by: space.customerItemOfPair, count: count)
    }
  }

  private mutating func pairColumn(for key: ValuesKey, kind: Int) -> ValueColumn {
    valueColumn(
      ValuesKey(
        quantity: key.quantity,
        space: .pairs(kind: kind),
        month: key.month,
        under: key.under
      )
    )
  }

  /// A measure in one covered month by pair: its parts at their rates.
  private mutating func pairValues(
    _ measureIndex: Int,
    in month: Month,
    under: NameSet?
  ) -> ValueColumn {
    let measure = plan.measures[measureIndex]
    let kind = plan.selections[measure.selection].itemKind
    var result = ValueColumn.zero(scale: 0, count: count(of: .pairs(kind: kind)))
    for (place, part) in measure.parts.enumerated() {
      let column = partColumn(
        PartKey(measure: measureIndex, part: place, month: month, under: under)
      )
      let rated = part.rate.map { column.times($0, items: index.pairs[kind]?.item ?? []) }
      result = place == 0 ? rated ?? column : result + (rated ?? column)
    }
    return result
  }

  /// A part in one covered month by pair, over all tables of its selection.
  mutating func partValues(_ key: PartKey) -> ValueColumn {
    let measure = plan.measures[key.measure]
    let selection = plan.selections[measure.selection]
    let count = count(of: .pairs(kind: selection.itemKind))
    let parts = zip(selection.tables, measure.parts[key.part].columns).compactMap { table, column in
      cubes[table].flatMap { cube in
        cube.columns[column].map { (table: table, cube: cube, column: $0) }
      }
    }
    let scale = parts.map(\.column.scale).max() ?? 0
    var result = ValueColumn.zero(scale: scale, count: count)
    var isSeen = Array(repeating: false, count: measure.total == .listed ? count : 0)
    for part in parts {
      let slice = CubeSlice(
        cube: part.cube,
        cells: part.cube.cells(of: key.month),
        eligible: eligibleSeries(
          EligibleKey(table: part.table, selection: measure.selection, under: key.under)
        ),
        unknownCells: part.column.unknownCells,
        factor: Decimal.powerOfTen(scale - part.column.scale) ?? 1
      )
      switch part.column.values {
      case .small(let values): result.take(values, slice, measure.total, isSeen: &isSeen)
      case .narrow(let values): result.take(values, slice, measure.total, isSeen: &isSeen)
      case .wide(let values): result.take(values, slice, measure.total, isSeen: &isSeen)
      }
    }
    return result
  }

  func computeEligible(_ key: EligibleKey) -> [Bool] {
    guard let cube = cubes[key.table] else { return [] }
    let selection = plan.selections[key.selection]
    let clauses = selection.clauses.map { clause in
      var associationFilters = clause.filters(of: plan.associationKind)
      if let under = key.under {
        associationFilters.append(NameFilter(set: under, isNegated: false))
      }
      return (
        item: passes(clause.filters(of: selection.itemKind)),
        association: passes(associationFilters)
      )
    }
    let itemOfPair = index.pairs[selection.itemKind]?.item ?? []
    return (0..<cube.seriesCount).map { series in
      let item = itemOfPair[Int(cube.pair[series])]
      return clauses.contains { $0.item(item) && $0.association(cube.association[series]) }
    }
  }

  /// A test on codes, resolved to a table of answers by code.
  private func passes(_ filters: [NameFilter]) -> (Int32) -> Bool {
    guard let kind = filters.first?.set.kind else { return { _ in true } }
    let answers = facts.names[kind].indices.map { code in
      filters.allSatisfy { $0.passes(Int32(code)) }
    }
    let others = filters.allSatisfy { $0.passes(-1) }
    return { code in
      code >= 0 && Int(code) < answers.count ? answers[Int(code)] : others
    }
  }
}

extension [NameFilter] {
  /// Those on names of one kind.
  func filters(of kind: Int) -> [NameFilter] { filter { $0.set.kind == kind } }
}

/// One month of a cube, and which of its series take part.
private struct CubeSlice {
  let cube: TableCube

  /// The cells of the month.
  let cells: Range<Int>

  /// By series.
  let eligible: [Bool]
  let unknownCells: Set<Int>

  /// What brings the cells to the scale of the measure.
  let factor: Int128
}

extension ValueColumn {
  /// Takes the cells of a slice: sums, or the largest listing of each pair.
  fileprivate mutating func take<Cell: FixedWidthInteger>(
    _ cells: [Cell],
    _ slice: CubeSlice,
    _ total: TotalRule,
    isSeen: inout [Bool]
  ) {
    let pairs = slice.cube.pair
    let cellSeries = slice.cube.cellSeries
    let hasUnknown = !slice.unknownCells.isEmpty
    for cell in slice.cells {
      let series = Int(cellSeries[cell])
      guard slice.eligible[series] else { continue }
      let (value, overflow) = Int128(cells[cell]).multipliedReportingOverflow(by: slice.factor)
      let isUnknown = overflow || (hasUnknown && slice.unknownCells.contains(cell))
      let pair = Int(pairs[series])
      switch total {
      case .summed: add(value, isUnknown ? .unknown : .exact, to: pair)
      case .listed: take(value, isUnknown, at: pair, isSeen: &isSeen)
      }
    }
  }

  /// Takes one listing's total: the largest of the known ones is a lower end of the value.
  fileprivate mutating func take(
    _ value: Int128,
    _ isUnknown: Bool,
    at pair: Int,
    isSeen: inout [Bool]
  ) {
    if isUnknown {
      // Without a known listing there is no lower end either.
      if !isSeen[pair] {
        knowledge[pair] = .unknown
      } else if knowledge[pair] == .exact {
        knowledge[pair] = .atLeast
      }
    } else {
      if isSeen[pair] {
        low[pair] = max(low[pair], value)
      } else {
        low[pair] = value
        if knowledge[pair] == .unknown { knowledge[pair] = .atLeast }
      }
      isSeen[pair] = true
    }
  }
}
