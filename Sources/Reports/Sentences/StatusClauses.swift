import Evaluation
import RuleSemantics

extension AreaFindings {
  /// `A and B are met, C is not met, D cannot be told`.
  func statuses(_ nodes: [Int], joinedBy separator: String = ", ") -> String {
    let groups: [(truth: Truth, one: String, more: String)] = [
      (.yes, "is met", "are met"),
      (.no, "is not met", "are not met"),
      (.unknown, "cannot be told", "cannot be told"),
    ]
    let clauses: [String] = groups.compactMap { group in
      let titles = nodes.filter { truth(of: $0) == group.truth }.map { area.nodes[$0].title }
      guard !titles.isEmpty else { return nil }
      return "\(ListText.all(titles)) \(titles.count == 1 ? group.one : group.more)"
    }
    return clauses.joined(separator: separator)
  }

  /// `the gate A is not met`, `of the gates A is not met and B cannot be told`.
  func gateStatuses(_ gates: [Int]) -> String {
    let isMixed = Set(gates.map(truth)).count > 1
    let start = gates.count == 1 ? "the gate " : isMixed ? "of the gates " : "the gates "
    return start + statuses(gates, joinedBy: " and ")
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
