import Facts
import RuleSemantics

/// A number that lies somewhere from `low` to `high`; nil is unbounded.
struct NaiveRange: Hashable {
  let low: NaiveNumber?
  let high: NaiveNumber?

  static let unknown = NaiveRange(low: nil, high: nil)
  static let zero = NaiveRange(.zero)

  init(low: NaiveNumber?, high: NaiveNumber?) {
    self.low = low
    self.high = high
  }

  init(_ exact: NaiveNumber) {
    low = exact
    high = exact
  }

  var exact: NaiveNumber? { low == high ? low : nil }

  static func + (left: NaiveRange, right: NaiveRange) -> NaiveRange {
    NaiveRange(low: sum(left.low, right.low), high: sum(left.high, right.high))
  }

  static func - (left: NaiveRange, right: NaiveRange) -> NaiveRange {
    left + NaiveRange(low: right.high.map { -$0 }, high: right.low.map { -$0 })
  }

  /// So many times the range; zero times anything is exactly zero.
  func times(_ factor: NaiveNumber) -> NaiveRange {
    if factor == .zero { return .zero }
    let ends = (low: low.map { $0 * factor }, high: high.map { $0 * factor })
    return factor > .zero
      ? NaiveRange(low: ends.low, high: ends.high) : NaiveRange(low: ends.high, high: ends.low)
  }

  /// The least range with both in it.
  func joined(_ other: NaiveRange) -> NaiveRange {
    NaiveRange(
      low: both(low, other.low).map { min($0, $1) },
      high: both(high, other.high).map { max($0, $1) }
    )
  }

  /// Whether a sum over so many months, which lies in the range, is on average within the bounds.
  func truth(ofAverageOver months: Int, within bounds: Bounds) -> Truth {
    func times(_ end: Bounds.End?) -> Bounds.End? {
      end.map {
        let number = NaiveNumber($0.number) * NaiveNumber(months)
        return Bounds.End(number.decimal, isIncluded: $0.isIncluded)
      }
    }
    let bounds = Bounds(lower: times(bounds.lower), upper: times(bounds.upper), unit: bounds.unit)
    return truth(within: bounds)
  }

  /// `yes` when every number of the range is within the bounds, `no` when none is.
  func truth(within bounds: Bounds) -> Truth {
    let lower = bounds.lower
    let upper = bounds.upper
    if let lower, let high, !reaches(high, lower) { return .no }
    if let upper, let low, !staysUnder(low, upper) { return .no }
    if let lower, !(low.map { reaches($0, lower) } ?? false) { return .unknown }
    if let upper, !(high.map { staysUnder($0, upper) } ?? false) { return .unknown }
    return .yes
  }
}

private func sum(_ left: NaiveNumber?, _ right: NaiveNumber?) -> NaiveNumber? {
  both(left, right).map { $0 + $1 }
}

private func both(
  _ left: NaiveNumber?,
  _ right: NaiveNumber?
) -> (NaiveNumber, NaiveNumber)? {
  guard let left, let right else { return nil }
  return (left, right)
}

private func reaches(_ number: NaiveNumber, _ lower: Bounds.End) -> Bool {
  let bound = NaiveNumber(lower.number)
  return number > bound || (number == bound && lower.isIncluded)
}

private func staysUnder(_ number: NaiveNumber, _ upper: Bounds.End) -> Bool {
  let bound = NaiveNumber(upper.number)
  return number < bound || (number == bound && upper.isIncluded)
}
