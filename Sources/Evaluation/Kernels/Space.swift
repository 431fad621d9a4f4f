import RuleSemantics

/// What the entries of a column stand for.
enum Space: Hashable, Sendable {
  /// Tenants of customers: ``FactIndex/memberTenant``.
  case members
  /// Names of tenants: ``PairSpace``.
  case pairs(kind: Int)
  /// Names of customers, over all their tenants.
  case customerItems(kind: Int)

  init(_ entity: Entity) {
    switch entity {
    case .tenants: self = .members
    case .items(let kind): self = .customerItems(kind: kind)
    case .itemsPerTenant(let kind): self = .pairs(kind: kind)
    }
  }
}

/// Truth by entity of a space, and for whom no row tells of.
struct TruthColumn: Sendable {
  /// Raw values of ``Truth``: `all` is the minimum, `any` the maximum.
  var values: [UInt8]

  /// The truth for somebody without rows: not `no` where a month that decides is not covered.
  var ghost: Truth

  init(repeating truth: Truth, count: Int, ghost: Truth) {
    values = Array(repeating: truth.rawValue, count: count)
    self.ghost = ghost
  }

  subscript(entity: Int) -> Truth { Truth(rawValue: values[entity]) ?? .unknown }

  func and(_ other: TruthColumn) -> TruthColumn {
    var result = self
    for entity in values.indices where other.values[entity] < values[entity] {
      result.values[entity] = other.values[entity]
    }
    result.ghost = ghost.and(other.ghost)
    return result
  }

  func or(_ other: TruthColumn) -> TruthColumn {
    var result = self
    for entity in values.indices where other.values[entity] > values[entity] {
      result.values[entity] = other.values[entity]
    }
    result.ghost = ghost.or(other.ghost)
    return result
  }

  var negated: TruthColumn {
    var result = self
    for entity in values.indices { result.values[entity] = Truth.yes.rawValue - values[entity] }
    result.ghost = ghost.negated
    return result
  }

  /// Unknown becomes no.
  var withoutUnknown: TruthColumn {
    var result = self
    for entity in values.indices where values[entity] == Truth.unknown.rawValue {
      result.values[entity] = Truth.no.rawValue
    }
    if ghost == .unknown { result.ghost = .no }
    return result
  }
}
