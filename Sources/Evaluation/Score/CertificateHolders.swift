import Facts
import RuleSemantics

/// Who holds which certificates of a kind at the end of a month.
struct CertificateHolders: Sendable {
  /// People, codes of ``FactStore/people``, by the certificate's code; nil when no table that tells
  /// of them has a row.
  private var people: [Int32: Set<Int32>]?

  /// `kind` is an index in ``Catalogue/kinds``.
  init(_ kind: Int, in month: Month, _ facts: FactStore, _ catalogue: Catalogue) {
    let tables = CertificateTable.all(of: kind, facts, catalogue)
    guard !tables.isEmpty else {
      people = nil
      return
    }
    var people: [Int32: Set<Int32>] = [:]
    for table in tables {
      for row in table.validRows(in: month) {
        people[table.certificate[row], default: []].insert(table.person[row])
      }
    }
    self.people = people
  }

  /// The same without one certificate of one person.
  func leavingOut(_ certificate: Int32, of person: Int32) -> CertificateHolders {
    var result = self
    result.people?[certificate]?.remove(person)
    return result
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
