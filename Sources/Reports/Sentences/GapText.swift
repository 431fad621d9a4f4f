import Evaluation
import Facts
import RuleSemantics

/// The distance to the other verdict.
///
///     not met   1 more is needed · 412.50 USD more is needed · any rise is enough
///     met       1 to spare · none to spare · a fall of 5 users would undo it
enum GapText {
  /// Writes a clause for a node that is met or fails; `counted` is the unit that the sentence
  /// speaks of anyway, which is not repeated.
  static func write(_ gap: Gap, isMet: Bool, counted: Unit? = nil, to text: inout OutputBuffer) {
    if isMet {
      writeMargin(gap, counted, to: &text)
    } else {
      writeNeed(gap, counted, to: &text)
    }
  }

  private static func writeNeed(_ gap: Gap, _ counted: Unit?, to text: inout OutputBuffer) {
    if gap.isExclusive {
      guard gap.amount.mantissa != 0 else {
        text.append(gap.isRise ? "any rise is enough" : "any fall is enough")
        return
      }
      text.append(gap.isRise ? "a rise of more than " : "a fall of more than ")
      text.append(exactQuantity: gap.amount, gap.unit)
      text.append(" is needed")
      return
    }
    text.append(exactly: gap.amount, gap.unit)
    if gap.unit.decimals > 0 || gap.unit == .percent {
      text.append(nounOf: gap.amount, gap.unit)
      text.append(gap.isRise ? " more is needed" : " less is needed")
      return
    }
    let isOne = gap.amount.scale == 0 && gap.amount.mantissa == 1
    text.append(gap.isRise ? " more" : " fewer")
    if gap.unit != counted { text.append(nounOf: gap.amount, gap.unit) }
    text.append(isOne ? " is needed" : " are needed")
  }

  private static func writeMargin(_ gap: Gap, _ counted: Unit?, to text: inout OutputBuffer) {
    if gap.isExclusive, gap.amount.mantissa == 0 {
      text.append(gap.isRise ? "any rise would undo it" : "any fall would undo it")
      return
    }
    if gap.isExclusive, !gap.isRise {
      text.append(exactly: gap.amount, gap.unit)
      if gap.unit != counted { text.append(nounOf: gap.amount, gap.unit) }
      text.append(" to spare")
      return
    }
    text.append(gap.isRise ? "a rise of " : "a fall of ")
    if gap.isExclusive { text.append("more than ") }
    text.append(exactQuantity: gap.amount, gap.unit)
    text.append(" would undo it")
  }
}

extension SentenceContext {
  /// `; 1 more is needed`, or nothing where there is no distance to tell.
  func writeGap(counted: Unit? = nil, to text: inout OutputBuffer) {
    guard let gap = outcome.gap, truth != .unknown else { return }
    if truth == .yes, !isNarrow(gap) { return }
    text.append("; ")
    if case .total(_, _, let bounds, _) = node.test, truth == .no, gap.amount.mantissa == 0 {
      RequirementText.writeNeed(bounds, to: &text)
    } else {
      GapText.write(gap, isMet: truth == .yes, counted: counted, to: &text)
    }
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
