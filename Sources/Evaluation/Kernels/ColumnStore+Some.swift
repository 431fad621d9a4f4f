import Facts
import RuleSemantics

extension ColumnStore {
  /// The greatest truth of any name of the tenant, known or, in months without facts, not.
  mutating func someTruth(_ kind: Int, _ part: ConditionID, _ key: TruthKey) -> TruthColumn {
    let inner = truthColumn(key.with(part, space: .pairs(kind: kind)))
    var result = unseenNameTruth(part, kind, key)
    result.ghost = inner.ghost
    guard let space = index.pairs[kind] else { return result }
    for pair in inner.values.indices {
      let member = Int(space.member[pair])
      if inner.values[pair] > result.values[member] { result.values[member] = inner.values[pair] }
    }
    return result
  }

  /// By member: a condition for a name of the tenant that no row tells of.
  ///
  /// What the condition asks of the tenant itself is known, what it asks of the name is not, in
  /// months that are not covered.
  private mutating func unseenNameTruth(
    _ id: ConditionID,
    _ kind: Int,
    _ key: TruthKey
  ) -> TruthColumn {
    switch plan[id] {
    case .all(let parts):
      return unseen(parts, kind, key, from: .yes) { $0.and($1) }
    case .any(let parts):
      return unseen(parts, kind, key, from: .no) { $0.or($1) }
    case .not(let part):
      return unseenNameTruth(part, kind, key).negated
    case .assumedNo(let part):
      return unseenNameTruth(part, kind, key).withoutUnknown
    case .shifted(let months, let part):
      return unseenNameTruth(part, kind, key.with(part, month: key.month + months))
    case .anyOfLast(let months, let part):
      var result = unseenNameTruth(part, kind, key)
      for distance in 1..<max(1, months) {
        let earlier = key.with(part, month: key.month - distance)
        result = result.or(unseenNameTruth(part, kind, earlier))
      }
      return result
    case .inGroup(let group):
      let group = plan.groups[group]
      if group.entity == .tenants { return truthColumn(key.with(group.condition)) }
      return unseenNameTruth(group.condition, kind, key)
    case .comparison, .average, .share, .nameIn, .associated, .atAssociation, .some:
      let ghost = truthColumn(key.with(id, space: .pairs(kind: kind))).ghost
      return TruthColumn(repeating: ghost, count: count(of: key.space), ghost: ghost)
    }
  }

  private mutating func unseen(
    _ parts: [ConditionID],
    _ kind: Int,
    _ key: TruthKey,
    from start: Truth,
    _ operation: (TruthColumn, TruthColumn) -> TruthColumn
  ) -> TruthColumn {
    var result = TruthColumn(repeating: start, count: count(of: key.space), ghost: start)
    for part in parts { result = operation(result, unseenNameTruth(part, kind, key)) }
    return result
  }
}
