package import Facts
package import RuleSemantics

/// What a test looked at: the operands of its verdict and the evidence behind them.
package enum Observation: Sendable {
  /// Areas and metrics: the verdict follows from the nodes below.
  case rollUp
  case presence(PresenceObservation)
  case largest(LargestObservation)
  case members(MembersObservation)
  case sum(SumObservation)
}

/// Which names rows carry in a run of months.
package struct PresenceObservation: Sendable {
  package let months: ClosedRange<Month>

  /// Names that count, sorted by code points.
  package let found: [String]

  /// Names of other rows of the selection, that do not count, sorted.
  package let others: [String]

  /// What rows of the same months carry that are outside of the selection; looked for only where
  /// the selection has none.
  package let excluded: ExcludedRows
  package let missing: [MissingFact]

  package init(
    months: ClosedRange<Month>,
    found: [String],
    others: [String],
    excluded: ExcludedRows = ExcludedRows(),
    missing: [MissingFact]
  ) {
    self.months = months
    self.found = found
    self.others = others
    self.excluded = excluded
    self.missing = missing
  }
}

/// Why rows of a table are outside of a selection: by the name they are about, or else by their
/// association.
package struct ExcludedRows: Hashable, Sendable {
  /// Names that do not count, sorted by code points.
  package let items: [String]

  /// Associations, that do not count, of rows whose name does, sorted.
  package let associations: [String]

  package init(items: [String] = [], associations: [String] = []) {
    self.items = items
    self.associations = associations
  }
}

/// One value of a tenant, or two that make a share.
package struct Reading: Hashable, Sendable {
  /// The measure's title: `paid seats`.
  package let title: String
  package let tenant: String?

  /// The workload or service; nil for a sum over all of them.
  package let item: String?

  /// The last month of the value.
  package let month: Month

  /// How many months the value sums up, 1 for a month alone.
  package let window: Int
  package let value: ValueRange
  package let unit: Unit

  /// What the value is a share of; nil for a value alone.
  package let whole: Whole?

  /// What the value, or the share in percent, was compared with; nil where a test says it.
  package let bounds: Bounds?

  /// Whether it is within the bounds.
  package let isWithin: Truth

  /// Whether the month is the one in which the association began.
  package var isAtAssociation: Bool

  /// The rows that it is made of, an index in ``EvaluationPlan/selections``; nil where unknown.
  package let selection: Int?

  /// The whole of a share.
  package struct Whole: Hashable, Sendable {
    package let title: String
    package let value: ValueRange
    package let unit: Unit

    package init(title: String, value: ValueRange, unit: Unit) {
      self.title = title
      self.value = value
      self.unit = unit
    }
  }

  package init(
    title: String,
    tenant: String?,
    item: String?,
    month: Month,
    window: Int,
    value: ValueRange,
    unit: Unit,
    whole: Whole? = nil,
    bounds: Bounds? = nil,
    isWithin: Truth = .yes,
    isAtAssociation: Bool = false,
    selection: Int? = nil
  ) {
    self.selection = selection
    self.whole = whole
    self.bounds = bounds
    self.isWithin = isWithin
    self.isAtAssociation = isAtAssociation
    self.title = title
    self.tenant = tenant
    self.item = item
    self.month = month
    self.window = window
    self.value = value
    self.unit = unit
  }
}

/// The value of a measure that decided a test on the largest one.
package struct LargestObservation: Sendable {
  package let month: Month

  /// The largest value within the bounds, else the largest of all; nil without rows.
  package let reading: Reading?

  /// What rows of the month carry that are outside of the selection; looked for only where the
  /// selection has none.
  package let excluded: ExcludedRows
  package let missing: [MissingFact]

  package init(
    month: Month,
    reading: Reading?,
    excluded: ExcludedRows = ExcludedRows(),
    missing: [MissingFact]
  ) {
    self.month = month
    self.reading = reading
    self.excluded = excluded
    self.missing = missing
  }
}

