import Facts
import RuleSemantics

extension Explainer {
  /// Assumes that names with rows and without any rate count nothing, where a test reads them.
  mutating func noteUnrated(_ customer: Int) {
    for (measure, months) in reads.rated { noteUnrated(measure, in: months, customer) }
  }

  private mutating func noteUnrated(_ measureIndex: Int, in months: [Month], _ customer: Int) {
    let measure = store.plan.measures[measureIndex]
    let rates = measure.parts.compactMap(\.rate)
    let names = Set(
      months.flatMap { includedNames(of: measure.selection, in: $0...$0, customer) }
    )
    let unrated = names.filter { name in !rates.contains { $0.number(of: name) != nil } }
    let kind = store.plan.selections[measure.selection].itemKind
    for item in spellings(unrated, kind) { assume(.noRate(item: item)) }
  }

  /// The names in rows of a customer that a selection takes.
  private func includedNames(
    of selectionIndex: Int,
    in months: ClosedRange<Month>,
    _ customer: Int
  ) -> [Int32] {
    let selection = store.plan.selections[selectionIndex]
    guard let space = store.index.pairs[selection.itemKind] else { return [] }
    let pairs = store.index.pairs(ofCustomer: customer, kind: selection.itemKind)
    return selection.tables.compactMap { store.cubes[$0] }.flatMap { cube in
      cube.seriesWithRows(in: months, of: pairs).compactMap { series in
        let item = space.item[Int(cube.pair[series])]
        return isTaken(by: selection, item: item, association: cube.association[series])
          ? item : nil
      }
    }
  }

  /// Whether a selection takes rows of a name and association.
  func isTaken(by selection: SelectionPlan, item: Int32, association: Int32) -> Bool {
    guard reads.under?.contains(association) ?? true else { return false }
    return selection.clauses.contains { clause in
      clause.allSatisfy { $0.passes($0.set.kind == selection.itemKind ? item : association) }
    }
  }
}
