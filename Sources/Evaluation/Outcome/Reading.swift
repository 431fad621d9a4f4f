package import Facts
package import RuleSemantics

/// One value of a tenant, or two that make a share.
package struct Reading: Hashable, Sendable {
  package let kind: ReadingKind
  package let tenant: String?

  /// The workload or service; nil for a sum over all of them.
  package let item: String?

  /// The last month of the value.
  package let month: Month
  package let value: ValueRange

  /// What the value is a share of, in ``ReadingKind/whole``; nil for a value alone.
  package let whole: ValueRange?

  /// Whether it is within the bounds.
  package let isWithin: Truth

  /// Whether the month is the one in which the association began.
  package let isAtAssociation: Bool

  /// What would settle a value that is not exactly known.
  package let missing: [MissingFact]

  /// The numbers that rates turned into the value; empty where there are none.
  package let parts: [RatedPart]

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

  package init(
    _ kind: ReadingKind,
    tenant: String?,
    item: String?,
    month: Month,
    value: ValueRange,
    whole: ValueRange? = nil,
    isWithin: Truth = .yes,
    isAtAssociation: Bool = false,
    missing: [MissingFact] = [],
    parts: [RatedPart] = []
  ) {
    self.kind = kind
    self.tenant = tenant
    self.item = item
    self.month = month
    self.value = value
    self.whole = whole
    self.isWithin = isWithin
    self.isAtAssociation = isAtAssociation
    self.missing = missing
    self.parts = parts
  }
}

extension Reading {
  package var unit: Unit { kind.unit }
  package var window: Int { kind.window }
  package var bounds: Bounds? { kind.bounds }
  package var average: Bounds? { kind.average }

  /// Whether it is of something that has a value.
  var isTelling: Bool {
    value.exact != .zero || whole.map { $0.exact != .zero } ?? false
  }
}
