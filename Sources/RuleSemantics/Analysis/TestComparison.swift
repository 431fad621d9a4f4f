import Facts
import RuleSyntax

/// A test reduced to what can be compared with another one: the same number, and other bounds.
///
/// Free of the numbering of any one lowering, so that tests of two months or tracks compare.
struct ComparedTest {
  /// What is measured: only equal subjects compare.
  let subject: Subject

  /// What it must be; nil where the test has no bounds but names.
  let bounds: Bounds?

  /// The names of which one must be there; nil for any.
  let names: NameFilter?

  /// Where the test stands, and what to show of it: its bounds, or the whole.
  let place: SourceSpan
  let bandPlace: SourceSpan

  enum Subject: Hashable {
    case presence(SelectionPlan, kind: Int, window: Int)
    case largest(ComparedMeasure)
    case total(ComparedMeasure, window: Int)
    /// Of names, or of tenants, of a group: what the group asks is compared for itself.
    case size(group: String, isNet: Bool)
    /// What a group asks of one name of a tenant, or of the tenant: the one comparison it comes to.
    case member(ComparedMeasure, window: Int, isOfName: Bool)
  }
}

/// A measure with its selection written out.
struct ComparedMeasure: Hashable {
  let id: String
  let tables: [Int]
  let parts: [MeasurePart]

  /// Only the filters on names besides the association: tracks have different associations.
  let clauses: [[NameFilter]]

  init(_ measure: MeasurePlan, _ selection: SelectionPlan) {
    id = measure.id
    tables = selection.tables
    parts = measure.parts
    clauses = selection.clauses.map { clause in
      clause.filter { $0.set.kind == selection.itemKind }
    }
  }
}

extension ComparedTest {
  /// Nil for tests that are not compared.
  init?(_ test: TestPlan, _ syntax: RequirementSyntax, _ arena: PlanArena) {
    let measure = { (index: Int) in
      let plan = arena.measures.values[index]
      return ComparedMeasure(plan, arena.selections.values[plan.selection])
    }
    let group = { (index: Int) in arena.groups.values[index].id }
    switch test {
    case .presence(let presence):
      let selection = arena.selections.values[presence.selection]
      subject = .presence(selection, kind: presence.kind, window: presence.window)
      (bounds, names) = (nil, presence.names)
    case .largest(let index, let own):
      (subject, bounds, names) = (.largest(measure(index)), own, nil)
    case .total(let quantity, group: nil, let own, countsChange: false):
      subject = .total(measure(quantity.measure), window: quantity.window)
      (bounds, names) = (own, nil)
    case .count(let index, let own):
      (subject, bounds, names) = (.size(group: group(index), isNet: false), own, nil)
    case .net(let index, less: nil, let own):
      (subject, bounds, names) = (.size(group: group(index), isNet: true), own, nil)
    default: return nil
    }
    place = syntax.span
    bandPlace = syntax.test.relation?.span ?? syntax.span
  }

  /// The comparison that a group comes down to; nil for other groups.
  init?(group: GroupPlan, _ syntax: LoweredCondition, _ arena: PlanArena) {
    var isOfName = group.entity != .tenants
    guard let comparison = arena.comparison(in: group.condition, &isOfName),
      case .comparison(let quantity, let own) = comparison
    else { return nil }
    let plan = arena.measures.values[quantity.measure]
    let measure = ComparedMeasure(plan, arena.selections.values[plan.selection])
    subject = .member(measure, window: quantity.window, isOfName: isOfName)
    (bounds, names) = (own, nil)
    place = syntax.syntax.span
    bandPlace = syntax.syntax.firstRelation?.span ?? place
  }

  /// Whether whatever meets the other meets this one too.
  func isImplied(by other: ComparedTest) -> Bool {
    guard subject == other.subject else { return false }
    if let bounds, let otherBounds = other.bounds { return bounds.include(otherBounds) }
    guard let names else { return true }
    guard let otherNames = other.names else { return false }
    if names == otherNames { return true }
    guard !names.isNegated, !otherNames.isNegated else { return false }
    return otherNames.set.members.allSatisfy { names.set.members.contains($0) }
  }
}

extension PlanArena {
  /// The comparison that a condition comes down to: that of the first of several alternatives, and
  /// the only one of several parts.
  fileprivate func comparison(in id: ConditionID, _ isOfName: inout Bool) -> Condition? {
    let condition = conditions.values[id.index]
    switch condition {
    case .comparison: return condition
    case .some(_, let part):
      isOfName = true
      return comparison(in: part, &isOfName)
    case .inGroup(let group): return comparison(in: groups.values[group].condition, &isOfName)
    case .any(let parts): return parts.first.flatMap { comparison(in: $0, &isOfName) }
    case .all(let parts):
      let comparisons = parts.map { conditions.values[$0.index] }.filter {
        if case .comparison = $0 { true } else { false }
      }
      return comparisons.count == 1 ? comparisons[0] : nil
    default: return nil
    }
  }
}

extension ConditionSyntax {
  /// The bounds of the comparison that stands first.
  fileprivate var firstRelation: RelationSyntax? {
    switch self {
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.firstRelation).first
    case .some(_, _, let body): body?.firstRelation
    case .comparison(_, _, let relation), .average(_, let relation): relation
    case .not(let part, _), .timed(let part, _): part.firstRelation
    case .associated, .membership: nil
    }
  }
}

extension Bounds {
  /// Whether every number within the other bounds is within these.
  func include(_ other: Bounds) -> Bool {
    if let lower {
      guard let end = other.lower else { return false }
      let order = end.number.compared(with: lower.number)
      if order < 0 || order == 0 && end.isIncluded && !lower.isIncluded { return false }
    }
    if let upper {
      guard let end = other.upper else { return false }
      let order = end.number.compared(with: upper.number)
      if order > 0 || order == 0 && end.isIncluded && !upper.isIncluded { return false }
    }
    return true
  }
}
