import Facts
import RuleSemantics

/// Whether `part` is such a percentage of `whole`, over everything that the two may be.
///
/// A `whole` of zero or less has no share, which is `no`. For a positive one nothing is divided:
/// `part * 100 / whole >= bound` is `part * 100 - bound * whole >= 0`, which is linear, so that its
/// extremes are at the ends of the two ranges.
func shareTruth(_ part: NaiveRange, of whole: NaiveRange, within bounds: Bounds) -> Truth {
  if let most = whole.high, most <= .zero { return .no }
  var truth = Truth.yes
  if let lower = bounds.lower {
    let slack = Slack(part, whole, bound: NaiveNumber(lower.number))
    truth = truth.and(
      slack.isAlwaysAbove(orEqual: lower.isIncluded)
        ? .yes : slack.isAlwaysBelow(orEqual: !lower.isIncluded) ? .no : .unknown
    )
  }
  if let upper = bounds.upper {
    let slack = Slack(part, whole, bound: NaiveNumber(upper.number))
    truth = truth.and(
      slack.isAlwaysBelow(orEqual: upper.isIncluded)
        ? .yes : slack.isAlwaysAbove(orEqual: !upper.isIncluded) ? .no : .unknown
    )
  }
  let isPositive = whole.low.map { $0 > .zero } ?? false
  return isPositive ? truth : truth.and(.unknown)
}

/// The extremes of `part * 100 - bound * whole` over the positive values of `whole`.
private struct Slack {
  /// An extreme, and whether some pair of values has it; nil is unbounded.
  typealias Extreme = (value: NaiveNumber, isAttained: Bool)?

  let least: Extreme
  let most: Extreme

  init(_ part: NaiveRange, _ whole: NaiveRange, bound: NaiveNumber) {
    let hundred = NaiveNumber(100)
    // The positive part of `whole`: from zero, which it only comes near to, or from its low end.
    let smallest: Extreme =
      if let low = whole.low, low > .zero { (low, true) } else { (.zero, false) }
    let largest: Extreme = whole.high.map { ($0, true) }
    let none: Extreme = (.zero, true)
    let cheapest = bound > .zero ? smallest : bound < .zero ? largest : none
    let dearest = bound > .zero ? largest : bound < .zero ? smallest : none
    least = Slack.difference(part.low, dearest, hundred, bound)
    most = Slack.difference(part.high, cheapest, hundred, bound)
  }

  private static func difference(
    _ part: NaiveNumber?,
    _ whole: Extreme,
    _ hundred: NaiveNumber,
    _ bound: NaiveNumber
  ) -> Extreme {
    guard let part, let whole else { return nil }
    return (part * hundred - bound * whole.value, whole.isAttained)
  }

  func isAlwaysAbove(orEqual: Bool) -> Bool {
    guard let least else { return false }
    return least.value > .zero || (least.value == .zero && (orEqual || !least.isAttained))
  }

  func isAlwaysBelow(orEqual: Bool) -> Bool {
    guard let most else { return false }
    return most.value < .zero || (most.value == .zero && (orEqual || !most.isAttained))
  }
}
