package import Facts

/// How lists read in sentences, as strings; `OutputBuffer` says by which rules.
package enum ListText {
  /// The most members that a sentence names.
  ///
  /// Source: our choice; the full list is in the evidence.
  package static let mostNamed = 3

  /// `A`, `A and B`, `A, B and C`, `A, B, C and 4 more`.
  package static func all(_ items: [String]) -> String { String { $0.append(list: items) } }

  /// `A`, `A or B`, `A, B or C`, `one of A, B, C and 4 more`.
  package static func oneOf(_ items: [String]) -> String { String { $0.append(oneOf: items) } }

  /// `2022-11 to 2023-04 and 2023-06`: all of them, however many.
  package static func months(_ months: [Month]) -> String { String { $0.append(months: months) } }

  /// `2022-11 to 2023-04`, or a month alone.
  package static func run(_ months: ClosedRange<Month>) -> String {
    String { $0.append(months) }
  }

  /// The `window` months up to `last`.
  package static func window(_ window: Int, endingIn last: Month) -> String {
    String { $0.append(window: window, endingIn: last) }
  }
}
