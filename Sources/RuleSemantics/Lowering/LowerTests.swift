import Facts
import RuleSyntax

extension TreeLowering {
  mutating func lowerTest(_ syntax: TestSyntax) -> TestPlan? {
    switch syntax {
    case .presence(let presence):
      return lowerPresence(presence)
    case .largest(let word, let relation):
      guard let measure = lowerMeasure(word) else { return lookUpAmounts(relation) }
      let unit = arena.measures.values[measure].unit
      return lowerBounds(relation, of: "`\(word.text)`", unit: unit).map {
        .largest(measure: measure, $0)
      }
    case .net(let group, let less, let relation):
      return lowerNet(group, less, relation)
    case .count(let word, let relation):
      guard let group = lowerGroup(word) else { return lookUpAmounts(relation) }
      return lowerBounds(relation, of: "the size of `\(word.text)`", unit: unit(of: group)).map {
        .count(group: group.index, $0)
      }
    case .total(let quantity, let group, let relation):
      guard let sum = lowerSum(quantity, group) else { return lookUpAmounts(relation) }
      return lowerBounds(relation, of: sum.subject, unit: sum.unit).map {
        .total(sum.quantity, group: sum.group, $0)
      }
    case .change(let quantity, let group, let since, let relation):
      guard let sum = lowerSum(quantity, group) else { return lookUpAmounts(relation) }
      if since != nil { usesAssociation = true }
      return lowerBounds(relation, of: sum.subject, unit: sum.unit).map {
        .change(sum.quantity, group: sum.group, sinceAssociation: since != nil, $0)
      }
    case .growth(let quantity, let group, let relation):
      guard let sum = lowerSum(quantity, group) else { return lookUpAmounts(relation) }
      return lowerBounds(relation, of: "a growth", unit: .percent).map {
        .growth(sum.quantity, group: sum.group, $0)
      }
    case .anyGrowth(let quantity, let group):
      return lowerSum(quantity, group).map { .anyGrowth($0.quantity, group: $0.group) }
    }
  }

  /// As ``lookUpAmounts(_:)``, for a test that cannot be lowered.
  private mutating func lookUpAmounts(_ relation: RelationSyntax) -> TestPlan? {
    let _: Void = lookUpAmounts(relation)
    return nil
  }

  private func unit(of group: LoweredGroup) -> Unit { arena.groups.values[group.index].unit }

  private mutating func lowerPresence(_ syntax: PresenceSyntax) -> TestPlan? {
    let set = syntax.set.map { lowerSet($0) }
    guard let selection = lowerRows(syntax.rows) else { return nil }
    var kind: Int?
    for index in arena.selections.values[selection].tables {
      let table = declarations.catalogue.tables[index]
      guard let own = nameColumn(syntax.column, of: table) else { return nil }
      if let kind, kind != own {
        report(
          .wrongTable(
            "`\(syntax.column.text)` holds \(plural(kind)) in one table, \(plural(own)) in another",
            help: "ask each selection on its own",
            file: file,
            at: syntax.column.span
          )
        )
        return nil
      }
      kind = own
    }
    guard let kind else { return nil }
    var names: NameFilter?
    if let word = syntax.set {
      guard let set = set ?? nil else { return nil }
      guard set.kind == kind else {
        report(
          .wrongKind(
            word,
            is: "set of \(plural(set.kind))",
            needed: "set of \(plural(kind))",
            declared: scope[word.text]?.id,
            file: file
          )
        )
        return nil
      }
      names = NameFilter(set: set, isNegated: syntax.isNegated)
    }
    return .presence(
      PresencePlan(selection: selection, kind: kind, names: names, window: syntax.window.months)
    )
  }

  private mutating func lowerNet(
    _ word: Word,
    _ less: Word?,
    _ relation: RelationSyntax
  ) -> TestPlan? {
    let group = lowerGroup(word)
    let other = less.map { (word: $0, group: lowerGroup($0)) }
    guard let group, other == nil || other?.group != nil else { return lookUpAmounts(relation) }
    if let other, let lost = other.group, lost.entity != group.entity {
      report(
        .wrongKind(
          other.word,
          is: scope[other.word.text]?.role ?? "group",
          needed: scope[word.text]?.role ?? "group",
          help: "only groups of the same can be counted against each other",
          declared: scope[other.word.text]?.id,
          file: file
        )
      )
      return nil
    }
    return lowerBounds(relation, of: "the size of `\(word.text)`", unit: unit(of: group)).map {
      .net(group: group.index, less: other?.group?.index, $0)
    }
  }

  /// A quantity over everything or over a group, with its unit.
  private mutating func lowerSum(_ syntax: QuantitySyntax, _ groupWord: Word?) -> LoweredSum? {
    let quantity = lowerQuantity(syntax)
    let group = groupWord.map { (word: $0, group: lowerGroup($0)) }
    guard let quantity, group == nil || group?.group != nil else { return nil }
    if let group, let members = group.group, members.entity != .tenants {
      report(
        .wrongKind(
          group.word,
          is: scope[group.word.text]?.role ?? "group",
          needed: "group of tenants",
          declared: scope[group.word.text]?.id,
          file: file
        )
      )
      return nil
    }
    return LoweredSum(
      quantity: quantity,
      group: group?.group?.index,
      unit: arena.measures.values[quantity.measure].unit,
      subject: "`\(syntax.measure.text)`"
    )
  }
}

/// What a test adds up.
private struct LoweredSum {
  let quantity: Quantity
  let group: Int?
  let unit: Unit

  /// How messages call it.
  let subject: String
}
