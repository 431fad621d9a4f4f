import Facts
import RuleSemantics

/// Who holds which certificates of a kind at the end of a month.
struct CertificateHolders: Sendable {
  /// People, codes of ``FactStore/people``, by the certificate's code; nil when no table that tells
  /// of them has a file.
  private let people: [Int32: Set<Int32>]?

  /// `kind` is an index in ``Catalogue/kinds``.
  init(_ kind: Int, in month: Month, _ facts: FactStore, _ catalogue: Catalogue) {
    let tables = catalogue.tables.indices.compactMap { table in
      CertificateTable(facts.tables[table], catalogue.tables[table], kind: kind)
    }
    guard !tables.isEmpty else {
      people = nil
      return
    }
    let lastDay = Day(lastOf: month)
    let names = catalogue.kinds[kind].names
    var people: [Int32: Set<Int32>] = [:]
    for table in tables {
      for row in 0..<table.rowCount {
        let code = table.certificate[row]
        guard code >= 0, table.person[row] >= 0 else { continue }
        let retirement = Int(code) < names.count ? names[Int(code)].retirement : nil
        if table.isValid(row, on: lastDay, in: month, retirement) {
          people[code, default: []].insert(table.person[row])
        }
      }
    }
    self.people = people
  }

  /// Who fulfils a holding; nil when it is unknown.
  func people(with holding: Holding) -> Set<Int32>? {
    guard let people else { return nil }
    let holders = holding.certificates.members.map { member in
      member.codes.reduce(into: Set<Int32>()) { $0.formUnion(people[$1] ?? []) }
    }
    guard holding.isAll, let first = holders.first else {
      return holders.reduce(into: []) { $0.formUnion($1) }
    }
    return holders.dropFirst().reduce(first) { $0.intersection($1) }
  }
}

/// A table about people with certificates of a kind, of which some file is there.
private struct CertificateTable {
  let rowCount: Int
  let person: [Int32]

  /// The certificate's code by row.
  let certificate: [Int32]

  /// ``Day/index`` by row; empty where the table has no such column.
  private let completed: [Int32]
  private let expires: [Int32]

  /// Nil when the table is about something else, or has no file.
  init?(_ table: FactTable, _ schema: TableSchema, kind: Int) {
    guard table.isPresent, schema.columns.contains(where: { $0.role == .person }),
      let name = schema.columns.firstIndex(where: { $0.role == .name(kind: kind) })
    else { return nil }
    func days(isOptional: Bool) -> [Int32] {
      let column = schema.columns.firstIndex {
        $0.role == .date && $0.isOptional == isOptional
      }
      guard let column, column < table.days.count else { return [] }
      return table.days[column]
    }
    rowCount = table.rowCount
    person = table.person
    certificate = table.names[name]
    completed = days(isOptional: false)
    expires = days(isOptional: true)
  }

  /// Whether the certificate of a row was completed by the last day of the month, has not expired
  /// before that day, and has not retired.
  func isValid(
    _ row: Int,
    on lastDay: Day,
    in month: Month,
    _ retirement: DeclaredName.Retirement?
  ) -> Bool {
    guard let completed = day(completed, row), completed <= lastDay else { return false }
    if let expires = day(expires, row), expires < lastDay { return false }
    guard let retirement else { return true }
    // One that was completed before the day counts in full while the day lies ahead.
    return completed < retirement.day
      && (lastDay < retirement.day || month <= retirement.lastMonth)
  }

  private func day(_ column: [Int32], _ row: Int) -> Day? {
    guard !column.isEmpty, column[row] != FactTable.noDay else { return nil }
    return Day(index: Int(column[row]))
  }
}
