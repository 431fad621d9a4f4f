import Facts
import RuleSemantics

extension Scorer {
  /// What each step gives, in order.
  mutating func score(_ steps: [StepPlan]) -> (points: [Points], options: [OptionScore]) {
    let people = steps.map { holders(of: $0) }
    let unit = steps.lazy.compactMap(\.earning).first?.unit ?? .person
    var points: [Points] = []
    var options: [OptionScore] = []
    for (index, step) in steps.enumerated() {
      let incomplete = step.after.first { isComplete(steps[$0], people[$0]) == .no }
      let isOpen = step.after.contains { isComplete(steps[$0], people[$0]) == .unknown }
      let earned = incomplete == nil ? earned(step, people[index], isOpen: isOpen) : .zero
      points.append(earned)
      options.append(
        OptionScore(
          place: .step(index),
          measure: count(people[index]).range(scale: 0),
          growth: nil,
          unit: step.earning?.unit ?? unit,
          points: earned.certain,
          possible: earned.possible,
          counts: true,
          obstacle: incomplete.map { .incomplete(step: $0) },
          people: people[index]?.sorted() ?? []
        )
      )
    }
    return (points, options)
  }

  /// Who has all that a step asks for; nil when it is unknown.
  private mutating func holders(of step: StepPlan) -> Set<Int32>? {
    var result: Set<Int32>?
    for holding in step.holdings {
      guard let own = holders(holding.certificates.kind).people(with: holding) else { return nil }
      result = result?.intersection(own) ?? own
    }
    return result ?? []
  }

  private func count(_ people: Set<Int32>?) -> Interval {
    people.map { Interval(exactly: Int128($0.count)) } ?? Interval(low: 0, high: nil)
  }

  /// Whether a step has as many people as it needs, whatever comes before it.
  private func isComplete(_ step: StepPlan, _ people: Set<Int32>?) -> Truth {
    guard let needs = step.needs else { return .yes }
    guard let people else { return .unknown }
    return Truth(Decimal(people.count).compared(with: needs) >= 0)
  }

  /// `isOpen` is whether a step before this one may be incomplete.
  private func earned(_ step: StepPlan, _ people: Set<Int32>?, isOpen: Bool) -> Points {
    guard let earning = step.earning else { return .zero }
    let points = Points(earning, FractionRange(count(people), scale: 0))
    return isOpen ? Points(certain: .zero, possible: points.possible) : points
  }
}
