import Evaluation

/// The smallest changes that would make a node met, as sentences for people, best first.
///
/// - Parameter outcome: what the node says of a customer.
/// - Returns: empty for a node that is met, and where no such change is known.
func pageWays(of outcome: NodeOutcome) -> [String] { [] }
