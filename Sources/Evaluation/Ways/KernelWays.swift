import Facts
import RuleSemantics

/// What a gate or leaf says of a customer when amounts are changed, and which changes turn it round.
struct KernelWays {
  let context: WaysContext
  let customer: Int

  /// Whether changes are wanted that make the node met; otherwise those that make it fail.
  var isMetWanted = true

  /// How many alternatives are kept.
  ///
  /// Source: our choice; three that are there, and a new tenant.
  static let alternatives = 4

  /// Whether the node is met with the changes made.
  func truth(_ whatIf: WhatIf) -> Truth {
    switch context.kernel {
    case .presence(let kernel): truth(kernel, whatIf)
    case .largest(let kernel): truth(kernel, whatIf)
    case .members(let kernel): truth(kernel, whatIf)
    case .sum(let kernel): truth(kernel, whatIf)
    }
  }

  /// What the node has to say.
  var wanted: Truth { isMetWanted ? .yes : .no }

  /// Changes that make the node say what is wanted besides those that are given, smallest first; none
  /// where facts are missing that would have to be known.
  func ways(given: WhatIf) -> [WhatIf] {
    let truth = truth(given)
    if truth == wanted { return [given] }
    guard truth != .unknown else { return [] }
    let found =
      switch context.kernel {
      case .presence(let kernel): ways(kernel, given)
      case .largest(let kernel): ways(kernel, given)
      case .members(let kernel): ways(kernel, given)
      case .sum(let kernel): ways(kernel, given)
      }
    return found.filter { self.truth($0) == wanted }
      .map { $0.least(keeping: given) { self.truth($0) == wanted } }
      .smallest(KernelWays.alternatives)
  }

  /// What the node asks.
  var test: TestPlan { context.test }

  func question(_ entity: Int, in space: Space, _ month: Month) -> Question {
    Question(space: space, entity: entity, month: month, customer: customer)
  }

  var fixes: ConditionFixes { ConditionFixes(context: context, customer: customer) }

  /// The names that a new tenant can have rows of in a selection, in order of the rules.
  func newItems(of selection: Int) -> [Int32] {
    let plan = context.plan.selections[selection]
    let named = plan.clauses.joined().filter { $0.set.kind == plan.itemKind && !$0.isNegated }
      .flatMap(\.set.members).compactMap(\.codes.first)
    let all = context.store.catalogue.kinds[plan.itemKind].names.indices.map { Int32($0) }
    return (named.isEmpty ? all : named.unique())
      .filter { context.isMeant(selection, item: $0) }
  }
}

// MARK: - Rows that have to be there

extension KernelWays {
  private func truth(_ kernel: PresenceKernel, _ whatIf: WhatIf) -> Truth {
    let isFound = whatIf.changes.contains { counts($0.listing, kernel, whatIf) }
    return isFound ? .yes : kernel.result(of: customer).truth
  }

  private func counts(_ listing: Listing, _ kernel: PresenceKernel, _ whatIf: WhatIf) -> Bool {
    let plan = kernel.plan
    let item = whatIf.item(of: listing.pair, kind: listing.kind)
    guard listing.kind == context.plan.selections[plan.selection].itemKind,
      context.isEligible(plan.selection, listing, item: item)
    else { return false }
    let code = plan.kind == context.plan.associationKind ? listing.association : item
    return code >= 0 && plan.names?.passes(code) ?? true
  }

  private func ways(_ kernel: PresenceKernel, _ given: WhatIf) -> [WhatIf] {
    // Rows that are there stay.
    guard isMetWanted else { return [] }
    let selection = kernel.plan.selection
    let kind = context.plan.selections[selection].itemKind
    let pairs = context.store.index.pairs(ofCustomer: customer, kind: kind)
      .filter { isInUse($0, kind: kind) }
    let own = pairs.compactMap { row(of: $0, kernel, given) }
    if !own.isEmpty { return own }
    let newPair = context.newEntity(of: .pairs(kind: kind))
    for item in newItems(of: selection) {
      var whatIf = given
      whatIf.nameNewPair(item, kind: kind)
      if let found = row(of: newPair, kernel, whatIf) { return [found] }
    }
    return []
  }

