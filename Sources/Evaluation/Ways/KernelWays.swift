import Facts
import RuleSemantics

/// What a gate or leaf says of a customer when amounts are changed, and which changes turn it round.
struct KernelWays {
  let context: WaysContext
  let customer: Int

  /// Whether changes are wanted that make the node met; otherwise those that make it fail.
  var isMetWanted = true

  /// How many alternatives are kept.
  ///
  /// Source: our choice; three that are there, and a new tenant.
  static let alternatives = 4

  /// Whether the node is met with the changes made.
  func truth(_ whatIf: WhatIf) -> Truth {
    switch context.kernel {
    case .presence(let kernel): truth(kernel, whatIf)
    case .largest(let kernel): truth(kernel, whatIf)
    case .members(let kernel): truth(kernel, whatIf)
    case .sum(let kernel): truth(kernel, whatIf)
    }
  }

  /// What the node has to say.
  var wanted: Truth { isMetWanted ? .yes : .no }

  /// Changes that make the node say what is wanted besides those that are given, smallest first; none
  /// where facts are missing that would have to be known.
  func ways(given: WhatIf) -> [WhatIf] {
    let truth = truth(given)
    if truth == wanted { return [given] }
    guard truth != .unknown else { return [] }
    let found =
      switch context.kernel {
      case .presence(let kernel): ways(kernel, given)
      case .largest(let kernel): ways(kernel, given)
      case .members(let kernel): ways(kernel, given)
      case .sum(let kernel): ways(kernel, given)
      }
    return found.filter { self.truth($0) == wanted }
      .map { $0.least(keeping: given) { self.truth($0) == wanted } }
      .smallest(KernelWays.alternatives)
  }

  /// What the node asks.
  var test: TestPlan { context.test }

  func question(_ entity: Int, in space: Space, _ month: Month) -> Question {
    Question(space: space, entity: entity, month: month, customer: customer)
  }

  var fixes: ConditionFixes { ConditionFixes(context: context, customer: customer) }

  /// The names that a new tenant can have rows of in a selection, in order of the rules.
  func newItems(of selection: Int) -> [Int32] {
    let plan = context.plan.selections[selection]
    let named = plan.clauses.joined().filter { $0.set.kind == plan.itemKind && !$0.isNegated }
      .flatMap(\.set.members).compactMap(\.codes.first)
    let all = context.store.catalogue.kinds[plan.itemKind].names.indices.map { Int32($0) }
    return (named.isEmpty ? all : named.unique())
      .filter { context.isMeant(selection, item: $0) }
  }
}
