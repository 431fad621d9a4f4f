package import Evaluation
import Facts
import RuleSemantics

/// What became of a member between the month of comparison and now.
package enum MemberState: String, Sendable {
  case gained, kept, lost
  /// Of a plain count, that compares nothing.
  case current
  /// Facts are missing that would tell about one of the months.
  case possible
  /// Has values, and is no member in either month.
  case notCounted = "not counted"
}

extension MemberEvidence {
  package var state: MemberState {
    switch (then, now) {
    case (.unknown, _), (_, .unknown): .possible
    case (.no, .yes): .gained
    case (.yes, .yes): .kept
    case (.yes, .no): .lost
    case (.no, .no): .notCounted
    }
  }

  /// `868368da, Mail`.
  package var name: String {
    [tenant, item].compactMap(\.self).joined(separator: ", ")
  }

  /// The reading that came nearest to its limit in the month that is looked at.
  ///
  /// Something that was within its limits and is left out for that comes first.
  var nearest: Reading? {
    let failed = nowReadings.filter { $0.isWithin == .no }
    return nowReadings.first { $0.isWithin == .yes }
      ?? failed.min { ($0.shortfall, $1.month) < ($1.shortfall, $0.month) }
  }
}

extension MembersObservation {
  /// What a member is, whether or not the count is compared with another.
  func state(of member: MemberEvidence) -> MemberState {
    guard baselineMonth == nil, member.state == .gained else { return member.state }
    return .current
  }
}

extension Reading {
  /// The value, or the share in percent; nil where it is not known.
  private var measured: Decimal? {
    guard let whole else { return value.exact }
    guard let part = value.exact, let base = whole.value.exact else { return nil }
    return Decimal.percent(part, of: base, places: 6)
  }

  /// By how much the value misses its limit, in percent of the limit: only to find the nearest.
  var shortfall: Decimal {
    let far = Decimal(1_000_000)
    guard let measured, let bounds else { return far }
    let distances = bounds.ends.compactMap { end -> Decimal? in
      guard let gap = end.minus(measured) else { return nil }
      return Decimal.percent(gap.size, of: end, places: 6)
    }
    return distances.min { $0.compared(with: $1) < 0 } ?? far
  }

  /// Whether all of it is known to be zero.
  var isNothing: Bool {
    value.exact == .zero && whole.map { $0.value.exact == .zero } ?? true
  }
}

/// The values that decided about a member.
struct ReadingText {
  /// Numbers that a rounded value must not seem to be.
  let ends: [Decimal]

  /// The month that is told already.
  var month: Month?

  /// `1,240.50 USD in 2025-09`, `21 seats of Chat`, `Chat at 38.10 percent, 8 users of 21 seats`,
  /// with the name and the month where they are not told already.
  func value(_ reading: Reading, besides item: String?) -> String {
    let name = reading.item == item ? nil : reading.item
    guard let whole = reading.whole else {
      let average = reading.isWithin == .yes ? reading.average : nil
      return quantity(reading, of: name) + when(reading)
        + (average.map { " (on average \(RequirementText.amount($0)) a month)" } ?? "")
    }
    let parts = "\(range(reading.value, reading.unit)) of \(range(whole.value, whole.unit))"
    guard let share = share(reading) else {
      return (name.map { "\($0) with " } ?? "") + parts + when(reading)
    }
    return (name.map { "\($0) at " } ?? "") + share + when(reading) + ", " + parts
  }

  /// The value with the limit that it misses, or with what it is left out for.
  func failure(_ reading: Reading, besides item: String?) -> String {
    let text = value(reading, besides: item)
    guard let bounds = reading.bounds else { return text }
    switch reading.isWithin {
    case .unknown: return text
    case .no:
      let need = RequirementText.need(bounds, alternative(reading))
      let average = reading.average.map { ", an average of \(RequirementText.amount($0)) a month" }
      return "\(text), \(need)" + (average ?? "")
    case .yes: break
    }
    guard reading.isAtAssociation else { return "\(text), which leaves it out" }
    let name = reading.item == item ? "it" : reading.item ?? "it"
    let value = share(reading) ?? range(reading.value, reading.unit)
    return "\(name) was at \(value) already in \(reading.month), when the association began"
  }

  /// The values of a member, without those that are the whole of a share beside them.
  func values(_ readings: [Reading], besides item: String?) -> [String] {
    readings.filter { reading in
      reading.whole != nil
        || !readings.contains {
          $0.whole?.value == reading.value && $0.item == reading.item && $0.month == reading.month
        }
    }
    .map { value($0, besides: item) }
  }

  private func quantity(_ reading: Reading, of name: String?) -> String {
    let owner = name.map { " of \($0)" } ?? ""
    guard reading.value.low != nil || reading.value.high != nil else {
      return "unknown \(reading.title)\(owner)"
    }
    return range(reading.value, reading.unit) + owner + rated(reading)
  }

  /// ` (5 users at 1,000.00 MCV)`: what rates made the value of.
  private func rated(_ reading: Reading) -> String {
    guard !reading.parts.isEmpty else { return "" }
    let parts = reading.parts.map { part in
      "\(range(part.value, part.unit)) at \(NumberText.quantity(part.rate, reading.unit))"
    }
    return " (\(parts.joined(separator: ", ")))"
  }

  private func range(_ range: ValueRange, _ unit: Unit) -> String {
    NumberText.quantity(range, unit, near: ends)
  }

  /// `38.10 percent`, where it is known.
  private func share(_ reading: Reading) -> String? {
    guard let part = reading.value.exact, let whole = reading.whole?.value.exact else { return nil }
    return NumberText.percent(part, of: whole, near: reading.bounds?.ends ?? [])
  }

  private func when(_ reading: Reading) -> String {
    guard reading.month != month || reading.window > 1 else { return "" }
    let months = ListText.window(reading.window, endingIn: reading.month)
    return " in " + months + (reading.isAtAssociation ? ", when the association began" : "")
  }

  /// `9 users`: what a share that must be at least something comes to.
  private func alternative(_ reading: Reading) -> String? {
    guard let whole = reading.whole?.value.exact, whole.mantissa > 0, whole.scale == 0,
      let bounds = reading.bounds, bounds.upper == nil, let lower = bounds.lower,
      reading.unit.decimals == 0, let hundredfold = Decimal.powerOfTen(lower.number.scale + 2)
    else { return nil }
    let (product, overflow) = whole.mantissa.multipliedReportingOverflow(by: lower.number.mantissa)
    guard !overflow, product > 0 else { return nil }
    let isWhole = product % hundredfold == 0
    let count = product / hundredfold + (isWhole && lower.isIncluded ? 0 : 1)
    return NumberText.quantity(Decimal(mantissa: count, scale: 0), reading.unit)
  }
}

private func < (left: (Decimal, Month), right: (Decimal, Month)) -> Bool {
  let order = left.0.compared(with: right.0)
  return order == 0 ? left.1 < right.1 : order < 0
}
