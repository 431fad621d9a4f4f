import Facts
import RuleSemantics

/// Selections, measures, groups, and one or two trees that use them.
func randomPlan(_ vocabulary: Vocabulary, _ random: inout SplitMix64) -> EvaluationPlan {
  var builder = PlanBuilder(vocabulary, random)
  builder.addSelections()
  builder.addMeasures()
  builder.addGroups()
  let areas = (0..<builder.random.number(1...2)).map { builder.area("area-\($0)") }
  random = builder.random
  return EvaluationPlan(
    asOf: Vocabulary.asOf,
    areas: areas,
    selections: builder.selections,
    measures: builder.measures,
    groups: builder.groups,
    conditions: builder.conditions,
    choices: [],
    associationKind: vocabulary.associationKind
  )
}

extension PlanBuilder {
  fileprivate mutating func addGroups() {
    let kind = vocabulary.itemKind
    var entities: [Entity] = [.tenants, .tenants, .itemsPerTenant(kind: kind), .items(kind: kind)]
    for _ in 0..<random.number(0...2) { entities.append(random.one(of: entities)) }
    for (place, entity) in entities.enumerated() {
      let condition = grounded(entity, random.number(0...5))
      groups.append(
        GroupPlan(
          id: "group-\(place)",
          title: "group \(place)",
          entity: entity,
          condition: condition,
          unit: entity == .tenants ? .tenant : Unit(singular: "name", plural: "names", decimals: 0)
        )
      )
    }
  }

  /// Any test; changes are counted since the association where the node may ask for it.
  mutating func test(isSinceAssociation: Bool) -> TestPlan {
    let quantity = quantity(of: Array(measures.indices))
    let unit = measures[quantity.measure].unit
    let amount = bounds(unit, numbers: limits, mayHaveZero: true)
    let group = random.chance(50) ? random.number(0...groups.count - 1) : nil
    let counted = random.number(0...groups.count - 1)
    let count = bounds(groups[counted].unit, numbers: [-1, 0, 1, 1, 2, 3], mayHaveZero: true)
    switch random.number(0...10) {
    case 0:
      let kind = random.number(0...1)
      return .presence(
        PresencePlan(
          selection: random.number(0...selections.count - 1),
          kind: kind,
          names: random.chance(45) ? filter(kind) : nil,
          window: random.one(of: [1, 2, 12])
        )
      )
    case 1:
      return .largest(measure: quantity.measure, amount)
    case 2...3:
      let alike = groups.indices.filter { groups[$0].entity == groups[counted].entity }
      let less = random.chance(25) ? random.one(of: alike) : nil
      return .net(group: counted, less: less, count)
    case 4:
      return .count(group: counted, count)
    case 5:
      return .total(quantity, group: group, amount, countsChange: random.chance(70))
    case 6...8:
      guard isSinceAssociation else {
        return .change(quantity, group: group, sinceAssociation: false, amount)
      }
      let tenants = groups.indices.filter { groups[$0].entity == .tenants }
      return .change(
        Quantity(measure: quantity.measure, window: 1),
        group: random.chance(70) ? random.one(of: tenants) : nil,
        sinceAssociation: true,
        amount
      )
    case 9:
      let percent = bounds(.percent, numbers: [-50, 0, 30, 50, 100], mayHaveZero: true)
      return .growth(quantity, group: group, percent)
    default:
      return .anyGrowth(quantity, group: group)
    }
  }
}
