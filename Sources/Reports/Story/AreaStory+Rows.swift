import Evaluation
import Facts
import RuleSemantics

extension AreaStory {
  /// The rows that a gate or leaf looked at, by file; those that do not count come last.
  ///
  /// With `tellsAll` every row is listed, otherwise the first few of each list.
  func rowBlocks(of node: Int, tellsAll: Bool) -> [StoryBlock] {
    let rows = facts.rowsBehind(area: area, node: node, customer: customer)
    guard !rows.isEmpty else { return [.paragraph(StoryText(noRows(of: node)))] }
    let groups = RowGroups(rows, facts)
    let counts = rows.contains { $0.standing == .counts }
    var blocks: [StoryBlock] = []
    for role in RowRole.allCases {
      for (file, groups) in groups.byFile(role) {
        let count = RowCells(facts).fileRowCount(groups.flatMap(\.rows))
        let title = StoryWords.rows(count) + " of " + .literal(file) + role.clause(count)
        blocks.append(.paragraph(title))
        let isBrief = role == .leftOut && counts
        let most = tellsAll ? groups.count : isBrief ? RowLimit.others : RowLimit.groups
        for group in groups.prefix(most) {
          blocks.append(.item(StoryText(group.text(facts, tellsAll: tellsAll)), depth: 0))
        }
        let rest = groups.dropFirst(most).reduce(0) { $0 + $1.rows.count }
        if rest > 0 { blocks.append(.item(more(rest, of: node), depth: 0)) }
      }
    }
    return blocks
  }

  /// Says how many rows are left out: `and 30 more rows; --node azure/workloads shows all`.
  private func more(_ rest: Int, of node: Int) -> StoryText {
    let option = "--node \(findings.area.id)/\(findings.area.nodes[node].path)"
    let count = NumberText.grouped(Decimal(rest), places: 0)
    return "and \(count) more \(rest == 1 ? "row" : "rows"); " + .literal(option) + " shows all"
  }

  /// Says where rows were looked for: `Usage report has no row of this customer in 2025-10`.
  private func noRows(of node: Int) -> String {
    let tables = facts.tablesBehind(area: area, node: node, customer: customer)
    var runs: [ClosedRange<Month>] = []
    for table in tables where !runs.contains(table.months) { runs.append(table.months) }
    let clauses = runs.map { run in
      let titles = tables.filter { $0.months == run }
        .map { facts.catalogue.tables[$0.table].title }
      let verb = titles.count == 1 ? "has" : "have"
      return "\(StoryWords.all(titles)) \(verb) no row of this customer in \(ListText.run(run))"
    }
    return clauses.isEmpty ? "No row was looked at." : clauses.joined(separator: ", and ") + "."
  }
}

/// How much of the rows is listed where a node is one of many.
///
/// Source: our choice; enough to see which rows they are.
enum RowLimit {
  /// Tenants' names of which rows decide.
  static let groups = 8

  /// Tenants' names of which rows do not count, beside rows that do.
  static let others = 3

  /// Values of one tenant's name, the latest ones.
  static let values = 4
}

/// What rows are for a node, in the order in which they are told.
enum RowRole: CaseIterable {
  case counts, dates, lists, names, leftOut

  init(_ standing: RowBehind.Standing) {
    switch standing {
    case .counts: self = .counts
    case .dates: self = .dates
    case .lists: self = .lists
    case .names: self = .names
    case .otherName, .otherAssociation: self = .leftOut
    }
  }

  /// What stands behind the number of rows.
  func clause(_ count: Int) -> String {
    let isOne = count == 1
    return switch self {
    case .counts: isOne ? " decides:" : " decide:"
    case .dates: isOne ? " tells when an association began:" : " tell when associations began:"
    case .lists:
      isOne
        ? " tells under which association a name is listed:"
        : " tell under which association a name is listed:"
    case .names:
      isOne
        ? " tells which names a tenant has in other months:"
        : " tell which names a tenant has in other months:"
    case .leftOut: isOne ? " of these months does not count:" : " of these months do not count:"
    }
  }
}
