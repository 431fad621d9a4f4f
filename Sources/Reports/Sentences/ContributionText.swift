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
  /// `adds nothing to the partner's total`, `takes 2 tenants from …`; nil for what adds.
  static func shortfall(_ outcome: NodeOutcome) -> String? {
    guard let (amount, unit) = outcome.contribution, amount.mantissa <= 0 else { return nil }
    if amount.mantissa == 0 { return "adds nothing to the partner's total" }
    let loss = Decimal(mantissa: -amount.mantissa, scale: amount.scale)
    let text = NumberText.exactly(loss, unit) + " " + NumberText.noun(loss, unit)
    return "takes \(text) from the partner's total"
  }
}

extension SentenceContext {
  /// `it takes 5 users from the partner's total`, for a node that is met all the same, or whose
  /// test is about something else.
  var shortfallClause: String? {
    var isAside = false
    if case .total(_, _, _, countsChange: true) = node.test {
      isAside = outcome.contribution.map { $0.amount.mantissa < 0 } ?? false
    }
    guard outcome.isMet || isAside else { return nil }
    return ContributionText.shortfall(outcome).map { "it \($0)" }
  }
}
