import Facts
import RuleSemantics

/// A value within bounds.
extension KernelWays {
  func truth(_ kernel: LargestKernel, _ whatIf: WhatIf) -> Truth {
    guard case .largest(_, let bounds) = test else { return .unknown }
    let changed = whatIf.changedPairs(kind: kernel.kind)
    var truth: Truth = kernel.isCovered ? .no : .unknown
    for pair in kernel.pairs(of: customer) where !changed.contains(pair) {
      let value = ScaledInterval(interval: kernel.values[pair], scale: kernel.values.scale)
      truth = truth.or(value.truth(bounds))
    }
    for pair in changed where hasRow(pair, kernel, whatIf) {
      truth = truth.or(whatIf.monthAmount(kernel.measure, pair, isChanged: true).truth(bounds))
    }
    return truth
  }

  /// Whether rows of the as-of month that count tell of a changed pair.
  private func hasRow(_ pair: Int, _ kernel: LargestKernel, _ whatIf: WhatIf) -> Bool {
    if pair < kernel.hasRow.count, kernel.hasRow[pair] { return true }
    let selection = context.plan.measures[kernel.measure].selection
    let item = whatIf.item(of: pair, kind: kernel.kind)
    return whatIf.changes.map(\.listing).contains { listing in
      listing.pair == pair && listing.kind == kernel.kind
        && context.isEligible(selection, listing, item: item)
    }
  }

  func ways(_ kernel: LargestKernel, _ given: WhatIf) -> [WhatIf] {
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
