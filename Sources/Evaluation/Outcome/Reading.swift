package import Facts
package import RuleSemantics

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

  /// Bounds on the monthly average that `bounds` stand for; nil where the value itself is meant.
  package var average: Bounds?

  /// The numbers that rates turned into the value; empty where there are none.
  package var parts: [RatedPart] = []

  /// Whether it is within the bounds.
  package let isWithin: Truth

  /// Whether the month is the one in which the association began.
  package var isAtAssociation: Bool

  /// What would settle a value that is not exactly known.
  package var missing: [MissingFact] = []

  /// A number of the download and what one unit of it comes to.
  package struct RatedPart: Hashable, Sendable {
    package let value: ValueRange
    package let unit: Unit

    /// In the unit of the reading, for one unit of the value.
    package let rate: Decimal

    package init(value: ValueRange, unit: Unit, rate: Decimal) {
      self.value = value
      self.unit = unit
      self.rate = rate
    }
  }

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
    isAtAssociation: Bool = false
  ) {
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
