import Evaluation
import Facts
import RuleSemantics

/// What a value must be.
enum RequirementText {
  static func need(_ bounds: Bounds) -> String { String { writeNeed(bounds, to: &$0) } }

  /// `at least 1 tenant`, `11 to 300 seats`.
  static func amount(_ bounds: Bounds) -> String { String { writeAmount(bounds, to: &$0) } }

  /// Writes `at least 1,000.00 USD is needed`, `11 to 300 seats are needed`, `at least 40.00 percent
  /// or 9 users are needed`; the alternative is a number of a unit.
  static func writeNeed(
    _ bounds: Bounds,
    or alternative: (number: Decimal, unit: Unit)? = nil,
    to text: inout OutputBuffer
  ) {
    writeAmount(bounds, to: &text)
    if let alternative {
      text.append(" or ")
      text.append(quantity: alternative.number, alternative.unit)
    }
    let isOne = alternative == nil && bounds.isOne
    let isMass = alternative == nil && bounds.unit.decimals > 0
    text.append(isOne || isMass ? " is needed" : " are needed")
  }

  /// Writes `at least 1 tenant`, `more than 0 USD`, `within 11 to 300 seats`.
  static func write(_ bounds: Bounds, to text: inout OutputBuffer) {
    if bounds.lower != nil, bounds.upper != nil { text.append("within ") }
    writeAmount(bounds, to: &text)
  }

  /// Writes `at least 1 tenant`, `11 to 300 seats`.
  static func writeAmount(_ bounds: Bounds, to text: inout OutputBuffer) {
    let unit = bounds.unit
    switch (bounds.lower, bounds.upper) {
    case (let lower?, let upper?):
      text.append(number: lower.number, unit)
      text.append(" to ")
      text.append(quantity: upper.number, unit)
      switch (lower.isIncluded, upper.isIncluded) {
      case (true, true): break
      case (false, true): text.append(", the lower end excluded")
      case (true, false): text.append(", the upper end excluded")
      case (false, false): text.append(", both ends excluded")
      }
    case (let lower?, nil):
      text.append(lower.isIncluded ? "at least " : "more than ")
      text.append(quantity: lower.number, unit)
    case (nil, let upper?):
      text.append(upper.isIncluded ? "at most " : "less than ")
      text.append(quantity: upper.number, unit)
    case (nil, nil):
      text.append("of any size")
    }
  }
}

extension Bounds {
  /// Whether one is their only end.
  fileprivate var isOne: Bool {
    let one = Decimal(1)
    return switch (lower, upper) {
    case (let end?, nil), (nil, let end?): end.number == one
    default: false
    }
  }
}
