import Facts
import RuleSemantics

/// What a kernel reads whoever the customer is, looked up once for all explanations.
struct KernelReads: Sendable {
  let columns: ObservedColumns

  /// The months of measures that the group of a members kernel reads; empty for other kernels.
  let needed: Set<Explainer.NeededMonth>

  /// The selections whose rows that group reads, ascending.
  let selections: [SelectionPlan]

  /// Measures of which every part has a rate, ascending, with the months that are read of them.
  let rated: [(measure: Int, months: [Month])]

  init(_ kernel: LeafKernel, _ explainer: Explainer) {
    columns = explainer.columns
    let plan = explainer.store.plan
    var group: Set<Explainer.NeededMonth> = []
    if case .members(let members) = kernel {
      explainer.collectMonths(members.group.condition, in: members.month, into: &group)
    }
    needed = group
    selections = Set(group.map { plan.measures[$0.measure].selection }).sorted()
      .map { plan.selections[$0] }
    let read = KernelReads.months(of: kernel, explainer, group: group)
    rated = Set(read.map(\.measure)).sorted().filter { measure in
      plan.measures[measure].parts.allSatisfy { $0.rate != nil }
    }.map { measure in
      (measure, read.filter { $0.measure == measure }.map(\.month))
    }
  }

  /// Every month of a measure that a kernel reads.
  private static func months(
    of kernel: LeafKernel,
    _ explainer: Explainer,
    group: Set<Explainer.NeededMonth>
  ) -> Set<Explainer.NeededMonth> {
    var read = group
    switch kernel {
    case .presence:
      break
    case .largest(let largest):
      read.insert(.init(measure: largest.measure, month: largest.month))
    case .members(let members):
      if let month = members.baselineMonth {
        explainer.collectMonths(members.baselineGroup.condition, in: month, into: &read)
      }
    case .sum(let sum):
      var months = explainer.window(sum.quantity.window, upTo: sum.month)
      if sum.question.isYearOnYear {
        months += explainer.window(sum.quantity.window, upTo: sum.month - 12)
      }
      read.formUnion(months.map { .init(measure: sum.quantity.measure, month: $0) })
    }
    return read
  }
}
