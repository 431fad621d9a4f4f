import Facts
import RuleSemantics

extension [WhatIf] {
  /// The smallest ones, smallest first, no two alike.
  func smallest(_ count: Int) -> [WhatIf] {
    guard self.count > 1 else { return self }
    let sized = enumerated().map { ($0.element.size, $0.offset) }
    var result: [WhatIf] = []
    for (_, place) in sized.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
      guard result.count < count else { break }
      let keys = self[place].changeKeys
      if !result.contains(where: { $0.changeKeys == keys }) { result.append(self[place]) }
    }
    return result
  }
}

/// What makes one change smaller than another, the first difference deciding.
struct ChangeSize: Comparable {
  /// New tenants, of which there is nothing yet.
  let newTenants: Int

  /// Tenants and names that come under an association only now.
  let newListings: Int

  /// Numbers that have to fall: nobody sells less to qualify, where there is another way.
  let falls: Int

  /// Numbers that have to change.
  let numbers: Int

  /// How far they have to, in thousandths of what they are then.
  let thousandths: Int

  static func < (left: ChangeSize, right: ChangeSize) -> Bool {
    (left.newTenants, left.newListings, left.falls, left.numbers, left.thousandths)
      < (
        right.newTenants, right.newListings, right.falls, right.numbers, right.thousandths
      )
  }
}

extension WhatIf {
  var size: ChangeSize {
    let amounts = changes.flatMap { change in change.amounts.map { (change.listing, $0) } }
    return ChangeSize(
      newTenants: hasNewTenant ? newTenants : 0,
      newListings: changes.count { isNew($0.listing) },
      falls: amounts.count { $0.1.change.mantissa < 0 },
      numbers: amounts.count,
      thousandths: amounts.reduce(0) { $0 + thousandths($1.1, of: $1.0) }
    )
  }

  /// What tells two changes apart.
  fileprivate var changeKeys: [Key] {
    changes.flatMap { change in
      change.amounts.isEmpty
        ? [Key(listing: change.listing, column: -1, change: .zero)]
        : change.amounts.map {
          Key(listing: change.listing, column: $0.column, change: $0.change)
        }
    }
  }

  fileprivate struct Key: Hashable {
    let listing: Listing
    let column: Int
    let change: Decimal
  }

  /// Whether no row of any month has the listing.
  func isNew(_ listing: Listing) -> Bool {
    guard listing.pair < context.newEntity(of: .pairs(kind: listing.kind)),
      let cube = context.store.cubes[listing.table]
    else { return true }
    return !cube.series(of: listing.pair..<listing.pair + 1)
      .contains { cube.association[$0] == listing.association }
  }

  private func thousandths(_ amount: ListingChange.Amount, of listing: Listing) -> Int {
    let now = self.amount(of: listing, column: amount.column)?.value.exact ?? .zero
    let most = max(now.size, now.plus(amount.change)?.size ?? now.size)
    let scale = max(most.scale, amount.change.scale)
    guard let part = amount.change.size.mantissa(atScale: scale),
      let whole = most.mantissa(atScale: scale), whole > 0
    else { return 1000 }
    let (product, overflow) = part.multipliedReportingOverflow(by: 1000)
    return overflow ? 1000 : Int(clamping: product / whole)
  }
}

private func max(_ left: Decimal, _ right: Decimal) -> Decimal {
  left.compared(with: right) < 0 ? right : left
}
