import Facts
import RuleSyntax

/// What a condition is about: the tenant, the name, or both.
struct Binding: Hashable {
  var hasTenant: Bool

  /// The kind of the bound name; nil when none is bound.
  var itemKind: Int?
}

extension TreeLowering {
  mutating func lowerCondition(_ syntax: ConditionSyntax, _ binding: Binding) -> ConditionID? {
    switch syntax {
    case .all(let parts):
      return lowerParts(parts, binding).map { arena.add(Condition.all($0)) }
    case .any(let parts):
      return lowerParts(parts, binding).map { arena.add(Condition.any($0)) }
    case .not(let part, _):
      return lowerCondition(part, binding).map { arena.add(Condition.not($0)) }
    case .some(let subject, let restriction, let body):
      return lowerSome(subject, restriction, body, binding)
    case .associated(let window, let span):
      guard requireTenantAndName(binding, "the association", at: span) else { return nil }
      usesAssociation = true
      return arena.add(Condition.associated(months: window.months))
    case .membership(let membership):
      return lowerMembership(membership, binding)
    case .comparison(let quantity, let whole, let relation):
      return lowerComparison(quantity, whole, relation, binding)
    case .timed(let part, let time):
      return lowerTimed(part, time, binding)
    }
  }

  /// All parts, so that each reports what is wrong with it.
  private mutating func lowerParts(
    _ parts: [ConditionSyntax],
    _ binding: Binding
  ) -> [ConditionID]? {
    var lowered: [ConditionID] = []
    for part in parts {
      if let id = lowerCondition(part, binding) { lowered.append(id) }
    }
    return lowered.count == parts.count ? lowered : nil
  }

  private mutating func requireTenantAndName(
    _ binding: Binding,
    _ what: String,
    at span: SourceSpan
  ) -> Bool {
    if binding.hasTenant, binding.itemKind != nil { return true }
    report(
      Diagnostic(
        .unboundName,
        "\(what) belongs to one name of a tenant, and none is meant here",
        help: "write `some workload has (…)` around it, or use a group `of workloads per tenant`",
        file: file,
        at: span
      )
    )
    return false
  }

  /// `some workload in set has condition`, as one condition on the name.
  private mutating func lowerSome(
    _ subject: Word,
    _ restriction: MembershipSyntax?,
    _ body: ConditionSyntax?,
    _ binding: Binding
  ) -> ConditionID? {
    guard let kind = declarations.kind(subject.text), kind != declarations.associationKind else {
      report(.unknown("kind of name", subject, among: itemKindNames, file: file))
      return nil
    }
    guard binding.hasTenant, binding.itemKind == nil else {
      report(
        Diagnostic(
          .unboundName,
          "`some \(subject.text)` looks at the names of one tenant, and none is meant here",
          help: "use it in a group `of tenants`",
          file: file,
          at: subject.span
        )
      )
      return nil
    }
    let inner = Binding(hasTenant: true, itemKind: kind)
    var parts: [ConditionID?] = []
    if let restriction { parts.append(lowerMembership(restriction, inner)) }
    if let body { parts.append(lowerCondition(body, inner)) }
    let lowered = parts.compactMap(\.self)
    guard lowered.count == parts.count, let first = lowered.first else { return nil }
    let condition = lowered.count == 1 ? first : arena.add(Condition.all(lowered))
    guard arena.truthForAbsent(condition) == .no else {
      report(.countsTheAbsent("`some \(subject.text)`", file: file, at: subject.span))
      return nil
    }
    return arena.add(Condition.some(kind: kind, condition))
  }

  private var itemKindNames: [String] {
    declarations.catalogue.kinds.indices.filter { $0 != declarations.associationKind }
      .map { declarations.catalogue.kinds[$0].id }
  }

  /// `tenant in group`, `workload in group` or `workload in set`.
  private mutating func lowerMembership(
    _ membership: MembershipSyntax,
    _ binding: Binding
  ) -> ConditionID? {
    guard let subject = lowerSubject(membership.subject, binding) else { return nil }
    guard let definition = lookUp(membership.container, "group") else { return nil }
    let condition: ConditionID
    switch (definition.body, subject) {
    case (.set, .items(let kind)):
      guard let set = lowerSet(membership.container) else { return nil }
      guard set.kind == kind else {
        report(
          .wrongKind(
            membership.container,
            is: "set of \(declarations.catalogue.kinds[set.kind].plural)",
            needed: "set of \(declarations.catalogue.kinds[kind].plural)",
            file: file
          )
        )
        return nil
      }
      return arena.add(Condition.nameIn(NameFilter(set: set, isNegated: membership.isNegated)))
    case (.group, _):
      guard let group = lowerGroup(membership.container) else { return nil }
      guard fits(group.entity, subject: subject, binding) else {
        report(
          .wrongKind(
            membership.container,
            is: "group of something else",
            needed: "group of `\(membership.subject.text)`",
            file: file
          )
        )
        return nil
      }
      condition = arena.add(Condition.inGroup(group.index))
    default:
      report(
        .wrongKind(membership.container, is: definition.what, needed: "set or group", file: file)
      )
      return nil
    }
    return membership.isNegated ? arena.add(Condition.not(condition)) : condition
  }

  /// What a membership is about; nil after reporting that nothing of the kind is meant.
  private mutating func lowerSubject(_ word: Word, _ binding: Binding) -> Entity? {
    if word.text == "tenant", binding.hasTenant { return .tenants }
    if let kind = declarations.kind(word.text), kind == binding.itemKind { return .items(kind: kind) }
    let known = ["tenant"] + itemKindNames
    guard known.contains(word.text) else {
      report(.unknown("subject", word, among: known, file: file))
      return nil
    }
    report(
      Diagnostic(
        .unboundName,
        "no \(word.text) is meant here",
        help: word.text == "tenant" ? nil : "write `some \(word.text) in …`",
        file: file,
        at: word.span
      )
    )
    return nil
  }

  private func fits(_ entity: Entity, subject: Entity, _ binding: Binding) -> Bool {
    switch (entity, subject) {
    case (.tenants, .tenants): true
    case (.itemsPerTenant(let kind), .items(let other)): kind == other && binding.hasTenant
    case (.items(let kind), .items(let other)): kind == other && !binding.hasTenant
    default: false
    }
  }
}
