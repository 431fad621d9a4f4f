import Facts
import RuleSemantics

extension EvaluatedFacts {
  /// What a node says of one customer, read from the columns of the verdict.
  ///
  /// Without evidence it looks like the outcome of a node that rolls up, and takes a fraction of the
  /// time.
  package func outcome(
    area: Int,
    node: Int,
    customer: Int,
    withEvidence: Bool = true
  ) -> NodeOutcome {
    let verdict = verdicts(area: area, node: node)[customer]
    guard let reads = reads[area][node] else {
      return NodeOutcome(
        isMet: verdict.isMet,
        cause: verdict.cause,
        change: nil,
        current: .none,
        gap: nil,
        observation: .rollUp,
        assumptions: []
      )
    }
    let (kernel, test) = (reads.kernel, reads.test)
    let result = kernel.result(of: customer)
    var explainer = Explainer(reads)
    let observation =
      withEvidence ? explainer.observation(result, customer: customer) : .rollUp
    return NodeOutcome(
      isMet: verdict.isMet,
      cause: verdict.cause,
      change: verdict.change,
      current: current(kernel, test, result, customer: customer),
      gap: gap(test, kernel, result),
      observation: observation,
      assumptions: explainer.assumptions
    )
  }

  private func current(
    _ kernel: LeafKernel,
    _ test: TestPlan,
    _ result: LeafResult,
    customer: Int
  ) -> CurrentValue {
    switch kernel {
    case .presence(let presence):
      let names = presence.labels(
        presence.found(by: customer),
        names: facts.names[presence.plan.kind]
      )
      return .names(names)
    case .largest(let largest):
      guard largest.deciding(customer) != nil else { return .none }
      return number(result.result, result.scale, plan.measures[largest.measure].unit)
    case .members(let members):
      return number(result.result, 0, members.group.unit)
    case .sum(let sum):
      switch sum.question {
      case .total, .change:
        return number(result.result, sum.scale, plan.measures[sum.quantity.measure].unit)
      case .growth, .anyGrowth:
        guard let change = result.result.exact, let base = result.baseline.exact, base != 0 else {
          return .none
        }
        return .ratio(
          numerator: Decimal(mantissa: change, scale: sum.scale),
          denominator: Decimal(mantissa: base, scale: sum.scale)
        )
      }
    }
  }

  private func number(_ value: Interval, _ scale: Int, _ unit: Unit) -> CurrentValue {
    value.exact.map { .number(Decimal(mantissa: $0, scale: scale), unit) } ?? .none
  }

  /// How far the deciding number is from the other verdict.
  private func gap(_ test: TestPlan, _ kernel: LeafKernel, _ result: LeafResult) -> Gap? {
    guard let value = result.result.exact.map({ Decimal(mantissa: $0, scale: result.scale) }) else {
      return nil
    }
    switch test {
    case .net(_, _, let bounds), .count(_, let bounds):
      return Gap(value, bounds, isWhole: true)
    case .total(_, _, let bounds, _), .change(_, _, _, let bounds):
      return Gap(value, bounds, isWhole: false)
    case .largest(_, let bounds):
      guard case .largest(let largest) = kernel, largest.isCovered else { return nil }
      return Gap(value, bounds, isWhole: false)
    case .anyGrowth(let quantity, _):
      let zero = Bounds.End(Decimal(0), isIncluded: false)
      let bounds = Bounds(lower: zero, upper: nil, unit: plan.measures[quantity.measure].unit)
      return Gap(value, bounds, isWhole: false)
    case .presence, .growth:
      return nil
    }
  }
}

extension Gap {
  /// The smallest change of `value` that changes whether it lies within the bounds.
  ///
  /// `isWhole` says that values are whole numbers, so that "more than 0" is 1.
  init?(_ value: Decimal, _ bounds: Bounds, isWhole: Bool) {
    var best: Gap?
    for (end, isLower) in [(bounds.lower, true), (bounds.upper, false)] {
      guard let end, let gap = Gap(value, end, isLower, isWhole, bounds.unit) else { continue }
      if let known = best, known.amount.compared(with: gap.amount) <= 0 { continue }
      best = gap
    }
    guard let best else { return nil }
    self = best
  }

  private init?(_ value: Decimal, _ end: Bounds.End, _ isLower: Bool, _ isWhole: Bool, _ unit: Unit)
  {
    guard let difference = end.number.minus(value) else { return nil }
    let isBelow = difference.mantissa > 0
    let isOn = difference.mantissa == 0
    // Whether the value now lies on the side of the end that is within the bounds.
    let isWithin = isOn ? end.isIncluded : (isBelow ? !isLower : isLower)
    let amount = difference.size
    // To get within, the end itself is enough when it is included; to get out, when it is not.
    let isEnough = isWithin ? !end.isIncluded : end.isIncluded
    let whole = isWhole && !isEnough
    self.init(
      amount: whole ? amount.minus(Decimal(-1)) ?? amount : amount,
      isExclusive: !isEnough && !whole,
      unit: unit,
      isRise: isWithin != isLower
    )
  }
}
