/// An exact decimal number: `mantissa / 10^scale`.
///
/// No verdict ever passes through binary floating point. `1,000.00` and `1000` are equal, and
/// both are kept with as few fraction digits as they need: mantissa 1000, scale 0.
package struct Decimal: Hashable, Sendable {
  /// Without trailing zeros in the fraction.
  package let mantissa: Int128

  /// The number of fraction digits, 0 or more.
  package let scale: Int

  /// The number 0.
  package static let zero = Decimal(0)

  package init(_ whole: Int) {
    mantissa = Int128(whole)
    scale = 0
  }

  /// `mantissa / 10^scale`, with trailing zeros of the fraction dropped.
  package init(mantissa: Int128, scale: Int) {
    var reduced = mantissa
    var places = scale
    while places > 0, reduced % 10 == 0 {
      reduced /= 10
      places -= 1
    }
    self.mantissa = reduced
    self.scale = places
  }

  /// Reads plain digits with an optional sign and fraction: `1000`, `-12.50`.
  package init?(_ text: some StringProtocol) {
    var mantissa: Int128 = 0
    var scale = 0
    var digits = 0
    var isFraction = false
    var isNegative = false
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where place == 0:
        isNegative = true
      case UInt8(ascii: ".") where !isFraction && digits > 0:
        isFraction = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= Decimal.mostDigits else { return nil }
        mantissa = mantissa * 10 + Int128(byte - UInt8(ascii: "0"))
        if isFraction { scale += 1 }
      default:
        return nil
      }
    }
    guard digits > 0, !(isFraction && scale == 0) else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }

  /// The most digits that a number in a rule file may have.
  ///
  /// Source: our choice; it leaves half of the 38 digits of `Int128` for arithmetic.
  package static let mostDigits = 18

  /// The mantissa at `scale` fraction digits; nil when it does not fit or would lose digits.
  package func mantissa(atScale wanted: Int) -> Int128? {
    guard wanted >= scale, let factor = Decimal.powerOfTen(wanted - scale) else { return nil }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  /// 10 to the power of `exponent`; nil above 38, where `Int128` ends.
  package static func powerOfTen(_ exponent: Int) -> Int128? {
    guard (0...38).contains(exponent) else { return nil }
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension Decimal: CustomStringConvertible {
  /// Plain digits without grouping and without trailing zeros: `-1250.5`.
  package var description: String {
    let digits = String(mantissa.magnitude)
    guard scale > 0 else { return mantissa < 0 ? "-" + digits : digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return (mantissa < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
