import Facts
import RuleSemantics

/// Columns that were computed for a plan, each once, by what they stand for.
///
/// Verdicts and explanations read the same columns: an explanation is what was observed.
struct ColumnStore: Sendable {
  let plan: EvaluationPlan
  let catalogue: Catalogue
  let facts: FactStore
  let index: FactIndex

  /// By table; nil for tables that the plan does not read.
  let cubes: [TableCube?]

  private(set) var dates: [DatesKey: AssociationDates] = [:]
  private var eligible: [EligibleKey: [Bool]] = [:]
  private(set) var parts: [PartKey: ValueColumn] = [:]
  private(set) var values: [ValuesKey: ValueColumn] = [:]
  private(set) var truths: [TruthKey: TruthColumn] = [:]

  /// Which associations' dates.
  enum DatesKey: Hashable, Sendable {
    /// One association, of names of a kind.
    case under(NameSet, kind: Int)
    /// Of those that a selection names, the ones under which rows of it list a name.
    case listed(selection: Int)
  }

  /// The series of a table that take part in a selection.
  struct EligibleKey: Hashable, Sendable {
    let table: Int
    let selection: Int
    let under: NameSet?
  }

  /// One part of a measure by pair, before its rate.
  struct PartKey: Hashable, Sendable {
    let measure: Int
    let part: Int
    let month: Month
    let under: NameSet?
  }

  struct ValuesKey: Hashable, Sendable {
    let quantity: Quantity
    let space: Space
    let month: Month
    let under: NameSet?
  }

  struct TruthKey: Hashable, Sendable {
    let condition: ConditionID
    let space: Space
    let month: Month
    let under: NameSet?
  }

  init(plan: EvaluationPlan, catalogue: Catalogue, facts: FactStore) {
    self.plan = plan
    self.catalogue = catalogue
    self.facts = facts
    index = FactIndex(facts, catalogue, associationKind: plan.associationKind)
    var needed: [Int: Set<Int>] = [:]
    for table in plan.neededTables { needed[table] = [] }
    for measure in plan.measures {
      let tables = plan.selections[measure.selection].tables
      for part in measure.parts {
        for (table, column) in zip(tables, part.columns) { needed[table]?.insert(column) }
      }
    }
    var cubes: [TableCube?] = []
    for (table, schema) in catalogue.tables.enumerated() {
      guard let columns = needed[table],
        let item = schema.itemColumns(associationKind: plan.associationKind).first
      else {
        cubes.append(nil)
        continue
      }
      cubes.append(
        ColumnStore.cube(table, item: item, columns.sorted(), index: index, plan, catalogue, facts)
      )
    }
    self.cubes = cubes
  }

  private static func cube(
    _ table: Int,
    item: (kind: Int, index: Int),
    _ columns: [Int],
    index: FactIndex,
    _ plan: EvaluationPlan,
    _ catalogue: Catalogue,
    _ facts: FactStore
  ) -> TableCube {
    let source = facts.tables[table]
    let rowPair =
      index.pairs[item.kind].map {
        positions(high: index.rowMember[table], low: source.names[item.index], in: $0.keys)
      } ?? []
    let association = catalogue.tables[table].associationColumn(
      associationKind: plan.associationKind
    )
    return TableCube(
      source,
      rowPair: rowPair,
      rowAssociation: association.map { source.names[$0] } ?? [],
      needed: columns
    )
  }

  func count(of space: Space) -> Int {
    switch space {
    case .members: index.memberTenant.count
    case .pairs(let kind): index.pairs[kind]?.member.count ?? 0
    case .customerItems(let kind): index.pairs[kind]?.itemOfCustomerItem.count ?? 0
    }
  }

  /// Whether some table of the selection covers the month.
  func isCovered(_ month: Month, selection: Int) -> Bool {
    plan.selections[selection].tables.contains { cubes[$0]?.covered.contains(month) ?? false }
  }

  /// Whether all months that a quantity sums up to `month` are covered.
  func isCovered(_ quantity: Quantity, upTo month: Month) -> Bool {
    let selection = plan.measures[quantity.measure].selection
    return (0..<quantity.window).allSatisfy { isCovered(month - $0, selection: selection) }
  }

  /// The dates that a change since the association goes by.
  func datesKey(under: NameSet?, selection: Int) -> DatesKey {
    under.map { .under($0, kind: plan.selections[selection].itemKind) }
      ?? .listed(selection: selection)
  }

  mutating func associationDates(_ key: DatesKey) -> AssociationDates {
    if let known = dates[key] { return known }
    let result = AssociationDates(key, &self)
    dates[key] = result
    return result
  }

  /// Which series of a table take part: names and association pass all filters of some clause.
  mutating func eligibleSeries(_ key: EligibleKey) -> [Bool] {
    if let known = eligible[key] { return known }
    let result = computeEligible(key)
    eligible[key] = result
    return result
  }

  /// A part of a measure that has a rate is remembered, so that it can be told beside the value.
  mutating func partColumn(_ key: PartKey) -> ValueColumn {
    if let known = parts[key] { return known }
    let result = partValues(key)
    if plan.measures[key.measure].parts[key.part].rate != nil { parts[key] = result }
    return result
  }

  mutating func valueColumn(_ key: ValuesKey) -> ValueColumn {
    if let known = values[key] { return known }
    let result = computeValues(key)
    values[key] = result
    return result
  }

  mutating func truthColumn(_ key: TruthKey) -> TruthColumn {
    if let known = truths[key] { return known }
    let result = computeTruth(key)
    truths[key] = result
    return result
  }
}
