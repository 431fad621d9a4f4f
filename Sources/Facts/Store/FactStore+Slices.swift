/// Stores of some customers each: what is said of a customer rests on its own rows, so that
/// customers can be evaluated one run after the other in little memory.
///
///     customers  a  b  c  d        slice of b and d     customers  b  d
///     rows       aaa bb c dddd                          rows       bb dddd
extension FactStore {
  /// Groups the rows of each table by customer; ``slice(of:)`` needs it.
  ///
  /// What is asked of a slice does not depend on the order of rows. The store itself cannot be
  /// evaluated any more.
  package mutating func groupByCustomer() {
    for table in tables.indices {
      tables[table].group(customerCount: customers.count, tenantCount: tenants.count)
    }
  }

  /// The facts about some customers, given by ascending index.
  ///
  /// The slice's customers are numbered anew from 0. Tenants, names, people, covered months and the
  /// scales of numbers are those of the whole store, and so are rows that are about people.
  ///
  /// - Precondition: ``groupByCustomer()`` was called.
  package func slice(of wanted: some Collection<Int>) -> FactStore {
    var slices = tables.map { $0.slice(of: wanted) }
    if tables.contains(where: \.isDated) {
      let owned = ownedTenants(in: slices)
      for table in tables.indices where tables[table].isDated {
        slices[table] = tables[table].slice(ofTenants: owned)
      }
    }
    return FactStore(
      customers: wanted.map { customers[$0] },
      tenants: tenants,
      names: names,
      people: people,
      tables: slices,
      account: account
    )
  }

  /// The tenants of a slice's customers, ascending.
  private func ownedTenants(in tables: [FactTable]) -> [Int] {
    var isOwned = [Bool](repeating: false, count: tenants.count)
    for table in tables where !table.customer.isEmpty {
      for tenant in table.tenant where tenant >= 0 { isOwned[Int(tenant)] = true }
    }
    return isOwned.indices.filter { isOwned[$0] }
  }
}
