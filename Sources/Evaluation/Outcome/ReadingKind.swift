package import RuleSemantics

/// What a value is of and what it was compared with: the same for every customer.
///
/// A class, as there are readings for every name of every tenant.
package final class ReadingKind: Hashable, Sendable {
  /// The measure's title: `paid seats`.
  package let title: String

  /// How many months the value sums up, 1 for a month alone.
  package let window: Int
  package let unit: Unit

  /// What the value is a share of; nil for a value alone.
  package let whole: Whole?

  /// What the value, or the share in percent, was compared with; nil where a test says it.
  package let bounds: Bounds?

  /// Bounds on the monthly average that `bounds` stand for; nil where the value itself is meant.
  package let average: Bounds?

  /// The whole of a share.
  package struct Whole: Hashable, Sendable {
    package let title: String
    package let unit: Unit

    package init(title: String, unit: Unit) {
      self.title = title
      self.unit = unit
    }
  }

  package init(
    title: String,
    window: Int,
    unit: Unit,
    whole: Whole? = nil,
    bounds: Bounds? = nil,
    average: Bounds? = nil
  ) {
    self.title = title
    self.window = window
    self.unit = unit
    self.whole = whole
    self.bounds = bounds
    self.average = average
  }

  package static func == (left: ReadingKind, right: ReadingKind) -> Bool {
    left === right
      || left.title == right.title && left.window == right.window && left.unit == right.unit
        && left.whole == right.whole && left.bounds == right.bounds
        && left.average == right.average
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(window)
  }
}
