import Facts
import RuleSemantics

extension Walk {
  /// The month in which the association of a tenant and name began; nil when none is known.
  func associationMonth(of subject: Subject) -> Int? {
    guard let under, !subject.isGhost else { return nil }
    return associationMonth(of: subject, isUnder: under.contains)
  }

  /// The earliest month in which an association began under which the tenant and name are listed:
  /// one that the selection asks for, with rows in the as-of month or the twelve before.
  ///
  /// Nil when there is none, and when some has no known date: it is older than a year.
  func listedAssociationMonth(of subject: Subject, _ selection: SelectionPlan) -> Int? {
    guard let tenant = subject.tenant, let item = subject.item else {
      preconditionFailure("an association is of a tenant and a name")
    }
    let member = FactRows.Member(customer: customer, tenant: tenant)
    let now = plan.asOf.index
    let found = (now - 12...now).flatMap { month in
      selectedRows(of: selection, by: member, in: month)
        .filter { rows.name(of: selection.itemKind, in: $0) == item }
        .map { rows.name(of: plan.associationKind, in: $0) }
    }
    let listed = listedMembers(of: plan.associationKind, in: selection)
      .filter { type in found.contains { type.codes.contains($0) } }
    let dates = listed.map { associationMonth(of: subject, isUnder: $0.codes.contains) }
    return dates.contains(nil) ? nil : dates.compactMap(\.self).min()
  }

  private func associationMonth(of subject: Subject, isUnder: (Int32) -> Bool) -> Int? {
    guard let tenant = subject.tenant, let item = subject.item, let kind = subject.kind else {
      preconditionFailure("an association is of a tenant and a name")
    }
    return rows.associationMonth(
      tenant: tenant,
      name: item,
      kind: kind,
      isUnder: isUnder,
      associationKind: plan.associationKind,
      last: plan.asOf.index
    )
  }

  /// The names of the kind that clauses of the selection ask for, each once.
  func listedMembers(of kind: Int, in selection: SelectionPlan) -> [NameSet.Member] {
    var seen: Set<NameSet.Member> = []
    return selection.clauses.joined()
      .filter { $0.set.kind == kind && !$0.isNegated }
      .flatMap(\.set.members)
      .filter { seen.insert($0).inserted }
  }
}