  /// A row of a pair that counts.
  private func row(of pair: Int, _ kernel: PresenceKernel, _ given: WhatIf) -> WhatIf? {
    let selection = kernel.plan.selection
    let kind = context.plan.selections[selection].itemKind
    for table in context.plan.selections[selection].tables {
      for association in associations(kernel, table: table) {
        let listing = Listing(kind: kind, pair: pair, table: table, association: association)
        guard counts(listing, kernel, given) else { continue }
        var result = given
        result.add(nil, to: listing)
        return result
      }
    }
    return nil
  }

  private func associations(_ kernel: PresenceKernel, table: Int) -> [Int32] {
    let own = context.associations(of: kernel.plan.selection, table: table)
    guard own != [-1], let names = kernel.plan.names, names.set.kind == context.plan.associationKind
    else { return own }
    let named = names.isNegated ? [] : names.set.members.compactMap(\.codes.first)
    return named + own.filter { !named.contains($0) }
  }

  /// Whether some row of the as-of month tells of a pair, whatever its association.
  private func isInUse(_ pair: Int, kind: Int) -> Bool {
    context.store.cubes.indices.contains { table in
      guard let cube = context.store.cubes[table], context.kind(ofTable: table) == kind else {
        return false
      }
      return cube.series(of: pair..<pair + 1)
        .contains { cube.cell(of: $0, in: context.month) != nil }
    }
  }
}

// MARK: - A value within bounds

extension KernelWays {
  private func truth(_ kernel: LargestKernel, _ whatIf: WhatIf) -> Truth {
    guard case .largest(_, let bounds) = test else { return .unknown }
    let changed = whatIf.changedPairs(kind: kernel.kind)
    let before = kernel.result(of: customer).truth
    // A value that was within may be moved out: then the others decide.
    var truth: Truth = kernel.isCovered ? .no : .unknown
    if before != .yes || changed.isEmpty { truth = before }
    if before == .yes, !changed.isEmpty {
      for pair in kernel.pairs(of: customer) where !changed.contains(pair) {
        truth = truth.or(
          ScaledInterval(interval: kernel.values[pair], scale: kernel.values.scale).truth(bounds)
        )
      }
    }
    let selection = context.plan.measures[kernel.measure].selection
    for pair in changed {
      let isThere =
        pair < kernel.hasRow.count && kernel.hasRow[pair]
        || whatIf.changes.contains { change in
          change.listing.pair == pair && change.listing.kind == kernel.kind
            && context.isEligible(
              selection,
              change.listing,
              item: whatIf.item(of: pair, kind: kernel.kind)
            )
        }
      guard isThere else { continue }
      truth = truth.or(whatIf.monthAmount(kernel.measure, pair, isChanged: true).truth(bounds))
    }
    return truth
  }

  private func ways(_ kernel: LargestKernel, _ given: WhatIf) -> [WhatIf] {
    guard case .largest(_, let bounds) = test else { return [] }
    let selection = context.plan.measures[kernel.measure].selection
    let pairs = context.store.index.pairs(ofCustomer: customer, kind: kernel.kind)
      .filter { context.isMeant(selection, item: given.item(of: $0, kind: kernel.kind)) }
    guard isMetWanted else {
      return kernel.pairs(of: customer).reduce([given]) { given, pair in
        given.flatMap {
          isWithin(kernel, pair, bounds, $0) ? moved(kernel, pair, bounds, $0) : [$0]
        }
        .smallest(KernelWays.alternatives)
      }
    }
    var found = pairs.flatMap { moved(kernel, $0, bounds, given) }
    for item in newItems(of: selection).prefix(1) {
      var whatIf = given
      whatIf.nameNewPair(item, kind: kernel.kind)
      let newPair = context.newEntity(of: .pairs(kind: kernel.kind))
      found += moved(kernel, newPair, bounds, whatIf)
    }
    return found
  }

  private func isWithin(
    _ kernel: LargestKernel,
    _ pair: Int,
    _ bounds: Bounds,
    _ given: WhatIf
  ) -> Bool {
    given.monthAmount(kernel.measure, pair, isChanged: true).truth(bounds) == .yes
  }

  private func moved(
    _ kernel: LargestKernel,
    _ pair: Int,
    _ bounds: Bounds,
    _ given: WhatIf
  ) -> [WhatIf] {
    guard let value = given.monthAmount(kernel.measure, pair, isChanged: true).exact else {
      return []
    }
    return bounds.distances(from: value, toInside: isMetWanted)
      .compactMap { given.moving(kernel.measure, of: pair, by: $0) }
  }
}
