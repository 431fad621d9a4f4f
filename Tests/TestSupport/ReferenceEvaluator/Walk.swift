import Facts
import RuleSemantics

/// What a condition is about: a tenant, a name, or both; whatever is nil is summed over.
struct Subject: Hashable {
  let customer: Int32
  var tenant: Int32?
  var item: Int32?

  /// The kind of ``item``.
  var kind: Int?

  /// Whether no row tells of it: it stands for everything that a missing month may hide.
  var isGhost = false
}

/// One gate or leaf read for one customer: the plan, the rows and the association in force.
struct Walk {
  let plan: EvaluationPlan
  let rows: FactRows
  let memo: ValueMemo
  let customer: Int32

  /// The association under which everything is read.
  let under: NameSet?

  var members: [FactRows.Member] { rows.members[Int(customer)] }

  /// The three-valued truth of a condition in a month.
  func truth(_ id: ConditionID, of subject: Subject, in month: Int) -> Truth {
    switch plan[id] {
    case .all(let parts):
      return parts.map { truth($0, of: subject, in: month) }.min() ?? .yes
    case .any(let parts):
      return parts.map { truth($0, of: subject, in: month) }.max() ?? .no
    case .not(let part):
      return truth(part, of: subject, in: month).negated
    case .some(let kind, let part):
      return someTruth(part, kind: kind, of: subject, in: month)
    case .nameIn(let filter):
      return subject.isGhost ? .unknown : Truth(filter.passes(subject.item ?? -1))
    case .inGroup(let group):
      return groupTruth(plan.groups[group], of: subject, in: month)
    case .comparison(let quantity, let bounds):
      return range(quantity, of: subject, in: month).truth(within: bounds)
    case .average(let quantity, let bounds):
      return range(quantity, of: subject, in: month)
        .truth(ofAverageOver: quantity.window, within: bounds)
    case .share(let part, let whole, let bounds):
      let part = range(part, of: subject, in: month)
      return shareTruth(part, of: range(whole, of: subject, in: month), within: bounds)
    case .associated(let months):
      let date = associationMonth(of: subject)
      return Truth(date.map { (month - months + 1...month).contains($0) } ?? false)
    case .atAssociation(let part):
      return associationMonth(of: subject).map { truth(part, of: subject, in: $0) } ?? .no
    case .shifted(let months, let part):
      return truth(part, of: subject, in: month + months)
    case .anyOfLast(let months, let part):
      return (month - months + 1...month).map { truth(part, of: subject, in: $0) }.max() ?? .no
    case .assumedNo(let part):
      return truth(part, of: subject, in: month) == .yes ? .yes : .no
    }
  }

  /// The best that holds for a name of the tenant, or for one that no row tells of.
  private func someTruth(
    _ part: ConditionID,
    kind: Int,
    of subject: Subject,
    in month: Int
  ) -> Truth {
    var ghost = Subject(customer: customer, isGhost: true)
    ghost.tenant = subject.isGhost ? nil : subject.tenant
    ghost.kind = kind
    var best = truth(part, of: ghost, in: month)
    guard !subject.isGhost, let tenant = subject.tenant else { return best }
    let member = FactRows.Member(customer: customer, tenant: tenant)
    for name in rows.names[FactRows.MemberKind(member: member, kind: kind)] ?? [] {
      let bound = Subject(customer: customer, tenant: tenant, item: name, kind: kind)
      best = best.or(truth(part, of: bound, in: month))
    }
    return best
  }

  private func groupTruth(_ group: GroupPlan, of subject: Subject, in month: Int) -> Truth {
    var entity = subject
    switch group.entity {
    case .tenants:
      entity.item = nil
      // A name that no row tells of still belongs to its tenant.
      if entity.tenant != nil { entity.isGhost = false }
    case .items: entity.tenant = nil
    case .itemsPerTenant: break
    }
    return truth(group.condition, of: entity, in: month)
  }

  /// Everything that the group may have in it; every one has some row, in whatever month.
  func entities(of group: GroupPlan) -> [Subject] {
    switch group.entity {
    case .tenants:
      return members.map { Subject(customer: customer, tenant: $0.tenant) }
    case .items(let kind):
      return Set(members.flatMap { names(of: kind, by: $0) }).sorted()
        .map { Subject(customer: customer, item: $0, kind: kind) }
    case .itemsPerTenant(let kind):
      return members.flatMap { member in
        names(of: kind, by: member).sorted()
          .map { Subject(customer: customer, tenant: member.tenant, item: $0, kind: kind) }
      }
    }
  }

  func names(of kind: Int, by member: FactRows.Member) -> Set<Int32> {
    rows.names[FactRows.MemberKind(member: member, kind: kind)] ?? []
  }

  /// Whether the group may have members in the month that no row tells of.
  func isOpen(_ group: GroupPlan, in month: Int) -> Bool {
    truth(group.condition, of: Subject(customer: customer, isGhost: true), in: month) != .no
  }

  /// How many members the group has.
  func size(of group: GroupPlan, in month: Int) -> NaiveRange {
    let truths = entities(of: group).map { truth(group.condition, of: $0, in: month) }
    let certain = truths.count { $0 == .yes }
    let possible = truths.count { $0 != .no }
    return NaiveRange(
      low: NaiveNumber(certain),
      high: isOpen(group, in: month) ? nil : NaiveNumber(possible)
    )
  }
}
