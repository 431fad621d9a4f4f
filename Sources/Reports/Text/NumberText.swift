package import Evaluation
package import Facts
package import RuleSemantics

/// How numbers read in sentences, tables and the CSV.
///
/// Rounding is for show only. A unit without decimals is never rounded, and a number is shown with
/// more decimals than its unit has where fewer would put it on the other side of a threshold:
/// 999.996 USD against at least 1,000.00 USD reads `999.996 USD`.
package enum NumberText {
  /// `1,240.50`: grouped, with at least `places` fraction digits.
  ///
  /// - Precondition: `value` has no more than `places` fraction digits, or is to be shown exactly.
  package static func grouped(_ value: Decimal, places: Int) -> String {
    DecimalDigits(value, places: places).text(groups: true)
  }

  /// `1240.50`: not grouped, with at least `places` fraction digits.
  package static func plain(_ value: Decimal, places: Int) -> String {
    DecimalDigits(value, places: places).text(groups: false)
  }

  /// `1,240.50 USD`, `1 tenant`, `-3 tenants`.
  package static func quantity(
    _ value: Decimal,
    _ unit: Unit,
    near ends: [Decimal] = []
  ) -> String {
    number(value, unit, near: ends) + " " + noun(value, unit)
  }

  /// `0.004`: with all of its digits, for distances, which must not look like nothing.
  package static func exactly(_ value: Decimal, _ unit: Unit) -> String {
    grouped(value, places: unit.decimals)
  }

  /// `1,240.50`: the number of a ``quantity(_:_:near:)`` alone.
  package static func number(
    _ value: Decimal,
    _ unit: Unit,
    near ends: [Decimal] = []
  ) -> String {
    guard unit.decimals > 0 else { return grouped(value, places: 0) }
    let places = places(from: unit.decimals, below: value.scale, ends: ends) { places, end in
      (value.rounded(toPlaces: places).compared(with: end) == 0) == (value.compared(with: end) == 0)
    }
    return grouped(value.rounded(toPlaces: places), places: unit.decimals)
  }

  /// `10.00 percent`, with more decimals where two would look like an end of the bounds.
  package static func percent(
    _ numerator: Decimal,
    of denominator: Decimal,
    near ends: [Decimal] = []
  ) -> String? {
    let places = places(from: 2, below: 12, ends: ends) { places, end in
      guard
        let shown = Decimal.percent(numerator, of: denominator, places: places),
        let exact = Decimal.percent(numerator, of: denominator, places: 12)
      else { return true }
      return (shown.compared(with: end) == 0) == (exact.compared(with: end) == 0)
    }
    return Decimal.percent(numerator, of: denominator, places: places)
      .map { grouped($0, places: 2) + " percent" }
  }

  /// `3 tenants`, `1 to 3 tenants`, `1 or more tenants`, `an unknown number of tenants`.
  package static func quantity(
    _ range: ValueRange,
    _ unit: Unit,
    near ends: [Decimal] = []
  ) -> String {
    if let exact = range.exact { return quantity(exact, unit, near: ends) }
    let number = number(range, unit, near: ends)
    return number + (range.isUnknown ? " of " : " ") + unit.plural
  }

  /// `3`, `1 to 3`, `1 or more`, `at most 3`, `an unknown number`.
  package static func number(
    _ range: ValueRange,
    _ unit: Unit,
    near ends: [Decimal] = []
  ) -> String {
    if range.isUnknown { return unit.decimals > 0 ? "an unknown amount" : "an unknown number" }
    return switch (range.low, range.high) {
    case (let low?, let high?) where low == high:
      number(low, unit, near: ends)
    case (let low?, let high?):
      number(low, unit, near: ends) + " to " + number(high, unit, near: ends)
    case (let low?, nil): number(low, unit, near: ends) + " or more"
    case (nil, let high?): "at most " + number(high, unit, near: ends)
    case (nil, nil): "any number"
    }
  }

  /// `tenant` for one, `tenants` otherwise.
  package static func noun(_ value: Decimal, _ unit: Unit) -> String {
    value.scale == 0 && value.mantissa.magnitude == 1 ? unit.singular : unit.plural
  }

  /// The fewest places from `first` to `last` at which the number is told apart from every end.
  private static func places(
    from first: Int,
    below last: Int,
    ends: [Decimal],
    isFaithful: (Int, Decimal) -> Bool
  ) -> Int {
    var places = first
    while places < last, !ends.allSatisfy({ isFaithful(places, $0) }) { places += 1 }
    return places
  }
}

extension ValueRange {
  /// Whether nothing is known, a count's being zero or more aside.
  fileprivate var isUnknown: Bool { high == nil && (low == nil || low == .zero) }
}

extension Bounds {
  /// The numbers that a value must not seem to be.
  package var ends: [Decimal] { [lower?.number, upper?.number].compactMap(\.self) }
}
