import Facts
import RuleSemantics

extension WaysContext {
  /// When the association of a changed pair began, as the baseline of a sum has it.
  enum Beginning {
    case before
    /// In the as-of month, whatever the changes are.
    case now
    /// In the as-of month, as the changes list the pair for the first time.
    case withChange

    /// An association comes to others, and which of them is the earliest would have to be found out.
    case unclear
  }

  /// When the association of a pair began whose listings changes are about.
  func beginning(
    of pair: Int,
    _ kernel: SumKernel,
    kind: Int,
    _ whatIf: WhatIf
  ) -> Beginning {
    let selection = plan.measures[kernel.quantity.measure].selection
    let dates = store.dates[store.datesKey(under: under, selection: selection)]?.month ?? []
    let isDated = dates.indices.contains(pair) && dates[pair] != AssociationDates.none
    if isDated, under != nil { return dates[pair] == month.index ? .now : .before }
    if under != nil { return isListed(pair, kind: kind) ? .before : .withChange }
    // Associations that the selection does not name have no date that counts.
    let named = plan.selections[selection].clauses.joined()
      .filter { $0.set.kind == plan.associationKind && !$0.isNegated }
    let item = whatIf.item(of: pair, kind: kind)
    let added = whatIf.changes.map(\.listing).filter { listing in
      listing.pair == pair && listing.kind == kind
        && isEligible(selection, listing, item: item)
        && named.contains { $0.set.contains(listing.association) }
    }
    if added.isEmpty { return .before }
    let known = associations(ofPair: pair, inYearBefore: selection)
    guard added.allSatisfy({ known.contains($0.association) }) else { return .unclear }
    return isDated && dates[pair] == month.index ? .now : .before
  }

  /// The associations under which rows of the selection list a pair in M-12..M.
  private func associations(ofPair pair: Int, inYearBefore selection: Int) -> [Int32] {
    let kind = plan.selections[selection].itemKind
    guard let space = store.index.pairs[kind], pair < space.item.count else { return [] }
    let months = ((month.index - 12)...month.index).map { Month(index: $0) }
    return plan.selections[selection].tables.flatMap { table -> [Int32] in
      guard let cube = store.cubes[table] else { return [] }
      return cube.series(of: pair..<pair + 1).filter { series in
        isEligible(
          selection,
          table: table,
          item: space.item[pair],
          association: cube.association[series]
        )
          && months.contains { cube.cell(of: series, in: $0) != nil }
      }.map { cube.association[$0] }
    }
  }
}
