import Facts
import RuleSyntax

extension Diagnostic {
  static func countsTheAbsent(_ what: String, file: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .countsTheAbsent,
      "\(what) also holds for whoever has no rows at all",
      help: "add a lower bound above zero, such as `acr > 0 USD`",
      file: file,
      at: span
    )
  }
}

extension TreeLowering {
  /// `seats > limit` or `users as share of seats >= limit`.
  mutating func lowerComparison(
    _ syntax: QuantitySyntax,
    _ whole: Word?,
    _ relation: RelationSyntax,
    _ binding: Binding
  ) -> ConditionID? {
    let quantity = lowerQuantity(syntax)
    guard let quantity, isCountable(quantity, syntax.measure, binding) else {
      _ = lowerBoundsWithoutUnit(relation)
      return nil
    }
    guard let whole else {
      let unit = arena.measures.values[quantity.measure].unit
      return lowerBounds(relation, unit: unit).map {
        arena.add(Condition.comparison(quantity, $0))
      }
    }
    guard let measure = lowerMeasure(whole) else { return nil }
    let denominator = Quantity(measure: measure, window: quantity.window)
    guard isCountable(denominator, whole, binding),
      let bounds = lowerBounds(relation, unit: .percent)
    else { return nil }
    return arena.add(Condition.share(quantity, of: denominator, bounds))
  }

  /// Looks names up although the unit is not known, so that each mistake is reported.
  private mutating func lowerBoundsWithoutUnit(_ relation: RelationSyntax) -> Bool {
    let amounts: [AmountSyntax] =
      switch relation.bounds {
      case .one(_, let amount): [amount]
      case .between(let low, let high): [low, high]
      }
    for case .named(let word) in amounts { _ = lookUp(word, "value") }
    return false
  }

  mutating func lowerQuantity(_ syntax: QuantitySyntax) -> Quantity? {
    lowerMeasure(syntax.measure).map {
      Quantity(measure: $0, window: syntax.window?.months ?? 1)
    }
  }

  /// Whether the measure has one number for what is meant.
  private mutating func isCountable(
    _ quantity: Quantity,
    _ word: Word,
    _ binding: Binding
  ) -> Bool {
    let measure = arena.measures.values[quantity.measure]
    let itemKind = arena.selections.values[measure.selection].itemKind
    let kind = declarations.catalogue.kinds[itemKind]
    if let bound = binding.itemKind, bound != itemKind {
      report(
        Diagnostic(
          .unboundName,
          "`\(word.text)` is counted by \(kind.id), not by \(declarations.catalogue.kinds[bound].id)",
          file: file,
          at: word.span
        )
      )
      return false
    }
    if measure.total == .listed, !binding.hasTenant || binding.itemKind == nil {
      report(
        Diagnostic(
          .unboundName,
          "`\(word.text)` is counted for each \(kind.id) of a tenant, and none is meant here",
          help: "write `some \(kind.id) has \(word.text) …`",
          file: file,
          at: word.span
        )
      )
      return false
    }
    return true
  }

  mutating func lowerTimed(
    _ part: ConditionSyntax,
    _ time: TimeSyntax,
    _ binding: Binding
  ) -> ConditionID? {
    guard let condition = lowerCondition(part, binding) else { return nil }
    switch time.kind {
    case .yearEarlier: return arena.add(Condition.shifted(months: -12, condition))
    case .anyOfLast(let months): return arena.add(Condition.anyOfLast(months: months, condition))
    case .assumedNo: return arena.add(Condition.assumedNo(condition))
    case .atAssociation:
      guard binding.hasTenant, binding.itemKind != nil else {
        report(
          Diagnostic(
            .unboundName,
            "the association belongs to one name of a tenant, and none is meant here",
            help: "write `some workload has (…)` around it",
            file: file,
            at: time.span
          )
        )
        return nil
      }
      usesAssociation = true
      return arena.add(Condition.atAssociation(condition))
    }
  }

  /// The group in this month, with what it rests on.
  mutating func lowerGroup(_ word: Word) -> LoweredGroup? {
    if let known = groups[word.text] {
      if let known { remember(known) }
      return known
    }
    guard !groupsInProgress.contains(word.text) else {
      report(
        Diagnostic(
          .circularDefinition,
          "group `\(word.text)` is defined by itself",
          help: "one of \(groupsInProgress.map { "`\($0)`" }.joined(separator: ", ")) must do without it",
          file: file,
          at: word.span
        )
      )
      return nil
    }
    guard let definition = lookUp(word, "group") else { return nil }
    guard case .group(let entitySyntax, let versions) = definition.body else {
      report(.wrongKind(word, is: definition.what, needed: "group", file: file))
      return nil
    }
    let outer = (usedCitations, usesAssociation)
    (usedCitations, usesAssociation) = ([], false)
    groupsInProgress.append(word.text)
    let result = lowerGroup(definition, entitySyntax, versions)
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

  private mutating func lowerGroup(
    _ definition: DefinitionSyntax,
    _ entitySyntax: EntitySyntax,
    _ versions: [GroupVersionSyntax]
  ) -> LoweredGroup? {
    guard let (entity, unit) = lowerEntity(entitySyntax),
      let version = inForce(versions, of: definition.id, { $0.version })
    else { return nil }
    let binding: Binding =
      switch entity {
      case .tenants: Binding(hasTenant: true, itemKind: nil)
      case .items(let kind): Binding(hasTenant: false, itemKind: kind)
      case .itemsPerTenant(let kind): Binding(hasTenant: true, itemKind: kind)
      }
    guard let condition = lowerCondition(version.condition, binding) else { return nil }
    guard arena.truthForAbsent(condition) == .no else {
      report(
        .countsTheAbsent("group `\(definition.id.text)`", file: file, at: definition.id.span)
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

  /// `tenants`, `services` or `workloads per tenant`, with the unit that counts them.
  private mutating func lowerEntity(_ syntax: EntitySyntax) -> (Entity, Unit)? {
    if let per = syntax.per, per.text != "tenant" {
      report(.unknown("subject", per, among: ["tenant"], file: file))
      return nil
    }
    if syntax.name.text == "tenants", syntax.per == nil { return (.tenants, .tenant) }
    guard let kind = declarations.kind(syntax.name.text), kind != declarations.associationKind else {
      let known = ["tenants"] + declarations.catalogue.kinds.map(\.plural)
      report(.unknown("kind of member", syntax.name, among: known, file: file))
      return nil
    }
    let names = declarations.catalogue.kinds[kind]
    let unit = Unit(singular: names.id, plural: names.plural, decimals: 0)
    return (syntax.per == nil ? .items(kind: kind) : .itemsPerTenant(kind: kind), unit)
  }
}
