import Facts
import RuleSyntax

/// What a condition is about: the tenant, the name, or both.
struct Binding: Hashable {
  var hasTenant: Bool

  /// The kind of the bound name; nil when none is bound.
  var itemKind: Int?
}

extension Binding {
  /// What the condition of a group is about.
  init(_ entity: Entity) {
    switch entity {
    case .tenants: self.init(hasTenant: true, itemKind: nil)
    case .items(let kind): self.init(hasTenant: false, itemKind: kind)
    case .itemsPerTenant(let kind): self.init(hasTenant: true, itemKind: kind)
    }
  }
}

extension TreeLowering {
  /// How many conditions may stand in each other, those of groups included.
  ///
  /// Source: our choice; what recurses over conditions stays far from the end of the stack.
  static let mostDepth = 256

  mutating func lowerCondition(_ syntax: ConditionSyntax, _ binding: Binding) -> ConditionID? {
    guard depth < TreeLowering.mostDepth else {
      if let group = groupsInProgress.last { report(.tooDeep(file: file, at: group.span)) }
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    let first = record?.conditions.count ?? 0
    guard let id = lowerPart(syntax, binding) else { return nil }
    record?.add(id, syntax, binding, depth: depth, since: first)
    return id
  }

  private mutating func lowerPart(_ syntax: ConditionSyntax, _ binding: Binding) -> ConditionID? {
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
      guard requireTenantAndName(binding, at: span) else { return nil }
      usesAssociation = true
      return arena.add(Condition.associated(months: window.months))
    case .membership(let membership):
      return lowerMembership(membership, binding)
    case .comparison(let quantity, let whole, let relation):
      return lowerComparison(quantity, whole, relation, binding)
    case .average(let quantity, let relation):
      return lowerAverage(quantity, relation, binding)
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

  /// Whether the condition is about one name of a tenant, which is what an association belongs to.
  mutating func requireTenantAndName(_ binding: Binding, at span: SourceSpan) -> Bool {
    if binding.hasTenant, binding.itemKind != nil { return true }
    report(
      .unbound(
        "an association belongs to one name of a tenant, and this is not about one",
        help: binding.hasTenant
          ? "write `some workload has (…)` around it" : "use a group `… per tenant`",
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
    guard let kind = lowerItemKind(subject) else { return nil }
    guard binding.hasTenant, binding.itemKind == nil else {
      report(
        .unbound(
          "`some \(subject.text)` looks at the names of one tenant, and this is not about one",
          help: "use it in a group `of tenants`",
          file: file,
          at: subject.span
        )
      )
      return nil
    }
    let inner = Binding(hasTenant: true, itemKind: kind)
    var parts = restriction.map { [lowerMembership($0, inner)] } ?? []
    if let body { parts.append(lowerCondition(body, inner)) }
    let known = parts.compactMap(\.self)
    guard known.count == parts.count, let first = known.first else { return nil }
    let condition = known.count == 1 ? first : arena.add(Condition.all(known))
    guard !arena[traits: condition].canHoldForAbsent else {
      report(
        .countsTheAbsent(
          "`some \(subject.text)`",
          help: absentHelp(.itemsPerTenant(kind: kind)),
          file: file,
          at: subject.span
        )
      )
      return nil
    }
    return arena.add(Condition.some(kind: kind, condition))
  }

  /// The kind of names that a word stands for, the association aside.
  private mutating func lowerItemKind(_ word: Word) -> Int? {
    let kind = declarations.kind(id: word.text)
    if let kind, kind != declarations.associationKind { return kind }
    if !declarations.mistakes.names.contains(word.text) {
      report(.unknown("kind of name", word, among: itemKindNames, file: file))
    }
    return nil
  }
}
