import Evaluation
import Facts
import RuleSemantics
import TestSupport
import Testing

/// What the partner measures is what the customers contribute.
@Suite("Scores of random worlds")
struct ScorePropertyTests {
  @Test("add up what customers contribute", arguments: 0..<4)
  func contributionsAddUp(batch: UInt64) {
    var leaves = 0
    for place in 0..<250 as Range<UInt64> {
      let world = RandomWorld(seed: 3_000_000 + batch * 250 + place)
      let plan = scoring(world.plan)
      let evaluated = evaluate(plan, over: world.facts, catalogue: world.catalogue)
      let score = score(evaluated)
      for (designation, earned) in zip(plan.designations, score.designations) {
        for option in earned.metrics.flatMap(\.options) {
          guard case .leaf(_, let node) = option.place else { continue }
          leaves += 1
          let found = disagreement(evaluated, option, area: designation.area, node: node)
          #expect(
            found == nil,
            "\(found ?? ""): \(world.description(area: designation.area, node: node, customer: 0))"
          )
        }
      }
    }
    #expect(leaves > 500)
  }

  @Test("are made of the values that verdicts rest on")
  func contributionsAreCurrentValues() {
    var compared = 0
    for seed in 4_000_000..<4_000_200 as Range<UInt64> {
      let world = RandomWorld(seed: seed)
      let evaluated = evaluate(world.plan, over: world.facts, catalogue: world.catalogue)
      let reference = ReferenceEvaluator(
        plan: world.plan,
        facts: world.facts,
        catalogue: world.catalogue
      )
      for (area, plan) in world.plan.areas.enumerated() {
        for node in plan.nodes.indices where isCompared(plan.nodes[node].test) {
          for customer in world.facts.customers.indices {
            let current = reference.current(area: area, node: node, customer: customer)
            guard case .number(let number, _) = current else { continue }
            compared += 1
            let found = evaluated.contribution(area: area, node: node, customer: customer)
            #expect(found?.exact == number)
          }
        }
      }
    }
    #expect(compared > 500)
  }

  /// Tests whose value is what counts for the partner.
  private func isCompared(_ test: TestPlan?) -> Bool {
    switch test {
    case .net, .count, .change, .total(_, group: _, _, countsChange: false): true
    case .presence, .largest, .total, .growth, .anyGrowth, nil: false
    }
  }

  /// The plan with points for every leaf.
  private func scoring(_ plan: EvaluationPlan) -> EvaluationPlan {
    let designations = plan.areas.enumerated().map { index, area in
      let metrics = area.nodes.indices.filter { area.nodes[$0].kind == .metric }.map { metric in
        ScoredMetric(
          metric: metric,
          leaves: area.nodes[metric].children.map { leaf in
            LeafEarning(leaf: leaf, earning: earning(area.nodes[leaf].test), floor: nil)
          }
        )
      }
      let score = ScoreWorld.plan(50, .metrics(metrics))
      return ScoreWorld().designation([score], tree: index)
    }
    return EvaluationPlan(
      asOf: plan.asOf,
      areas: plan.areas,
      selections: plan.selections,
      measures: plan.measures,
      groups: plan.groups,
      conditions: plan.conditions,
      choices: plan.choices,
      associationKind: plan.associationKind,
      designations: designations
    )
  }

  private func earning(_ test: TestPlan?) -> Earning {
    switch test {
    case .growth, .anyGrowth: ScoreWorld.earns("20", at: "30", .percent)
    default: ScoreWorld.earns("20", at: "3")
    }
  }

  /// What is wrong with an option, given what each customer contributes.
  private func disagreement(
    _ evaluated: EvaluatedFacts,
    _ option: OptionScore,
    area: Int,
    node: Int
  ) -> String? {
    let most = fraction(20)
    guard option.points.numerator >= 0, isOrdered(option.points, option.possible),
      isOrdered(option.possible, most)
    else { return "points out of order" }
    let parts = evaluated.facts.customers.indices.map {
      evaluated.contribution(area: area, node: node, customer: $0)
    }
    guard let first = parts.first else { return nil }
    guard first != nil else { return option.points == .zero ? nil : "points for nothing" }
    let low = sum(parts.map { $0?.low })
    let high = sum(parts.map { $0?.high })
    if case .count(let group, _) = evaluated.plan.areas[area].nodes[node].test,
      case .items = evaluated.plan.groups[group].entity
    {
      // Names that several customers have count once.
      guard let low, let own = option.measure.low, own.compared(with: low) <= 0 else {
        return "more names than customers have"
      }
      return nil
    }
    return option.measure == ValueRange(low: low, high: high) ? nil : "another sum"
  }

  private func isOrdered(_ left: Fraction, _ right: Fraction) -> Bool {
    left.compared(with: right).map { $0 <= 0 } ?? false
  }

  /// Nil when some part is unbounded.
  private func sum(_ parts: [Decimal?]) -> Decimal? {
    parts.reduce(Decimal.zero) { sum, part in
      guard let sum, let part else { return nil }
      return sum.plus(part)
    }
  }
}
