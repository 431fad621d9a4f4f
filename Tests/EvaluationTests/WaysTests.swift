import Evaluation
import Facts
import RuleSemantics
import TestSupport
import Testing

/// What is suggested must be enough, and nothing less may be.
@Suite("Ways to pass")
struct WaysTests {
  static let worldsPerBatch = 8

  @Test("turn the node round when the facts are changed so", arguments: 0..<10)
  func areEnough(batch: Int) {
    var counts = Counts()
    for place in 0..<WaysTests.worldsPerBatch {
      let world = RandomWorld(seed: UInt64(5_000_000 + batch * WaysTests.worldsPerBatch + place))
      if let failure = firstFailure(world, &counts) {
        counts.failures += 1
        if counts.failures < 3 { Issue.record("\(failure)") }
      }
    }
    #expect(counts.ways > 100, "\(counts)")
  }

  struct Counts {
    var failing = 0
    var withWay = 0
    var ways = 0
    var failures = 0
  }

  private func firstFailure(_ world: RandomWorld, _ counts: inout Counts) -> String? {
    let evaluated = evaluate(world.plan, over: world.facts, catalogue: world.catalogue)
    for (area, plan) in world.plan.areas.enumerated() {
      for node in plan.nodes.indices where plan.isClear(node) {
        for (customer, verdict) in evaluated.verdicts(area: area, node: node).enumerated() {
          let ways =
            verdict.isMet
            ? evaluated.waysToLose(area: area, node: node, customer: customer)
            : evaluated.waysToPass(area: area, node: node, customer: customer)
          if verdict.truth == .no { counts.failing += 1 }
          if !ways.isEmpty { counts.withWay += 1 }
          counts.ways += ways.count
          for way in ways {
            let wanted: Truth = verdict.isMet ? .no : .yes
            if let problem = problem(way, wanted, world, area, node, customer) {
              return """
                \(problem)
                \(way.brief)
                \(world.description(area: area, node: node, customer: customer))
                """
            }
          }
        }
      }
    }
    return nil
  }

  private func problem(
    _ way: WayToPass,
    _ wanted: Truth,
    _ world: RandomWorld,
    _ area: Int,
    _ node: Int,
    _ customer: Int
  ) -> String? {
    func truth(_ way: WayToPass) -> Truth {
      world.truth(area: area, node: node, customer: customer, making: way)
    }
    if truth(way) != wanted { return "not enough: \(truth(way))" }
    for smaller in way.smaller where truth(smaller) == wanted {
      return "less is enough: \(smaller.brief)"
    }
    return nil
  }
}

extension AreaPlan {
  /// Whether no test of a node, or below it, goes by the earliest of several associations: which one that
  /// would be with new rows is not found out, so that what is suggested may be more than is needed.
  fileprivate func isClear(_ node: Int) -> Bool {
    nodes.indices.allSatisfy { place in
      guard place == node || node == 0 || nodes[place].parent == node else { return true }
      guard case .change(_, _, sinceAssociation: true, _) = nodes[place].test else { return true }
      return nodes[place].under != nil
    }
  }
}

extension RandomWorld {
  /// What the evaluator says when a way is made.
  func truth(area: Int, node: Int, customer: Int, making way: WayToPass) -> Truth {
    let changed = facts.making(
      way,
      of: customer,
      asOf: plan.asOf,
      catalogue,
      associationKind: plan.associationKind
    )
    return evaluate(plan, over: changed, catalogue: catalogue)
      .verdicts(area: area, node: node)[customer].truth
  }
}
