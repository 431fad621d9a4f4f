import Facts
import RuleSemantics

extension Explainer {
  /// The months that no table of the selection covers, by table.
  func missingMonths(_ months: [Month], of selection: Int) -> [MissingFact] {
    if months.isEmpty { return [] }
    let uncovered = Set(months).filter { !store.isCovered($0, selection: selection) }.sorted()
    guard !uncovered.isEmpty else { return [] }
    return store.plan.selections[selection].tables.map { table in
      MissingFact(
        table: store.catalogue.tables[table].id,
        months: uncovered,
        tenant: nil,
        item: nil
      )
    }
  }

  /// What the facts lack of a quantity of an entity: months that no table covers, and empty cells.
  func missingFacts(of observed: ObservedQuantity, _ entity: Int) -> [MissingFact] {
    let measure = store.plan.measures[observed.quantity.measure]
    let months = observed.month.last(observed.quantity.window)
    let kind = store.plan.selections[measure.selection].itemKind
    let pairs = store.index.pairs(of: entity, in: observed.space, kind: kind)
    return missingMonths(months, of: measure.selection)
      + pairs.flatMap { emptyCells(of: measure, kind, pair: $0, in: months) }
  }

  /// The months in which a table has an empty cell for a tenant's name, by table.
  private func emptyCells(
    of measure: MeasurePlan,
    _ kind: Int,
    pair: Int,
    in months: [Month]
  ) -> [MissingFact] {
    let selection = store.plan.selections[measure.selection]
    let subject = subject(of: pair, in: .pairs(kind: kind))
    let item = store.index.pairs[kind]?.item[pair] ?? -1
    return selection.tables.enumerated().compactMap { place, table in
      guard let cube = store.cubes[table] else { return nil }
      let columns = measure.parts.filter { $0.rate == nil || $0.rate?.number(of: item) != nil }
        .compactMap { cube.columns[$0.columns[place]] }
      let open = months.filter { month in
        cube.series(of: pair..<pair + 1).contains { series in
          guard isTaken(by: selection, item: item, association: cube.association[series]),
            let cell = cube.cell(of: series, in: month)
          else { return false }
          return columns.contains { $0.unknownCells.contains(cell) }
        }
      }
      guard !open.isEmpty else { return nil }
      return MissingFact(
        table: store.catalogue.tables[table].id,
        months: open,
        tenant: subject.tenant,
        item: subject.item
      )
    }
  }

  /// The months that a group needs and that are not covered, when they leave it open.
  func missingFacts(_ group: GroupPlan, _ column: TruthColumn, in month: Month) -> [MissingFact] {
    var needed: Set<NeededMonth> = []
    store.plan.collectMonths(group.condition, in: month, into: &needed)
    let bySelection = Dictionary(grouping: needed) { store.plan.measures[$0.measure].selection }
    return bySelection.keys.sorted().flatMap { selection in
      missingMonths((bySelection[selection] ?? []).map(\.month), of: selection)
    }
  }
}

/// A month of a measure that a condition reads.
struct NeededMonth: Hashable, Sendable {
  let measure: Int
  let month: Month
}

extension EvaluationPlan {
  /// The months of measures that a condition reads, but for those that are assumed.
  func collectMonths(
    _ id: ConditionID,
    in month: Month,
    into needed: inout Set<NeededMonth>
  ) {
    switch self[id] {
    case .all(let parts), .any(let parts):
      for part in parts { collectMonths(part, in: month, into: &needed) }
    case .not(let part), .some(_, let part):
      collectMonths(part, in: month, into: &needed)
    case .inGroup(let group):
      collectMonths(groups[group].condition, in: month, into: &needed)
    case .comparison(let quantity, _), .average(let quantity, _):
      add(quantity, month, to: &needed)
    case .share(let part, let whole, _):
      add(part, month, to: &needed)
      add(whole, month, to: &needed)
    case .shifted(let months, let part):
      collectMonths(part, in: month + months, into: &needed)
    case .anyOfLast(let months, let part):
      for distance in 0..<months { collectMonths(part, in: month - distance, into: &needed) }
    case .nameIn, .associated, .atAssociation, .assumedNo:
      break
    }
  }

  private func add(_ quantity: Quantity, _ month: Month, to needed: inout Set<NeededMonth>) {
    for month in month.last(quantity.window) {
      needed.insert(NeededMonth(measure: quantity.measure, month: month))
    }
  }
}
