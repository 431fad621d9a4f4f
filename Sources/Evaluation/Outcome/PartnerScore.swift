package import Facts
package import RuleSemantics

/// What the partner earns as of one month.
package struct PartnerScore: Sendable {
  package let asOf: Month

  /// By designation, as in ``EvaluationPlan/designations``.
  package let designations: [DesignationScore]

  /// By choice, as in ``EvaluationPlan/trackChoices``.
  package let choices: [ChosenTrack]

  package init(asOf: Month, designations: [DesignationScore], choices: [ChosenTrack]) {
    self.asOf = asOf
    self.designations = designations
    self.choices = choices
  }
}

/// The tree that counts for the partner, and why.
package struct ChosenTrack: Sendable {
  /// The tree that counts, an index in ``EvaluationPlan/areas``; nil for the designation with the
  /// higher total where several designations disagree.
  package let tree: Int?

  /// What each test of a classification found, in order; empty for other rules.
  package let observations: [PartnerObservation]

  package init(tree: Int?, observations: [PartnerObservation]) {
    self.tree = tree
    self.observations = observations
  }
}

/// What a test of the partner looked at.
package struct PartnerObservation: Sendable {
  package let truth: Truth

  /// The number that was compared; for a share its part.
  package let value: ValueRange

  /// What the value is a share of; nil otherwise.
  package let whole: ValueRange?
  package let unit: Unit
  package let month: Month

  package init(truth: Truth, value: ValueRange, whole: ValueRange?, unit: Unit, month: Month) {
    self.truth = truth
    self.value = value
    self.whole = whole
    self.unit = unit
    self.month = month
  }
}

/// The points of one designation.
package struct DesignationScore: Sendable {
  /// By score, as in ``DesignationPlan/scores``.
  package let metrics: [MetricScore]

  /// The certain points of all metrics.
  package let total: Fraction

  /// The points when whatever is unknown turns out well; equal to `total` when all is known.
  package let possibleTotal: Fraction

  /// Whether the total is enough and every metric that has to be is above zero.
  package let isQualified: Truth

  /// Whether it is the designation of the track that counts, as far as facts tell.
  package let counts: Bool

  /// Whether it could be the one that counts: of a track that counts it always is, of another one
  /// where facts are missing that choose.
  package let mayCount: Bool

  package init(
    metrics: [MetricScore],
    total: Fraction,
    possibleTotal: Fraction,
    isQualified: Truth,
    counts: Bool,
    mayCount: Bool? = nil
  ) {
    self.metrics = metrics
    self.total = total
    self.possibleTotal = possibleTotal
    self.isQualified = isQualified
    self.counts = counts
    self.mayCount = mayCount ?? counts
  }
}

/// The points of one metric.
package struct MetricScore: Sendable {
  /// What certainly is earned.
  package let points: Fraction

  /// What is earned when whatever is unknown turns out well.
  package let possible: Fraction

  /// What the points come from: for each metric of the tree its leaves, or the steps, in order.
  package let options: [OptionScore]

  package init(points: Fraction, possible: Fraction, options: [OptionScore]) {
    self.points = points
    self.possible = possible
    self.options = options
  }
}

/// One leaf or step with what it earns.
package struct OptionScore: Sendable {
  /// Where it belongs.
  package enum Place: Hashable, Sendable {
    /// A leaf, an index in ``AreaPlan/nodes``, of the scored metric with this index.
    case leaf(metric: Int, node: Int)
    /// An index in the score's steps.
    case step(Int)
  }

  package let place: Place

  /// What is measured over all customers, or how many people a step has; for a growth in percent
  /// the change.
  package let measure: ValueRange

  /// What a growth in percent is made of; nil for other measures.
  package let growth: Growth?

  /// Of the measure; for a growth that of the change and the baseline, not percent.
  package let unit: Unit

  /// What is certainly earned; zero for a step that only others need.
  package let points: Fraction
  package let possible: Fraction

  /// Whether the points count: of the leaves of a best-of metric only the best do.
  package let counts: Bool

  /// Why nothing is earned whatever the measure; nil where it is in proportion.
  package let obstacle: Obstacle?

  /// The people of a step, codes of ``FactStore/people``, ascending.
  package let people: [Int32]

  /// A growth of the partner's sums.
  package struct Growth: Hashable, Sendable {
    /// The sum now less the baseline.
    package let change: ValueRange
    package let baseline: ValueRange

    /// The change in percent of the baseline; unbounded where the baseline may be zero.
    package let percentage: FractionRange

    package init(change: ValueRange, baseline: ValueRange, percentage: FractionRange) {
      self.change = change
      self.baseline = baseline
      self.percentage = percentage
    }
  }

  /// Why nothing is earned for certain, whatever else is known.
  package enum Obstacle: Hashable, Sendable {
    /// The baseline is zero: no percentage exists.
    case noBaseline
    /// The baseline is below the floor.
    case belowFloor
    /// A step (index) that comes before is not complete.
    case incomplete(step: Int)
  }

  package init(
    place: Place,
    measure: ValueRange,
    growth: Growth?,
    unit: Unit,
    points: Fraction,
    possible: Fraction,
    counts: Bool,
    obstacle: Obstacle?,
    people: [Int32]
  ) {
    self.place = place
    self.measure = measure
    self.growth = growth
    self.unit = unit
    self.points = points
    self.possible = possible
    self.counts = counts
    self.obstacle = obstacle
    self.people = people
  }
}

/// A fraction that is only known to lie somewhere; nil is unbounded.
package struct FractionRange: Hashable, Sendable {
  package let low: Fraction?
  package let high: Fraction?

  package init(low: Fraction?, high: Fraction?) {
    self.low = low
    self.high = high
  }

  /// The fraction, when it is known.
  package var exact: Fraction? { low == high ? low : nil }
}
