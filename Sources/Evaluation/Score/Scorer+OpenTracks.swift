import Facts
import RuleSemantics

extension Scorer {
  /// The designations (indices in ``EvaluationPlan/designations``) that could be the ones that count
  /// instead of those that do, as facts that choose are missing.
  func openRivals(
    in choice: TrackChoicePlan,
    _ found: ChosenTrack,
    among earned: [EarnedDesignation]
  ) -> [Int] {
    let all = evaluated.plan.designations.indices.filter {
      choice.trees.contains(evaluated.plan.designations[$0].area)
    }
    switch choice.rule {
    case .only:
      return []
    case .classified:
      let truths = found.observations.map(\.truth)
      return truths.contains(.unknown) && !truths.contains(.no) ? all : []
    case .higherTotal:
      return competitors(in: choice).flatMap { rivals -> [Int] in
        guard rivals.contains(where: { !earned[$0].total.isExact }) else { return [] }
        return rivals.filter { rival in
          // Some unknown part of it may lift it over what all others have for certain.
          rivals.allSatisfy { other in
            let order = earned[rival].total.possible.compared(with: earned[other].total.certain)
            return order.map { $0 >= 0 } ?? true
          }
        }
      }
    }
  }
}
