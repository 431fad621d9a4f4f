import Facts
import RuleSemantics

/// What the partner earns: the sets and sums of the customers' verdicts, over all customers.
///
/// Nothing is evaluated again: points come from the columns of the verdicts.
package func score(_ evaluated: EvaluatedFacts) -> PartnerScore {
  let plan = evaluated.plan
  var scorer = Scorer(evaluated)
  let earned = plan.designations.map { scorer.earned($0) }
  let choices = plan.trackChoices.map { scorer.choose($0, among: earned) }
  let trees = Set(plan.trackChoices.flatMap(\.trees))
  let counting = Set(choices.flatMap(\.counting))
  let open = zip(plan.trackChoices, choices).flatMap { choice, found in
    scorer.openRivals(in: choice, found.track, among: earned)
  }
  return PartnerScore(
    asOf: plan.asOf,
    designations: earned.enumerated().map { index, designation in
      DesignationScore(
        metrics: designation.metrics,
        total: designation.total.certain,
        possibleTotal: designation.total.possible,
        isQualified: designation.isQualified,
        counts: counting.contains(index) || !trees.contains(plan.designations[index].area),
        mayCount: counting.contains(index) || open.contains(index)
          || !trees.contains(plan.designations[index].area)
      )
    },
    choices: choices.map(\.track)
  )
}

/// The points of a designation, whether or not its track counts.
struct EarnedDesignation {
  let metrics: [MetricScore]
  let total: Points
  let isQualified: Truth
}

/// Scores designations that share trees: each leaf is added up, and each kind of certificates
/// looked up, once.
struct Scorer {
  let evaluated: EvaluatedFacts

  /// The columns of the verdicts, and those that only the partner is asked for.
  var store: ColumnStore
  private var measures: [Leaf: PartnerMeasure?] = [:]
  private var holders: [Int: CertificateHolders] = [:]

  private struct Leaf: Hashable {
    let area: Int
    let node: Int
  }

  init(_ evaluated: EvaluatedFacts) {
    self.evaluated = evaluated
    store = evaluated.store
  }

  mutating func earned(_ designation: DesignationPlan) -> EarnedDesignation {
    var metrics: [MetricScore] = []
    var points: [Points] = []
    for plan in designation.scores {
      let score = score(plan, area: designation.area)
      points.append(score.points)
      metrics.append(
        MetricScore(
          points: score.points.certain,
          possible: score.points.possible,
          options: score.options
        )
      )
    }
    let total = Points.sum(points, atMost: designation.maximum)
    return EarnedDesignation(
      metrics: metrics,
      total: total,
      isQualified: evaluated.plan.qualification?.truth(of: total, metrics: points) ?? .unknown
    )
  }

  private mutating func score(
    _ plan: ScorePlan,
    area: Int
  ) -> (points: Points, options: [OptionScore]) {
    switch plan.source {
    case .metrics(let metrics):
      var points: [Points] = []
      var options: [OptionScore] = []
      for (place, metric) in metrics.enumerated() {
        let own = score(metric, area: area, place: place)
        points.append(own.points)
        options += own.options
      }
      return (.sum(points, atMost: plan.maximum), options)
    case .steps(let steps):
      let own = score(steps)
      return (.sum(own.points, atMost: plan.maximum), own.options)
    }
  }

  mutating func measure(area: Int, node: Int) -> PartnerMeasure? {
    let leaf = Leaf(area: area, node: node)
    if let known = measures[leaf] { return known }
    let measure = evaluated.partnerMeasure(area: area, node: node)
    measures[leaf] = .some(measure)
    return measure
  }

  mutating func holders(_ kind: Int) -> CertificateHolders {
    if let known = holders[kind] { return known }
    let result = CertificateHolders(
      kind,
      in: evaluated.plan.asOf,
      evaluated.facts,
      evaluated.catalogue
    )
    holders[kind] = result
    return result
  }

  /// The same without some certificates.
  mutating func leavingOut(_ certificates: Set<CertificateOfPerson>) -> Scorer {
    // Looked up here, so that every such copy has them.
    for kind in Set(certificates.map(\.kind)) { _ = holders(kind) }
    var rest = self
    for one in certificates {
      rest.holders[one.kind] = rest.holders(one.kind).leavingOut(one.code, of: one.person)
    }
    return rest
  }
}

extension DesignationPlan {
  /// The most points of all scores.
  var maximum: Decimal {
    scores.reduce(.zero) { $0.plus($1.maximum) ?? $0 }
  }
}
