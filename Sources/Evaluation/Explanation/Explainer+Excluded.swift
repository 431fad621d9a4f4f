import Facts
import RuleSemantics

extension Explainer {
  /// Whether anything that a condition reads of an entity is not zero.
  func hasValue(_ id: ConditionID, _ space: Space, _ entity: Int, in month: Month) -> Bool {
    switch store.plan[id] {
    case .all(let parts), .any(let parts):
      return parts.contains { hasValue($0, space, entity, in: month) }
    case .not(let part), .assumedNo(let part):
      return hasValue(part, space, entity, in: month)
    case .some(let kind, let part):
      let pairs = store.index.pairs[kind]?.pairs(of: entity) ?? 0..<0
      return pairs.contains { hasValue(part, .pairs(kind: kind), $0, in: month) }
    case .inGroup(let group):
      let plan = store.plan.groups[group]
      let own = Space(plan.entity)
      return hasValue(plan.condition, own, widened(entity, space, to: own), in: month)
    case .comparison(let quantity, _):
      return isNonzero(quantity, space, entity, in: month)
    case .share(let part, let whole, _):
      return isNonzero(part, space, entity, in: month)
        || isNonzero(whole, space, entity, in: month)
    case .anyOfLast(let months, let part):
      return (0..<months).contains { hasValue(part, space, entity, in: month - $0) }
    case .nameIn, .associated, .atAssociation, .shifted:
      // Other months tell nothing of this one.
      return false
    }
  }

  /// A column that was not computed was not read either.
  private func isNonzero(
    _ quantity: Quantity,
    _ space: Space,
    _ entity: Int,
    in month: Month
  ) -> Bool {
    let key = ColumnStore.ValuesKey(quantity: quantity, space: space, month: month, under: under)
    guard let column = store.values[key] else { return false }
    return column[entity].exact.map { $0 != 0 } ?? (column[entity].low.map { $0 > 0 } ?? false)
  }

  /// What rows of a customer carry that a selection leaves out.
  func excludedRows(
    of selectionIndex: Int,
    in months: ClosedRange<Month>,
    _ customer: Int
  ) -> ExcludedRows {
    let selection = store.plan.selections[selectionIndex]
    let kind = selection.itemKind
    guard let pairs = store.index.pairs[kind] else { return ExcludedRows() }
    let starts = store.index.starts(of: .pairs(kind: kind))
    let own = starts[customer]..<starts[customer + 1]
    let itemFilters = selection.filters.filter { $0.set.kind == kind }
    var associationFilters = selection.filters.filter { $0.set.kind != kind }
    if let under { associationFilters.append(NameFilter(set: under, isNegated: false)) }
    var items: Set<Int32> = []
    var associations: Set<Int32> = []
    for table in selection.tables {
      guard let cube = store.cubes[table] else { continue }
      for (pair, association) in cube.namesWithRows(in: months, of: own) {
        if !itemFilters.allSatisfy({ $0.passes(pairs.item[pair]) }) {
          items.insert(pairs.item[pair])
        } else if !associationFilters.allSatisfy({ $0.passes(association) }) {
          associations.insert(association)
        }
      }
    }
    return ExcludedRows(
      items: spellings(items, kind),
      associations: spellings(associations, store.plan.associationKind)
    )
  }

  private func spellings(_ codes: Set<Int32>, _ kind: Int) -> [String] {
    codes.map { PresenceKernel.spelling($0, store.facts.names[kind]) }.sortedByCodePoints()
  }
}

extension TableCube {
  /// The pair and association of each series of some pairs with a row in the months.
  fileprivate func namesWithRows(
    in months: ClosedRange<Month>,
    of pairs: Range<Int>
  ) -> [(pair: Int, association: Int32)] {
    let inRange = self.months.filter(months.contains)
    let series = firstSeries(of: pairs.lowerBound)..<firstSeries(of: pairs.upperBound)
    return series.compactMap { series in
      inRange.contains { hasRow(of: series, in: $0) }
        ? (Int(pair[series]), association[series]) : nil
    }
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
}
