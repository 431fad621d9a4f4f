import Evaluation
import Facts
import RuleSemantics
import TestSupport
import Testing

/// Random worlds are only worth their time when all answers occur in them.
@Suite("Random worlds")
struct RandomWorldTests {
  @Test("have every verdict, wording and kind of value")
  func coverAllAnswers() {
    var truths: [Truth: Int] = [:]
    var changes: [Change: Int] = [:]
    var behindGates = 0
    var numbers = 0
    var ratios = 0
    for seed in 1_000_000..<1_000_300 as Range<UInt64> {
      let world = RandomWorld(seed: seed)
      let evaluator = ReferenceEvaluator(
        plan: world.plan,
        facts: world.facts,
        catalogue: world.catalogue
      )
      for (area, plan) in world.plan.areas.enumerated() {
        for node in plan.nodes.indices {
          for customer in world.facts.customers.indices {
            let verdict = evaluator.verdict(area: area, node: node, customer: customer)
            truths[verdict.truth, default: 0] += 1
            if let change = verdict.change { changes[change, default: 0] += 1 }
            if verdict.isBehindGate { behindGates += 1 }
            switch evaluator.current(area: area, node: node, customer: customer) {
            case .number: numbers += 1
            case .ratio: ratios += 1
            case .none, .names: break
            }
          }
        }
      }
    }
    for truth in Truth.allCases { #expect(truths[truth, default: 0] > 500, "\(truths)") }
    for change in [Change.withGrowth, .inDecline, .noChange] {
      #expect(changes[change, default: 0] > 50, "\(changes)")
    }
    #expect(behindGates > 500)
    #expect(numbers > 500)
    #expect(ratios > 50)
  }

  @Test("keep the promises of a store of facts")
  func storesAreSound() {
    for seed in 2_000_000..<2_000_300 as Range<UInt64> {
      let world = RandomWorld(seed: seed)
      let facts = world.facts
      #expect(facts.tenants == facts.tenants.sorted())
      for (table, schema) in zip(facts.tables, world.catalogue.tables) {
        let covered = Set(table.coveredMonths.map(\.index))
        #expect(table.month.allSatisfy { $0 < 0 || covered.contains(Int($0)) })
        #expect(table.tenant.allSatisfy { facts.tenants.indices.contains(Int($0)) })
        for (column, role) in schema.columns.map(\.role).enumerated() {
          guard case .name(let kind) = role else { continue }
          #expect(table.names[column].count == table.rowCount)
          #expect(table.names[column].allSatisfy { $0 < facts.names[kind].count })
        }
      }
    }
  }
}
