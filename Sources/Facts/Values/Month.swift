/// A calendar month, the clock of every criterion.
///
/// Months are whole numbers, so that a year earlier is `month - 12` and a window is a range:
/// `Month(year: 2025, number: 10).index` is `2025 * 12 + 9`.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of year 0.
  package let index: Int

  package init(index: Int) {
    self.index = index
  }

  /// The month `number` (1 to 12) of `year`.
  package init(year: Int, number: Int) {
    index = year * 12 + number - 1
  }

  /// Reads `YYYY-MM`; nil when the text is anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
    var digits: [Int] = []
    for (place, byte) in bytes.enumerated() where place != 4 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      digits.append(Int(byte - UInt8(ascii: "0")))
    }
    let number = digits[4] * 10 + digits[5]
    guard (1...12).contains(number) else { return nil }
    self.init(year: digits[..<4].reduce(0) { $0 * 10 + $1 }, number: number)
  }

  /// The year; below 0 for what lies before year 0.
  package var year: Int { (index - (number - 1)) / 12 }

  /// 1 for January to 12 for December.
  package var number: Int { (index % 12 + 12) % 12 + 1 }

  /// `2025-10`.
  package var description: String {
    let size = String(year.magnitude)
    let padding = (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - size.utf8.count))
    return padding + size + (number < 10 ? "-0" : "-") + String(number)
  }

  /// Earlier months come first.
  package static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// The month so many months later.
  package static func + (month: Month, distance: Int) -> Month {
    Month(index: month.index + distance)
  }

  /// The month so many months earlier.
  package static func - (month: Month, distance: Int) -> Month {
    Month(index: month.index - distance)
  }
}
