import Facts
import RuleSemantics

/// What a kernel reads whoever the customer is, looked up once for all explanations.
///
/// A class, as there is an explanation for each customer.
final class KernelReads: Sendable {
  let store: ColumnStore

  /// The association that the kernel is under.
  let under: NameSet?

  /// Those of ``store`` under the association.
  let columns: ObservedColumns

  /// The months of measures that the group of a members kernel reads; empty for other kernels.
  let needed: Set<NeededMonth>

  /// The selections whose rows that group reads, ascending.
  let selections: [SelectionPlan]

  /// Measures of which every part has a rate, ascending, with the months that are read of them.
  let rated: [(measure: Int, months: [Month])]

  init(
    _ kernel: LeafKernel,
    _ store: ColumnStore,
    under: NameSet?,
    columns: ObservedColumns
  ) {
    self.store = store
    self.under = under
    self.columns = columns
    let plan = store.plan
    var group: Set<NeededMonth> = []
    if case .members(let members) = kernel {
      plan.collectMonths(members.group.condition, in: members.month, into: &group)
    }
    needed = group
    selections = Set(group.map { plan.measures[$0.measure].selection }).sorted()
      .map { plan.selections[$0] }
    let read = KernelReads.months(of: kernel, plan, group: group)
    rated = Set(read.map(\.measure)).sorted().filter { measure in
      plan.measures[measure].parts.allSatisfy { $0.rate != nil }
    }.map { measure in
      (measure, read.filter { $0.measure == measure }.map(\.month))
    }
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

extension Month {
  /// The last `count` months up to this one, ascending.
  func last(_ count: Int) -> [Month] { (0..<count).map { self - (count - 1 - $0) } }
}
