import Facts
import RuleSemantics

extension KernelWays {
  /// Both sides of a comparison of sums.
  struct Sums {
    var now: ScaledInterval
    var baseline: ScaledInterval
    var difference: ScaledInterval
  }

  func truth(_ kernel: SumKernel, _ whatIf: WhatIf) -> Truth {
    let sums = sums(kernel, whatIf)
    let scale = max(sums.now.scale, sums.baseline.scale, sums.difference.scale)
    return kernel.truth(
      now: sums.now.rescaled(to: scale),
      baseline: sums.baseline.rescaled(to: scale),
      difference: sums.difference.rescaled(to: scale),
      scale: scale
    )
  }

  /// The sums of the verdict, with what the changed entities give instead of what they gave.
  private func sums(_ kernel: SumKernel, _ whatIf: WhatIf) -> Sums {
    let before = kernel.result(of: customer)
    let isYearOnYear = kernel.question.isYearOnYear
    func scaled(_ interval: Interval) -> ScaledInterval {
      ScaledInterval(interval: interval, scale: kernel.scale)
    }
    var sums = Sums(
      now: scaled(before.now),
      baseline: scaled(before.baseline),
      difference: scaled(isYearOnYear ? before.contribution : before.now)
    )
    for entity in whatIf.touchedEntities(of: kernel.space, customer: customer) {
      let isNew = entity == context.newEntity(of: kernel.space)
      let parts = parts(of: entity, kernel, whatIf)
      for _ in 0..<(isNew ? whatIf.times(in: kernel.space) : 1) {
        sums.now = sums.now + parts.now
        sums.baseline = sums.baseline + parts.baseline
        sums.difference = sums.difference + parts.difference
      }
      guard !isNew else { continue }
      let former = kernel.parts(of: entity)
      sums.now = sums.now - scaled(former.now)
      sums.baseline = sums.baseline - scaled(former.baseline)
      sums.difference = sums.difference - scaled(former.difference)
    }
    return sums
  }

  /// What a changed entity gives, over all that is possible.
  private func parts(
    of entity: Int,
    _ kernel: SumKernel,
    _ whatIf: WhatIf
  ) -> (now: ScaledInterval, baseline: ScaledInterval, difference: ScaledInterval) {
    func isMember(_ month: Month) -> [Bool] {
      guard let group = kernel.group else { return [true] }
      let condition = context.plan.groups[group].condition
      switch whatIf.truth(condition, question(entity, in: kernel.space, month)) {
      case .yes: return [true]
      case .no: return [false]
      case .unknown: return [true, false]
      }
    }
    var found: (now: ScaledInterval, baseline: ScaledInterval, difference: ScaledInterval)?
    for isNow in isMember(kernel.month) {
      for isThen in kernel.question.isYearOnYear ? isMember(kernel.month - 12) : [false] {
        let now =
          isNow
          ? whatIf.value(kernel.quantity, kernel.space, entity, kernel.month, customer: customer)
          : .zero
        let baseline = baseline(of: entity, isNow: isNow, isThen: isThen, kernel, whatIf)
        let difference = now - baseline
        found = (
          found?.now.union(now) ?? now,
          found?.baseline.union(baseline) ?? baseline,
          found?.difference.union(difference) ?? difference
        )
      }
    }
    return found ?? (.zero, .zero, .zero)
  }

  private func baseline(
    of entity: Int,
    isNow: Bool,
    isThen: Bool,
    _ kernel: SumKernel,
    _ whatIf: WhatIf
  ) -> ScaledInterval {
    guard kernel.question.isYearOnYear else { return .zero }
    let isNew = entity == context.newEntity(of: kernel.space)
    var result = ScaledInterval.zero
    if isThen, !isNew {
      result = ScaledInterval(interval: kernel.then[entity], scale: kernel.scale)
    }
    guard let recent = kernel.sinceAssociation, isNow || isThen else { return result }
    if !isNew {
      result = result + ScaledInterval(interval: recent[entity], scale: kernel.scale)
    }
    return result + recentChange(of: entity, kernel, whatIf)
  }

