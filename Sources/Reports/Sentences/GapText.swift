import Evaluation
import Facts
import RuleSemantics

/// The distance to the other verdict.
///
///     not met   1 more is needed · 412.50 USD more is needed · any rise is enough
///     met       1 to spare · none to spare · a fall of 5 users would undo it
enum GapText {
  /// A clause for a node that is met or fails; `counted` is the unit that the sentence speaks of
  /// anyway, which is not repeated.
  static func clause(_ gap: Gap, isMet: Bool, counted: Unit? = nil) -> String {
    isMet ? margin(gap, counted) : need(gap, counted)
  }

  private static func need(_ gap: Gap, _ counted: Unit?) -> String {
    let isOne = gap.amount.scale == 0 && gap.amount.mantissa == 1
    let direction = gap.isRise ? "rise" : "fall"
    if gap.isExclusive {
      return gap.amount.mantissa == 0
        ? "any \(direction) is enough"
        : "a \(direction) of more than \(quantity(gap)) is needed"
    }
    let number = NumberText.exactly(gap.amount, gap.unit)
    if gap.unit.decimals > 0 || gap.unit == .percent {
      let word = gap.isRise ? "more" : "less"
      return "\(number) \(NumberText.noun(gap.amount, gap.unit)) \(word) is needed"
    }
    let noun = gap.unit == counted ? "" : " " + NumberText.noun(gap.amount, gap.unit)
    return "\(number) \(gap.isRise ? "more" : "fewer")\(noun) \(isOne ? "is" : "are") needed"
  }

  private static func margin(_ gap: Gap, _ counted: Unit?) -> String {
    let direction = gap.isRise ? "rise" : "fall"
    guard gap.isExclusive else {
      return "a \(direction) of \(quantity(gap)) would undo it"
    }
    if gap.amount.mantissa == 0 { return "any \(direction) would undo it" }
    if gap.isRise {
      return "a rise of more than \(quantity(gap)) would undo it"
    }
    let amount =
      gap.unit == counted
      ? NumberText.exactly(gap.amount, gap.unit) : quantity(gap)
    return "\(amount) to spare"
  }

  private static func quantity(_ gap: Gap) -> String {
    NumberText.exactly(gap.amount, gap.unit) + " " + NumberText.noun(gap.amount, gap.unit)
  }
}

extension SentenceContext {
  /// `; 1 more is needed`, or nothing where there is no distance to tell.
  func gapClause(counted: Unit? = nil) -> String {
    guard let gap = outcome.gap, truth != .unknown else { return "" }
    if truth == .yes, !isNarrow(gap) { return "" }
    if case .total(_, _, let bounds, _) = node.test, truth == .no, gap.amount.mantissa == 0 {
      return "; " + RequirementText.need(bounds, nil)
    }
    return "; " + GapText.clause(gap, isMet: truth == .yes, counted: counted)
  }

  /// Whether a margin is small enough to be worth a word: losing one of what is counted, or a tenth
  /// of a sum, would undo the verdict.
  private func isNarrow(_ gap: Gap) -> Bool {
    guard case .sum(let sum) = outcome.observation else {
      return gap.amount.compared(with: Decimal(1)) <= 0
    }
    guard let now = sum.now.exact,
      let share = Decimal.percent(gap.amount, of: now, places: 2)
    else { return false }
    return share.mantissa >= 0 && share.compared(with: Decimal(10)) <= 0
  }
}
