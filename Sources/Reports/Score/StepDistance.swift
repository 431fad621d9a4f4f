import Evaluation
import Facts
import RuleSemantics

/// The distance of steps: people for steps that others wait for, then for those that earn.
struct StepDistance {
  private let steps: [ScoreOption]

  /// By step; empty where one is not exactly known.
  private let people: [Int128]

  init(_ metric: ScoreMetric) {
    steps = metric.options
    let counts = metric.options.compactMap { $0.amount.map(\.floor) }
    people = counts.count == metric.options.count ? counts : []
  }

  /// The way with the fewest people to so many points more; of equals that of all steps in order.
  func additions(gaining gain: Fraction) -> Additions? {
    guard !people.isEmpty, let target = total(people).plus(gain) else { return nil }
    let alone = earning.map { filled([$0], to: target) }
    let ways = ([filled(earning, to: target)] + alone).filter { !total($0).isBelow(target) }
    return ways.map(additions).min { size($0) < size($1) }
  }

  /// People added to steps, in order, and to those that they wait for, until the points are there.
  private func filled(_ chosen: [Int], to target: Fraction) -> [Int128] {
    var counts = people
    for step in chosen { complete(before: step, &counts) }
    for step in chosen {
      let have = total(counts)
      guard have.isBelow(target), let earning = steps[step].earning else { continue }
      let own = points(of: step, counts)
      guard let missing = target.minus(have), let room = steps[step].most.minus(own),
        let wanted = own.plus(room.isBelow(missing) ? room : missing),
        let needed = units(for: wanted, earning)
      else { continue }
      counts[step] = max(counts[step], needed)
    }
    return counts
  }

  /// The steps that earn.
  private var earning: [Int] { steps.indices.filter { steps[$0].earning != nil } }

  /// The way with the fewest people, of equals that of the first step, and the points that it gives.
  var toPositive: (additions: Additions, points: Fraction)? {
    guard !people.isEmpty else { return nil }
    let ways = earning.map { step -> (additions: Additions, points: Fraction) in
      var counts = people
      complete(before: step, &counts)
      counts[step] = max(counts[step], 1)
      return (additions(counts), total(counts))
    }
    return ways.filter { !$0.additions.isEmpty }.min { size($0.additions) < size($1.additions) }
  }

  private func size(_ additions: Additions) -> Int128 { additions.reduce(0) { $0 + $1.units } }

  /// Gives the steps that a step waits for the people that they need.
  private func complete(before step: Int, _ counts: inout [Int128]) {
    for earlier in steps[step].step?.after ?? [] {
      counts[earlier] = max(counts[earlier], needs(of: earlier))
    }
  }

  private func needs(of step: Int) -> Int128 {
    steps[step].step?.needs.map { Fraction($0).ceiling } ?? 0
  }

  private func total(_ counts: [Int128]) -> Fraction {
    steps.indices.reduce(.zero) { $0.plus(points(of: $1, counts)) ?? $0 }
  }

  private func points(of step: Int, _ counts: [Int128]) -> Fraction {
    guard let earning = steps[step].earning, let plan = steps[step].step,
      plan.after.allSatisfy({ counts[$0] >= needs(of: $0) }),
      let rate = Fraction(earning.points).over(Fraction(earning.target)),
      let points = Fraction(counts[step], over: 1)?.times(rate)
    else { return .zero }
    return points.isBelow(steps[step].most) ? points : steps[step].most
  }

  private func units(for points: Fraction, _ earning: Earning) -> Int128? {
    points.times(Fraction(earning.target))?.over(Fraction(earning.points))?.ceiling
  }

  private func additions(_ counts: [Int128]) -> Additions {
    steps.indices.filter { counts[$0] > people[$0] }
      .map { Addition(option: steps[$0], units: counts[$0] - people[$0]) }
  }
}
