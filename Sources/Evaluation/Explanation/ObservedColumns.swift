import Facts
import RuleSemantics

/// The columns of a store under one association, by what explanations ask for: every value of
/// every customer is looked up here, so that lists of a few months are searched instead of hashed.
struct ObservedColumns: Sendable {
  private struct Truths: Sendable {
    let space: Space
    let month: Month
    let column: TruthColumn
  }

  private struct Values: Sendable {
    let window: Int
    let space: Space
    let month: Month
    let column: ValueColumn
  }

  /// By condition, an index in ``EvaluationPlan/conditions``.
  private var truths: [[Truths]]

  /// By measure, an index in ``EvaluationPlan/measures``.
  private var values: [[Values]]

  init(_ store: ColumnStore, under: NameSet?) {
    truths = Array(repeating: [], count: store.plan.conditions.count)
    values = Array(repeating: [], count: store.plan.measures.count)
    for (key, column) in store.truths where key.under == under {
      truths[key.condition.index].append(
        Truths(space: key.space, month: key.month, column: column)
      )
    }
    for (key, column) in store.values where key.under == under {
      values[key.quantity.measure].append(
        Values(window: key.quantity.window, space: key.space, month: key.month, column: column)
      )
    }
  }

  /// Unknown where the column was not computed.
  func truth(_ id: ConditionID, _ space: Space, _ entity: Int, in month: Month) -> Truth {
    for place in truths[id.index].indices
    where truths[id.index][place].month == month && truths[id.index][place].space == space {
      return truths[id.index][place].column[entity]
    }
    return .unknown
  }

  /// The value at ``ValueColumn/scale``; nil where the column was not computed.
  func value(
    _ quantity: Quantity,
    _ space: Space,
    _ entity: Int,
    in month: Month
  ) -> (value: Interval, scale: Int)? {
    let measure = quantity.measure
    for place in values[measure].indices
    where values[measure][place].month == month && values[measure][place].space == space
      && values[measure][place].window == quantity.window
    {
      return (values[measure][place].column[entity], values[measure][place].column.scale)
    }
    return nil
  }
}
