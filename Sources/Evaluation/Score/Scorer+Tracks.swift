import Facts
import RuleSemantics

extension Scorer {
  /// The tree that counts for the partner, and the designations (indices in
  /// ``EvaluationPlan/designations``) that count with it.
  ///
  /// `earned` is by designation.
  mutating func choose(
    _ choice: TrackChoicePlan,
    among earned: [EarnedDesignation]
  ) -> (track: ChosenTrack, counting: [Int]) {
    let designations = choice.trees.flatMap { scored($0) }
    switch choice.rule {
    case .only:
      return (ChosenTrack(tree: choice.trees.first, observations: []), designations)
    case .higherTotal:
      let counting = competitors(in: choice).compactMap { Scorer.highest($0, earned) }
      let trees = Set(counting.map { evaluated.plan.designations[$0].area })
      let tree = trees.count == 1 ? trees.first : nil
      return (ChosenTrack(tree: tree, observations: []), counting)
    case .classified(let met, let tests, let otherwise):
      let observations = tests.map { observe($0) }
      let isMet = observations.allSatisfy { $0.truth == .yes }
      let tree = isMet ? met : otherwise
      return (ChosenTrack(tree: tree, observations: observations), scored(tree))
    }
  }

  /// Indices of the designations that score a tree, in order.
  private func scored(_ tree: Int) -> [Int] {
    evaluated.plan.designations.indices.filter { evaluated.plan.designations[$0].area == tree }
  }

  /// The designations that compete, in order of the first of each family.
  func competitors(in choice: TrackChoicePlan) -> [[Int]] {
    let designations = choice.trees.flatMap { scored($0) }
    return Dictionary(grouping: designations) { evaluated.plan.designations[$0].family }.values
      .sorted { $0[0] < $1[0] }
  }

  /// The designation with the most certain points; of equals the first that is qualified, else the
  /// first.
  private static func highest(_ candidates: [Int], _ earned: [EarnedDesignation]) -> Int? {
    candidates.dropFirst().reduce(candidates.first) { best, next in
      guard let best,
        let order = earned[next].total.certain.compared(with: earned[best].total.certain)
      else { return best }
      if order != 0 { return order > 0 ? next : best }
      let isBetter = earned[next].isQualified == .yes && earned[best].isQualified != .yes
      return isBetter ? next : best
    }
  }
}
