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
      return lowerBounds(relation, of: .measure(word), unit: unit, isAmount: true).map {
        .largest(measure: measure, $0)
      }
    case .net(let group, let less, let relation):
      return lowerNet(group, less, relation)
    case .count(let word, let relation):
      guard let group = lowerGroup(word) else { return lookUpAmounts(relation) }
      return lowerBounds(relation, of: .size(of: word), unit: unit(of: group)).map {
        .count(group: group.index, $0)
      }
    case .total(let quantity, let group, let relation, let countsChange):
      guard let sum = lowerSum(quantity, group) else { return lookUpAmounts(relation) }
      return lowerBounds(relation, of: sum.subject, unit: sum.unit).map {
        .total(sum.quantity, group: sum.group, $0, countsChange: countsChange)
      }
    case .change(let quantity, let group, let since, let relation):
      guard let sum = lowerSum(quantity, group) else { return lookUpAmounts(relation) }
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
    guard let selection = lowerRows(syntax.rows),
      let kind = nameColumn(syntax.column, of: arena.selections.values[selection].tables)
    else {
      if let word = syntax.set { _ = lookUp(word, .set) }
      return nil
    }
    var names: NameFilter?
    if let word = syntax.set {
      guard let set = lowerSet(word, of: kind) else { return nil }
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
    guard let less else {
      guard let group else { return lookUpAmounts(relation) }
      return lowerBounds(relation, of: .size(of: word), unit: unit(of: group)).map {
        .net(group: group.index, less: nil, $0)
      }
    }
    // Members of the same kind can be counted against each other.
    let role = scope[word.text].flatMap { $0.kind == .group ? $0.role : nil } ?? "group"
    let other = lookUp(less, called: "group", needed: role) {
      $0.kind == .group && (role == "group" || $0.role == role)
    }
    guard let group, other != nil, let lost = lowerGroup(less) else {
      return lookUpAmounts(relation)
    }
    return lowerBounds(relation, of: .size(of: word), unit: unit(of: group)).map {
      .net(group: group.index, less: lost.index, $0)
    }
  }

  /// A quantity over everything or over a group, with its unit.
  private mutating func lowerSum(_ syntax: QuantitySyntax, _ groupWord: Word?) -> LoweredSum? {
    let quantity = lowerQuantity(syntax)
    var group: LoweredGroup?
    if let word = groupWord {
      let found = lookUp(word, called: "group", needed: "group of tenants") {
        $0.isGroup("tenants", per: nil)
      }
      guard found != nil, let members = lowerGroup(word) else { return nil }
      group = members
    }
    guard let quantity else { return nil }
    return LoweredSum(
      quantity: quantity,
      group: group?.index,
      unit: arena.measures.values[quantity.measure].unit,
      subject: .measure(syntax.measure)
    )
  }
}

/// What a test adds up.
private struct LoweredSum {
  let quantity: Quantity
  let group: Int?
  let unit: Unit

  /// How messages call it.
  let subject: ComparedSubject
}
