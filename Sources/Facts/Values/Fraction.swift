/// An exact fraction: points are shares of a target, and 20/6 six times is 20.
///
/// What does not fit 128 bits is nil, never wrong.
package struct Fraction: Hashable, Sendable {
  package let numerator: Int128

  /// Above zero, and without a common divisor with the numerator.
  package let denominator: Int128

  package static let zero = Fraction(0)

  package init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  package init(_ decimal: Decimal) {
    let power = Decimal.powerOfTen(decimal.scale) ?? 1
    let divisor = Fraction.commonDivisor(decimal.mantissa, power)
    numerator = decimal.mantissa / divisor
    denominator = power / divisor
  }

  /// Nil when the denominator is zero.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, denominator != .min, numerator != .min else { return nil }
    let divisor = Fraction.commonDivisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  package func plus(_ other: Fraction) -> Fraction? {
    guard let left = Fraction.product(numerator, other.denominator),
      let right = Fraction.product(other.numerator, denominator),
      let bottom = Fraction.product(denominator, other.denominator)
    else { return nil }
    let (top, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Fraction(top, over: bottom)
  }

  package func minus(_ other: Fraction) -> Fraction? {
    Fraction(-other.numerator, over: other.denominator).flatMap(plus)
  }

  package func times(_ other: Fraction) -> Fraction? {
    guard let top = Fraction.product(numerator, other.numerator),
      let bottom = Fraction.product(denominator, other.denominator)
    else { return nil }
    return Fraction(top, over: bottom)
  }

  /// Nil for zero.
  package var inverse: Fraction? { Fraction(denominator, over: numerator) }

  /// Nil for a divisor of zero, and when it overflows.
  package func over(_ other: Fraction) -> Fraction? { other.inverse.flatMap(times) }

  package var isPositive: Bool { numerator > 0 }

  /// Whether it is certainly less than the other.
  package func isBelow(_ other: Fraction) -> Bool { (compared(with: other) ?? 0) < 0 }

  /// Negative when it is less than the other, zero when they are equal; nil when it overflows.
  package func compared(with other: Fraction) -> Int? {
    guard let left = Fraction.product(numerator, other.denominator),
      let right = Fraction.product(other.numerator, denominator)
    else { return nil }
    return left == right ? 0 : left < right ? -1 : 1
  }

  private static func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow || result == .min ? nil : result
  }

  /// At least 1.
  private static func commonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (one, other) = (left.magnitude, right.magnitude)
    while other != 0 { (one, other) = (other, one % other) }
    return max(1, Int128(one))
  }
}
