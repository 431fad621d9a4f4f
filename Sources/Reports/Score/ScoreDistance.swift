import Evaluation
import Facts
import RuleSemantics

/// How many more whole units of one option are needed.
struct Addition {
  let option: ScoreOption
  let units: Int128
}

/// A way to more points: all of its additions together.
typealias Additions = [Addition]

/// The distance of a metric to its maximum and, where it is zero, to any points, from the exact
/// fractions: the smallest whole numbers of units that do it.
///
/// Nothing is told where facts leave a measure open.
struct ScoreDistance {
  /// Each way gives all that is missing; empty where none is known.
  let toMaximum: [Additions]

  /// Each way makes a metric of zero points positive; empty for other metrics.
  let toPositive: [Additions]

  /// The points that come with ``toPositive`` at once, where steps that wait for others give them.
  let firstPoints: Fraction?

  init(_ metric: ScoreMetric) {
    guard metric.isExact, let missing = metric.missing else {
      (toMaximum, toPositive, firstPoints) = ([], [], nil)
      return
    }
    if metric.sides.isEmpty {
      let steps = StepDistance(metric)
      toMaximum = steps.toMaximum.map { [$0] } ?? []
      let first = metric.isZero ? steps.toPositive : nil
      toPositive = first.map { [$0.additions] } ?? []
      firstPoints = first?.points
    } else {
      let leaves = LeafDistance(metric: metric, missing: missing)
      toMaximum = leaves.toMaximum
      toPositive = metric.isZero ? leaves.toPositive : []
      firstPoints = nil
    }
  }
}

/// The distance of leaves: each alone, else one of every side together.
private struct LeafDistance {
  let metric: ScoreMetric
  let missing: Fraction

  var toMaximum: [Additions] {
    let alone = metric.sides.flatMap { side in
      side.compactMap { leaf -> Additions? in
        guard let wanted = base(leaf, in: side).plus(missing) else { return nil }
        return leaf.units(toReach: wanted).map { [Addition(option: leaf, units: $0)] }
      }
    }
    return alone.isEmpty ? together.map { [$0] } ?? [] : alone
  }

  var toPositive: [Additions] {
    metric.sides.flatMap(\.self).compactMap { leaf in
      leaf.unitsToPositive.map { [Addition(option: leaf, units: $0)] }
    }
  }

  /// The points to which a leaf adds: those of the best of its side, or its own.
  private func base(_ leaf: ScoreOption, in side: [ScoreOption]) -> Fraction {
    guard metric.isBestOf(side) else { return leaf.score.points }
    return side.map(\.score.points).max { $0.isBelow($1) } ?? .zero
  }

  /// Of every side what it can give, in order, until nothing is missing.
  private var together: Additions? {
    var rest = missing
    var additions: Additions = []
    for side in metric.sides {
      let leaves = metric.isBestOf(side) ? nearestToFull(side) : side
      for leaf in leaves where rest.isPositive {
        let base = base(leaf, in: side)
        guard let room = leaf.most.minus(base), room.isPositive else { continue }
        let gain = room.isBelow(rest) ? room : rest
        guard let wanted = base.plus(gain), let units = leaf.units(toReach: wanted),
          let left = rest.minus(gain)
        else { continue }
        additions.append(Addition(option: leaf, units: units))
        rest = left
      }
    }
    return rest.isPositive ? nil : additions
  }

  private func nearestToFull(_ side: [ScoreOption]) -> [ScoreOption] {
    let known = side.compactMap { leaf in leaf.units(toReach: leaf.most).map { (leaf, $0) } }
    return known.min { $0.1 < $1.1 }.map { [$0.0] } ?? []
  }
}

/// The distance of steps: people for steps that others wait for, then for those that earn.
private struct StepDistance {
  let steps: [ScoreOption]
  let maximum: Fraction

  /// By step; empty where one is not exactly known.
  private let people: [Int128]

  init(_ metric: ScoreMetric) {
    steps = metric.options
    maximum = metric.maximum
    let counts = metric.options.compactMap { $0.amount.map(\.floor) }
    people = counts.count == metric.options.count ? counts : []
  }

  var toMaximum: Additions? {
    guard !people.isEmpty else { return nil }
    var counts = people
    for step in steps.indices where steps[step].earning != nil { complete(before: step, &counts) }
    for step in steps.indices {
      let have = total(counts)
      guard have.isBelow(maximum), let earning = steps[step].earning else { continue }
      let own = points(of: step, counts)
      guard let missing = maximum.minus(have), let room = steps[step].most.minus(own),
        let wanted = own.plus(room.isBelow(missing) ? room : missing),
        let needed = units(for: wanted, earning)
      else { continue }
      counts[step] = max(counts[step], needed)
    }
    return total(counts).isBelow(maximum) ? nil : additions(counts)
  }

  /// The way with the fewest people, of equals that of the first step, and the points that it gives.
  var toPositive: (additions: Additions, points: Fraction)? {
    guard !people.isEmpty else { return nil }
    let ways = steps.indices.filter { steps[$0].earning != nil }
      .map { step -> (additions: Additions, points: Fraction) in
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

extension ScoreOption {
  /// The whole units to add for so many points of this leaf; nil where no number of them does it.
  fileprivate func units(toReach points: Fraction) -> Int128? {
    guard score.obstacle == nil, !most.isBelow(points), let span, let amount,
      let needed = span.times(points)?.over(most)?.minus(amount)
    else { return nil }
    return needed.ceiling > 0 ? needed.ceiling : nil
  }

  /// The whole units to add for any points.
  fileprivate var unitsToPositive: Int128? {
    guard score.obstacle == nil, span != nil, let amount else { return nil }
    return Fraction.zero.minus(amount).map { $0.floor + 1 }.flatMap { $0 > 0 ? $0 : nil }
  }
}

extension Fraction {
  /// Nil for a divisor of zero.
  fileprivate func over(_ other: Fraction) -> Fraction? { other.inverse.flatMap(times) }
}
