import Evaluation

/// The smallest changes that would make a node met, as sentences for people, best first.
///
/// - Parameters:
///   - node: an index in ``AreaPlan/nodes``.
///   - area: an index in ``EvaluationPlan/areas``.
///   - customer: an index in ``ReportedFacts/customers``.
///   - facts: what was evaluated.
/// - Returns: empty for a node that is met, and where no such change is known.
func pageWays(of node: Int, area: Int, customer: Int, in facts: EvaluatedFacts) -> [String] { [] }
