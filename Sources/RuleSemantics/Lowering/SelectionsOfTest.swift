import Facts
import RuleSyntax

extension TreeLowering {
  /// Reports a leaf that is `under` an association and reads a table without associations: no row
  /// of it would ever count.
  mutating func checkTables(of test: TestPlan, under word: Word) {
    guard let kind = declarations.associationKind else { return }
    let tables = arena.selections(of: test).flatMap { arena.selections.values[$0].tables }
    for table in Set(tables).sorted().map({ declarations.catalogue.tables[$0] })
    where !table.columns.contains(where: {
      $0.role == .name(kind: kind) || isBroken($0.id, of: table)
    }) {
      report(
        .wrongTable(
          "table `\(table.id)` has no associations, and nothing in it is under `\(word.text)`",
          help: "delete `under \"\(word.text)\"`, or select rows of tables with associations",
          file: file,
          at: word.span
        )
      )
    }
  }
}

extension PlanArena {
  /// The selections that a test reads, directly or in its groups.
  func selections(of test: TestPlan) -> Set<Int> {
    var search = SelectionSearch(arena: self)
    switch test {
    case .presence(let presence): search.found.insert(presence.selection)
    case .largest(let measure, _): search.visit(measure: measure)
    case .net(let group, let less, _):
      search.visit(group: group)
      if let less { search.visit(group: less) }
    case .count(let group, _): search.visit(group: group)
    case .total(let quantity, let group, _, _), .change(let quantity, let group, _, _),
      .growth(let quantity, let group, _), .anyGrowth(let quantity, let group):
      search.visit(measure: quantity.measure)
      if let group { search.visit(group: group) }
    }
    return search.found
  }
}

/// Walks conditions, each once.
private struct SelectionSearch {
  let arena: PlanArena
  var found: Set<Int> = []
  private var visited: Set<ConditionID> = []

  init(arena: PlanArena) {
    self.arena = arena
  }

  mutating func visit(measure: Int) {
    found.insert(arena.measures.values[measure].selection)
  }

  mutating func visit(group: Int) {
    visit(arena.groups.values[group].condition)
  }

  private mutating func visit(_ id: ConditionID) {
    guard visited.insert(id).inserted else { return }
    switch arena.conditions.values[id.index] {
    case .all(let parts), .any(let parts):
      for part in parts { visit(part) }
    case .not(let part), .some(_, let part), .atAssociation(let part), .shifted(_, let part),
      .anyOfLast(_, let part), .assumedNo(let part):
      visit(part)
    case .inGroup(let group): visit(group: group)
    case .comparison(let quantity, _), .average(let quantity, _): visit(measure: quantity.measure)
    case .share(let part, let whole, _):
      visit(measure: part.measure)
      visit(measure: whole.measure)
    case .nameIn, .associated: break
    }
  }
}
