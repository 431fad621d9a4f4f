import Facts
import RuleSemantics

extension EvaluatedFacts {
  /// The smallest changes that make a node met that is not, smallest first.
  ///
  /// Empty for a node that is met, and where facts are missing that would have to be known. Of a tree
  /// or metric these are changes to the gates and leaves that it needs. No amount falls below zero.
  package func waysToPass(area: Int, node: Int, customer: Int) -> [WayToPass] {
    guard !verdicts(area: area, node: node)[customer].isMet else { return [] }
    let tree = TreeWays(facts: self, area: area, customer: customer)
    return tree.ways(of: node).map(\.way).filter(\.isPossible)
  }

  /// The smallest changes that make a gate or leaf fail that is met, smallest first.
  ///
  /// Empty for other nodes, and where amounts alone cannot do it: a row that is there stays, and no
  /// amount falls below zero.
  package func waysToLose(area: Int, node: Int, customer: Int) -> [WayToPass] {
    guard verdicts(area: area, node: node)[customer].isMet, let context = ways[area][node] else {
      return []
    }
    let kernel = KernelWays(context: context, customer: customer, isMetWanted: false)
    return kernel.ways(given: WhatIf(context)).map(\.way).filter(\.isPossible)
  }
}

extension WayToPass {
  /// Whether no amount falls below zero.
  fileprivate var isPossible: Bool {
    steps.flatMap(\.amounts).filter { $0.change.mantissa < 0 }.allSatisfy { amount in
      amount.now.plus(amount.change).map { $0.mantissa >= 0 } ?? false
    }
  }
}

/// The ways of the nodes of one tree, for one customer.
struct TreeWays {
  let facts: EvaluatedFacts
  let area: Int
  let customer: Int

  private var nodes: [NodePlan] { facts.plan.areas[area].nodes }

  init(facts: EvaluatedFacts, area: Int, customer: Int) {
    self.facts = facts
    self.area = area
    self.customer = customer
  }

  /// Changes that make a node met, smallest first.
  ///
  /// What makes one metric met may be more than a tree needs that another one is enough for.
  func ways(of node: Int) -> [WhatIf] {
    ways(of: node, given: nil)
      .map { $0.least(keeping: nil) { isMet(node, $0) } }
      .smallest(KernelWays.alternatives)
  }

  /// With what is given already; nil is nothing.
  private func ways(of node: Int, given: WhatIf?) -> [WhatIf] {
    switch nodes[node].kind {
    case .gate, .leaf:
      guard let kernel = kernel(node) else { return [] }
      return kernel.ways(given: given?.read(by: kernel.context) ?? WhatIf(kernel.context))
    case .metric:
      let leaves = nodes[node].children
      guard nodes[node].isBestOf else { return all(leaves, given: given) }
      return leaves.flatMap { ways(of: $0, given: given) }.smallest(KernelWays.alternatives)
    case .area:
      return branches.flatMap { branch in
        branch.metrics.flatMap { all(branch.gates + [$0], given: given) }
      }.smallest(KernelWays.alternatives)
    }
  }

  /// Changes that make all of the nodes met, one after the other.
  private func all(_ needed: [Int], given: WhatIf?) -> [WhatIf] {
    var found: [WhatIf?] = [given]
    for node in needed {
      found = found.flatMap { ways(of: node, given: $0) }.smallest(KernelWays.alternatives)
    }
    func areMet(_ whatIf: WhatIf) -> Bool { needed.allSatisfy { isMet($0, whatIf) } }
    return found.compactMap(\.self).filter(areMet)
  }

  private func isMet(_ node: Int, _ whatIf: WhatIf) -> Bool {
    switch nodes[node].kind {
    case .gate, .leaf:
      return kernel(node).map { $0.truth(whatIf.read(by: $0.context)) == .yes } ?? false
    case .metric:
      let children = nodes[node].children
      return nodes[node].isBestOf
        ? children.contains { isMet($0, whatIf) } : children.allSatisfy { isMet($0, whatIf) }
    case .area:
      return branches.contains { branch in
        branch.gates.allSatisfy { isMet($0, whatIf) }
          && branch.metrics.contains { isMet($0, whatIf) }
      }
    }
  }

  private func kernel(_ node: Int) -> KernelWays? {
    facts.ways[area][node].map { KernelWays(context: $0, customer: customer) }
  }

  /// Gates and metrics that decide together.
  private var branches: [(gates: [Int], metrics: [Int])] {
    let metrics = nodes.indices.filter { nodes[$0].kind == .metric }
    return metrics.map { nodes[$0].branch }.unique().map { branch in
      let gates = nodes.indices.filter {
        nodes[$0].kind == .gate && (nodes[$0].branch == nil || nodes[$0].branch == branch)
      }
      return (gates, metrics.filter { nodes[$0].branch == branch })
    }
  }
}

extension WhatIf {
  /// The same changes as another kernel reads them.
  fileprivate func read(by other: WaysContext) -> WhatIf {
    var result = WhatIf(other)
    for kind in newItem.indices { result.nameNewPair(newItem[kind], kind: kind) }
    result.newTenants = newTenants
    for change in changes {
      result.add(nil, to: change.listing)
      for amount in change.amounts { result.add(amount, to: change.listing) }
    }
    return result
  }
}
