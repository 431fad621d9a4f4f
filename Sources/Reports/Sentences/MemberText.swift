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
}

extension MemberEvidence {
  package var state: MemberState? {
    switch (then, now) {
    case (.unknown, _), (_, .unknown): .possible
    case (.no, .yes): .gained
    case (.yes, .yes): .kept
    case (.yes, .no): .lost
    case (.no, .no): nil
    }
  }

  /// `868368da, Mail`.
  package var name: String {
    [tenant, item].compactMap(\.self).joined(separator: ", ")
  }
}

/// The values that decided about a member.
enum ReadingText {
  /// `1,240.50 USD in 2025-09`, `21 seats of Chat`: at most two.
  ///
  /// Months and names that the sentence tells anyway are left out.
  static func values(
    _ readings: [Reading],
    of member: MemberEvidence,
    in month: Month,
    near ends: [Decimal]
  ) -> [String] {
    readings.prefix(2).map { value($0, besides: member.item, month, near: ends) }
  }

  /// One value with the name and the months that are not told already.
  static func value(
    _ reading: Reading,
    besides item: String?,
    _ month: Month?,
    near ends: [Decimal]
  ) -> String {
    var text = NumberText.quantity(reading.value, reading.unit, near: ends)
    if let name = reading.item, name != item { text += " of \(name)" }
    if reading.month != month || reading.window > 1 {
      text += " in " + ListText.window(reading.window, endingIn: reading.month)
    }
    return text
  }
}
