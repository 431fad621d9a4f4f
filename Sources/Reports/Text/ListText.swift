package import Facts

/// How lists read in sentences.
package enum ListText {
  /// The most members that a sentence names.
  ///
  /// Source: our choice; the full list is in the evidence.
  package static let mostNamed = 3

  /// `A`, `A and B`, `A, B and C`, `A, B, C and 4 more`.
  package static func all(_ items: [String]) -> String {
    joined(shortened(items), last: "and")
  }

  /// `A`, `A or B`, `A, B or C`, `one of A, B, C and 4 more`.
  package static func oneOf(_ items: [String]) -> String {
    items.count > mostNamed
      ? "one of " + joined(shortened(items), last: "and") : joined(items, last: "or")
  }

  /// `a, 5 seats; b, 6 seats`, `…; and 4 more`.
  package static func details(_ items: [String]) -> String {
    shortened(items, "and ").joined(separator: "; ")
  }

  /// `2022-11 to 2023-04 and 2023-06`: all of them, however many.
  package static func months(_ months: [Month]) -> String {
    var runs: [ClosedRange<Month>] = []
    for month in Set(months).sorted() {
      if let last = runs.last, last.upperBound + 1 == month {
        runs[runs.count - 1] = last.lowerBound...month
      } else {
        runs.append(month...month)
      }
    }
    return joined(runs.map(run), last: "and")
  }

  /// `2022-11 to 2023-04`, or a month alone.
  package static func run(_ months: ClosedRange<Month>) -> String {
    months.lowerBound == months.upperBound
      ? months.lowerBound.description : "\(months.lowerBound) to \(months.upperBound)"
  }

  /// The `window` months up to `last`.
  package static func window(_ window: Int, endingIn last: Month) -> String {
    run((last - (max(1, window) - 1))...last)
  }

  private static func shortened(_ items: [String], _ prefix: String = "") -> [String] {
    items.count > mostNamed
      ? items.prefix(mostNamed) + ["\(prefix)\(items.count - mostNamed) more"] : items
  }

  private static func joined(_ items: [String], last word: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
