import Facts
import RuleSemantics

extension ColumnStore {
  /// A condition for every entity of a space in a month.
  mutating func computeTruth(_ key: TruthKey) -> TruthColumn {
    let count = count(of: key.space)
    switch plan[key.condition] {
    case .all(let parts):
      return combine(parts, key, TruthColumn(repeating: .yes, count: count, ghost: .yes)) {
        $0.and($1)
      }
    case .any(let parts):
      return combine(parts, key, TruthColumn(repeating: .no, count: count, ghost: .no)) {
        $0.or($1)
      }
    case .not(let part):
      return truthColumn(key.with(part)).negated
    case .some(let kind, let part):
      return someTruth(kind, part, key)
    case .nameIn(let filter):
      return nameTruth(filter, key.space)
    case .inGroup(let group):
      return groupTruth(group, key)
    case .comparison(let quantity, let bounds):
      return comparisonTruth(quantity, bounds, key)
    case .average(let quantity, let bounds):
      return comparisonTruth(quantity, bounds.times(quantity.window), key)
    case .share(let part, let whole, let bounds):
      return shareTruth(part, of: whole, bounds, key)
    case .associated(let months):
      return associatedTruth(months, key)
    case .atAssociation(let part):
      return atAssociationTruth(part, key)
    case .shifted(let months, let part):
      return truthColumn(key.with(part, month: key.month + months))
    case .anyOfLast(let months, let part):
      var result = truthColumn(key.with(part))
      for distance in 1..<max(1, months) {
        result = result.or(truthColumn(key.with(part, month: key.month - distance)))
      }
      return result
    case .assumedNo(let part):
      return truthColumn(key.with(part)).withoutUnknown
    }
  }

  private mutating func combine(
    _ parts: [ConditionID],
    _ key: TruthKey,
    _ start: TruthColumn,
    _ operation: (TruthColumn, TruthColumn) -> TruthColumn
  ) -> TruthColumn {
    var result = start
    for part in parts { result = operation(result, truthColumn(key.with(part))) }
    return result
  }

  private func nameTruth(_ filter: NameFilter, _ space: Space) -> TruthColumn {
    let items: [Int32] =
      switch space {
      case .members: []
      case .pairs(let kind): index.pairs[kind]?.item ?? []
      case .customerItems(let kind): index.pairs[kind]?.itemOfCustomerItem ?? []
      }
    var result = TruthColumn(repeating: .no, count: items.count, ghost: .unknown)
    for entity in items.indices {
      result.values[entity] = Truth(filter.passes(items[entity])).rawValue
    }
    return result
  }

  /// A group of tenants holds for each name of a tenant alike.
  private mutating func groupTruth(_ group: Int, _ key: TruthKey) -> TruthColumn {
    let plan = plan.groups[group]
    let own = Space(plan.entity)
    let column = truthColumn(key.with(plan.condition, space: own))
    guard own != key.space, case .pairs(let kind) = key.space, let space = index.pairs[kind] else {
      return column
    }
    var result = TruthColumn(repeating: .no, count: space.member.count, ghost: column.ghost)
    for pair in space.member.indices {
      result.values[pair] = column.values[Int(space.member[pair])]
    }
    return result
  }

  private mutating func comparisonTruth(
    _ quantity: Quantity,
    _ bounds: Bounds,
    _ key: TruthKey
  ) -> TruthColumn {
    let column = valueColumn(key.values(quantity))
    let scaled = ScaledBounds(bounds, scale: column.scale)
    let ghost = isCovered(quantity, upTo: key.month) ? Truth(bounds.includesZero) : .unknown
    var result = TruthColumn(repeating: .no, count: column.low.count, ghost: ghost)
    for entity in column.low.indices {
      result.values[entity] = scaled.truth(of: column[entity]).rawValue
    }
    return result
  }

  private mutating func shareTruth(
    _ part: Quantity,
    of whole: Quantity,
    _ bounds: Bounds,
    _ key: TruthKey
  ) -> TruthColumn {
    let numerators = valueColumn(key.values(part))
    let denominators = valueColumn(key.values(whole))
    let share = ShareBounds(
      bounds,
      numeratorScale: numerators.scale,
      denominatorScale: denominators.scale
    )
    let ghost = share.truth(
      isCovered(part, upTo: key.month) ? .zero : .unknown,
      of: isCovered(whole, upTo: key.month) ? .zero : .unknown
    )
    var result = TruthColumn(repeating: .no, count: numerators.low.count, ghost: ghost)
    for entity in numerators.low.indices {
      result.values[entity] = share.truth(numerators[entity], of: denominators[entity]).rawValue
    }
    return result
  }

  private mutating func associatedTruth(_ months: Int, _ key: TruthKey) -> TruthColumn {
    var result = TruthColumn(repeating: .no, count: count(of: key.space), ghost: .no)
    guard case .pairs(let kind) = key.space, let under = key.under else { return result }
    let dates = associationDates(.under(under, kind: kind))
    let window = (key.month.index - months + 1)...key.month.index
    for pair in dates.month.indices where window.contains(dates.month[pair]) {
      result.values[pair] = Truth.yes.rawValue
    }
    return result
  }

  /// The condition of each pair in the month in which its association began.
  private mutating func atAssociationTruth(_ part: ConditionID, _ key: TruthKey) -> TruthColumn {
    var result = TruthColumn(repeating: .no, count: count(of: key.space), ghost: .no)
    guard case .pairs(let kind) = key.space, let under = key.under else { return result }
    let dates = associationDates(.under(under, kind: kind))
    var pairsOfMonth: [Int: [Int]] = [:]
    for pair in dates.month.indices where dates.month[pair] != AssociationDates.none {
      pairsOfMonth[dates.month[pair], default: []].append(pair)
    }
    for month in pairsOfMonth.keys.sorted() {
      let column = truthColumn(key.with(part, month: Month(index: month)))
      for pair in pairsOfMonth[month] ?? [] { result.values[pair] = column.values[pair] }
    }
    return result
  }
}

extension ColumnStore.TruthKey {
  func with(_ condition: ConditionID, space: Space? = nil, month: Month? = nil) -> Self {
    Self(condition: condition, space: space ?? self.space, month: month ?? self.month, under: under)
  }

  func values(_ quantity: Quantity) -> ColumnStore.ValuesKey {
    ColumnStore.ValuesKey(quantity: quantity, space: space, month: month, under: under)
  }
}
