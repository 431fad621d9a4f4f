import Facts
import RuleSemantics

/// Looks up what conditions read under one association, each once for all kernels.
struct ObservedColumns {
  private struct ConditionKey: Hashable {
    let id: ConditionID
    let space: Space
    let month: Month
  }

  private struct QuantityKey: Hashable {
    let quantity: Quantity
    let space: Space
    let month: Month
  }

  let store: ColumnStore
  let under: NameSet?
  private var conditions: [ConditionKey: ObservedCondition] = [:]
  private var quantities: [QuantityKey: ObservedQuantity] = [:]

  init(_ store: ColumnStore, under: NameSet?) {
    self.store = store
    self.under = under
  }

  /// A quantity of the entities of a space in a month.
  mutating func quantity(
    _ quantity: Quantity,
    _ space: Space,
    in month: Month
  ) -> ObservedQuantity {
    let key = QuantityKey(quantity: quantity, space: space, month: month)
    if let known = quantities[key] { return known }
    let found = ObservedQuantity(quantity, space, month, under: under, store)
    quantities[key] = found
    return found
  }

  /// A condition on the entities of a space in a month.
  mutating func condition(
    _ id: ConditionID,
    _ space: Space,
    in month: Month
  ) -> ObservedCondition {
    let key = ConditionKey(id: id, space: space, month: month)
    if let known = conditions[key] { return known }
    let truths = store.truths[.init(condition: id, space: space, month: month, under: under)]
    let found = ObservedCondition(space, content(id, space, month), truths)
    conditions[key] = found
    return found
  }

  private mutating func content(
    _ id: ConditionID,
    _ space: Space,
    _ month: Month
  ) -> ObservedCondition.Content {
    switch store.plan[id] {
    case .all(let parts):
      return .all(parts.map { condition($0, space, in: month) })
    case .any(let parts):
      return .any(parts.map { condition($0, space, in: month) })
    case .not(let part):
      return .not(condition(part, space, in: month))
    case .some(let kind, let part):
      guard let pairs = store.index.pairs[kind] else { return .nothing }
      let own = condition(part, .pairs(kind: kind), in: month)
      return .some(starts: pairs.memberPairs, own)
    case .inGroup(let group):
      let plan = store.plan.groups[group]
      let own = condition(plan.condition, Space(plan.entity), in: month)
      return .group(own, owners: owners(of: space, in: Space(plan.entity)))
    case .comparison(let quantity, let bounds):
      return value(quantity, space, month, bounds)
    case .average(let quantity, let bounds):
      return value(quantity, space, month, bounds.times(quantity.window), average: bounds)
    case .share(let part, let whole, let bounds):
      return share(of: part, in: whole, space, month, bounds)
    case .shifted(let months, let part):
      return .shifted(condition(part, space, in: month + months))
    case .anyOfLast(let months, let part):
      return .anyOfLast((0..<months).map { condition(part, space, in: month - $0) })
    case .assumedNo(let part):
      var distance = 0
      if case .shifted(let months, _) = store.plan[part] { distance = months }
      let own = condition(part, space, in: month)
      return .assumedNo(own, group: title(of: part), month: month + distance)
    case .associated:
      return .associated(dates(space))
    case .atAssociation(let part):
      let dates = dates(space)
      let months = Set(dates?.month ?? []).subtracting([AssociationDates.none])
      let own = months.map { ($0, condition(part, space, in: Month(index: $0))) }
      return .atAssociation(dates, Dictionary(uniqueKeysWithValues: own))
    case .nameIn:
      return .nothing
    }
  }

  private mutating func value(
    _ quantity: Quantity,
    _ space: Space,
    _ month: Month,
    _ bounds: Bounds,
    average: Bounds? = nil
  ) -> ObservedCondition.Content {
    let measure = store.plan.measures[quantity.measure]
    let kind = ReadingKind(
      title: measure.title,
      window: quantity.window,
      unit: measure.unit,
      bounds: bounds,
      average: average
    )
    return .value(self.quantity(quantity, space, in: month), kind)
  }

  private mutating func share(
    of part: Quantity,
    in whole: Quantity,
    _ space: Space,
    _ month: Month,
    _ bounds: Bounds
  ) -> ObservedCondition.Content {
    let measure = store.plan.measures[part.measure]
    let base = store.plan.measures[whole.measure]
    let kind = ReadingKind(
      title: measure.title,
      window: part.window,
      unit: measure.unit,
      whole: ReadingKind.Whole(title: base.title, unit: base.unit),
      bounds: bounds
    )
    return .share(
      quantity(part, space, in: month),
      of: quantity(whole, space, in: month),
      kind
    )
  }

  /// The entity of a wider space that holds each entity, such as the tenant of a tenant's name; nil
  /// where the spaces are one.
  private func owners(of space: Space, in wider: Space) -> [Int32]? {
    guard case .pairs(let kind) = space, wider == .members else { return nil }
    return store.index.pairs[kind]?.member
  }

  private func dates(_ space: Space) -> AssociationDates? {
    guard case .pairs(let kind) = space, let under else { return nil }
    return store.dates[.under(under, kind: kind)]
  }

  /// The title of the group that a condition asks for, else nothing.
  private func title(of id: ConditionID) -> String {
    switch store.plan[id] {
    case .inGroup(let group): store.plan.groups[group].title
    case .shifted(_, let part), .not(let part): title(of: part)
    default: ""
    }
  }
}
