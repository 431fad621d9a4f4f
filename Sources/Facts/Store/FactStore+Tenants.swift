/// Stores in which every tenant of a customer is judged as if it were a customer of its own.
///
///     rows of customer a   a/t  a/u  a/t          customers  t  u   (both of a)
extension FactStore {
  /// The same facts about the tenants of customers, each a customer by the id of the tenant.
  ///
  /// They are in order of customers, then of tenants; a tenant of two customers is two, each with
  /// what it does as a part of one.
  ///
  /// - Precondition: rows are not grouped, as in a slice.
  /// - Returns: the store, and by its customers the customer and tenant that each stands for.
  package func byTenant() -> (facts: FactStore, owned: [OwnedTenant]) {
    let owned = ownedTenants
    var places: [OwnedTenant: Int32] = [:]
    for (place, tenant) in owned.enumerated() {
      places[tenant] = Int32(truncatingIfNeeded: place)
    }
    var tables = tables
    for table in tables.indices where !tables[table].customer.isEmpty {
      tables[table].customer = zip(tables[table].customer, tables[table].tenant).map {
        places[OwnedTenant(customer: $0, tenant: $1)] ?? 0
      }
    }
    let facts = FactStore(
      customers: owned.map { Customer(id: tenants[Int($0.tenant)], name: "") },
      tenants: tenants,
      names: names,
      people: people,
      tables: tables,
      account: account
    )
    return (facts, owned)
  }

  /// Every tenant of every customer once, by customer and then by tenant.
  private var ownedTenants: [OwnedTenant] {
    var found: Set<OwnedTenant> = []
    for table in tables where !table.customer.isEmpty {
      precondition(!table.isGrouped, "a grouped store gives slices")
      // Rows of a tenant mostly stand together.
      var last: OwnedTenant?
      for (customer, tenant) in zip(table.customer, table.tenant) {
        let own = OwnedTenant(customer: customer, tenant: tenant)
        if own == last { continue }
        last = own
        found.insert(own)
      }
    }
    return found.sorted()
  }
}

/// A tenant as a part of a customer.
package struct OwnedTenant: Hashable, Comparable, Sendable {
  /// An index in ``FactStore/customers``.
  package let customer: Int32

  /// An index in ``FactStore/tenants``.
  package let tenant: Int32

  package static func < (left: OwnedTenant, right: OwnedTenant) -> Bool {
    (left.customer, left.tenant) < (right.customer, right.tenant)
  }
}
