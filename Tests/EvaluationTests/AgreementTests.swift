import Evaluation
import Facts
import RuleSemantics
import TestSupport
import Testing

/// The columnar evaluator and the naive one must agree on everything.
@Suite("Both evaluators agree")
struct AgreementTests {
  /// Worlds of one batch; with 20 batches 10,000 in all.
  static let worldsPerBatch = 500

  @Test("on random plans and facts", arguments: 0..<20)
  func agreeOnRandomWorlds(batch: Int) {
    for place in 0..<AgreementTests.worldsPerBatch {
      let world = RandomWorld(seed: UInt64(batch * AgreementTests.worldsPerBatch + place))
      if let disagreement = firstDisagreement(world) {
        Issue.record("\(disagreement)")
        return
      }
    }
  }

  private func firstDisagreement(_ world: RandomWorld) -> String? {
    let evaluated = evaluate(world.plan, over: world.facts, catalogue: world.catalogue)
    let reference = ReferenceEvaluator(
      plan: world.plan,
      facts: world.facts,
      catalogue: world.catalogue
    )
    for (area, plan) in world.plan.areas.enumerated() {
      for node in plan.nodes.indices {
        let verdicts = evaluated.verdicts(area: area, node: node)
        guard verdicts.count == world.facts.customers.count else {
          return "seed \(world.seed): \(verdicts.count) verdicts for all customers"
        }
        for (customer, verdict) in verdicts.enumerated() {
          let outcome = evaluated.outcome(area: area, node: node, customer: customer)
          let expected = reference.verdict(area: area, node: node, customer: customer)
          let current = reference.current(area: area, node: node, customer: customer)
          if verdict != expected || outcome.current != current {
            return """
              found \(verdict), \(outcome.current)
              expected \(expected), \(current)
              \(world.description(area: area, node: node, customer: customer))
              """
          }
        }
      }
    }
    return nil
  }
}
