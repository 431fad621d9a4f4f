import Facts
import RuleSyntax

extension TreeLowering {
  mutating func lowerTest(_ syntax: TestSyntax) -> TestPlan? {
    switch syntax {
    case .presence(let presence):
      return lowerPresence(presence)
    case .largest(let word, let relation):
      guard let measure = lowerMeasure(word) else { return nil }
      let unit = arena.measures.values[measure].unit
      return lowerBounds(relation, unit: unit).map { .largest(measure: measure, $0) }
    case .net(let group, let less, let relation):
      return lowerNet(group, less, relation)
    case .count(let word, let relation):
      guard let group = lowerGroup(word) else { return nil }
      let unit = arena.groups.values[group.index].unit
      return lowerBounds(relation, unit: unit).map { .count(group: group.index, $0) }
    case .total(let quantity, let group, let relation):
      guard let sum = lowerSum(quantity, group) else { return nil }
      return lowerBounds(relation, unit: sum.unit).map {
        .total(sum.quantity, group: sum.group, $0)
      }
    case .change(let quantity, let group, let since, let relation):
      guard let sum = lowerSum(quantity, group) else { return nil }
      if since != nil { usesAssociation = true }
      return lowerBounds(relation, unit: sum.unit).map {
        .change(sum.quantity, group: sum.group, sinceAssociation: since != nil, $0)
      }
    case .growth(let quantity, let group, let relation):
      guard let sum = lowerSum(quantity, group) else { return nil }
      return lowerBounds(relation, unit: .percent).map {
        .growth(sum.quantity, group: sum.group, $0)
      }
    case .anyGrowth(let quantity, let group):
      return lowerSum(quantity, group).map { .anyGrowth($0.quantity, group: $0.group) }
    }
  }

  private mutating func lowerPresence(_ syntax: PresenceSyntax) -> TestPlan? {
    guard let selection = lowerRows(syntax.rows) else { return nil }
    let tables = arena.selections.values[selection].tables
    var kinds: Set<Int> = []
    for table in tables.map({ declarations.catalogue.tables[$0] }) {
      guard let column = table.columns.first(where: { $0.id == syntax.column.text }),
        case .name(let kind) = column.role
      else {
        let known = table.columns.filter { if case .name = $0.role { true } else { false } }
        report(.unknown("column of names", syntax.column, among: known.map(\.id), file: file))
        return nil
      }
      kinds.insert(kind)
    }
    guard let kind = kinds.first, kinds.count == 1 else { return nil }
    var names: NameFilter?
    if let word = syntax.set {
      guard let set = lowerSet(word) else { return nil }
      guard set.kind == kind else {
        report(
          .wrongKind(
            word,
            is: "set of \(declarations.catalogue.kinds[set.kind].plural)",
            needed: "set of \(declarations.catalogue.kinds[kind].plural)",
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
    guard let group = lowerGroup(word) else { return nil }
    var other: LoweredGroup?
    if let less {
      guard let found = lowerGroup(less) else { return nil }
      guard found.entity == group.entity else {
        report(
          .wrongKind(less, is: "group of something else", needed: "group like `\(word.text)`", file: file)
        )
        return nil
      }
      other = found
    }
    let unit = arena.groups.values[group.index].unit
    return lowerBounds(relation, unit: unit).map {
      .net(group: group.index, less: other?.index, $0)
    }
  }

  /// A quantity over everything or over a group, with its unit.
  private mutating func lowerSum(
    _ syntax: QuantitySyntax,
    _ groupWord: Word?
  ) -> (quantity: Quantity, group: Int?, unit: Unit)? {
    guard let quantity = lowerQuantity(syntax) else { return nil }
    let unit = arena.measures.values[quantity.measure].unit
    guard let groupWord else { return (quantity, nil, unit) }
    guard let group = lowerGroup(groupWord) else { return nil }
    guard group.entity == .tenants else {
      report(
        .wrongKind(groupWord, is: "group of names", needed: "group of tenants", file: file)
      )
      return nil
    }
    return (quantity, group.index, unit)
  }
}
