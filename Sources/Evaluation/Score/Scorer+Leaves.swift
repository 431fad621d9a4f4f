import Facts
import RuleSemantics

extension Scorer {
  /// What a metric of the tree gives, and its leaves in order.
  ///
  /// `place` is its index among the metrics of the score.
  mutating func score(
    _ metric: ScoredMetric,
    area: Int,
    place: Int
  ) -> (points: Points, options: [OptionScore]) {
    let leaves = metric.leaves.map { leaf in earned(leaf, area: area) }
    let isBestOf = evaluated.plan.areas[area].nodes[metric.metric].isBestOf
    let best = isBestOf ? Scorer.best(leaves.map(\.points)) : nil
    let options = zip(metric.leaves, leaves).enumerated().map { index, pair in
      pair.1.option(
        .leaf(metric: place, node: pair.0.leaf),
        counts: best == nil || best == index
      )
    }
    let points = leaves.map(\.points)
    let most = metric.leaves.reduce(Decimal.zero) { $0.plus($1.earning.points) ?? $0 }
    return (
      isBestOf ? Scorer.largest(points, atMost: most) : .sum(points, atMost: most), options
    )
  }

  /// The leaf with the most certain points, of equals the first.
  private static func best(_ leaves: [Points]) -> Int? {
    leaves.indices.dropFirst().reduce(leaves.indices.first) { best, next in
      guard let best, let order = leaves[next].certain.compared(with: leaves[best].certain),
        order > 0
      else { return best }
      return next
    }
  }

  /// The most certain points and the most possible ones, maybe of different leaves.
  private static func largest(_ leaves: [Points], atMost maximum: Decimal) -> Points {
    leaves.reduce(.zero) { most, next in
      let certain = next.certain.compared(with: most.certain) ?? -1
      let possible = next.possible.compared(with: most.possible)
      return Points(
        certain: certain > 0 ? next.certain : most.certain,
        possible: possible.map { $0 > 0 ? next.possible : most.possible } ?? Fraction(maximum)
      )
    }
  }

  private mutating func earned(_ leaf: LeafEarning, area: Int) -> EarnedLeaf {
    guard let measure = measure(area: area, node: leaf.leaf) else {
      return EarnedLeaf(
        measure: Interval.unknown.range(scale: 0),
        growth: nil,
        unit: leaf.earning.unit,
        points: .unknown(leaf.earning),
        obstacle: nil
      )
    }
    return EarnedLeaf(leaf, measure)
  }
}

/// What one leaf measures and earns, whether or not it counts.
private struct EarnedLeaf {
  let measure: ValueRange
  let growth: OptionScore.Growth?
  let unit: Unit
  let points: Points
  let obstacle: OptionScore.Obstacle?

  init(
    measure: ValueRange,
    growth: OptionScore.Growth?,
    unit: Unit,
    points: Points,
    obstacle: OptionScore.Obstacle?
  ) {
    self.measure = measure
    self.growth = growth
    self.unit = unit
    self.points = points
    self.obstacle = obstacle
  }

  init(_ leaf: LeafEarning, _ measure: PartnerMeasure) {
    let isGrowth = leaf.earning.unit == .percent
    let compared =
      isGrowth
      ? FractionRange(change: measure.value, inPercentOf: measure.baseline)
      : FractionRange(measure.value, scale: measure.scale)
    let floor = leaf.floor.map {
      ScaledBounds($0, scale: measure.scale).truth(of: measure.baseline)
    }
    self.measure = measure.value.range(scale: measure.scale)
    unit = measure.unit
    growth =
      isGrowth
      ? OptionScore.Growth(
        change: self.measure,
        baseline: measure.baseline.range(scale: measure.scale),
        percentage: compared
      ) : nil
    let earned = Points(leaf.earning, compared)
    if isGrowth, measure.baseline.exact == 0 {
      (obstacle, points) = (.noBaseline, .zero)
    } else if floor == .no {
      (obstacle, points) = (.belowFloor, .zero)
    } else {
      obstacle = nil
      points =
        floor == .unknown ? Points(certain: .zero, possible: earned.possible) : earned
    }
  }

  func option(_ place: OptionScore.Place, counts: Bool) -> OptionScore {
    OptionScore(
      place: place,
      measure: measure,
      growth: growth,
      unit: unit,
      points: points.certain,
      possible: points.possible,
      counts: counts,
      obstacle: obstacle,
      people: []
    )
  }
}
