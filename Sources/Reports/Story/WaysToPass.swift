import Evaluation
import Facts
import RuleSemantics

extension AreaStory {
  /// What would make a node met, a clause each, the easiest first; empty for a node that is met and
  /// where nothing is known that would.
  func waysToPass(node: Int) -> [String] {
    let outcome = findings.outcomes[node]
    guard findings.truth(of: node) == .no, let gap = outcome.gap else { return [] }
    if case .total(_, _, let bounds, _) = findings.area.nodes[node].test,
      gap.amount.mantissa == 0
    {
      return [RequirementText.need(bounds)]
    }
    return [String { GapText.write(gap, isMet: false, to: &$0) }]
  }
}
