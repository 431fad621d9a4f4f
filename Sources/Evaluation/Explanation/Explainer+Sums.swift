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
      excluded: contributions.isEmpty ? excludedRows(of: reads.needed, customer) : ExcludedRows(),
      missing: missing.unique()
    )
  }

  /// What would tell who of the customer is a member of the group that is summed over.
  private mutating func openMemberships(_ kernel: SumKernel, _ customer: Int) -> [MissingFact] {
    guard let index = kernel.group else { return [] }
    let group = store.plan.groups[index]
    var missing: [MissingFact] = []
    for (truths, condition, month) in [
      (kernel.isMemberNow, reads.now, kernel.month),
      (kernel.isMemberThen, reads.then, kernel.month - 12),
    ] {
      guard let truths else { continue }
      if truths.ghost != .no { missing += missingFacts(group, truths, in: month) }
      for entity in kernel.entities(of: customer) where truths[entity] == .unknown {
        missing += readings(condition, entity).flatMap(\.missing)
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
    return store.index.pairs(ofCustomer: customer, kind: kind).compactMap { pair in
      sides(of: kernel, kind, pair).flatMap { contribution(kernel, kind, pair, $0) }
    }
  }

  /// What a sum compares of a tenant's name: nil on a side where it is not counted.
  struct SumSides {
    let isNow: Truth
    let current: ObservedQuantity?

    /// Whether there is a baseline, which `former` is unless it was not read.
    let isThenCounted: Bool
    let former: ObservedQuantity?

    /// The month of the baseline, where it is the one in which the association began.
    let began: Int?

    /// Whether some value is, or may be, other than zero.
    func isTelling(_ pair: Int) -> Bool {
      let isNothingNow = current.map { $0.value(of: pair).exact == .zero } ?? true
      return !isNothingNow || former.map { $0.value(of: pair).exact != .zero } ?? false
    }
  }

  /// The sides of a tenant's name; nil where the tenant is in the group on neither.
  func sides(of kernel: SumKernel, _ kind: Int, _ pair: Int) -> SumSides? {
    let entity = store.index.owner(ofPair: pair, kind: kind, in: kernel.space)
    let isNow = kernel.isMemberNow?[entity] ?? .yes
    let isThen = kernel.isMemberThen?[entity] ?? .yes
    guard isNow != .no || isThen != .no else { return nil }
    var began: Int?
    let date = reads.dates?.month[pair]
    if let date, date != AssociationDates.none, date > kernel.month.index - 12 { began = date }
    let isThenCounted = kernel.question.isYearOnYear && (began != nil || isThen != .no)
    return SumSides(
      isNow: isNow,
      current: isNow == .no ? nil : reads.current,
      isThenCounted: isThenCounted,
      former: isThenCounted ? reads.former[began ?? kernel.month.index - 12] : nil,
      began: began
    )
  }

  private mutating func contribution(
    _ kernel: SumKernel,
    _ kind: Int,
    _ pair: Int,
    _ sides: SumSides
  ) -> Contribution? {
    guard sides.isTelling(pair) else { return nil }
    let now = sides.current?.value(of: pair)
    let baseline = sides.former?.value(of: pair)
    let nothing = ValueRange(low: .zero, high: .zero)
    let subject = subject(of: pair, in: .pairs(kind: kind))
    let (tenant, item) = (subject.tenant ?? "", subject.item ?? "")
    if reads.dates?.month[pair] == AssociationDates.none, (now ?? nothing).exact != .zero {
      assume(.olderAssociation(tenant: tenant, item: item))
    }
    let isYearOnYear = kernel.question.isYearOnYear
    return Contribution(
      tenant: tenant,
      item: item,
      now: now ?? nothing,
      baseline: baseline ?? nothing,
      associationMonth: sides.began.map { Month(index: $0) },
      missing: missing(now, sides.current, pair) + missing(baseline, sides.former, pair),
      isLeftOutNow: isYearOnYear && sides.isNow == .no,
      isLeftOutThen: isYearOnYear && !sides.isThenCounted
    )
  }

  /// What would settle a value that is not exactly known.
  private func missing(
    _ value: ValueRange?,
    _ quantity: ObservedQuantity?,
    _ pair: Int
  ) -> [MissingFact] {
    guard let value, let quantity, value.exact == nil else { return [] }
    return missingFacts(of: quantity, pair).unique()
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
