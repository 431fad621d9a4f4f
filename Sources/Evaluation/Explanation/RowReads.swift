import Facts
import RuleSemantics

/// Which rows a kernel looks at for one customer: the months of each selection that its verdict or
/// its sentence reads.
///
/// Collected along the kernel's conditions as they were evaluated, so that no row is named that
/// nothing read.
struct RowReads {
  /// Months that are read for all names, by selection.
  private(set) var months: [Int: Set<Month>] = [:]

  /// Months that are read for single names of tenants, by selection and pair, such as those in
  /// which associations began.
  private(set) var monthsOfPairs: [Int: [Int: Set<Month>]] = [:]

  /// Months whose rows only tell which associations list a name, by selection.
  private(set) var listingMonths: [Int: Set<Month>] = [:]

  /// Measures that are read, by selection.
  private(set) var measures: [Int: Set<Int>] = [:]

  /// The associations whose dates are read; empty where none are.
  private(set) var dated: [NameSet.Member] = []

  private let reads: KernelReads
  private let customer: Int

  private var store: ColumnStore { reads.store }
  private var plan: EvaluationPlan { store.plan }

  /// Whose values a condition reads.
  private enum Scope {
    case customer
    /// A tenant's, as numbered in ``FactIndex``.
    case member(Int)
    /// One name of a tenant, as numbered in the ``PairSpace`` of the kind.
    case pair(Int, kind: Int)
  }

  init(_ reads: KernelReads, customer: Int) {
    self.reads = reads
    self.customer = customer
    switch reads.kernel {
    case .presence(let kernel):
      let run = kernel.months.lowerBound.through(kernel.months.upperBound)
      months[kernel.plan.selection, default: []].formUnion(run)
    case .largest(let kernel):
      add(Quantity(measure: kernel.measure, window: 1), in: kernel.month, .customer)
    case .members(let kernel):
      add(kernel.group.condition, kernel.space, in: kernel.month, .customer)
      guard let month = kernel.baselineMonth else { return }
      add(kernel.baselineGroup.condition, kernel.space, in: month, .customer)
    case .sum(let kernel):
      add(kernel)
    }
  }

  private mutating func add(_ kernel: SumKernel) {
    for month in [kernel.month, kernel.question.isYearOnYear ? kernel.month - 12 : nil] {
      guard let month else { continue }
      add(kernel.quantity, in: month, .customer)
      guard let group = kernel.group else { continue }
      add(plan.groups[group].condition, kernel.space, in: month, .customer)
    }
    guard case .change(_, sinceAssociation: true) = kernel.question else { return }
    let selection = plan.measures[kernel.quantity.measure].selection
    let kind = plan.selections[selection].itemKind
    addDates(of: selection)
    for pair in store.index.pairs(ofCustomer: customer, kind: kind) {
      guard let began = reads.dates?.month[pair], began != AssociationDates.none,
        began > kernel.month.index - 12
      else { continue }
      add(kernel.quantity, in: Month(index: began), .pair(pair, kind: kind))
    }
    // Which of several associations list a name decides whose date counts.
    guard reads.under == nil else { return }
    listingMonths[selection] = Set((kernel.month - 12).through(kernel.month))
  }

  private mutating func add(_ quantity: Quantity, in month: Month, _ scope: Scope) {
    let selection = plan.measures[quantity.measure].selection
    let own = plan.selections[selection].itemKind
    let read = month.last(quantity.window)
    measures[selection, default: []].insert(quantity.measure)
    var pairs: Range<Int> = 0..<0
    switch scope {
    case .customer: months[selection, default: []].formUnion(read)
    case .member(let member): pairs = store.index.pairs[own]?.pairs(of: member) ?? pairs
    case .pair(let pair, let kind): if kind == own { pairs = pair..<pair + 1 }
    }
    for pair in pairs {
      monthsOfPairs[selection, default: [:]][pair, default: []].formUnion(read)
    }
  }

  private mutating func add(
    _ id: ConditionID,
    _ space: Space,
    in month: Month,
    _ scope: Scope
  ) {
    switch plan[id] {
    case .all(let parts), .any(let parts):
      for part in parts { add(part, space, in: month, scope) }
    case .not(let part), .assumedNo(let part):
      add(part, space, in: month, scope)
    case .some(let kind, let part):
      add(part, .pairs(kind: kind), in: month, scope)
    case .inGroup(let group):
      let own = Space(plan.groups[group].entity)
      add(plan.groups[group].condition, own, in: month, widened(scope, to: own))
    case .comparison(let quantity, _), .average(let quantity, _):
      add(quantity, in: month, scope)
    case .share(let part, let whole, _):
      add(part, in: month, scope)
      add(whole, in: month, scope)
    case .shifted(let distance, let part):
      add(part, space, in: month + distance, scope)
    case .anyOfLast(let count, let part):
      for month in month.last(count) { add(part, space, in: month, scope) }
    case .associated:
      addDates(of: nil)
    case .atAssociation(let part):
      addDates(of: nil)
      addAtAssociation(part, space, scope)
    case .nameIn:
      break
    }
  }

  /// What a group of tenants asks of a name's tenant, it asks of all names of that tenant.
  private func widened(_ scope: Scope, to space: Space) -> Scope {
    guard space == .members, case .pair(let pair, let kind) = scope,
      let member = store.index.pairs[kind]?.member[pair]
    else { return scope }
    return .member(Int(member))
  }

  /// Adds a condition on each name in the month in which its association began.
  private mutating func addAtAssociation(_ part: ConditionID, _ space: Space, _ scope: Scope) {
    guard case .pairs(let kind) = space, let under = reads.under,
      let dates = store.dates[.under(under, kind: kind)]
    else { return }
    let pairs =
      switch scope {
      case .customer: store.index.pairs(ofCustomer: customer, kind: kind)
      case .member(let member): store.index.pairs[kind]?.pairs(of: member) ?? 0..<0
      case .pair(let pair, _): pair..<pair + 1
      }
    for pair in pairs where dates.month[pair] != AssociationDates.none {
      add(part, space, in: Month(index: dates.month[pair]), .pair(pair, kind: kind))
    }
  }

  /// Notes that dates are read: those of the association that the node is under, else those of all
  /// that a selection names.
  private mutating func addDates(of selection: Int?) {
    let named = selection.map { selection in
      plan.selections[selection].clauses.joined()
        .filter { $0.set.kind == plan.associationKind && !$0.isNegated }.flatMap(\.set.members)
    }
    dated = (dated + (reads.under?.members ?? named ?? [])).unique()
  }
}

extension Month {
  /// All months up to another one, which is included.
  fileprivate func through(_ last: Month) -> [Month] {
    (index...last.index).map { Month(index: $0) }
  }
}
