package import RuleSemantics

/// The verdict of a node on a customer, without its evidence.
package struct Verdict: Hashable, Sendable {
  /// `unknown` when facts that would decide are missing.
  package let truth: Truth

  /// Whether an earlier gate is not met.
  package let isBehindGate: Bool

  package let change: Change?

  package init(truth: Truth, isBehindGate: Bool, change: Change?) {
    self.truth = truth
    self.isBehindGate = isBehindGate
    self.change = change
  }

  package var isMet: Bool { truth == .yes }

  /// Why the node is not met; nil when it is.
  package var cause: Cause? {
    if isMet { return nil }
    if isBehindGate { return .gate }
    return truth == .unknown ? .noData : .fails
  }
}
