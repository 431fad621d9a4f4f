/// Stores of some customers each: what is said of a customer rests on its own rows, so that
/// customers can be evaluated one run after the other in little memory.
///
///     customers  a  b  c  d        slice of b and d     customers  b  d
///     rows       aaa bb c dddd                          rows       bb dddd
extension FactStore {
  /// Puts the rows of each table in order of customers; ``slice(of:)`` needs it.
  ///
  /// Nothing that is asked of a store depends on the order of its rows.
  package mutating func groupByCustomer() {
    for table in tables.indices {
      tables[table].groupByOwner(customerCount: customers.count, tenantCount: tenants.count)
    }
  }

  /// The facts about some customers, given by ascending index.
  ///
  /// The slice's customers are numbered anew from 0. Tenants, names, people, covered months and the
  /// scales of numbers are those of the whole store, and so are rows that are about people.
  ///
  /// - Precondition: ``groupByCustomer()`` was called.
  package func slice(of wanted: some Collection<Int>) -> FactStore {
    var tables = tables
    let dated = tables.indices.filter { tables[$0].owners == .tenants }
    for table in tables.indices where tables[table].owners == .customers {
      tables[table] = tables[table].slice(of: wanted)
    }
    if !dated.isEmpty {
      let owned = ownedTenants(in: tables)
      for table in dated {
        tables[table] = tables[table].rows(in: ranges(owned) { tables[table].rows(ofOwner: $0) })
      }
    }
    return FactStore(
      customers: wanted.map { customers[$0] },
      tenants: tenants,
      names: names,
      people: people,
      tables: tables,
      account: account
    )
  }

  /// The tenants of a slice's customers, ascending.
  private func ownedTenants(in tables: [FactTable]) -> [Int] {
    var isOwned = [Bool](repeating: false, count: tenants.count)
    for table in tables where table.owners == .customers {
      for tenant in table.tenant where tenant >= 0 { isOwned[Int(tenant)] = true }
    }
    return isOwned.indices.filter { isOwned[$0] }
  }
}

extension FactTable {
  /// The rows of some customers, numbered by their place in `wanted`, which ascends.
  fileprivate func slice(of wanted: some Collection<Int>) -> FactTable {
    var result = rows(in: ranges(wanted) { rows(ofOwner: $0) })
    var row = 0
    for (place, customer) in wanted.enumerated() {
      for _ in rows(ofOwner: customer) {
        result.customer[row] = Int32(truncatingIfNeeded: place)
        row += 1
      }
    }
    return result
  }
}

/// The rows of owners, those that follow each other in one range.
private func ranges(_ owners: some Collection<Int>, _ rows: (Int) -> Range<Int>) -> [Range<Int>] {
  var result: [Range<Int>] = []
  for owner in owners {
    let own = rows(owner)
    if own.isEmpty { continue }
    if let last = result.last, last.upperBound == own.lowerBound {
      result[result.count - 1] = last.lowerBound..<own.upperBound
    } else {
      result.append(own)
    }
  }
  return result
}
