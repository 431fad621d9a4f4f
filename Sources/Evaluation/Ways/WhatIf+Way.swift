import Facts
import RuleSemantics

extension WhatIf {
  /// The changes as facts.
  var way: WayToPass { WayToPass(steps: changes.map(step)) }

  private func step(_ change: ListingChange) -> WayToPass.Step {
    let store = context.store
    let listing = change.listing
    let item = item(of: listing.pair, kind: listing.kind)
    let isNew = listing.pair == context.newEntity(of: .pairs(kind: listing.kind))
    var tenant: String?
    if !isNew, let pairs = store.index.pairs[listing.kind] {
      tenant = store.facts.tenants[Int(store.index.memberTenant[Int(pairs.member[listing.pair])])]
    }
    let associations = store.facts.names[context.plan.associationKind]
    return WayToPass.Step(
      tenant: tenant,
      count: isNew ? newTenants : 1,
      item: PresenceKernel.spelling(item, store.facts.names[listing.kind]),
      association: listing.association < 0 || !context.asksForAssociation
        ? nil : PresenceKernel.spelling(listing.association, associations),
      isNewAssociation: isNewAssociation(listing),
      amounts: change.amounts.map { amount in
        let measure = context.plan.measures[amount.measure]
        return WayToPass.Amount(
          title: measure.parts[amount.part].rate == nil ? measure.title : nil,
          unit: measure.parts[amount.part].unit,
          now: self.amount(of: listing, column: amount.column)?.value.exact ?? .zero,
          change: amount.change,
          column: amount.column
        )
      },
      row: WayToPass.Row(table: listing.table, item: item, association: listing.association)
    )
  }

  /// Whether no row of any month and table lists the pair under the association.
  private func isNewAssociation(_ listing: Listing) -> Bool {
    guard listing.association >= 0 else { return false }
    guard listing.pair < context.newEntity(of: .pairs(kind: listing.kind)) else { return true }
    if context.under?.contains(listing.association) ?? false {
      return !context.isListed(listing.pair, kind: listing.kind)
    }
    return !context.store.cubes.indices.contains { table in
      guard let cube = context.store.cubes[table], context.kind(ofTable: table) == listing.kind
      else { return false }
      return cube.series(of: listing.pair..<listing.pair + 1)
        .contains { cube.association[$0] == listing.association }
    }
  }
}
