import Evaluation
import Facts
import RuleSemantics

/// Numbers as sentences show them.
///
/// Rounding is for show only. A unit without decimals is never rounded, and a number is shown with
/// more decimals than its unit has where fewer would put it on the other side of a threshold:
/// 999.996 USD against at least 1,000.00 USD reads `999.996 USD`.
///
/// `ends` are the numbers that a rounded one must not seem to be.
extension OutputBuffer {
  /// `1,240.50`.
  mutating func append(number value: Decimal, _ unit: Unit, near ends: [Decimal] = []) {
    guard unit.decimals > 0, value.scale > unit.decimals else {
      return append(value, places: unit.decimals, groups: true)
    }
    let places = places(from: unit.decimals, below: value.scale, ends: ends) { places, end in
      (value.rounded(toPlaces: places).compared(with: end) == 0) == (value.compared(with: end) == 0)
    }
    append(value.rounded(toPlaces: places), places: unit.decimals, groups: true)
  }

  /// `1,240.50 USD`, `1 tenant`, `-3 tenants`.
  mutating func append(quantity value: Decimal, _ unit: Unit, near ends: [Decimal] = []) {
    append(number: value, unit, near: ends)
    append(nounOf: value, unit)
  }

  /// `0.004 USD`: with all of its digits, for distances, which must not look like nothing.
  mutating func append(exactQuantity value: Decimal, _ unit: Unit) {
    append(exactly: value, unit)
    append(nounOf: value, unit)
  }

  /// `0.004`: the number of an exact quantity alone.
  mutating func append(exactly value: Decimal, _ unit: Unit) {
    append(value, places: unit.decimals, groups: true)
  }

  /// ` tenant` for one, ` tenants` otherwise.
  mutating func append(nounOf value: Decimal, _ unit: Unit) {
    append(UInt8(ascii: " "))
    append(NumberText.noun(value, unit))
  }

  /// `3 tenants`, `1 to 3 tenants`, `1 or more tenants`, `an unknown number of tenants`.
  mutating func append(quantity range: ValueRange, _ unit: Unit, near ends: [Decimal] = []) {
    if let exact = range.exact { return append(quantity: exact, unit, near: ends) }
    append(number: range, unit, near: ends)
    append(range.isUnknown ? " of " : " ")
    append(unit.plural)
  }

  /// `3`, `1 to 3`, `1 or more`, `at most 3`, `an unknown number`.
  mutating func append(number range: ValueRange, _ unit: Unit, near ends: [Decimal] = []) {
    if range.isUnknown {
      return append(unit.decimals > 0 ? "an unknown amount" : "an unknown number")
    }
    switch (range.low, range.high) {
    case (let low?, let high?) where low == high:
      append(number: low, unit, near: ends)
    case (let low?, let high?):
      append(number: low, unit, near: ends)
      append(" to ")
      append(number: high, unit, near: ends)
    case (let low?, nil):
      append(number: low, unit, near: ends)
      append(" or more")
    case (nil, let high?):
      append("at most ")
      append(number: high, unit, near: ends)
    case (nil, nil):
      append("any number")
    }
  }

  /// `10.00 percent`, with more decimals where two would look like one of the ends; false, and
  /// nothing is written, for a denominator of zero.
  @discardableResult
  mutating func append(
    percent numerator: Decimal,
    of denominator: Decimal,
    near ends: [Decimal] = []
  ) -> Bool {
    let places = places(from: 2, below: 12, ends: ends) { places, end in
      guard
        let shown = Decimal.percent(numerator, of: denominator, places: places),
        let exact = Decimal.percent(numerator, of: denominator, places: 12)
      else { return true }
      return (shown.compared(with: end) == 0) == (exact.compared(with: end) == 0)
    }
    guard let shown = Decimal.percent(numerator, of: denominator, places: places) else {
      return false
    }
    append(shown, places: 2, groups: true)
    append(" percent")
    return true
  }

  /// The fewest places from `first` to `last` at which the number is told apart from every end.
  private func places(
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
