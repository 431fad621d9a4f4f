import Facts
import RuleSyntax

extension TreeLowering {
  /// The group in this month, with what it rests on.
  mutating func lowerGroup(_ word: Word) -> LoweredGroup? {
    if let known = groups[word.text] {
      if let known { remember(known) }
      return known
    }
    if let start = groupsInProgress.firstIndex(where: { $0.text == word.text }) {
      reportCircle(Array(groupsInProgress[start...]))
      return nil
    }
    guard let definition = lookUp(word, .group),
      case .group(let entitySyntax, let versions) = definition.body
    else { return nil }
    let outer = (usedCitations, usesAssociation)
    (usedCitations, usesAssociation) = ([], false)
    groupsInProgress.append(definition.id)
    let version = inForce(versions, of: definition.id, usedAt: word) { $0.version }
    let result = version.flatMap { lowerGroup(definition, entitySyntax, $0) }
    groupsInProgress.removeLast()
    groups[word.text] = .some(result)
    (usedCitations, usesAssociation) = outer
    if let result { remember(result) }
    return result
  }

  private mutating func remember(_ group: LoweredGroup) {
    for citation in group.citations where !usedCitations.contains(citation) {
      usedCitations.append(citation)
    }
    usesAssociation = usesAssociation || group.usesAssociation
  }

  /// Reports a circle at its first group in the file, wherever it was entered.
  private mutating func reportCircle(_ circle: [Word]) {
    let start = circle.indices.min { circle[$0].span.start < circle[$1].span.start } ?? 0
    let turned = Array(circle[start...] + circle[..<start])
    guard let first = turned.first else { return }
    let others = turned.dropFirst()
    let way = others.prefix(3).map { "`\($0.text)`" }.joined(separator: ", ")
    let more = others.count > 3 ? " and \(others.count - 3) others" : ""
    report(
      Diagnostic(
        .circularDefinition,
        "group `\(first.text)` is defined by itself"
          + (others.isEmpty ? "" : ", by way of \(way)\(more)"),
        help: others.isEmpty
          ? "take `\(first.text)` out of its own condition"
          : "take the name of one of them out of the condition of another",
        file: file,
        at: first.span,
        related: others.prefix(3).map {
          RelatedPlace("by way of this group", file: file, at: $0.span)
        }
      )
    )
  }

  private mutating func lowerGroup(
    _ definition: DefinitionSyntax,
    _ entitySyntax: EntitySyntax,
    _ version: GroupVersionSyntax
  ) -> LoweredGroup? {
    guard let (entity, unit) = lowerEntity(entitySyntax),
      let condition = lowerCondition(version.condition, Binding(entity))
    else { return nil }
    guard arena[traits: condition].depth <= TreeLowering.mostDepth else {
      report(.tooDeep(file: file, at: definition.id.span))
      return nil
    }
    guard !arena[traits: condition].canHoldForAbsent else {
      report(
        .countsTheAbsent(
          "group `\(definition.id.text)`",
          help: absentHelp(entity),
          file: file,
          at: definition.id.span
        )
      )
      return nil
    }
    note(version.version.citations)
    let group = arena.add(
      GroupPlan(
        id: definition.id.text,
        title: definition.title.text,
        entity: entity,
        condition: condition,
        unit: unit
      )
    )
    return LoweredGroup(
      index: group,
      entity: entity,
      citations: usedCitations,
      usesAssociation: usesAssociation
    )
  }

  /// A lower bound that can be pasted, on a measure of the entity's kind.
  func absentHelp(_ entity: Entity) -> String {
    for measure in arena.measures.values {
      let kind = arena.selections.values[measure.selection].itemKind
      let bound = "\(measure.id) > 0 \(measure.unit.plural)"
      switch entity {
      case .tenants where measure.total == .summed:
        return "add a lower bound above zero, such as `and \(bound)`"
      case .tenants:
        return "add a lower bound above zero, such as `and some \(kindID(kind)) has \(bound)`"
      case .items(kind), .itemsPerTenant(kind):
        return "add a lower bound above zero, such as `and \(bound)`"
      default: continue
      }
    }
    return "add a lower bound above zero, such as `and seats > 0 seats`"
  }

  /// `tenants`, `services` or `workloads per tenant`, with the unit that counts them; what is
  /// wrong with it was reported.
  private func lowerEntity(_ syntax: EntitySyntax) -> (Entity, Unit)? {
    if syntax.name.text == "tenants", syntax.per == nil { return (.tenants, .tenant) }
    guard syntax.per == nil || syntax.per?.text == "tenant",
      let kind = declarations.kind(plural: syntax.name.text), kind != declarations.associationKind
    else { return nil }
    let names = declarations.catalogue.kinds[kind]
    let unit = Unit(singular: names.id, plural: names.plural, decimals: 0)
    return (syntax.per == nil ? .items(kind: kind) : .itemsPerTenant(kind: kind), unit)
  }
}
