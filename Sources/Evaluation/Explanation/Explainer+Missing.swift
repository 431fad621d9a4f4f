import Facts
import RuleSemantics

extension Explainer {
  /// The months that no table of the selection covers, by table.
  func missingMonths(_ months: [Month], of selection: Int) -> [MissingFact] {
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

  /// Empty cells of one tenant and name in covered months.
  func emptyCells(
    of selection: Int,
    in months: [Month],
    _ subject: (tenant: String?, item: String?)
  ) -> [MissingFact] {
    let covered = Set(months).filter { store.isCovered($0, selection: selection) }.sorted()
    guard !covered.isEmpty else { return [] }
    return store.plan.selections[selection].tables.map { table in
      MissingFact(
        table: store.catalogue.tables[table].id,
        months: covered,
        tenant: subject.tenant,
        item: subject.item
      )
    }
  }

  /// What the unknown values among readings lack: months that are not covered, else cells.
  func unknownCells(_ readings: [Reading]) -> [MissingFact] {
    var missing: [MissingFact] = []
    for reading in readings where reading.isOpen {
      guard let selection = reading.selection else { continue }
      let months = window(reading.window, upTo: reading.month)
      missing += missingMonths(months, of: selection)
      missing += emptyCells(of: selection, in: months, (reading.tenant, reading.item))
    }
    return missing
  }

  /// The months that a group needs and that are not covered, when they leave it open.
  func missingFacts(_ group: GroupPlan, _ column: TruthColumn, in month: Month) -> [MissingFact] {
    var needed: Set<NeededMonth> = []
    collectMonths(group.condition, in: month, into: &needed)
    let bySelection = Dictionary(grouping: needed, by: \.selection)
    return bySelection.keys.sorted().flatMap { selection in
      missingMonths((bySelection[selection] ?? []).map(\.month), of: selection)
    }
  }

  /// Months of a selection that a condition reads.
  struct NeededMonth: Hashable {
    let selection: Int
    let month: Month
  }

  private func collectMonths(
    _ id: ConditionID,
    in month: Month,
    into needed: inout Set<NeededMonth>
  ) {
    switch store.plan[id] {
    case .all(let parts), .any(let parts):
      for part in parts { collectMonths(part, in: month, into: &needed) }
    case .not(let part), .some(_, let part):
      collectMonths(part, in: month, into: &needed)
    case .inGroup(let group):
      collectMonths(store.plan.groups[group].condition, in: month, into: &needed)
    case .comparison(let quantity, _):
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
    let selection = store.plan.measures[quantity.measure].selection
    for month in window(quantity.window, upTo: month) {
      needed.insert(NeededMonth(selection: selection, month: month))
    }
  }
}