/// The members of a group, now and, for a net count, then.
package struct MembersObservation: Sendable {
  package let title: String

  /// The unit of counting, such as tenants.
  package let unit: Unit
  package let month: Month

  /// How many members there are in `month`.
  package let now: ValueRange

  /// The month of comparison; nil for a plain count.
  package let baselineMonth: Month?
  package let baseline: ValueRange?

  /// Whoever is, was or may be a member, and whoever has values and is none; by tenant, then name.
  package let members: [MemberEvidence]
  package let missing: [MissingFact]

  package init(
    title: String,
    unit: Unit,
    month: Month,
    now: ValueRange,
    baselineMonth: Month?,
    baseline: ValueRange?,
    members: [MemberEvidence],
    missing: [MissingFact]
  ) {
    self.title = title
    self.unit = unit
    self.month = month
    self.now = now
    self.baselineMonth = baselineMonth
    self.baseline = baseline
    self.members = members
    self.missing = missing
  }
}

/// One member of a group in both months.
package struct MemberEvidence: Sendable {
  package let tenant: String?
  package let item: String?

  package let now: Truth

  /// `no` for a plain count.
  package let then: Truth

  /// The values that decided in each month.
  package let nowReadings: [Reading]
  package let thenReadings: [Reading]

  package init(
    tenant: String?,
    item: String?,
    now: Truth,
    then: Truth,
    nowReadings: [Reading],
    thenReadings: [Reading]
  ) {
    self.tenant = tenant
    self.item = item
    self.now = now
    self.then = then
    self.nowReadings = nowReadings
    self.thenReadings = thenReadings
  }
}

/// A sum, and for a change the sum that it is compared with.
package struct SumObservation: Sendable {
  package let title: String
  package let unit: Unit
  package let month: Month

  /// Months that each sum takes, 1 for a month alone.
  package let window: Int
  package let now: ValueRange

  /// The month of comparison; nil for a plain total.
  package let baselineMonth: Month?
  package let baseline: ValueRange?

  /// `now` less `baseline`, or `now` itself.
  package let result: ValueRange

  /// What each tenant (and workload, where the measure is counted by it) gives, largest change
  /// first.
  package let contributions: [Contribution]
  package let missing: [MissingFact]

  package init(
    title: String,
    unit: Unit,
    month: Month,
    window: Int,
    now: ValueRange,
    baselineMonth: Month?,
    baseline: ValueRange?,
    result: ValueRange,
    contributions: [Contribution],
    missing: [MissingFact]
  ) {
    self.title = title
    self.unit = unit
    self.month = month
    self.window = window
    self.now = now
    self.baselineMonth = baselineMonth
    self.baseline = baseline
    self.result = result
    self.contributions = contributions
    self.missing = missing
  }
}

/// What one tenant and name gives to a sum.
package struct Contribution: Sendable {
  package let tenant: String
  package let item: String
  package let now: ValueRange

  /// In the month of comparison, or of association.
  package let baseline: ValueRange

  /// The month in which the association began, when it is the baseline.
  package let associationMonth: Month?

  /// Whether it is zero now because the tenant is not in the group, whatever it uses.
  package let isLeftOutNow: Bool

  /// Whether its baseline is zero because the tenant was not in the group, whatever it used.
  package let isLeftOutThen: Bool

  package init(
    tenant: String,
    item: String,
    now: ValueRange,
    baseline: ValueRange,
    associationMonth: Month?,
    isLeftOutNow: Bool = false,
    isLeftOutThen: Bool = false
  ) {
    self.isLeftOutNow = isLeftOutNow
    self.isLeftOutThen = isLeftOutThen
    self.tenant = tenant
    self.item = item
    self.now = now
    self.baseline = baseline
    self.associationMonth = associationMonth
  }
}

/// A fact that would settle what is unknown.
package struct MissingFact: Hashable, Sendable {
  /// The id of the table.
  package let table: String

  /// The months that it does not cover, or whose cell is empty.
  package let months: [Month]

  /// Whose value is missing; nil when the table does not cover the months at all.
  package let tenant: String?
  package let item: String?

  package init(table: String, months: [Month], tenant: String?, item: String?) {
    self.table = table
    self.months = months
    self.tenant = tenant
    self.item = item
  }
}
