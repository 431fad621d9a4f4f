import Facts
import RuleSemantics

/// What a selection leaves out of the rows of its tables, looked up once for all customers.
struct SelectionReads: Sendable {
  let selection: Int

  /// As in ``SelectionPlan/itemKind``.
  let kind: Int

  private let clauses: [Clause]

  private struct Clause: Sendable {
    /// By code of a name and 1 more: whether the name passes.
    let passes: [Bool]

    /// What the association has to pass besides.
    let association: [NameFilter]
  }

  /// Why a row is left out; nil for a row that takes part.
  enum Reason {
    /// The name does not count.
    case item
    /// The name counts, and under this association it does not.
    case association
  }

  init(_ selection: Int, under: NameSet?, _ store: ColumnStore) {
    self.selection = selection
    let plan = store.plan.selections[selection]
    kind = plan.itemKind
    let own = under.map { [NameFilter(set: $0, isNegated: false)] } ?? []
    clauses = plan.clauses.map { clause in
      let items = clause.filters(of: plan.itemKind)
      return Clause(
        passes: (-1..<store.facts.names[plan.itemKind].count).map { code in
          items.allSatisfy { $0.passes(Int32(code)) }
        },
        association: clause.filters(of: store.plan.associationKind) + own
      )
    }
  }

  /// Whether the associations that count are the same for all names.
  var hasOneClause: Bool { clauses.count == 1 }

  /// Whether rows of a name count under some association.
  func isMeant(_ item: Int32) -> Bool { clauses.contains { $0.passes[Int(item) + 1] } }

  /// Why a row is left out.
  func reason(item: Int32, association: Int32) -> Reason? {
    var isMeant = false
    for clause in clauses where clause.passes[Int(item) + 1] {
      if clause.association.allSatisfy({ $0.passes(association) }) { return nil }
      isMeant = true
    }
    return isMeant ? .association : .item
  }
}
