import Facts
import RuleSemantics

/// A table about people with certificates of a kind, of which some file has a row.
struct CertificateTable {
  let person: [Int32]

  /// The certificate's code by row.
  let certificate: [Int32]

  /// By declared certificate, when it retires; others do not.
  private let retirements: [DeclaredName.Retirement?]

  /// ``Day/index`` by row; empty where the table has no such column.
  private let completed: [Int32]
  private let expires: [Int32]

  /// The tables of the facts that tell of certificates of `kind`, an index in ``Catalogue/kinds``.
  static func all(
    of kind: Int,
    _ facts: FactStore,
    _ catalogue: Catalogue
  ) -> [CertificateTable] {
    catalogue.tables.indices.compactMap { table in
      CertificateTable(facts.tables[table], catalogue.tables[table], catalogue, kind: kind)
    }
  }

  /// Nil when the table is about something else, or no file of it has a row.
  private init?(_ table: FactTable, _ schema: TableSchema, _ catalogue: Catalogue, kind: Int) {
    guard table.hasRows, schema.isAboutPeople,
      let name = schema.columns.firstIndex(where: { $0.role == .name(kind: kind) })
    else { return nil }
    func days(_ role: ColumnRole) -> [Int32] {
      guard let column = schema.columns.firstIndex(where: { $0.role == role }),
        column < table.days.count
      else { return [] }
      return table.days[column]
    }
    person = table.person
    certificate = table.names[name]
    retirements = catalogue.kinds[kind].names.map(\.retirement)
    completed = days(.completion)
    expires = days(.expiry)
  }

  /// The rows whose certificate counts for somebody at the end of a month.
  func validRows(in month: Month) -> [Int] {
    let lastDay = Day(lastOf: month)
    return certificate.indices.filter { row in
      certificate[row] >= 0 && person[row] >= 0 && isValid(row, on: lastDay, in: month)
    }
  }

  /// Whether the certificate of a row was completed by the last day of the month, has not expired
  /// before that day, and has not retired.
  private func isValid(_ row: Int, on lastDay: Day, in month: Month) -> Bool {
    guard let completed = completion(row), completed <= lastDay else { return false }
    if let expires = expiry(row), expires < lastDay { return false }
    guard let retirement = retirement(row) else { return true }
    // One that was completed before the day counts in full while the day lies ahead.
    return completed < retirement.day
      && (lastDay < retirement.day || month <= retirement.lastMonth)
  }

  /// The last day on which the certificate of a row counts, and why; nil when it has no end.
  func end(_ row: Int) -> CertificateEnd? {
    let expiry = expiry(row).map { CertificateEnd(day: $0, reason: .expires) }
    let retired = retirement(row).map { retirement in
      CertificateEnd(
        day: max(Day(index: retirement.day.index - 1), Day(lastOf: retirement.lastMonth)),
        reason: .retires
      )
    }
    guard let expiry, let retired else { return expiry ?? retired }
    return retired.day < expiry.day ? retired : expiry
  }

  /// When the certificate of a row was completed; nil where the row does not tell.
  func completion(_ row: Int) -> Day? { day(completed, row) }

  /// When the certificate of a row expires; nil where it does not, or the row does not tell.
  func expiry(_ row: Int) -> Day? { day(expires, row) }

  private func retirement(_ row: Int) -> DeclaredName.Retirement? {
    let code = Int(certificate[row])
    return code < retirements.count ? retirements[code] : nil
  }

  private func day(_ column: [Int32], _ row: Int) -> Day? {
    guard !column.isEmpty, column[row] != FactTable.noDay else { return nil }
    return Day(index: Int(column[row]))
  }
}

/// The last day on which a certificate counts.
struct CertificateEnd {
  let day: Day
  let reason: EndingCertificate.Reason
}
