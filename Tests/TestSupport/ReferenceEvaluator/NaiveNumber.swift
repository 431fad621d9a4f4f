import Facts

/// An exact decimal number with just the arithmetic that the reference evaluator needs.
///
/// It is its own type so that no operator of the evaluator under test can be shared by accident.
/// Overflow of 128 bits traps.
struct NaiveNumber: Hashable, Comparable {
  let decimal: Decimal

  static let zero = NaiveNumber(.zero)

  init(_ decimal: Decimal) {
    self.decimal = decimal
  }

  init(_ whole: Int) {
    decimal = Decimal(whole)
  }

  static func < (left: NaiveNumber, right: NaiveNumber) -> Bool {
    let (leftDigits, rightDigits, _) = aligned(left, right)
    return leftDigits < rightDigits
  }

  static func + (left: NaiveNumber, right: NaiveNumber) -> NaiveNumber {
    let (leftDigits, rightDigits, scale) = aligned(left, right)
    return NaiveNumber(Decimal(mantissa: leftDigits + rightDigits, scale: scale))
  }

  static prefix func - (number: NaiveNumber) -> NaiveNumber {
    NaiveNumber(Decimal(mantissa: -number.decimal.mantissa, scale: number.decimal.scale))
  }

  static func - (left: NaiveNumber, right: NaiveNumber) -> NaiveNumber { left + -right }

  static func * (left: NaiveNumber, right: NaiveNumber) -> NaiveNumber {
    NaiveNumber(
      Decimal(
        mantissa: left.decimal.mantissa * right.decimal.mantissa,
        scale: left.decimal.scale + right.decimal.scale
      )
    )
  }

  /// Both numbers' digits at the scale of the finer one.
  private static func aligned(
    _ left: NaiveNumber,
    _ right: NaiveNumber
  ) -> (left: Int128, right: Int128, scale: Int) {
    let scale = max(left.decimal.scale, right.decimal.scale)
    guard let leftDigits = left.decimal.mantissa(atScale: scale),
      let rightDigits = right.decimal.mantissa(atScale: scale)
    else { preconditionFailure("a number of a test needs more than 128 bits") }
    return (leftDigits, rightDigits, scale)
  }
}
