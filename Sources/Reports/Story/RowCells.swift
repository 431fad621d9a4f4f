import Evaluation
import Facts
import RuleSemantics

/// The cells that matter of rows behind a node.
struct RowCells {
  private let facts: EvaluatedFacts

  init(_ facts: EvaluatedFacts) { self.facts = facts }

  /// A file of a table, as an index in ``FactTable/fileNames``.
  struct File: Hashable {
    let table: Int
    let file: Int
  }

  private var store: FactStore { facts.facts }

  func file(of row: RowBehind) -> File {
    File(table: row.table, file: place(of: row).map { Int($0.file) } ?? -1)
  }

  func lineNumber(of row: RowBehind) -> Int { place(of: row).map { Int($0.line) } ?? 0 }

  /// How many rows of the file they are: several rows of a table may come from one.
  func fileRowCount(_ rows: [RowBehind]) -> Int {
    let lines = Set(rows.compactMap { place(of: $0) })
    return lines.isEmpty ? rows.count : lines.count
  }

  /// `line 712`.
  func line(of row: RowBehind) -> String { "line \(lineNumber(of: row))" }

  private func place(of row: RowBehind) -> RowPlace? {
    let places = store.tables[row.table].rowPlaces
    return places.isEmpty ? nil : places[row.row]
  }

  func month(of row: RowBehind) -> Month {
    Month(index: Int(store.tables[row.table].month[row.row]))
  }

  /// The latest month first, then by line.
  func isBefore(_ one: RowBehind, _ other: RowBehind) -> Bool {
    let (left, right) = (month(of: one), month(of: other))
    return left == right
      ? (lineNumber(of: one), one.row) < (lineNumber(of: other), other.row) : left > right
  }

  /// Tenant, names and what the row is for the node: rows with the same are told together.
  func subjectKey(of row: RowBehind) -> [Int32] {
    let table = store.tables[row.table]
    let isByAssociation: Int32 = row.standing == .otherAssociation ? 1 : 0
    return [table.tenant[row.row]] + nameColumns(of: row).map { table.names[$0][row.row] }
      + [isByAssociation]
  }

  /// `41000011-b2a1-…, Storage, PAL`.
  func subject(of row: RowBehind) -> String {
    let table = store.tables[row.table]
    let names = nameColumns(of: row).compactMap { column -> String? in
      name(Int(table.names[column][row.row]), in: column, of: row.table)
    }
    return ([store.tenants[Int(table.tenant[row.row])]] + names).joined(separator: ", ")
  }

  /// The columns of names, those of the customer aside; the association is the last.
  private func nameColumns(of row: RowBehind) -> [Int] {
    let columns = facts.catalogue.tables[row.table].columns
    let own = columns.indices.filter { index in
      columns[index].kind != nil && !columns[index].isOfCustomer
        && !store.tables[row.table].names[index].isEmpty
    }
    let isAssociation = { (index: Int) in columns[index].kind == facts.plan.associationKind }
    return own.filter { !isAssociation($0) } + own.filter(isAssociation)
  }

  private func name(_ code: Int, in column: Int, of table: Int) -> String? {
    guard code >= 0, let kind = facts.catalogue.tables[table].columns[column].kind else {
      return nil
    }
    return store.names[kind][code]
  }

  /// When the association of a row began.
  func beginning(of row: RowBehind) -> String {
    guard month(of: row).index >= 0 else { return "without a date" }
    let isLate = month(of: row) > facts.plan.asOf
    return "\(month(of: row))\(isLate ? ", too late to count" : "")"
  }

  /// `1,310.00 USD`, `20 seats and 8 users`; of an empty cell that there is no number.
  func values(of row: RowBehind) -> String {
    let table = store.tables[row.table]
    let values = row.numbers.compactMap { number -> String? in
      guard let column = table.numbers[number.column] else { return nil }
      if column.isEmpty(row.row) { return "an empty cell of \(number.unit.plural)" }
      let value = Decimal(mantissa: column.mantissas[row.row], scale: column.scale)
      return NumberText.quantity(value, number.unit)
    }
    return StoryWords.all(values)
  }

  /// The name, or the association, for which a row does not count.
  func cause(of row: RowBehind) -> String {
    let columns = facts.catalogue.tables[row.table].columns
    let cause = nameColumns(of: row).first { column in
      let isAssociation = columns[column].kind == facts.plan.associationKind
      return isAssociation == (row.standing == .otherAssociation)
    }
    guard let cause else { return "it" }
    let code = Int(store.tables[row.table].names[cause][row.row])
    return name(code, in: cause, of: row.table) ?? "an empty cell"
  }
}
