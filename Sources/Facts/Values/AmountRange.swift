/// What amounts can be: from the least to the most, both included.
package struct AmountRange: Hashable, Sendable {
  /// Nil where there is none.
  package let least: Decimal?

  /// Nil where there is none.
  package let most: Decimal?

  package init(least: Decimal?, most: Decimal?) {
    self.least = least
    self.most = most
  }

  /// `at least 0 and at most 10`.
  package var text: String {
    [least.map { "at least \($0)" }, most.map { "at most \($0)" }].compactMap(\.self)
      .joined(separator: " and ")
  }

  /// Whether every number is within the range.
  package var isUnlimited: Bool { least == nil && most == nil }

  /// Whole numbers that are certainly within the range, without all of them where its ends are no
  /// whole numbers; nil where none are known.
  var wholeNumbers: ClosedRange<Int64>? {
    guard (least?.scale ?? 0) == 0, (most?.scale ?? 0) == 0 else { return nil }
    let low = least.map { Int64(clamping: $0.mantissa) } ?? .min
    let high = most.map { Int64(clamping: $0.mantissa) } ?? .max
    return low <= high ? low...high : nil
  }

  /// Whether the number is within the range.
  package func contains(_ number: Decimal) -> Bool {
    if let least, number.compared(with: least) < 0 { return false }
    if let most, number.compared(with: most) > 0 { return false }
    return true
  }
}