  /// What the changes add to the baseline of associations that began in the as-of month.
  private func recentChange(
    of entity: Int,
    _ kernel: SumKernel,
    _ whatIf: WhatIf
  ) -> ScaledInterval {
    let measure = kernel.quantity.measure
    let kind = context.plan.selections[context.plan.measures[measure].selection].itemKind
    var result = ScaledInterval.zero
    for pair in whatIf.changedPairs(kind: kind)
    where whatIf.owner(of: pair, kind: kind, in: kernel.space, customer: customer) == entity {
      let after = whatIf.monthAmount(measure, pair, isChanged: true)
      switch context.beginning(of: pair, kernel, kind: kind, whatIf) {
      case .before: break
      case .now: result = result + (after - whatIf.monthAmount(measure, pair, isChanged: false))
      case .withChange: result = result + after
      case .unclear: return .unknown
      }
    }
    return result
  }

  // MARK: - What makes the sum large enough

  func ways(_ kernel: SumKernel, _ given: WhatIf) -> [WhatIf] {
    let entities = Array(kernel.entities(of: customer))
    var found = entities.flatMap { entity -> [WhatIf] in
      switch kernel.isMemberNow?[entity] ?? .yes {
      case .yes: return raised(entity, kernel, given)
      case .unknown: return []
      case .no:
        guard isMetWanted, let group = kernel.group else { return [] }
        let condition = context.plan.groups[group].condition
        let asked = question(entity, in: kernel.space, kernel.month)
        return fixes.fixes(condition, asked, true, given: given).flatMap { joined in
          truth(kernel, joined) == .yes ? [joined] : raised(entity, kernel, joined)
        }
      }
    }
    if isMetWanted { found += newEntity(kernel, given) }
    return found
  }

  /// Adds what is missing at one entity.
  private func raised(_ entity: Int, _ kernel: SumKernel, _ given: WhatIf) -> [WhatIf] {
    let measure = kernel.quantity.measure
    let kind = context.plan.selections[context.plan.measures[measure].selection].itemKind
    guard
      let pair = context.pair(
        of: entity,
        in: kernel.space,
        measure: measure,
        kind: kind,
        given
      )
    else { return [] }
    return distances(kernel, given).compactMap { given.moving(measure, of: pair, by: $0) }
  }

  private func newEntity(_ kernel: SumKernel, _ given: WhatIf) -> [WhatIf] {
    let entity = context.newEntity(of: kernel.space)
    let joined: WhatIf?
    if let group = kernel.group {
      let condition = context.plan.groups[group].condition
      joined = newEntity(condition, in: kernel.space, kernel.month, given)
    } else {
      let selection = context.plan.measures[kernel.quantity.measure].selection
      joined = newItems(of: selection).first.map { item in
        var whatIf = given
        whatIf.nameNewPair(item, kind: context.plan.selections[selection].itemKind)
        return whatIf
      }
    }
    guard let joined else { return [] }
    if truth(kernel, joined) == .yes { return [joined] }
    return raised(entity, kernel, joined)
  }

  /// How far the deciding number is from the inside of the bounds.
  private func distances(_ kernel: SumKernel, _ whatIf: WhatIf) -> [Distance] {
    let sums = sums(kernel, whatIf)
    switch kernel.question {
    case .total(let bounds, _):
      return sums.now.exact.map { bounds.distances(from: $0, toInside: isMetWanted) } ?? []
    case .change(let bounds, _):
      return sums.difference.exact.map { bounds.distances(from: $0, toInside: isMetWanted) } ?? []
    case .anyGrowth:
      guard let missing = sums.difference.exact.flatMap({ Decimal.zero.minus($0) }) else {
        return []
      }
      return [Distance(amount: missing, isExclusive: isMetWanted, isFall: !isMetWanted)]
    case .growth(let bounds):
      guard let base = sums.baseline.exact, base.mantissa > 0, let own = sums.difference.exact,
        let target = bounds.asAmounts(ofWhole: base)
      else { return [] }
      return target.distances(from: own, toInside: isMetWanted)
    }
  }
}
