import Facts

/// Equal parts of plans, each kept once: an index stands for a part wherever it is used.
struct PlanArena {
  private(set) var selections = Interned<SelectionPlan>()
  private(set) var measures = Interned<MeasurePlan>()
  private(set) var groups = Interned<GroupPlan>()
  private(set) var conditions = Interned<Condition>()

  /// Properties of each condition.
  private var traits: [ConditionTraits] = []

  mutating func add(_ selection: SelectionPlan) -> Int { selections.index(of: selection) }
  mutating func add(_ measure: MeasurePlan) -> Int { measures.index(of: measure) }
  mutating func add(_ group: GroupPlan) -> Int { groups.index(of: group) }

  mutating func add(_ condition: Condition) -> ConditionID {
    let index = conditions.index(of: condition)
    // Children come before their parents, so that nothing has to be walked.
    if index == traits.count { traits.append(traits(of: condition)) }
    return ConditionID(index)
  }

  subscript(traits id: ConditionID) -> ConditionTraits { traits[id.index] }

  private func traits(of condition: Condition) -> ConditionTraits {
    switch condition {
    case .all(let parts):
      let parts = parts.map { self[traits: $0] }
      return ConditionTraits(
        canHoldForAbsent: parts.allSatisfy(\.canHoldForAbsent),
        canFailForAbsent: parts.contains(where: \.canFailForAbsent),
        depth: parts.map(\.depth).max() ?? 0
      ).nested()
    case .any(let parts):
      let parts = parts.map { self[traits: $0] }
      return ConditionTraits(
        canHoldForAbsent: parts.contains(where: \.canHoldForAbsent),
        canFailForAbsent: parts.allSatisfy(\.canFailForAbsent),
        depth: parts.map(\.depth).max() ?? 0
      ).nested()
    case .not(let part):
      let part = self[traits: part]
      return ConditionTraits(
        canHoldForAbsent: part.canFailForAbsent,
        canFailForAbsent: part.canHoldForAbsent,
        depth: part.depth
      ).nested()
    case .nameIn:
      return ConditionTraits(canHoldForAbsent: true, canFailForAbsent: true, depth: 1)
    case .inGroup(let group):
      return self[traits: groups.values[group].condition].nested()
    case .comparison(_, let bounds), .average(_, let bounds):
      let holds = bounds.includesZero
      return ConditionTraits(canHoldForAbsent: holds, canFailForAbsent: !holds, depth: 1)
    case .share, .associated:
      return ConditionTraits(canHoldForAbsent: false, canFailForAbsent: true, depth: 1)
    case .atAssociation(let part):
      let depth = self[traits: part].depth
      return ConditionTraits(canHoldForAbsent: false, canFailForAbsent: true, depth: depth).nested()
    case .some(_, let part), .shifted(_, let part), .anyOfLast(_, let part), .assumedNo(let part):
      return self[traits: part].nested()
    }
  }
}

/// What is known of a condition without any facts.
struct ConditionTraits {
  /// Whether it can hold for somebody of whom no row tells, when no month is missing: then it
  /// would count the absent.
  let canHoldForAbsent: Bool

  /// Whether its opposite can hold for them.
  let canFailForAbsent: Bool

  /// How many conditions stand in each other, those of groups included; 1 for one alone.
  let depth: Int

  /// The same one level further out.
  func nested() -> ConditionTraits {
    ConditionTraits(
      canHoldForAbsent: canHoldForAbsent,
      canFailForAbsent: canFailForAbsent,
      depth: depth + 1
    )
  }
}

/// Values in order of first appearance, each once.
struct Interned<Value: Hashable> {
  private(set) var values: [Value] = []
  private var indices: [Value: Int] = [:]

  mutating func index(of value: Value) -> Int {
    if let index = indices[value] { return index }
    indices[value] = values.count
    values.append(value)
    return values.count - 1
  }
}
