/// A day of the Gregorian calendar, as a number that can be compared.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before.
  package let index: Int

  package init(index: Int) {
    self.index = index
  }

  /// Nil when the month has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.count(year: year, month: month) else {
      return nil
    }
    // Days from civil: years begin in March, so that the leap day comes last.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    index = era * 146_097 + dayOfEra - 719_468
  }

  /// `2026-06-01`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, !text.contains("+"), let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The last day of a month.
  package init(lastOf month: Month) {
    let next = month + 1
    let first = Day(year: next.year, month: next.number, day: 1)
    index = (first?.index ?? 0) - 1
  }

  package static func < (left: Day, right: Day) -> Bool { left.index < right.index }

  package var month: Month { Month(year: parts.year, number: parts.month) }

  /// `2026-06-01`.
  package var description: String {
    let day = String(parts.day)
    return month.description + "-" + (day.utf8.count == 1 ? "0" : "") + day
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = index + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let number = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (number <= 2 ? 1 : 0), number, day)
  }

  private static func count(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
