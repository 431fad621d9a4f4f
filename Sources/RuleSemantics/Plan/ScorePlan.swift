package import Facts

/// What a partner earns for one designation: the scores of one tree of conditions.
///
/// Several designations may score the same tree, as those of Azure do.
package struct DesignationPlan: Sendable {
  /// `azure-data-ai`; where the rules give it no id of its own, that of the tree: `security-smb`.
  package let id: String
  package let title: String

  /// The tree that is scored, an index in ``EvaluationPlan/areas``.
  package let area: Int

  /// The id that the designation has whatever its track: its own, else that of the area: `security`.
  package let family: String

  /// The id of the track whose tree is scored: `smb`; empty where the area has none in force.
  package let track: String

  /// In order of the file.
  package let scores: [ScorePlan]

  package init(
    id: String,
    title: String,
    area: Int,
    family: String,
    track: String,
    scores: [ScorePlan]
  ) {
    self.id = id
    self.title = title
    self.area = area
    self.family = family
    self.track = track
    self.scores = scores
  }
}

/// A heading over scores: `performance`.
package struct ScoreCategory: Hashable, Sendable {
  package let id: String
  package let title: String

  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// The points of one metric.
package struct ScorePlan: Sendable {
  /// Scores of one category stand together; nil where a designation has none.
  package let category: ScoreCategory?

  /// `net-customer-adds`.
  package let id: String
  package let title: String

  /// The most points that it can give.
  package let maximum: Decimal
  package let source: Source

  /// Where it is published, in order of citation.
  package let citations: [Citation]
  package let rule: RulePlace

  /// Where the points come from.
  package enum Source: Sendable {
    /// Metrics of the tree, whose points are added up to the maximum.
    case metrics([ScoredMetric])
    /// Certificates of people, step by step; the points are added up to the maximum.
    case steps([StepPlan])
  }

  package init(
    category: ScoreCategory? = nil,
    id: String,
    title: String,
    maximum: Decimal,
    source: Source,
    citations: [Citation],
    rule: RulePlace
  ) {
    self.category = category
    self.id = id
    self.title = title
    self.maximum = maximum
    self.source = source
    self.citations = citations
    self.rule = rule
  }
}

/// A metric of the tree that gives points: of a best-of metric the leaf with most, else the sum.
package struct ScoredMetric: Sendable {
  /// An index in ``AreaPlan/nodes``.
  package let metric: Int

  /// One for each leaf that earns, in tree order.
  package let leaves: [LeafEarning]

  package init(metric: Int, leaves: [LeafEarning]) {
    self.metric = metric
    self.leaves = leaves
  }
}

/// What a leaf earns: its measure over all customers, in proportion to the target, never below zero
/// and never above ``Earning/points``.
package struct LeafEarning: Sendable {
  /// An index in ``AreaPlan/nodes``.
  package let leaf: Int
  package let earning: Earning

  /// What the baseline of a growth must be at least for any points; nil without such a floor.
  package let floor: Bounds?

  package init(leaf: Int, earning: Earning, floor: Bounds?) {
    self.leaf = leaf
    self.earning = earning
    self.floor = floor
  }
}

/// `earns 30 points at 3 tenants`: points in proportion, up to the target.
package struct Earning: Hashable, Sendable {
  /// What the target earns, and the most that can be earned.
  package let points: Decimal

  /// Above zero.
  package let target: Decimal

  /// Of the target and of what is measured.
  package let unit: Unit

  package init(points: Decimal, target: Decimal, unit: Unit) {
    self.points = points
    self.target = target
    self.unit = unit
  }
}

/// People with certificates.
///
/// A person counts once in a step, and may count in several.
package struct StepPlan: Sendable {
  /// Such as `administrators`.
  package let id: String
  package let title: String

  /// All of them must hold for a person.
  package let holdings: [Holding]

  /// Steps (indices in the list) without whose ``needs`` this one earns nothing.
  package let after: [Int]

  /// How many people make the step complete; nil where nothing comes after it.
  package let needs: Decimal?

  /// Nil where the step is only a condition of others.
  package let earning: Earning?

  package init(
    id: String,
    title: String,
    holdings: [Holding],
    after: [Int],
    needs: Decimal?,
    earning: Earning?
  ) {
    self.id = id
    self.title = title
    self.holdings = holdings
    self.after = after
    self.needs = needs
    self.earning = earning
  }
}

/// `any of architects`, `all of required`: certificates that a person holds.
package struct Holding: Hashable, Sendable {
  /// Whether all certificates are needed; otherwise one is enough.
  package let isAll: Bool
  package let certificates: NameSet

  package init(isAll: Bool, certificates: NameSet) {
    self.isAll = isAll
    self.certificates = certificates
  }
}

/// Which of the trees of an area counts for the partner.
package struct TrackChoicePlan: Sendable {
  /// The id of the area: `azure`.
  package let area: String

  /// Its trees in force, indices in ``EvaluationPlan/areas``, in order.
  package let trees: [Int]
  package let rule: Rule

  package enum Rule: Sendable {
    /// There is one tree only.
    case only
    /// The one whose designation has the higher total; of equals the one that is qualified, else the
    /// first.
    case higherTotal
    /// The tree `met` when all tests hold for the partner, else the tree `otherwise`.
    ///
    /// Unknown counts as no.
    case classified(met: Int, [PartnerTest], otherwise: Int)
  }

  package init(area: String, trees: [Int], rule: Rule) {
    self.area = area
    self.trees = trees
    self.rule = rule
  }
}

/// What the partner as a whole is asked, in the as-of month M.
package enum PartnerTest: Hashable, Sendable {
  /// The size of the group over all customers, in M or `monthsBack` months before.
  case count(group: Int, monthsBack: Int, Bounds)
  /// The sum of the quantity over all customers.
  case total(Quantity, Bounds)
  /// The share, in percent, of customers with a row of the selection in M whose row carries a name of
  /// the set.
  case share(selection: Int, names: NameSet, Bounds)
}

/// When a designation is earned, as of a month.
package struct QualificationPlan: Sendable {
  /// What the total of points must be.
  package let total: Bounds

  /// Whether every score must be above zero.
  package let needsEveryScore: Bool

  /// How many months are looked at, the as-of month the last; each as of its own month.
  package let months: Int
  package let citations: [Citation]

  package init(total: Bounds, needsEveryScore: Bool, months: Int, citations: [Citation]) {
    self.total = total
    self.needsEveryScore = needsEveryScore
    self.months = months
    self.citations = citations
  }
}
