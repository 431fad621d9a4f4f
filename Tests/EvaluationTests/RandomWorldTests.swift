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

  /// What tests of gates and leaves ask, and how often in 300 worlds at least.
  @Test("ask for everything that a plan can ask for")
  func coverAllConstructs() {
    var counts: [String: Int] = [:]
    for seed in 1_000_000..<1_000_300 as Range<UInt64> {
      let plan = RandomWorld(seed: seed).plan
      for node in plan.areas.flatMap(\.nodes) {
        for construct in node.test.map({ constructs($0, isUnder: node.under != nil, plan) }) ?? [] {
          counts[construct, default: 0] += 1
        }
      }
      for condition in plan.conditions {
        if case .average(let quantity, _) = condition {
          counts[quantity.window > 1 ? "average" : "average of one month", default: 0] += 1
        }
      }
    }
    let expected = [
      "some of several clauses", "total over a group, counts change", "total, counts change",
      "sum of several parts", "sum at rates", "average", "average of one month",
      "change since an association", "change since listed associations", "names of the clauses",
    ]
    for construct in expected {
      #expect(counts[construct, default: 0] >= 50, "\(construct): \(counts)")
    }
  }

  private func constructs(_ test: TestPlan, isUnder: Bool, _ plan: EvaluationPlan) -> [String] {
    func sum(_ quantity: Quantity) -> [String] {
      let measure = plan.measures[quantity.measure]
      let clauses = plan.selections[measure.selection].clauses
      return (clauses.count > 1 ? ["some of several clauses"] : [])
        + (measure.parts.count > 1 ? ["sum of several parts"] : [])
        + (measure.parts.contains { $0.rate != nil } ? ["sum at rates"] : [])
    }
    switch test {
    case .presence(let presence):
      return presence.names == nil
        && plan.selections[presence.selection].clauses.joined().contains {
          $0.set.kind == presence.kind && !$0.isNegated
        } ? ["names of the clauses"] : []
    case .total(let quantity, let group, _, let countsChange):
      let name = group == nil ? "total, counts change" : "total over a group, counts change"
      return sum(quantity) + (countsChange ? [name] : [])
    case .change(let quantity, _, let sinceAssociation, _):
      let name = isUnder ? "change since an association" : "change since listed associations"
      return sum(quantity) + (sinceAssociation ? [name] : [])
    case .growth(let quantity, _, _), .anyGrowth(let quantity, _):
      return sum(quantity)
    case .largest, .net, .count:
      return []
    }
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
