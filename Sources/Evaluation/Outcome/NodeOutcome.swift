package import Facts
package import RuleSemantics

/// What one node says of one customer: the verdict and everything that it was observed from.
package final class NodeOutcome: Sendable {
  package let isMet: Bool

  /// Why the node is not met; nil when it is.
  package let cause: Cause?

  /// For year-on-year measures, where it is known.
  package let change: Change?

  package let current: CurrentValue

  /// The distance to the other verdict; nil where there is none to tell.
  package let gap: Gap?

  package let observation: Observation

  /// What was taken for granted because no fact tells, each once.
  package let assumptions: [Assumption]

  package init(
    isMet: Bool,
    cause: Cause?,
    change: Change?,
    current: CurrentValue,
    gap: Gap?,
    observation: Observation,
    assumptions: [Assumption]
  ) {
    self.isMet = isMet
    self.cause = cause
    self.change = change
    self.current = current
    self.gap = gap
    self.observation = observation
    self.assumptions = assumptions
  }
}

/// Why a node is not met.
package enum Cause: String, Sendable {
  /// A value misses its threshold.
  case fails
  /// Facts that are needed to decide are absent.
  case noData = "no-data"
  /// An earlier gate is not met; the node's own value is shown all the same.
  case gate
}

/// The official wording for a measure against the same month of last year.
package enum Change: String, Sendable {
  case withGrowth = "with growth"
  case inDecline = "in decline"
  case noChange = "no change"
}

/// The value that decided.
package enum CurrentValue: Hashable, Sendable {
  /// None, or not exactly known.
  case none
  case number(Decimal, Unit)
  /// `numerator / denominator` in percent of 1: 1/4 is 25 percent. The denominator is never zero
  /// and may be negative.
  case ratio(numerator: Decimal, denominator: Decimal)
  /// Sorted by code points.
  case names([String])
}

/// A number that is only known to lie somewhere; nil is unbounded.
package struct ValueRange: Hashable, Sendable {
  package let low: Decimal?
  package let high: Decimal?

  package init(low: Decimal?, high: Decimal?) {
    self.low = low
    self.high = high
  }

  /// The number, when it is known.
  package var exact: Decimal? { low == high ? low : nil }
}

/// How far a value is from the other verdict.
package struct Gap: Hashable, Sendable {
  /// By how much the value would have to change, never negative.
  package let amount: Decimal

  /// Whether the value would have to change by more than `amount`, not just by it.
  package let isExclusive: Bool
  package let unit: Unit

  /// Whether the value would have to rise.
  package let isRise: Bool

  package init(amount: Decimal, isExclusive: Bool, unit: Unit, isRise: Bool) {
    self.amount = amount
    self.isExclusive = isExclusive
    self.unit = unit
    self.isRise = isRise
  }
}

/// Something that no fact tells and that was taken for granted.
package enum Assumption: Hashable, Sendable {
  /// No date is known: the association is taken as older than a year.
  case olderAssociation(tenant: String, item: String)
  /// A condition that the rules declare `assumed no if unknown`.
  case unknownAsNo(group: String, tenant: String, month: Month)
  /// A name has rows that take part, and no rate is in force that says what they come to: they
  /// count nothing.
  case noRate(item: String)
}
