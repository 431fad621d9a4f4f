package import Evaluation
package import Facts
package import RuleSemantics

extension NodeOutcome {
  /// What the customer gives to the partner's total: the net count, or the change of the sum; nil
  /// where the node compares nothing with a year ago or the number is not exactly known.
  package var contribution: (amount: Decimal, unit: Unit)? {
    switch observation {
    case .members(let members):
      guard members.baseline != nil, let amount = members.result.exact else { return nil }
      return (amount, members.unit)
    case .sum(let sum):
      guard let amount = sum.baseline.flatMap({ sum.now.minus($0).exact }) else { return nil }
      return (amount, sum.unit)
    case .rollUp, .presence, .largest:
      return nil
    }
  }
}

/// What a node gives to the partner's total, which is another question than whether it is met.
enum ContributionText {
  /// Writes `adds nothing to the partner's total`, `takes 2 tenants from …`; nothing for what adds.
  static func writeShortfall(_ amount: Decimal, _ unit: Unit, to text: inout OutputBuffer) {
    if amount.mantissa > 0 { return }
    if amount.mantissa == 0 {
      text.append("adds nothing to the partner's total")
      return
    }
    text.append("takes ")
    text.append(exactQuantity: Decimal(mantissa: -amount.mantissa, scale: amount.scale), unit)
    text.append(" from the partner's total")
  }
}

extension SentenceContext {
  /// `it takes 5 users from the partner's total`, for a node that is met all the same, or whose
  /// test is about something else.
  func writeShortfall(to text: inout OutputBuffer) {
    guard let (amount, unit) = outcome.contribution else { return }
    var isAside = false
    if case .total(_, _, _, countsChange: true) = node.test { isAside = amount.mantissa < 0 }
    guard outcome.isMet || isAside else { return }
    text.append("it ", ifAny: { ContributionText.writeShortfall(amount, unit, to: &$0) })
  }
}
