import Evaluation
import Facts
import RuleSemantics
import TestSupport
import Testing

@Suite("Tenants judged as if they were customers")
struct TenantVerdictTests {
  private static let seeds = 5_000_000..<5_000_200 as Range<UInt64>

  @Test("agree with their customer where it has no other, on every node")
  func onlyTenants() {
    var compared = 0
    for seed in Self.seeds {
      let world = RandomWorld(seed: seed)
      let (facts, owned) = world.facts.byTenant()
      let customers = evaluate(world.plan, over: world.facts, catalogue: world.catalogue)
      let tenants = evaluate(world.plan, over: facts, catalogue: world.catalogue)
      for (place, tenant) in owned.enumerated()
      where owned.count(where: { $0.customer == tenant.customer }) == 1 {
        compared += 1
        for (area, plan) in world.plan.areas.enumerated() {
          for node in plan.nodes.indices {
            #expect(
              tenants.verdicts(area: area, node: node)[place]
                == customers.verdicts(area: area, node: node)[Int(tenant.customer)],
              "seed \(seed), \(plan.id) \(plan.nodes[node].path)"
            )
          }
        }
      }
    }
    #expect(compared > 100)
  }

  @Test("do not depend on the other tenants of the customer, nor on whose they are")
  func otherTenants() {
    for seed in Self.seeds.prefix(60) {
      let world = RandomWorld(seed: seed)
      let (facts, owned) = world.facts.byTenant()
      let together = evaluate(world.plan, over: facts, catalogue: world.catalogue)
      var grouped = facts
      grouped.groupByCustomer()
      for place in owned.indices {
        let alone = evaluate(
          world.plan,
          over: grouped.slice(of: [place]),
          catalogue: world.catalogue
        )
        for (area, plan) in world.plan.areas.enumerated() {
          for node in plan.nodes.indices {
            #expect(
              together.verdicts(area: area, node: node)[place]
                == alone.verdicts(area: area, node: node)[0],
              "seed \(seed), \(plan.id) \(plan.nodes[node].path)"
            )
          }
        }
      }
    }
  }
}
