import Facts

/// Turns conditions of a plan into formulas, groups written out.
///
/// `some workload has …` looks at so many names as there are such conditions in all: more names
/// make nothing possible that these do not (each condition needs one name at most to hold).
struct FormulaBuilder {
  private let arena: PlanArena
  private(set) var variables = Interned<FactVariable>()

  /// How many names of each kind are looked at.
  private var itemCount = 1

  /// Parts that may still be added.
  private var room = FormulaBuilder.mostParts

  /// Larger formulas are not looked at.
  ///
  /// Source: our choice, some twenty times the largest of the shipped rules.
  private static let mostParts = 400

  /// With more names the search takes too long.
  ///
  /// Source: our choice.
  private static let mostItems = 4

  /// Groups in groups that are written out.
  ///
  /// Source: our choice; chains of groups would take time by the square of their length.
  private static let mostGroups = 8

  init(_ arena: PlanArena) {
    self.arena = arena
  }

  /// The formula that all, or none, of these conditions make; nil where it is too large.
  mutating func formula(
    of conditions: [ConditionID],
    without excluded: [ConditionID] = [],
    _ binding: Binding
  ) -> Formula? {
    var names: Set<Quantified> = []
    for id in conditions + excluded {
      guard collect(id, .asked, groups: 0, into: &names) else { return nil }
    }
    itemCount = max(1, names.count)
    guard itemCount <= FormulaBuilder.mostItems else { return nil }
    let item = binding.itemKind.map { FactItem(kind: $0, number: 0) }
    var parts: [Formula] = []
    for id in conditions { parts.append(build(id, .asked, item)) }
    for id in excluded { parts.append(.not(build(id, .asked, item))) }
    return room > 0 ? .all(parts) : nil
  }

  /// A condition on some name, in a month.
  private struct Quantified: Hashable {
    let condition: ConditionID
    let month: FactMonth
  }

  /// Finds the conditions on some name; false where there is too much to look at.
  private mutating func collect(
    _ id: ConditionID,
    _ month: FactMonth,
    groups: Int,
    into found: inout Set<Quantified>
  ) -> Bool {
    room -= 1
    guard room > 0, groups <= FormulaBuilder.mostGroups else { return false }
    switch arena.conditions.values[id.index] {
    case .all(let parts), .any(let parts):
      for part in parts {
        guard collect(part, month, groups: groups, into: &found) else { return false }
      }
      return true
    case .not(let part), .assumedNo(let part):
      return collect(part, month, groups: groups, into: &found)
    case .some(_, let part):
      found.insert(Quantified(condition: part, month: month))
      return collect(part, month, groups: groups, into: &found)
    case .inGroup(let group):
      let condition = arena.groups.values[group].condition
      return collect(condition, month, groups: groups + 1, into: &found)
    case .atAssociation(let part):
      return collect(part, .association, groups: groups, into: &found)
    case .shifted(let months, let part):
      return collect(part, month.moved(by: months), groups: groups, into: &found)
    case .anyOfLast(let months, let part):
      for back in 0..<months {
        guard collect(part, month.moved(by: -back), groups: groups, into: &found) else {
          return false
        }
      }
      return true
    case .nameIn, .comparison, .average, .share, .associated:
      return true
    }
  }
}

extension FactMonth {
  fileprivate static let association = FactMonth(distance: 0, isAtAssociation: true)

  fileprivate func moved(by months: Int) -> FactMonth {
    FactMonth(distance: distance + months, isAtAssociation: isAtAssociation)
  }
}

extension FormulaBuilder {
  private mutating func build(_ id: ConditionID, _ month: FactMonth, _ item: FactItem?) -> Formula {
    room -= 1
    guard room > 0 else { return .constant(true) }
    switch arena.conditions.values[id.index] {
    case .all(let parts):
      return .all(built(parts, month, item))
    case .any(let parts):
      return .any(built(parts, month, item))
    case .not(let part):
      return .not(build(part, month, item))
    case .assumedNo(let part):
      return build(part, month, item)
    case .some(let kind, let part):
      var parts: [Formula] = []
      for number in 0..<itemCount {
        parts.append(build(part, month, FactItem(kind: kind, number: number)))
      }
      return .any(parts)
    case .inGroup(let group):
      let plan = arena.groups.values[group]
      return build(plan.condition, month, plan.entity == .tenants ? nil : item)
    case .shifted(let months, let part):
      return build(part, month.moved(by: months), item)
    case .anyOfLast(let months, let part):
      var parts: [Formula] = []
      for back in 0..<months { parts.append(build(part, month.moved(by: -back), item)) }
      return .any(parts)
    case .atAssociation(let part):
      return .all([.holds(number(of: .isDated(item))), build(part, .association, item)])
    case .associated(let months):
      return .holds(number(of: .associated(months: months, month, item)))
    case .nameIn(let filter):
      guard let item else { return .constant(true) }
      return .nameIn(number(of: .name(item)), filter)
    case .comparison(let quantity, let bounds):
      return sum(quantity, bounds, month, item)
    case .average(let quantity, let bounds):
      return sum(quantity, bounds.times(quantity.window), month, item)
    case .share(let part, let whole, let bounds):
      let share = Formula.within(number(of: .share(part, of: whole, month, item)), bounds)
      return .all([taking(part, item), taking(whole, item), share])
    }
  }

  private mutating func built(
    _ parts: [ConditionID],
    _ month: FactMonth,
    _ item: FactItem?
  ) -> [Formula] {
    var formulas: [Formula] = []
    for part in parts { formulas.append(build(part, month, item)) }
    return formulas
  }

  /// A name without rows in the selection has zero.
  private mutating func sum(
    _ quantity: Quantity,
    _ bounds: Bounds,
    _ month: FactMonth,
    _ item: FactItem?
  ) -> Formula {
    let counted = Formula.within(number(of: .sum(quantity, month, item)), bounds)
    let taking = taking(quantity, item)
    if case .constant = taking { return counted }
    guard bounds.includesZero else { return .all([taking, counted]) }
    return .any([.not(taking), counted])
  }

  /// Whether rows of the item are in the selection of the quantity.
  private mutating func taking(_ quantity: Quantity, _ item: FactItem?) -> Formula {
    guard let item else { return .constant(true) }
    let measure = arena.measures.values[quantity.measure]
    let clauses = arena.selections.values[measure.selection].clauses.map { clause in
      clause.filter { $0.set.kind == item.kind }
    }
    guard clauses.allSatisfy({ !$0.isEmpty }) else { return .constant(true) }
    let name = number(of: .name(item))
    return .any(clauses.map { .all($0.map { .nameIn(name, $0) }) })
  }

  private mutating func number(of variable: FactVariable) -> Int { variables.index(of: variable) }
}
