package import Facts
package import RuleSemantics

/// A certificate of a person that some designation may count, whether it counts in the month or not.
package struct HeldCertificate: Hashable, Sendable {
  /// A code of ``FactStore/people``.
  package let person: Int32

  /// The name of the certificate, as reports show it.
  package let certificate: String

  /// Nil where no row tells it.
  package let completed: Day?

  /// Nil where it has no end, or no row tells it.
  package let expires: Day?

  /// Whether it counts at the end of the as-of month.
  package let counts: Bool

  /// Those with a step in which the certificate counts, indices in
  /// ``EvaluationPlan/designations``.
  package let designations: [Int]
}

/// Who has which of the certificates that designations ask for, a line for each row of the facts
/// that tells something else; by person, name and day of completion.
///
/// - Parameters:
///   - plan: the criteria of the month.
///   - facts: the downloads.
///   - catalogue: their tables.
///   - designations: indices in ``EvaluationPlan/designations`` of those that are asked for.
/// - Returns: none where no file tells of certificates.
package func heldCertificates(
  _ plan: EvaluationPlan,
  _ facts: FactStore,
  _ catalogue: Catalogue,
  designations: some Collection<Int>
) -> [HeldCertificate] {
  let kinds = Set(designations.flatMap { plan.designations[$0].certificateKinds }).sorted()
  let found = kinds.flatMap { kind in
    CertificateTable.all(of: kind, facts, catalogue).flatMap { table in
      table.held(plan, facts.names[kind], designations: plan.users(of: kind, among: designations))
    }
  }
  let order = { (held: HeldCertificate) in
    (
      facts.people[Int(held.person)].label, held.certificate, held.completed?.index ?? .max,
      held.expires?.index ?? .max
    )
  }
  return Set(found).sorted { left, right in
    let (first, second) = (order(left), order(right))
    // Two people may have the same label.
    return first == second ? left.person < right.person : first < second
  }
}

extension CertificateTable {
  /// The rows whose certificate some designation counts; `designations` are by its code.
  fileprivate func held(
    _ plan: EvaluationPlan,
    _ names: [String],
    designations: [Int32: [Int]]
  ) -> [HeldCertificate] {
    let valid = Set(validRows(in: plan.asOf))
    return certificate.indices.compactMap { row in
      guard person[row] >= 0, let users = designations[certificate[row]] else { return nil }
      return HeldCertificate(
        person: person[row],
        certificate: names[Int(certificate[row])],
        completed: completion(row),
        expires: expiry(row),
        counts: valid.contains(row),
        designations: users
      )
    }
  }
}

extension EvaluationPlan {
  /// The designations that count each certificate of a kind, by its code.
  fileprivate func users(of kind: Int, among asked: some Collection<Int>) -> [Int32: [Int]] {
    var users: [Int32: [Int]] = [:]
    for index in asked.sorted() {
      let sets = designations[index].holdings.map(\.certificates).filter { $0.kind == kind }
      for code in Set(sets.flatMap(\.members).flatMap(\.codes)) {
        users[code, default: []].append(index)
      }
    }
    return users
  }
}
