import Facts
import RuleSemantics

/// The facts of a customer with other amounts in the as-of month.
///
/// Everything that is not changed is read from the columns of the verdict.
struct WhatIf: Sendable {
  let context: WaysContext

  /// What is added, each listing once, in the order in which it was found.
  private(set) var changes: [ListingChange] = []

  /// The name of the pair that stands for a new tenant, by kind; -1 for none.
  private(set) var newItem: [Int32]

  /// How many new tenants there are, all alike.
  var newTenants = 1

  init(_ context: WaysContext) {
    self.context = context
    newItem = context.store.catalogue.kinds.map { _ in -1 }
  }

  /// Whether a new tenant is part of it.
  var hasNewTenant: Bool {
    changes.contains { $0.listing.pair == context.newEntity(of: .pairs(kind: $0.listing.kind)) }
  }

  /// How many entities of a space the new one stands for: new tenants are many, and a name that all of
  /// them have is one name of the customer.
  func times(in space: Space) -> Int {
    if case .customerItems = space { 1 } else { newTenants }
  }

  mutating func nameNewPair(_ item: Int32, kind: Int) { newItem[kind] = item }

  /// Adds to a number of a listing, or with nil just a row.
  mutating func add(_ amount: ListingChange.Amount?, to listing: Listing) {
    let place = changes.firstIndex { $0.listing == listing } ?? changes.count
    if place == changes.count { changes.append(ListingChange(listing: listing)) }
    if let amount { changes[place].add(amount) }
  }

  /// Leaves a change out.
  func without(_ change: Int) -> WhatIf {
    var result = self
    result.changes.remove(at: change)
    return result
  }

  /// Another number in place of an amount; zero leaves it out.
  func with(_ number: Decimal, as amount: Int, of change: Int) -> WhatIf {
    var result = self
    if number == .zero {
      result.changes[change].amounts.remove(at: amount)
    } else {
      result.changes[change].amounts[amount].change = number
    }
    return result
  }

  /// The name that a pair stands for.
  func item(of pair: Int, kind: Int) -> Int32 {
    guard let space = context.store.index.pairs[kind], pair < space.item.count else {
      return newItem[kind]
    }
    return space.item[pair]
  }

  /// The changed pairs of a kind, each once.
  func changedPairs(kind: Int) -> [Int] {
    changes.filter { $0.listing.kind == kind }.map(\.listing.pair).unique()
  }

  /// The entity of a space that a pair belongs to, of this customer.
  func owner(of pair: Int, kind: Int, in space: Space, customer: Int) -> Int {
    let index = context.store.index
    guard pair == context.newEntity(of: .pairs(kind: kind)) else {
      return index.owner(ofPair: pair, kind: kind, in: space)
    }
    guard case .customerItems = space, let pairs = index.pairs[kind] else {
      return context.newEntity(of: space)
    }
    return pairs.items(of: customer).first { pairs.itemOfCustomerItem[$0] == newItem[kind] }
      ?? context.newEntity(of: space)
  }
}

/// One name of one tenant under one association, as a table lists it.
struct Listing: Hashable, Sendable {
  /// The kind of the name.
  let kind: Int

  /// An index in the ``PairSpace`` of the kind, or one more for a new tenant.
  let pair: Int
  let table: Int

  /// -1 in tables without associations.
  let association: Int32
}

/// What is added to a listing in the as-of month.
struct ListingChange: Sendable {
  let listing: Listing

  /// By column, ascending.
  var amounts: [Amount] = []

  struct Amount: Sendable {
    let column: Int

    /// Whose column it is: the amount is in the unit of this part.
    let measure: Int
    let part: Int
    var change: Decimal
  }

  mutating func add(_ amount: Amount) {
    guard let place = amounts.firstIndex(where: { $0.column >= amount.column }) else {
      return amounts.append(amount)
    }
    guard amounts[place].column == amount.column else {
      return amounts.insert(amount, at: place)
    }
    let sum = amounts[place].change.plus(amount.change) ?? amount.change
    // What rose for one part of a condition may fall again for another.
    if sum == .zero { amounts.remove(at: place) } else { amounts[place].change = sum }
  }

  /// What is added to a column; 0 where nothing is.
  func change(of column: Int) -> Decimal {
    amounts.first { $0.column == column }?.change ?? .zero
  }
}
