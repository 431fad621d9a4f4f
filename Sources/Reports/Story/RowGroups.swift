import Evaluation
import Facts
import RuleSemantics

/// Rows of one file, tenant and names: what is told together.
struct RowGroup {
  /// `41000011-b2a1-…, Storage, PAL`.
  let subject: String

  /// The latest month first, then by line.
  let rows: [RowBehind]

  /// The months or values of the rows, with their lines.
  ///
  ///     41000011, Storage, PAL: 2,450.00 USD in 2025-10 (line 685), 2,100.00 USD in 2024-10 (line 331)
  ///     41000011, Storage, PAL: 2024-11 to 2025-10, latest in line 685
  ///     41000011, Storage, CPOR: 2025-10 (line 690); CPOR does not count here
  func text(_ facts: EvaluatedFacts, tellsAll: Bool) -> String {
    let cells = RowCells(facts)
    guard let first = rows.first else { return subject }
    switch first.standing {
    case .dates:
      let dates = rows.map { "\(cells.beginning(of: $0)) (\(cells.line(of: $0)))" }
      return "\(subject): \(dates.joined(separator: ", "))"
    case .counts where !first.numbers.isEmpty:
      let most = tellsAll ? rows.count : RowLimit.values
      let values = rows.prefix(most).map { row in
        "\(cells.values(of: row)) in \(cells.month(of: row)) (\(cells.line(of: row)))"
      }
      let rest = rows.count - values.count
      let more = rest > 0 ? ", and \(rest) more" : ""
      return "\(subject): \(values.joined(separator: ", "))\(more)"
    case .counts, .lists, .names:
      return "\(subject): \(months(cells, first, tellsAll))"
    case .otherName, .otherAssociation:
      let name = cells.cause(of: first)
      return "\(subject): \(months(cells, first, tellsAll)); \(name) does not count here"
    }
  }

  /// The months alone, where any row is enough or none counts.
  private func months(_ cells: RowCells, _ first: RowBehind, _ tellsAll: Bool) -> String {
    let months = ListText.months(rows.map(cells.month))
    if rows.count == 1 { return "\(months) (\(cells.line(of: first)))" }
    guard tellsAll else { return "\(months), latest in \(cells.line(of: first))" }
    return "\(months), in lines " + StoryWords.all(rows.map { "\(cells.lineNumber(of: $0))" })
  }
}

/// The rows behind a node, by file and subject.
struct RowGroups {
  private let facts: EvaluatedFacts
  private let rows: [RowBehind]
  private var cells: RowCells { RowCells(facts) }

  init(_ rows: [RowBehind], _ facts: EvaluatedFacts) {
    self.rows = rows
    self.facts = facts
  }

  /// The groups of a role by file, in order of the tables and files; in a file the latest first, then by
  /// tenant and names.
  func byFile(_ role: RowRole) -> [(file: String, groups: [RowGroup])] {
    let own = rows.filter { RowRole($0.standing) == role }
    let byFile = Dictionary(grouping: own, by: cells.file)
    let files = byFile.keys.sorted { ($0.table, $0.file) < ($1.table, $1.file) }
    return files.map { file in
      (facts.facts.tables[file.table].fileName(file.file), groups(byFile[file] ?? []))
    }
  }

  private func groups(_ rows: [RowBehind]) -> [RowGroup] {
    let bySubject = Dictionary(grouping: rows, by: cells.subjectKey)
    let sorted = bySubject.mapValues { own in own.sorted { cells.isBefore($0, $1) } }
    let order = sorted.sorted { left, right in
      guard let one = left.value.first, let other = right.value.first else { return false }
      let (month, later) = (cells.month(of: one), cells.month(of: other))
      return month == later ? left.key.lexicographicallyPrecedes(right.key) : month > later
    }
    return order.map { RowGroup(subject: cells.subject(of: $0.value[0]), rows: $0.value) }
  }
}

extension FactTable {
  /// The name of a file that rows stand in.
  fileprivate func fileName(_ file: Int) -> String {
    fileNames.indices.contains(file) ? fileNames[file] : "the facts"
  }
}
