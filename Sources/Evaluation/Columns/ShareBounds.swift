import Facts
import RuleSemantics

/// Bounds on a share, in percent: `numerator * 100 / denominator`, compared without dividing.
///
/// Where the denominator is zero or less there is no share, and the answer is no.
struct ShareBounds {
  private let lower: Decimal?
  private let lowerIsIncluded: Bool
  private let upper: Decimal?
  private let upperIsIncluded: Bool
  private let numeratorScale: Int
  private let denominatorScale: Int

  init(_ bounds: Bounds, numeratorScale: Int, denominatorScale: Int) {
    lower = bounds.lower?.number
    upper = bounds.upper?.number
    lowerIsIncluded = bounds.lower?.isIncluded ?? true
    upperIsIncluded = bounds.upper?.isIncluded ?? true
    self.numeratorScale = numeratorScale
    self.denominatorScale = denominatorScale
  }

  /// Yes when every possible share is within, no when none is.
  func truth(_ numerator: Interval, of denominator: Interval) -> Truth {
    if let high = denominator.high, high <= 0 { return .no }
    guard let smallest = leastShare(numerator, denominator),
      let largest = greatestShare(numerator, denominator)
    else { return .unknown }
    if let lower {
      guard let order = compare(largest, with: lower) else { return .unknown }
      if lowerIsIncluded ? order < 0 : order <= 0 { return .no }
    }
    if let upper {
      guard let order = compare(smallest, with: upper) else { return .unknown }
      if upperIsIncluded ? order > 0 : order >= 0 { return .no }
    }
    guard let low = denominator.low, low > 0 else { return .unknown }
    if let lower {
      guard let order = compare(smallest, with: lower) else { return .unknown }
      if lowerIsIncluded ? order < 0 : order <= 0 { return .unknown }
    }
    if let upper {
      guard let order = compare(largest, with: upper) else { return .unknown }
      if upperIsIncluded ? order > 0 : order >= 0 { return .unknown }
    }
    return .yes
  }

  /// An end of what the share may be.
  private enum End {
    case below
    case above
    case ratio(Int128, Int128)
    /// As near to zero as may be, without reaching it.
    case justAboveZero
    case justBelowZero
  }

  private func leastShare(_ numerator: Interval, _ denominator: Interval) -> End? {
    guard let low = numerator.low else { return .below }
    if low >= 0 {
      return denominator.high.map { .ratio(low, $0) } ?? (low > 0 ? .justAboveZero : .ratio(0, 1))
    }
    guard let divisor = denominator.low, divisor > 0 else { return .below }
    return .ratio(low, divisor)
  }

  private func greatestShare(_ numerator: Interval, _ denominator: Interval) -> End? {
    guard let high = numerator.high else { return .above }
    if high <= 0 {
      return denominator.high.map { .ratio(high, $0) } ?? (high < 0 ? .justBelowZero : .ratio(0, 1))
    }
    guard let divisor = denominator.low, divisor > 0 else { return .above }
    return .ratio(high, divisor)
  }

  /// Negative when the end lies below the bound, zero when on it; nil when it overflows.
  private func compare(_ end: End, with bound: Decimal) -> Int? {
    switch end {
    case .below: return -1
    case .above: return 1
    case .justAboveZero: return bound.mantissa <= 0 ? 1 : -1
    case .justBelowZero: return bound.mantissa >= 0 ? -1 : 1
    case .ratio(let numerator, let denominator):
      // n/10^a * 100 / (d/10^b) against m/10^s, both sides times d * 10^(a+s), b moved left
      guard let left = product(numerator, hundredTimes(denominatorScale + bound.scale)),
        let right = product(bound.mantissa, denominator).flatMap({
          product($0, Decimal.powerOfTen(numeratorScale))
        })
      else { return nil }
      return left == right ? 0 : left < right ? -1 : 1
    }
  }

  private func hundredTimes(_ scale: Int) -> Int128? { Decimal.powerOfTen(scale + 2) }

  private func product(_ left: Int128, _ right: Int128?) -> Int128? {
    guard let right else { return nil }
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : result
  }
}
