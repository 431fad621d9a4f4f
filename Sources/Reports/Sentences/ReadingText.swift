import Evaluation
import Facts
import RuleSemantics

/// The values that decided about a member.
struct ReadingText {
  /// Numbers that a rounded value must not seem to be.
  let ends: [Decimal]

  /// The month that is told already.
  var month: Month?

  /// Writes `1,240.50 USD in 2025-09`, `21 seats of Chat`, `Chat at 38.10 percent, 8 users of 21
  /// seats`, with the name and the month where they are not told already.
  func writeValue(_ reading: Reading, besides item: String?, to text: inout OutputBuffer) {
    let name = reading.item == item ? nil : reading.item
    guard let whole = reading.whole else {
      writeQuantity(reading, of: name, to: &text)
      writeMonths(reading, to: &text)
      guard reading.isWithin == .yes, let average = reading.average else { return }
      text.append(" (on average ")
      RequirementText.writeAmount(average, to: &text)
      text.append(" a month)")
      return
    }
    let start = text.count
    if let name {
      text.append(name)
      text.append(" at ")
    }
    if writeShare(reading, to: &text) {
      writeMonths(reading, to: &text)
      text.append(", ")
      writeParts(reading, whole, to: &text)
      return
    }
    text.truncate(to: start)
    if let name {
      text.append(name)
      text.append(" with ")
    }
    writeParts(reading, whole, to: &text)
    writeMonths(reading, to: &text)
  }

  /// Writes the value with the limit that it misses, or with what it is left out for.
  func writeFailure(_ reading: Reading, besides item: String?, to text: inout OutputBuffer) {
    guard let bounds = reading.bounds, reading.isWithin != .unknown else {
      return writeValue(reading, besides: item, to: &text)
    }
    if reading.isWithin == .no {
      writeValue(reading, besides: item, to: &text)
      text.append(", ")
      RequirementText.writeNeed(bounds, or: alternative(reading), to: &text)
      guard let average = reading.average else { return }
      text.append(", an average of ")
      RequirementText.writeAmount(average, to: &text)
      text.append(" a month")
    } else if reading.isAtAssociation {
      text.append(reading.item == item ? "it" : reading.item ?? "it")
      text.append(" was at ")
      if !writeShare(reading, to: &text) {
        text.append(quantity: reading.value, reading.unit, near: ends)
      }
      text.append(" already in ")
      text.append(reading.month)
      text.append(", when the association began")
    } else {
      writeValue(reading, besides: item, to: &text)
      text.append(", which leaves it out")
    }
  }

  /// Writes the first values of a member, without those that are the whole of a share beside them.
  func writeValues(
    _ readings: [Reading],
    besides item: String?,
    atMost count: Int = .max,
    joinedBy separator: String = ", ",
    to text: inout OutputBuffer
  ) {
    var told = 0
    for reading in readings where told < count && !reading.isWhole(among: readings) {
      if told > 0 { text.append(separator) }
      writeValue(reading, besides: item, to: &text)
      told += 1
    }
  }

  private func writeParts(
    _ reading: Reading,
    _ whole: ValueRange,
    to text: inout OutputBuffer
  ) {
    text.append(quantity: reading.value, reading.unit, near: ends)
    text.append(" of ")
    text.append(quantity: whole, reading.kind.whole?.unit ?? reading.unit, near: ends)
  }

  private func writeQuantity(_ reading: Reading, of name: String?, to text: inout OutputBuffer) {
    let isKnown = reading.value.low != nil || reading.value.high != nil
    if isKnown {
      text.append(quantity: reading.value, reading.unit, near: ends)
    } else {
      text.append("unknown ")
      text.append(reading.kind.title)
    }
    if let name {
      text.append(" of ")
      text.append(name)
    }
    guard isKnown, !reading.parts.isEmpty else { return }
    // What rates made the value of: ` (5 users at 1,000.00 MCV)`.
    text.append(" (")
    text.append(reading.parts[...], ", ", last: ", ") { text, part in
      text.append(quantity: part.value, part.unit, near: ends)
      text.append(" at ")
      text.append(quantity: part.rate, reading.unit)
    }
    text.append(")")
  }

  /// Writes `38.10 percent`; false where it is not known.
  private func writeShare(_ reading: Reading, to text: inout OutputBuffer) -> Bool {
    guard let part = reading.value.exact, let whole = reading.whole?.exact else {
      return false
    }
    return text.append(percent: part, of: whole, near: reading.bounds?.ends ?? [])
  }

  /// Writes ` in 2025-09`, where that is not told already.
  private func writeMonths(_ reading: Reading, to text: inout OutputBuffer) {
    guard reading.month != month || reading.window > 1 else { return }
    text.append(" in ")
    text.append(window: reading.window, endingIn: reading.month)
    if reading.isAtAssociation { text.append(", when the association began") }
  }

  /// `9 users`: what a share that must be at least something comes to.
  private func alternative(_ reading: Reading) -> (number: Decimal, unit: Unit)? {
    guard let whole = reading.whole?.exact, whole.mantissa > 0, whole.scale == 0,
      let bounds = reading.bounds, bounds.upper == nil, let lower = bounds.lower,
      reading.unit.decimals == 0, let hundredfold = Decimal.powerOfTen(lower.number.scale + 2)
    else { return nil }
    let (product, overflow) = whole.mantissa.multipliedReportingOverflow(by: lower.number.mantissa)
    guard !overflow, product > 0 else { return nil }
    let isWhole = product % hundredfold == 0
    let count = product / hundredfold + (isWhole && lower.isIncluded ? 0 : 1)
    return (Decimal(mantissa: count, scale: 0), reading.unit)
  }
}

extension Reading {
  /// Whether it is what a share among the readings is a share of.
  fileprivate func isWhole(among readings: [Reading]) -> Bool {
    whole == nil
      && readings.contains {
        $0.whole == value && $0.item == item && $0.month == month
      }
  }
}
