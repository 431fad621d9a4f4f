import Evaluation
import Facts
import RuleSemantics

/// The distance of leaves: each alone, else one of every side together.
struct LeafDistance {
  private let metric: ScoreMetric

  init(_ metric: ScoreMetric) { self.metric = metric }

  func ways(gaining points: Fraction) -> [Additions] {
    let alone = metric.sides.flatMap { side in
      side.compactMap { leaf -> Additions? in
        guard let wanted = base(leaf, in: side).plus(points) else { return nil }
        return leaf.units(toReach: wanted).map { [Addition(option: leaf, units: $0)] }
      }
    }
    return alone.isEmpty ? together(gaining: points).map { [$0] } ?? [] : alone
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
  private func together(gaining points: Fraction) -> Additions? {
    var rest = points
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

  /// The points of this leaf with so many units more; nil where they are not known.
  func points(adding units: Int128) -> Fraction? {
    guard let span, let amount, let sum = amount.plus(Fraction(Decimal(mantissa: units, scale: 0))),
      let points = sum.times(most)?.over(span)
    else { return nil }
    return points.isBelow(most) ? points : most
  }
}
