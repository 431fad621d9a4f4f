import Evaluation
import Facts
import RuleSemantics

/// Tests on the largest value of a measure.
///
///     met      Seats in range is 250 seats (868368da, Mail) in 2025-10, within 11
///              to 300 seats.
///     not met  Seats in range: no value in 2025-10 is within 11 to 300 seats, the largest is
///              8 seats (868368da, Chat); 3 more are needed.
///     no data  Seats in range cannot be told: seats has no rows for 2025-10.
extension SentenceContext {
  func largestClause(_ observation: LargestObservation) -> String {
    let month = observation.month.description
    guard let reading = observation.reading else {
      if truth == .unknown { return untold(observation.missing, known: nil) }
      let seen = observation.excluded.clause.map { ", only \($0)" } ?? ""
      return "\(node.title): there is no value in \(month)\(seen); one \(requirement) is needed"
    }
    let value =
      NumberText.quantity(reading.value, reading.unit, near: ends) + owner(of: reading)
    switch truth {
    case .yes:
      return "\(node.title) is \(value) in \(month), \(requirement)"
        + unknownRest(observation.missing)
    case .no:
      return "\(node.title): no value in \(month) is \(requirement), the largest is \(value)"
        + distance(reading.unit) + unknownRest(observation.missing)
    case .unknown:
      return untold(
        observation.missing,
        known: "the largest known value in \(month) is \(value), one \(requirement) is needed"
      )
    }
  }

  /// `; 3 more are needed`, `; 60 above the range`: nobody is told to have less.
  private func distance(_ unit: Unit) -> String {
    guard let gap = outcome.gap, !gap.isRise else { return gapClause(counted: unit) }
    let range = bounds?.lower == nil ? "limit" : "range"
    return "; \(NumberText.exactly(gap.amount, gap.unit)) above the \(range)"
  }

  /// `within 11 to 300 seats`, `at least 25 seats`.
  private var requirement: String { bounds.map(RequirementText.clause) ?? "of any size" }

  private func owner(of reading: Reading) -> String {
    let names = [reading.tenant, reading.item].compactMap(\.self).joined(separator: ", ")
    return names.isEmpty ? "" : " (\(names))"
  }
}

/// What a value must be.
enum RequirementText {
  /// `at least 1,000.00 USD is needed`, `11 to 300 seats are needed`, `at least 40.00 percent or 9
  /// users are needed`.
  static func need(_ bounds: Bounds, _ alternative: String? = nil) -> String {
    let text = amount(bounds) + (alternative.map { " or \($0)" } ?? "")
    let isOne = alternative == nil && bounds.ends == [Decimal(1)]
    let isMass = alternative == nil && bounds.unit.decimals > 0
    return "\(text) \(isOne || isMass ? "is" : "are") needed"
  }

  /// `at least 1 tenant`, `11 to 300 seats`.
  static func amount(_ bounds: Bounds) -> String {
    let text = clause(bounds)
    return text.hasPrefix("within ") ? String(text.dropFirst("within ".count)) : text
  }

  /// `at least 1 tenant`, `more than 0 USD`, `within 11 to 300 seats`.
  static func clause(_ bounds: Bounds) -> String {
    let unit = bounds.unit
    switch (bounds.lower, bounds.upper) {
    case (let lower?, let upper?):
      let range =
        NumberText.number(lower.number, unit) + " to " + NumberText.quantity(upper.number, unit)
      return switch (lower.isIncluded, upper.isIncluded) {
      case (true, true): "within \(range)"
      case (false, true): "within \(range), the lower end excluded"
      case (true, false): "within \(range), the upper end excluded"
      case (false, false): "within \(range), both ends excluded"
      }
    case (let lower?, nil):
      return (lower.isIncluded ? "at least " : "more than ")
        + NumberText.quantity(lower.number, unit)
    case (nil, let upper?):
      return (upper.isIncluded ? "at most " : "less than ")
        + NumberText.quantity(upper.number, unit)
    case (nil, nil):
      return "of any size"
    }
  }
}
