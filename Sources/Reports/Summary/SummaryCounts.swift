package import Evaluation
package import RuleSemantics

/// How the customers are distributed over the verdicts of one node.
///
/// Met, fails, no data and behind gate add up to the customers. Growth, decline and no change count
/// those only who are past the gates, as the official report does.
package struct NodeCounts: Hashable, Sendable {
  package private(set) var met = 0
  package private(set) var fails = 0
  package private(set) var noData = 0
  package private(set) var behindGate = 0
  package private(set) var withGrowth = 0
  package private(set) var inDecline = 0
  package private(set) var noChange = 0

  package init(_ verdicts: some Sequence<Verdict>) {
    for verdict in verdicts {
      switch verdict.cause {
      case nil: met += 1
      case .fails: fails += 1
      case .noData: noData += 1
      case .gate: behindGate += 1
      }
      guard !verdict.isBehindGate else { continue }
      switch verdict.change {
      case nil: break
      case .withGrowth: withGrowth += 1
      case .inDecline: inDecline += 1
      case .noChange: noChange += 1
      }
    }
  }

  /// The counts of other customers are added.
  static func += (left: inout NodeCounts, right: NodeCounts) {
    left.met += right.met
    left.fails += right.fails
    left.noData += right.noData
    left.behindGate += right.behindGate
    left.withGrowth += right.withGrowth
    left.inDecline += right.inDecline
    left.noChange += right.noChange
  }

  package var total: Int { met + fails + noData + behindGate }
  package var hasChange: Bool { withGrowth + inDecline + noChange > 0 }
}

/// How the gates of a branch narrow the customers, one after the other.
package struct GateNarrowing: Hashable, Sendable {
  /// The branch of the tree; nil for gates that hold for every branch.
  package let branch: String?

  /// Gates by index in ``AreaPlan/nodes``, each with the customers that meet it and all before.
  package fileprivate(set) var steps: [Step]

  package struct Step: Hashable, Sendable {
    package let gate: Int
    package fileprivate(set) var customers: Int
  }

  /// One entry per branch, or a single one where the area has no branches.
  package static func all(
    of area: AreaPlan,
    customers: [Int],
    verdicts: (_ node: Int) -> [Verdict]
  ) -> [GateNarrowing] {
    let gates = area.nodes.indices.filter { area.nodes[$0].kind == .gate }
    var branches: [String?] = []
    for node in area.nodes where node.branch != nil && !branches.contains(node.branch) {
      branches.append(node.branch)
    }
    return (branches.isEmpty ? [nil] : branches).map { branch in
      var remaining = customers
      let steps =
        gates
        .filter { area.nodes[$0].branch == nil || area.nodes[$0].branch == branch }
        .map { gate in
          let column = verdicts(gate)
          remaining = remaining.filter { column[$0].isMet }
          return Step(gate: gate, customers: remaining.count)
        }
      return GateNarrowing(branch: branch, steps: steps)
    }
  }
}

/// How the customers of an area are distributed over its nodes.
struct AreaCounts: Sendable {
  /// By node, as in ``AreaPlan/nodes``.
  private(set) var nodes: [NodeCounts]

  private(set) var narrowing: [GateNarrowing]

  /// Counts some customers; `verdicts` are by customer.
  init(_ area: AreaPlan, customers: [Int], verdicts: (_ node: Int) -> [Verdict]) {
    nodes = area.nodes.indices.map { node in
      let column = verdicts(node)
      return NodeCounts(customers.lazy.map { column[$0] })
    }
    narrowing = GateNarrowing.all(of: area, customers: customers, verdicts: verdicts)
  }

  /// Adds the counts of other customers, of the same area.
  static func += (left: inout AreaCounts, right: AreaCounts) {
    for node in left.nodes.indices { left.nodes[node] += right.nodes[node] }
    for branch in left.narrowing.indices {
      for step in left.narrowing[branch].steps.indices {
        left.narrowing[branch].steps[step].customers +=
          right.narrowing[branch].steps[step].customers
      }
    }
  }
}
