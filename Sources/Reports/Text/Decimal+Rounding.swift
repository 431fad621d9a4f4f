import Facts

extension Decimal {
  /// The nearest number with at most `places` fraction digits, halves to the even digit.
  func rounded(toPlaces places: Int) -> Decimal {
    guard scale > places else { return self }
    guard let factor = Decimal.powerOfTen(scale - places) else { return .zero }
    var (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: factor)
    let twice = remainder.magnitude * 2
    if twice > factor.magnitude || (twice == factor.magnitude && quotient % 2 != 0) {
      quotient += mantissa < 0 ? -1 : 1
    }
    return Decimal(mantissa: quotient, scale: places)
  }

  /// `numerator / denominator` in percent with `places` fraction digits, halves to the even digit;
  /// nil for a denominator of zero and beyond the range of numbers.
  static func percent(_ numerator: Decimal, of denominator: Decimal, places: Int) -> Decimal? {
    guard denominator.mantissa != 0 else { return nil }
    let shift = denominator.scale - numerator.scale + 2 + places
    var divisor = denominator.mantissa.magnitude
    if shift < 0 {
      guard let factor = powerOfTen(-shift) else { return .zero }
      let (product, overflow) = divisor.multipliedReportingOverflow(by: factor.magnitude)
      guard !overflow else { return .zero }
      divisor = product
    }
    var (quotient, remainder) = numerator.mantissa.magnitude
      .quotientAndRemainder(dividingBy: divisor)
    for _ in 0..<max(0, shift) {
      let (tens, isTooLarge) = quotient.multipliedReportingOverflow(by: 10)
      let (rest, isTooFine) = remainder.multipliedReportingOverflow(by: 10)
      guard !isTooLarge, !isTooFine else { return nil }
      quotient = tens + rest / divisor
      remainder = rest % divisor
    }
    let half = divisor / 2
    let isHalf = divisor % 2 == 0 && remainder == half
    if isHalf ? quotient % 2 == 1 : remainder > half { quotient += 1 }
    guard let magnitude = Int128(exactly: quotient) else { return nil }
    let isNegative = (numerator.mantissa < 0) != (denominator.mantissa < 0)
    return Decimal(mantissa: isNegative ? -magnitude : magnitude, scale: places)
  }
}
