extension Decimal {
  /// Negative, zero or positive, as `self` is below, equal to or above `other`.
  package func compared(with other: Decimal) -> Int {
    let common = max(scale, other.scale)
    switch (mantissa(atScale: common), other.mantissa(atScale: common)) {
    case (let left?, let right?):
      return left < right ? -1 : left > right ? 1 : 0
    case (nil, _):
      // Too large at the scale of the other number: further from zero than any that fits.
      return mantissa < 0 ? -1 : 1
    case (_, nil):
      return other.mantissa < 0 ? 1 : -1
    }
  }

  /// The number without its sign.
  package var size: Decimal { mantissa < 0 ? Decimal.zero.minus(self) ?? self : self }

  /// The difference; nil when it does not fit.
  package func minus(_ other: Decimal) -> Decimal? {
    let common = max(scale, other.scale)
    guard let left = mantissa(atScale: common), let right = other.mantissa(atScale: common) else {
      return nil
    }
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    return overflow ? nil : Decimal(mantissa: difference, scale: common)
  }

  /// The sum; nil when it does not fit.
  package func plus(_ other: Decimal) -> Decimal? {
    Decimal.zero.minus(other).flatMap { minus($0) }
  }
}
