import Facts
import RuleSemantics

/// Points that are certain, and those that are possible: 0 <= `certain` <= `possible`.
///
/// What does not fit a fraction is unknown: nothing of it is certain, and all of it is possible.
struct Points: Hashable {
  let certain: Fraction
  let possible: Fraction

  var isExact: Bool { certain == possible }

  static let zero = Points(certain: .zero, possible: .zero)

  init(certain: Fraction, possible: Fraction) {
    self.certain = certain
    self.possible = possible
  }

  /// What a measure earns, in the unit of the earning.
  init(_ earning: Earning, _ measure: FractionRange) {
    certain = measure.low.flatMap { earning.points(for: $0) } ?? .zero
    possible = measure.high.flatMap { earning.points(for: $0) } ?? Fraction(earning.points)
  }

  /// None for certain, and all that can be earned.
  static func unknown(_ earning: Earning) -> Points {
    Points(certain: .zero, possible: Fraction(earning.points))
  }

  /// The sum of both ends, at most so many points.
  static func sum(_ parts: [Points], atMost maximum: Decimal) -> Points {
    let maximum = Fraction(maximum)
    return Points(
      certain: sum(parts.map(\.certain)).flatMap { lesser($0, maximum) } ?? .zero,
      possible: sum(parts.map(\.possible)).flatMap { lesser($0, maximum) } ?? maximum
    )
  }

  private static func sum(_ parts: [Fraction]) -> Fraction? {
    var result: Fraction? = .zero
    for part in parts { result = result.flatMap { $0.plus(part) } }
    return result
  }

  private static func lesser(_ left: Fraction, _ right: Fraction) -> Fraction? {
    left.compared(with: right).map { $0 <= 0 ? left : right }
  }
}

extension Earning {
  /// In proportion to the target, at least none and at most ``points``; nil when it overflows.
  func points(for measure: Fraction) -> Fraction? {
    guard measure.numerator > 0 else { return .zero }
    guard let share = Fraction(target).inverse.flatMap({ measure.times($0) }) else { return nil }
    guard share.numerator < share.denominator else { return Fraction(points) }
    return share.times(Fraction(points))
  }
}

extension FractionRange {
  static let unknown = FractionRange(low: nil, high: nil)

  /// A number of `scale` fraction digits.
  init(_ value: Interval, scale: Int) {
    let unit = Decimal.powerOfTen(scale)
    func fraction(_ end: Int128?) -> Fraction? {
      guard let end, let unit else { return nil }
      return Fraction(end, over: unit)
    }
    self.init(low: fraction(value.low), high: fraction(value.high))
  }

  /// A change in percent of its baseline, both at the same scale; unbounded where the baseline may
  /// be zero.
  ///
  /// A percentage of a negative baseline is the literal quotient: both sides change sign.
  init(change: Interval, inPercentOf baseline: Interval) {
    if let high = baseline.high, high < 0, let low = baseline.low, low > .min {
      self.init(change: .zero - change, inPercentOf: .zero - baseline)
      return
    }
    guard let least = baseline.low, least > 0 else {
      self = .unknown
      return
    }
    // The further from zero the baseline may be, the nearer to zero is the share.
    func share(_ end: Int128?, isNearZero: Bool) -> Fraction? {
      guard let end else { return nil }
      guard let divisor = isNearZero ? baseline.high : least else { return .zero }
      return Fraction(end, over: divisor)?.times(Fraction(100))
    }
    self.init(
      low: share(change.low, isNearZero: change.low.map { $0 >= 0 } ?? false),
      high: share(change.high, isNearZero: change.high.map { $0 < 0 } ?? false)
    )
  }
}
