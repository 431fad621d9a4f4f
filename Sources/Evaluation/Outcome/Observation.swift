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
package final class PresenceObservation: Sendable {
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

  /// Where the associations that count differ by name: names with associations that do not count
  /// for them, sorted.
  package let combinations: [Combination]

  package struct Combination: Hashable, Sendable {
    package let item: String
    package let association: String

    package init(item: String, association: String) {
      self.item = item
      self.association = association
    }
  }

  package init(
    items: [String] = [],
    associations: [String] = [],
    combinations: [Combination] = []
  ) {
    self.items = items
    self.associations = associations
    self.combinations = combinations
  }

  /// Whether there is nothing to tell.
  package var isEmpty: Bool { items.isEmpty && associations.isEmpty && combinations.isEmpty }
}

/// The value of a measure that decided a test on the largest one.
package final class LargestObservation: Sendable {
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
package final class MembersObservation: Sendable {
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

  /// What rows carry that are outside of the selection; looked for only where nobody has values.
  package let excluded: ExcludedRows
  package let missing: [MissingFact]

  package init(
    title: String,
    unit: Unit,
    month: Month,
    now: ValueRange,
    baselineMonth: Month?,
    baseline: ValueRange?,
    members: [MemberEvidence],
    excluded: ExcludedRows = ExcludedRows(),
    missing: [MissingFact]
  ) {
    self.title = title
    self.unit = unit
    self.month = month
    self.now = now
    self.baselineMonth = baselineMonth
    self.baseline = baseline
    self.members = members
    self.excluded = excluded
    self.missing = missing
  }
}

/// One member of a group in both months.
package final class MemberEvidence: Sendable {
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
