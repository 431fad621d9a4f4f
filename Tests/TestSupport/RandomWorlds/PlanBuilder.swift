import Facts
import RuleSemantics

/// Random conditions and groups, each condition entered once.
///
/// What a group or `some` asks is grounded: it does not hold for a name or tenant without rows.
struct PlanBuilder {
  let vocabulary: Vocabulary
  var random: SplitMix64
  var selections: [SelectionPlan] = []
  var measures: [MeasurePlan] = []
  var groups: [GroupPlan] = []
  var conditions: [Condition] = []
  private var known: [Condition: ConditionID] = [:]

  init(_ vocabulary: Vocabulary, _ random: SplitMix64) {
    self.vocabulary = vocabulary
    self.random = random
  }

  mutating func enter(_ condition: Condition) -> ConditionID {
    if let id = known[condition] { return id }
    let id = ConditionID(conditions.count)
    conditions.append(condition)
    known[condition] = id
    return id
  }

  /// A condition that no entity without rows meets while every month is covered.
  mutating func grounded(_ entity: Entity, _ depth: Int) -> ConditionID {
    guard depth > 0 else { return leaf(entity, isGrounded: true) }
    switch random.number(0...9) {
    case 0...1:
      let parts = [grounded(entity, depth - 1), free(entity, depth - 1)]
      return enter(.all(parts.shuffled(using: &random)))
    case 2: return enter(.any([grounded(entity, depth - 1), grounded(entity, depth - 1)]))
    case 3:
      return enter(.shifted(months: random.one(of: [-12, -12, -1]), grounded(entity, depth - 1)))
    case 4: return enter(.anyOfLast(months: random.one(of: [2, 3]), grounded(entity, depth - 1)))
    case 5: return enter(.assumedNo(grounded(entity, depth - 1)))
    case 6:
      let opposite = enter(.not(grounded(entity, depth - 1)))
      return enter(.not(opposite))
    case 7: return special(entity, depth)
    case 8: return member(entity)
    default: return leaf(entity, isGrounded: true)
    }
  }

  /// Any condition.
  mutating func free(_ entity: Entity, _ depth: Int) -> ConditionID {
    guard depth > 0 else { return leaf(entity, isGrounded: false) }
    switch random.number(0...6) {
    case 0: return enter(.not(free(entity, depth - 1)))
    case 1: return enter(.any([free(entity, depth - 1), free(entity, depth - 1)]))
    case 2: return enter(.assumedNo(free(entity, depth - 1)))
    case 3: return enter(.shifted(months: -12, free(entity, depth - 1)))
    case 4: return enter(.anyOfLast(months: 2, free(entity, depth - 1)))
    case 5: return leaf(entity, isGrounded: false)
    default: return grounded(entity, depth - 1)
    }
  }

  /// What only this entity may ask: `some` of a tenant, the association of a tenant and name.
  private mutating func special(_ entity: Entity, _ depth: Int) -> ConditionID {
    switch entity {
    case .items: return leaf(entity, isGrounded: true)
    case .tenants:
      let kind = vocabulary.itemKind
      return enter(.some(kind: kind, grounded(.itemsPerTenant(kind: kind), depth - 1)))
    case .itemsPerTenant:
      return random.chance(50)
        ? enter(.associated(months: random.one(of: [2, 12])))
        : enter(.atAssociation(free(entity, depth - 1)))
    }
  }

  /// Membership in an earlier group that is about the same, or about the tenant alone.
  private mutating func member(_ entity: Entity) -> ConditionID {
    let fitting = groups.indices.filter { index in
      switch (groups[index].entity, entity) {
      case (.tenants, .tenants), (.tenants, .itemsPerTenant), (.items, .items),
        (.itemsPerTenant, .itemsPerTenant):
        true
      default: false
      }
    }
    guard !fitting.isEmpty else { return leaf(entity, isGrounded: true) }
    return enter(.inGroup(random.one(of: fitting)))
  }

  private mutating func leaf(_ entity: Entity, isGrounded: Bool) -> ConditionID {
    let isTenantOnly = entity == .tenants
    if !isGrounded, !isTenantOnly, random.chance(35) {
      return enter(.nameIn(filter(vocabulary.itemKind)))
    }
    if random.chance(15) { return member(entity) }
    // A listed measure is only compared where both the tenant and the name are bound.
    let isBound = entity == .itemsPerTenant(kind: vocabulary.itemKind)
    let fitting = measures.indices.filter { isBound || measures[$0].total == .summed }
    let quantity = self.quantity(of: fitting)
    if random.chance(30) {
      let bounds = bounds(.percent, numbers: [0, 15, 40, 50, 100, 200], mayHaveZero: true)
      return enter(.share(quantity, of: self.quantity(of: fitting), bounds))
    }
    let unit = measures[quantity.measure].unit
    let bounds = bounds(unit, numbers: limits, mayHaveZero: !isGrounded)
    return enter(random.chance(35) ? .average(quantity, bounds) : .comparison(quantity, bounds))
  }

  var limits: [Int] { [-2, 0, 0, 1, 2, 3, 4, 5, 6, 8, 10, 14] }

  mutating func quantity(of fitting: [Int]) -> Quantity {
    Quantity(
      measure: random.one(of: fitting),
      window: random.chance(70) ? 1 : random.one(of: [2, 3, 12])
    )
  }

  mutating func filter(_ kind: Int) -> NameFilter {
    NameFilter(set: nameSet(kind), isNegated: random.chance(25))
  }

  mutating func nameSet(_ kind: Int) -> NameSet {
    let names = vocabulary.catalogue.kinds[kind].names
    let members = random.some(of: Array(names.indices)).map { member(kind, $0) }
    return NameSet(id: "set", kind: kind, members: members)
  }

  /// One association, as a leaf is under.
  mutating func association() -> NameSet {
    let kind = vocabulary.associationKind
    let code = random.number(0...vocabulary.catalogue.kinds[kind].names.count - 1)
    let member = member(kind, code)
    return NameSet(id: member.label, kind: kind, members: [member])
  }

  /// The name, sometimes with others that it covers.
  private mutating func member(_ kind: Int, _ code: Int) -> NameSet.Member {
    var codes: Set = [Int32(code)]
    while random.chance(25) { codes.insert(Int32(random.number(0...vocabulary.known[kind] - 1))) }
    let label = vocabulary.catalogue.kinds[kind].names[code].canonical
    return NameSet.Member(label: label, codes: codes.sorted())
  }

  mutating func bounds(_ unit: Unit, numbers: [Int], mayHaveZero: Bool) -> Bounds {
    while true {
      let tenths = Int128(random.one(of: numbers) * 10 + (random.chance(15) ? 5 : 0))
      let low = Decimal(mantissa: tenths, scale: 1)
      let high = Decimal(mantissa: tenths + Int128(random.number(0...6) * 10), scale: 1)
      let isIncluded = random.chance(60)
      let bounds =
        switch random.number(0...9) {
        case 0...6:
          Bounds(lower: Bounds.End(low, isIncluded: isIncluded), upper: nil, unit: unit)
        case 7...8:
          Bounds(
            lower: Bounds.End(low, isIncluded: true),
            upper: Bounds.End(high, isIncluded: true),
            unit: unit
          )
        default:
          Bounds(lower: nil, upper: Bounds.End(low, isIncluded: isIncluded), unit: unit)
        }
      if mayHaveZero || !bounds.includesZero { return bounds }
    }
  }
}
