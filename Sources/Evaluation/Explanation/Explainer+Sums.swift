import Facts
import RuleSemantics

extension Explainer {
  mutating func observe(
    _ kernel: SumKernel,
    _ result: LeafResult,
    _ customer: Int
  ) -> SumObservation {
    let measure = store.plan.measures[kernel.quantity.measure]
    let baselineMonth = kernel.question.isYearOnYear ? kernel.month - 12 : nil
    let contributions = contributions(kernel, measure, customer)
    var missing: [MissingFact] = []
    let isOpen = baselineMonth != nil && result.baseline.exact == nil
    if result.result.exact == nil || isOpen {
      missing = missingFacts(kernel, measure, contributions)
      missing += openMemberships(kernel, customer)
    }
    let needed = kernel.month.last(kernel.quantity.window).map {
      NeededMonth(measure: kernel.quantity.measure, month: $0)
    }
    return SumObservation(
      title: measure.title,
      unit: measure.unit,
      month: kernel.month,
      window: kernel.quantity.window,
      now: result.now.range(scale: result.scale),
      baselineMonth: baselineMonth,
      baseline: baselineMonth == nil ? nil : result.baseline.range(scale: result.scale),
      result: result.result.range(scale: result.scale),
      contributions: contributions.sorted { ($0.tenant, $0.item) < ($1.tenant, $1.item) },
      excluded: contributions.isEmpty ? excludedRows(of: Set(needed), customer) : ExcludedRows(),
      missing: missing.unique()
    )
  }

  /// What would tell who of the customer is a member of the group that is summed over.
  private mutating func openMemberships(_ kernel: SumKernel, _ customer: Int) -> [MissingFact] {
    guard let index = kernel.group else { return [] }
    let group = store.plan.groups[index]
    var missing: [MissingFact] = []
    for (truths, month) in [
      (kernel.isMemberNow, kernel.month), (kernel.isMemberThen, kernel.month - 12),
    ] {
      guard let truths else { continue }
      if truths.ghost != .no { missing += missingFacts(group, truths, in: month) }
      for entity in kernel.entities(of: customer) where truths[entity] == .unknown {
        missing += readings(group, kernel.space, entity, in: month).flatMap(\.missing)
      }
    }
    return missing
  }

  /// What each name of each tenant that takes part gives.
  private mutating func contributions(
    _ kernel: SumKernel,
    _ measure: MeasurePlan,
    _ customer: Int
  ) -> [Contribution] {
    let kind = store.plan.selections[measure.selection].itemKind
    var found: [Contribution] = []
    for pair in store.index.pairs(ofCustomer: customer, kind: kind) {
      let entity = store.index.owner(ofPair: pair, kind: kind, in: kernel.space)
      let isNow = kernel.isMemberNow?[entity] ?? .yes
      let isThen = kernel.isMemberThen?[entity] ?? .yes
      guard isNow != .no || isThen != .no else { continue }
      let part = contribution(kernel, kind, pair, isNow, isThen)
      guard part.now.exact != .zero || part.baseline.exact != .zero else { continue }
      found.append(part)
    }
    return found
  }

  private mutating func contribution(
    _ kernel: SumKernel,
    _ kind: Int,
    _ pair: Int,
    _ isNow: Truth,
    _ isThen: Truth
  ) -> Contribution {
    let space = Space.pairs(kind: kind)
    let subject = subject(of: pair, in: space)
    let tenant = subject.tenant ?? ""
    let item = subject.item ?? ""
    let nothing = ValueRange(low: .zero, high: .zero)
    let current = isNow == .no ? nil : reading(kernel.quantity, space, pair, in: kernel.month)
    let now = current?.value ?? nothing
    guard kernel.question.isYearOnYear else {
      return Contribution(
        tenant: tenant,
        item: item,
        now: now,
        baseline: nothing,
        associationMonth: nil,
        missing: current?.missing ?? []
      )
    }
    var began: Month?
    if kernel.sinceAssociation != nil {
      let selection = store.plan.measures[kernel.quantity.measure].selection
      let dates = store.dates[store.datesKey(under: under, selection: selection)]
      let month = dates?.month[pair] ?? AssociationDates.none
      if month == AssociationDates.none {
        if now.exact != .zero { assume(.olderAssociation(tenant: tenant, item: item)) }
      } else if month > kernel.month.index - 12 {
        began = Month(index: month)
      }
    }
    let isThenCounted = began != nil || isThen != .no
    let former =
      isThenCounted ? reading(kernel.quantity, space, pair, in: began ?? kernel.month - 12) : nil
    return Contribution(
      tenant: tenant,
      item: item,
      now: now,
      baseline: former?.value ?? nothing,
      associationMonth: began,
      missing: (current?.missing ?? []) + (former?.missing ?? []),
      isLeftOutNow: isNow == .no,
      isLeftOutThen: !isThenCounted
    )
  }

  private func missingFacts(
    _ kernel: SumKernel,
    _ measure: MeasurePlan,
    _ contributions: [Contribution]
  ) -> [MissingFact] {
    var months = kernel.month.last(kernel.quantity.window)
    if kernel.question.isYearOnYear {
      months += (kernel.month - 12).last(kernel.quantity.window)
    }
    months += contributions.compactMap(\.associationMonth)
    var missing = missingMonths(months, of: measure.selection)
    missing += contributions.flatMap(\.missing)
    return missing.unique()
  }
}
