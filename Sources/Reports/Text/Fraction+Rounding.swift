import Facts

extension Fraction {
  /// The largest whole number that is not above.
  var floor: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The smallest whole number that is not below.
  var ceiling: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The nearest number with at most `places` fraction digits, halves up: for show only.
  ///
  /// A number beyond the range is cut to a whole one.
  func rounded(toPlaces places: Int) -> Decimal {
    let cut = Decimal(mantissa: floor, scale: 0)
    guard let power = Decimal.powerOfTen(places), let half = Fraction(1, over: 2) else {
      return cut
    }
    guard let shifted = Fraction(power, over: 1).flatMap(times)?.plus(half) else { return cut }
    return Decimal(mantissa: shifted.floor, scale: places)
  }
}
