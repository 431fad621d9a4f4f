package import Facts
package import RuleSemantics

/// A sum, and for a change the sum that it is compared with.
package final class SumObservation: Sendable {
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

  /// What rows carry that are outside of the selection; looked for only where nothing adds up.
  package let excluded: ExcludedRows
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
    excluded: ExcludedRows = ExcludedRows(),
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
    self.excluded = excluded
    self.missing = missing
  }
}

/// What one tenant and name gives to a sum.
package final class Contribution: Sendable {
  package let tenant: String
  package let item: String
  package let now: ValueRange

  /// In the month of comparison, or of association.
  package let baseline: ValueRange

  /// The month in which the association began, when it is the baseline.
  package let associationMonth: Month?

  /// What would settle numbers that are not exactly known.
  package let missing: [MissingFact]

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
    missing: [MissingFact] = [],
    isLeftOutNow: Bool = false,
    isLeftOutThen: Bool = false
  ) {
    self.missing = missing
    self.isLeftOutNow = isLeftOutNow
    self.isLeftOutThen = isLeftOutThen
    self.tenant = tenant
    self.item = item
    self.now = now
    self.baseline = baseline
    self.associationMonth = associationMonth
  }
}
