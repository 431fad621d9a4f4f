import Facts

/// Equal parts of plans, each kept once: an index stands for a part wherever it is used.
struct PlanArena {
  private(set) var selections = Interned<SelectionPlan>()
  private(set) var measures = Interned<MeasurePlan>()
  private(set) var groups = Interned<GroupPlan>()
  private(set) var conditions = Interned<Condition>()

  mutating func add(_ selection: SelectionPlan) -> Int { selections.index(of: selection) }
  mutating func add(_ measure: MeasurePlan) -> Int { measures.index(of: measure) }
  mutating func add(_ group: GroupPlan) -> Int { groups.index(of: group) }

  mutating func add(_ condition: Condition) -> ConditionID {
    ConditionID(conditions.index(of: condition))
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

extension PlanArena {
  /// Whether the condition could hold for somebody of whom no row tells, when no month is missing:
  /// then it would count the absent.
  func truthForAbsent(_ id: ConditionID) -> Truth {
    switch conditions.values[id.index] {
    case .all(let parts): parts.map(truthForAbsent).min() ?? .yes
    case .any(let parts): parts.map(truthForAbsent).max() ?? .no
    case .not(let part): truthForAbsent(part).negated
    case .some(_, let part): truthForAbsent(part)
    case .nameIn: .unknown
    case .inGroup(let group): truthForAbsent(groups.values[group].condition)
    case .comparison(_, let bounds): Truth(bounds.includesZero)
    case .share, .associated, .atAssociation: .no
    case .shifted(_, let part), .anyOfLast(_, let part): truthForAbsent(part)
    case .assumedNo(let part): truthForAbsent(part) == .yes ? .yes : .no
    }
  }
}
