import Facts
import RuleSyntax

extension TreeLowering {
  /// `tenant in group`, `workload in group` or `workload in set`.
  mutating func lowerMembership(_ membership: MembershipSyntax, _ binding: Binding) -> ConditionID?
  {
    guard let subject = lowerSubject(membership.subject, binding) else { return nil }
    let container = membership.container
    guard let definition = lookUpContainer(container, of: subject, binding) else { return nil }
    if definition.kind == .set {
      guard let set = lowerSet(container) else { return nil }
      return arena.add(Condition.nameIn(NameFilter(set: set, isNegated: membership.isNegated)))
    }
    guard let group = lowerGroup(container) else { return nil }
    let condition = arena.add(Condition.inGroup(group.index))
    return membership.isNegated ? arena.add(Condition.not(condition)) : condition
  }

  /// The set or group that can hold what is meant.
  private mutating func lookUpContainer(
    _ word: Word,
    of subject: Entity,
    _ binding: Binding
  ) -> DefinitionSyntax? {
    let declarations = declarations
    switch subject {
    case .tenants:
      return lookUp(word, called: "group", needed: "group of tenants") {
        $0.isGroup("tenants", per: nil)
      }
    case .items(let kind), .itemsPerTenant(let kind):
      let names = declarations.catalogue.kinds[kind]
      let per = binding.hasTenant ? "tenant" : nil
      let group = "group of \(names.plural)" + (per.map { " per \($0)" } ?? "")
      let needed = "set of \(names.id) or \(group)"
      return lookUp(word, called: "set or group", needed: needed) { definition in
        if case .set(let own, _) = definition.body {
          return declarations.kind(id: own.text) == kind
        }
        return definition.isGroup(names.plural, per: per)
      }
    }
  }

  /// What a membership is about; nil after reporting that nothing of the kind is meant.
  private mutating func lowerSubject(_ word: Word, _ binding: Binding) -> Entity? {
    if word.text == "tenant", binding.hasTenant { return .tenants }
    if let kind = declarations.kind(id: word.text), kind == binding.itemKind {
      return .items(kind: kind)
    }
    let known = ["tenant"] + itemKindNames
    guard known.contains(word.text) else {
      let meant = [binding.hasTenant ? "tenant" : nil, binding.itemKind.map { kindID($0) }]
      let candidates = meant.compactMap(\.self)
      let list = candidates.map { "`\($0)`" }.joined(separator: " or ")
      report(
        .unknown(
          "subject",
          word,
          among: candidates,
          message: "the condition cannot be about `\(word.text)`",
          otherwise: "write \(list)",
          file: file
        )
      )
      return nil
    }
    report(
      .unbound(
        "the condition is not about one \(word.text)",
        help: subjectHelp(word, binding),
        fix: word.text != "tenant" && binding.itemKind == nil
          ? .insert("some", before: word.span, .unsafe, file: file) : nil,
        file: file,
        at: word.span
      )
    )
    return nil
  }

  private func subjectHelp(_ word: Word, _ binding: Binding) -> String {
    if word.text == "tenant" { return "use it in a group `of tenants` or `… per tenant`" }
    if let kind = binding.itemKind { return "the group is about each \(kindID(kind))" }
    return "write `some \(word.text) in …`"
  }

  /// Kinds of names but the association.
  var itemKindNames: [String] {
    declarations.catalogue.kinds.indices.filter { $0 != declarations.associationKind }.map(kindID)
  }
}

extension DefinitionSyntax {
  /// Whether it is a group of these.
  func isGroup(_ name: String, per: String?) -> Bool {
    guard case .group(let entity, _) = body else { return false }
    return entity.name.text == name && entity.per?.text == per
  }
}
