import Facts
import RuleSemantics

/// Rows that have to be there.
extension KernelWays {
  func truth(_ kernel: PresenceKernel, _ whatIf: WhatIf) -> Truth {
    let isFound = whatIf.changes.contains { counts($0.listing, kernel, whatIf) }
    return isFound ? .yes : kernel.result(of: customer).truth
  }

  private func counts(_ listing: Listing, _ kernel: PresenceKernel, _ whatIf: WhatIf) -> Bool {
    let plan = kernel.plan
    let item = whatIf.item(of: listing.pair, kind: listing.kind)
    guard listing.kind == context.plan.selections[plan.selection].itemKind,
      context.isEligible(plan.selection, listing, item: item)
    else { return false }
    let code = plan.kind == context.plan.associationKind ? listing.association : item
    return code >= 0 && plan.names?.passes(code) ?? true
  }

  func ways(_ kernel: PresenceKernel, _ given: WhatIf) -> [WhatIf] {
    // Rows that are there stay.
    guard isMetWanted else { return [] }
    let selection = kernel.plan.selection
    let kind = context.plan.selections[selection].itemKind
    let pairs = context.store.index.pairs(ofCustomer: customer, kind: kind)
      .filter { isInUse($0, kind: kind) }
    let own = pairs.compactMap { row(of: $0, kernel, given) }
    if !own.isEmpty { return own }
    let newPair = context.newEntity(of: .pairs(kind: kind))
    for item in newItems(of: selection) {
      var whatIf = given
      whatIf.nameNewPair(item, kind: kind)
      if let found = row(of: newPair, kernel, whatIf) { return [found] }
    }
    return []
  }

  /// A row of a pair that counts.
  private func row(of pair: Int, _ kernel: PresenceKernel, _ given: WhatIf) -> WhatIf? {
    let selection = kernel.plan.selection
    let kind = context.plan.selections[selection].itemKind
    for table in context.plan.selections[selection].tables {
      for association in associations(kernel, table: table) {
        let listing = Listing(kind: kind, pair: pair, table: table, association: association)
        guard counts(listing, kernel, given) else { continue }
        var result = given
        result.add(nil, to: listing)
        return result
      }
    }
    return nil
  }

  private func associations(_ kernel: PresenceKernel, table: Int) -> [Int32] {
    let own = context.associations(of: kernel.plan.selection, table: table)
    guard own != [-1], let names = kernel.plan.names, names.set.kind == context.plan.associationKind
    else { return own }
    let named = names.isNegated ? [] : names.set.members.compactMap(\.codes.first)
    return named + own.filter { !named.contains($0) }
  }

  /// Whether some row of the as-of month tells of a pair, whatever its association.
  private func isInUse(_ pair: Int, kind: Int) -> Bool {
    context.store.cubes.indices.contains { table in
      guard let cube = context.store.cubes[table], context.kind(ofTable: table) == kind else {
        return false
      }
      return cube.series(of: pair..<pair + 1)
        .contains { cube.cell(of: $0, in: context.month) != nil }
    }
  }
}
