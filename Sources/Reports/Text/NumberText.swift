package import Evaluation
package import Facts
package import RuleSemantics

/// How numbers read in sentences, tables and the CSV, as strings; `OutputBuffer` says by which rules.
package enum NumberText {
  /// `1,240.50`: grouped, with at least `places` fraction digits.
  ///
  /// - Precondition: `value` has no more than `places` fraction digits, or is to be shown exactly.
  package static func grouped(_ value: Decimal, places: Int) -> String {
    String { $0.append(value, places: places, groups: true) }
  }

  /// `1240.50`: not grouped, with at least `places` fraction digits.
  package static func plain(_ value: Decimal, places: Int) -> String {
    String { $0.append(value, places: places, groups: false) }
  }

  /// `1,240.50 USD`, `1 tenant`, `-3 tenants`.
  package static func quantity(
    _ value: Decimal,
    _ unit: Unit,
    near ends: [Decimal] = []
  ) -> String {
    String { $0.append(quantity: value, unit, near: ends) }
  }

  /// `1,240.50`: the number of a ``quantity(_:_:near:)`` alone.
  package static func number(
    _ value: Decimal,
    _ unit: Unit,
    near ends: [Decimal] = []
  ) -> String {
    String { $0.append(number: value, unit, near: ends) }
  }

  /// `10.00 percent`, with more decimals where two would look like an end of the bounds.
  package static func percent(
    _ numerator: Decimal,
    of denominator: Decimal,
    near ends: [Decimal] = []
  ) -> String? {
    let text = String { $0.append(percent: numerator, of: denominator, near: ends) }
    return text.isEmpty ? nil : text
  }

  /// `3 tenants`, `1 to 3 tenants`, `1 or more tenants`, `an unknown number of tenants`.
  package static func quantity(
    _ range: ValueRange,
    _ unit: Unit,
    near ends: [Decimal] = []
  ) -> String {
    String { $0.append(quantity: range, unit, near: ends) }
  }

  /// `3`, `1 to 3`, `1 or more`, `at most 3`, `an unknown number`.
  package static func number(
    _ range: ValueRange,
    _ unit: Unit,
    near ends: [Decimal] = []
  ) -> String {
    String { $0.append(number: range, unit, near: ends) }
  }

  /// `tenant` for one, `tenants` otherwise.
  package static func noun(_ value: Decimal, _ unit: Unit) -> String {
    value.scale == 0 && value.mantissa.magnitude == 1 ? unit.singular : unit.plural
  }
}

extension Bounds {
  /// The numbers that a value must not seem to be.
  package var ends: [Decimal] { [lower?.number, upper?.number].compactMap(\.self) }
}
