import Facts
import RuleSemantics

/// A kernel with what it reads whoever the customer is, looked up once for all explanations.
///
/// A class, as there is an explanation for each customer.
final class KernelReads: Sendable {
  let kernel: LeafKernel
  let test: TestPlan
  let store: ColumnStore

  /// The association that the kernel is under.
  let under: NameSet?

  /// Of a members kernel: what its groups ask for.
  let now: ObservedCondition?
  let then: ObservedCondition?

  /// Of a largest or sum kernel: what it reads of names, now and by ``Month/index`` of the months
  /// that it is compared with.
  let current: ObservedQuantity?
  let former: [Int: ObservedQuantity]

  /// Of a sum kernel: when associations began that the baseline depends on.
  let dates: AssociationDates?

  /// What a members or sum kernel reads now, by selection; empty for other kernels.
  let needed: [NeededMonths]

  /// What the selections that it reads leave out, by index in ``EvaluationPlan/selections``.
  let selections: [Int: SelectionReads]

  /// Measures of which every part has a rate, ascending, with the months that are read of them.
  let rated: [(measure: Int, months: [Month])]

  init(_ kernel: LeafKernel, _ test: TestPlan, _ columns: inout ObservedColumns) {
    self.kernel = kernel
    self.test = test
    store = columns.store
    under = columns.under
    let plan = store.plan
    now = kernel.condition(&columns)
    then = kernel.baselineCondition(&columns)
    var dates: AssociationDates?
    if case .sum(let sum) = kernel, sum.sinceAssociation != nil {
      let selection = plan.measures[sum.quantity.measure].selection
      dates = store.dates[store.datesKey(under: under, selection: selection)]
    }
    self.dates = dates
    current = kernel.quantity(in: plan.asOf, &columns)
    former = kernel.formerQuantities(dates, &columns)
    var group: Set<NeededMonth> = []
    if case .members(let members) = kernel {
      plan.collectMonths(members.group.condition, in: members.month, into: &group)
    }
    let asked = kernel.askedMonths(group)
    needed = store.monthsBySelection(asked)
    var selections: [Int: SelectionReads] = [:]
    for selection in kernel.selections(asked, plan) {
      selections[selection] = SelectionReads(selection, under: under, store)
    }
    self.selections = selections
    let read = KernelReads.months(of: kernel, plan, group: group)
    rated = Set(read.map(\.measure)).sorted().filter { measure in
      plan.measures[measure].parts.allSatisfy { $0.rate != nil }
    }.map { measure in
      (measure, read.filter { $0.measure == measure }.map(\.month))
    }
  }

  /// Whether some selection takes rows of a name, whatever their association; nil is no name.
  ///
  /// Other names may stand in tables of other areas, and tell nothing.
  func canCount(_ name: Int32?) -> Bool {
    guard let name, !selections.isEmpty else { return true }
    return selections.values.contains { $0.isMeant(name) }
  }

  /// Every month of a measure that a kernel reads.
  private static func months(
    of kernel: LeafKernel,
    _ plan: EvaluationPlan,
    group: Set<NeededMonth>
  ) -> Set<NeededMonth> {
    var read = group
    switch kernel {
    case .presence:
      break
    case .largest(let largest):
      read.insert(NeededMonth(measure: largest.measure, month: largest.month))
    case .members(let members):
      if let month = members.baselineMonth {
        plan.collectMonths(members.baselineGroup.condition, in: month, into: &read)
      }
    case .sum(let sum):
      var months = sum.month.last(sum.quantity.window)
      if sum.question.isYearOnYear {
        months += (sum.month - 12).last(sum.quantity.window)
      }
      read.formUnion(months.map { NeededMonth(measure: sum.quantity.measure, month: $0) })
    }
    return read
  }
}

extension LeafKernel {
  /// The months of measures that decide now; `group` are those of its group.
  fileprivate func askedMonths(_ group: Set<NeededMonth>) -> Set<NeededMonth> {
    guard case .sum(let sum) = self else { return group }
    let months = sum.month.last(sum.quantity.window)
    return Set(months.map { NeededMonth(measure: sum.quantity.measure, month: $0) })
  }

  /// The selections whose rows are looked for where nothing counts.
  fileprivate func selections(_ asked: Set<NeededMonth>, _ plan: EvaluationPlan) -> Set<Int> {
    switch self {
    case .presence(let kernel): [kernel.plan.selection]
    case .largest(let kernel): [plan.measures[kernel.measure].selection]
    case .members, .sum: Set(asked.map { plan.measures[$0.measure].selection })
    }
  }

  /// What makes somebody a member now, of a kernel with a group.
  fileprivate func condition(_ columns: inout ObservedColumns) -> ObservedCondition? {
    switch self {
    case .presence, .largest: nil
    case .members(let kernel):
      columns.condition(kernel.group.condition, kernel.space, in: kernel.month)
    case .sum(let kernel):
      kernel.group.map { group in
        let condition = columns.store.plan.groups[group].condition
        return columns.condition(condition, kernel.space, in: kernel.month)
      }
    }
  }

  /// The same for the other side of a comparison.
  fileprivate func baselineCondition(_ columns: inout ObservedColumns) -> ObservedCondition? {
    switch self {
    case .presence, .largest: nil
    case .members(let kernel):
      kernel.baselineMonth.map {
        columns.condition(kernel.baselineGroup.condition, kernel.space, in: $0)
      }
    case .sum(let kernel):
      kernel.group.map { group in
        let condition = columns.store.plan.groups[group].condition
        return columns.condition(condition, kernel.space, in: kernel.month - 12)
      }
    }
  }

  /// What is read of names in a month.
  fileprivate func quantity(
    in month: Month,
    _ columns: inout ObservedColumns
  ) -> ObservedQuantity? {
    switch self {
    case .presence, .members:
      return nil
    case .largest(let kernel):
      let quantity = Quantity(measure: kernel.measure, window: 1)
      return columns.quantity(quantity, .pairs(kind: kernel.kind), in: month)
    case .sum(let kernel):
      let selection = columns.store.plan.measures[kernel.quantity.measure].selection
      let kind = columns.store.plan.selections[selection].itemKind
      return columns.quantity(kernel.quantity, .pairs(kind: kind), in: month)
    }
  }

  /// What is read of names a year ago, and in months of the last year in which associations began.
  fileprivate func formerQuantities(
    _ dates: AssociationDates?,
    _ columns: inout ObservedColumns
  ) -> [Int: ObservedQuantity] {
    guard case .sum(let kernel) = self, kernel.question.isYearOnYear else { return [:] }
    let lastYear = kernel.month.index - 12
    let began = (dates?.month ?? []).filter { $0 > lastYear && $0 != AssociationDates.none }
    var found: [Int: ObservedQuantity] = [:]
    for month in Set(began + [lastYear]) {
      found[month] = quantity(in: Month(index: month), &columns)
    }
    return found
  }
}

extension Month {
  /// The last `count` months up to this one, ascending.
  func last(_ count: Int) -> [Month] { (0..<count).map { self - (count - 1 - $0) } }
}
