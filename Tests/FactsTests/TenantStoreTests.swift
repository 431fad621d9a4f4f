import Facts
import TestSupport
import Testing

@Suite("Stores by tenant: every tenant of a customer as a customer of its own")
struct TenantStoreTests {
  @Test("have the same rows, each of its customer and tenant", arguments: 0..<40)
  func rows(_ seed: Int) {
    let facts = RandomWorld(seed: UInt64(4_000_000 + seed)).facts
    let (store, owned) = facts.byTenant()
    #expect(owned == owned.sorted() && Set(owned).count == owned.count)
    #expect(store.customers.map(\.id) == owned.map { facts.tenants[Int($0.tenant)] })
    var met: Set<OwnedTenant> = []
    for (own, whole) in zip(store.tables, facts.tables) {
      #expect(own.rowCount == whole.rowCount && own.tenant == whole.tenant)
      #expect(own.month == whole.month && own.names == whole.names)
      #expect(own.customer.count == whole.customer.count)
      for row in whole.customer.indices {
        let tenant = owned[Int(own.customer[row])]
        #expect(tenant.customer == whole.customer[row] && tenant.tenant == whole.tenant[row])
        met.insert(tenant)
      }
    }
    #expect(met == Set(owned))
  }

  @Test("tell two customers of one tenant apart")
  func sharedTenants() {
    let shared = (0..<40).contains { seed in
      let owned = RandomWorld(seed: UInt64(4_000_000 + seed)).facts.byTenant().owned
      return Set(owned.map(\.tenant)).count < owned.count
    }
    #expect(shared)
  }
}
