import Facts
import RuleSemantics

extension Explainer {
  /// What rows of a customer carry that a selection leaves out.
  func excludedRows(
    of selectionIndex: Int,
    in months: ClosedRange<Month>,
    _ customer: Int
  ) -> ExcludedRows {
    let selection = store.plan.selections[selectionIndex]
    let kind = selection.itemKind
    guard let pairs = store.index.pairs[kind] else { return ExcludedRows() }
    let pairsOfCustomer = store.index.pairs(ofCustomer: customer, kind: kind)
    let clauses = selection.clauses.map { clause in
      (item: clause.filters(of: kind), association: clause.filters(of: store.plan.associationKind))
    }
    let own = reads.under.map { [NameFilter(set: $0, isNegated: false)] } ?? []
    var items: Set<Int32> = []
    var associations: Set<Int32> = []
    var combinations: Set<ExcludedRows.Combination> = []
    for table in selection.tables {
      guard let cube = store.cubes[table] else { continue }
      for (pair, association) in cube.namesWithRows(in: months, of: pairsOfCustomer) {
        let meant = clauses.filter { $0.item.allSatisfy { $0.passes(pairs.item[pair]) } }
        if meant.isEmpty {
          items.insert(pairs.item[pair])
        } else if !meant.contains(where: {
          ($0.association + own).allSatisfy { $0.passes(association) }
        }) {
          if clauses.count == 1 {
            associations.insert(association)
          } else {
            combinations.insert(
              ExcludedRows.Combination(
                item: PresenceKernel.spelling(pairs.item[pair], store.facts.names[kind]),
                association: PresenceKernel.spelling(
                  association,
                  store.facts.names[store.plan.associationKind]
                )
              )
            )
          }
        }
      }
    }
    return ExcludedRows(
      items: spellings(items, kind),
      associations: spellings(associations, store.plan.associationKind),
      combinations: combinations.sorted {
        ($0.item, $0.association) < ($1.item, $1.association)
      }
    )
  }

  /// The same over the months that measures are needed in, of the first of them that has such rows.
  func excludedRows(of needed: Set<NeededMonth>, _ customer: Int) -> ExcludedRows {
    let bySelection = Dictionary(grouping: needed) { store.plan.measures[$0.measure].selection }
    for selection in bySelection.keys.sorted() {
      let months = (bySelection[selection] ?? []).map(\.month)
      guard let first = months.min(), let last = months.max() else { continue }
      let found = excludedRows(of: selection, in: first...last, customer)
      if found != ExcludedRows() { return found }
    }
    return ExcludedRows()
  }

  func spellings(_ codes: Set<Int32>, _ kind: Int) -> [String] {
    codes.map { PresenceKernel.spelling($0, store.facts.names[kind]) }.sortedByCodePoints()
  }
}

extension TableCube {
  /// The pair and association of each series of some pairs with a row in the months.
  func namesWithRows(
    in months: ClosedRange<Month>,
    of pairs: Range<Int>
  ) -> [(pair: Int, association: Int32)] {
    let inRange = self.months.filter(months.contains)
    return series(of: pairs).compactMap { series in
      inRange.contains { cell(of: series, in: $0) != nil }
        ? (Int(pair[series]), association[series]) : nil
    }
  }
}
