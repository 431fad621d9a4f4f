import Facts
import RuleSemantics

extension KernelWays {
  /// Whether enough members are there with the changes made.
  func truth(_ kernel: MembersKernel, _ whatIf: WhatIf) -> Truth {
    guard let bounds = test.bounds else { return .unknown }
    return ScaledBounds(bounds, scale: 0).truth(of: net(kernel, whatIf))
  }

  /// How many members there are, for a net count less those of the baseline.
  private func net(_ kernel: MembersKernel, _ whatIf: WhatIf) -> Interval {
    var now = kernel.now.count(in: kernel.entities(of: customer))
    var then = kernel.then?.count(in: kernel.entities(of: customer)) ?? .zero
    for entity in whatIf.touchedEntities(of: kernel.space, customer: customer) {
      let isNew = entity == context.newEntity(of: kernel.space)
      let times = isNew ? whatIf.times(in: kernel.space) : 1
      now +=
        count(
          whatIf.truth(kernel.group.condition, question(entity, in: kernel.space, kernel.month))
        )
        .scaled(by: Int128(times))
      if !isNew { now = now - count(kernel.now[entity]) }
      guard let column = kernel.then, let month = kernel.baselineMonth else { continue }
      let asked = question(entity, in: kernel.space, month)
      then +=
        count(whatIf.truth(kernel.baselineGroup.condition, asked)).scaled(by: Int128(times))
      if !isNew { then = then - count(column[entity]) }
    }
    return now - then
  }

  private func count(_ truth: Truth) -> Interval {
    Interval(low: truth == .yes ? 1 : 0, high: truth == .no ? 0 : 1)
  }

  /// Makes as many members as are missing, of those that are nearest to it, or of new tenants; or as many
  /// lose what made them members.
  func ways(_ kernel: MembersKernel, _ given: WhatIf) -> [WhatIf] {
    guard let count = net(kernel, given).exact, let end = test.bounds?.lower,
      let least = end.number.mantissa(atScale: max(1, end.number.scale)),
      let unit = Decimal.powerOfTen(max(1, end.number.scale))
    else { return [] }
    let enough = end.isIncluded ? (least + unit - 1) / unit : least / unit + 1
    let missing = Int(clamping: isMetWanted ? enough - count : count - enough + 1)
    guard missing > 0, missing <= KernelWays.mostMembers else { return [] }
    let others: Truth = isMetWanted ? .no : .yes
    let entities = kernel.entities(of: customer).filter { kernel.now[$0] == others }
    if missing == 1 {
      return entities.flatMap { turning($0, kernel, given) } + newMembers(1, kernel, given)
    }
    let nearest = entities.compactMap { entity in
      turning(entity, kernel, given).first.map { (size: $0.size, entity: entity) }
    }.sorted { ($0.size, $0.entity) < ($1.size, $1.entity) }
    var all = given
    var joined = 0
    for (_, entity) in nearest where joined < missing {
      guard let next = turning(entity, kernel, all).first else { continue }
      all = next
      joined += 1
    }
    return (joined == missing ? [all] : newMembers(missing - joined, kernel, all))
      + newMembers(missing, kernel, given)
  }

  /// Ways for an entity to become a member, or to be one no more.
  private func turning(_ entity: Int, _ kernel: MembersKernel, _ given: WhatIf) -> [WhatIf] {
    fixes.fixes(
      kernel.group.condition,
      question(entity, in: kernel.space, kernel.month),
      isMetWanted,
      given: given
    )
  }

  /// Members that no row tells of yet: so many new tenants, or one more name.
  private func newMembers(_ count: Int, _ kernel: MembersKernel, _ given: WhatIf) -> [WhatIf] {
    guard isMetWanted else { return [] }
    var isTaken: (Int32) -> Bool = { _ in false }
    if case .customerItems(let kind) = kernel.space, let pairs = context.store.index.pairs[kind] {
      guard count == 1 else { return [] }
      let own = Set(pairs.items(of: customer).map { pairs.itemOfCustomerItem[$0] })
      isTaken = { own.contains($0) }
    }
    return newEntity(kernel.group.condition, in: kernel.space, kernel.month, given, isTaken)
      .map { found in
        var result = found
        result.newTenants = count
        return [result]
      } ?? []
  }

  /// A condition made true for an entity that no row tells of yet; nil where no name does it.
  func newEntity(
    _ condition: ConditionID,
    in space: Space,
    _ month: Month,
    _ given: WhatIf,
    _ isTaken: (Int32) -> Bool = { _ in false }
  ) -> WhatIf? {
    var read: Set<NeededMonth> = []
    context.plan.collectMonths(condition, in: month, into: &read)
    let selections = Set(read.map { context.plan.measures[$0.measure].selection }).sorted()
    let asked = question(context.newEntity(of: space), in: space, month)
    for selection in selections {
      let kind = context.plan.selections[selection].itemKind
      for item in newItems(of: selection).filter({ !isTaken($0) }).prefix(KernelWays.triedNames) {
        var whatIf = given
        whatIf.nameNewPair(item, kind: kind)
        if let found = fixes.fixes(condition, asked, true, given: whatIf).first { return found }
      }
    }
    return nil
  }

  /// How many names are tried for a new tenant before giving up.
  ///
  /// Source: our choice; the names of a selection are nearly always alike.
  private static let triedNames = 8

  /// More members than these are no change that anybody would plan.
  ///
  /// Source: our choice.
  private static let mostMembers = 1000
}
