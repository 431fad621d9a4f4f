import Evaluation
import RuleSemantics

extension AreaFindings {
  /// Writes `A and B are met, C is not met, D cannot be told`.
  func writeStatuses(
    _ nodes: [Int],
    joinedBy separator: String = ", ",
    to text: inout OutputBuffer
  ) {
    var isFirst = true
    for truth in [Truth.yes, .no, .unknown] {
      let count = nodes.count { self.truth(of: $0) == truth }
      guard count > 0 else { continue }
      if !isFirst { text.append(separator) }
      isFirst = false
      text.append(list: nodes.lazy.filter { self.truth(of: $0) == truth }, count: count) {
        $0.append(area.nodes[$1].title)
      }
      switch truth {
      case .yes: text.append(count == 1 ? " is met" : " are met")
      case .no: text.append(count == 1 ? " is not met" : " are not met")
      case .unknown: text.append(" cannot be told")
      }
    }
  }

  /// Writes `the gate A is not met`, `of the gates A is not met and B cannot be told`.
  func writeGateStatuses(_ gates: [Int], to text: inout OutputBuffer) {
    let isMixed = gates.contains { truth(of: $0) != truth(of: gates[0]) }
    text.append(gates.count == 1 ? "the gate " : isMixed ? "of the gates " : "the gates ")
    writeStatuses(gates, joinedBy: " and ", to: &text)
  }

  /// The node's own verdict, whether behind a gate or not.
  func truth(of node: Int) -> Truth {
    outcomes[node].isMet ? .yes : truths[node]
  }
}

extension AreaPlan {
  /// The title of a side or category with gates of its own, or else its id.
  func title(ofBranch branch: String) -> String { branchTitles[branch] ?? branch }
}
