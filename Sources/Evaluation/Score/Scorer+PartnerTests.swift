import Facts
import RuleSemantics

extension Scorer {
  /// What a test of the partner finds.
  mutating func observe(_ test: PartnerTest) -> PartnerObservation {
    let asOf = evaluated.plan.asOf
    switch test {
    case .count(let index, let monthsBack, let bounds):
      let group = evaluated.plan.groups[index]
      let (space, month) = (Space(group.entity), asOf - monthsBack)
      let members = store.truthColumn(
        .init(condition: group.condition, space: space, month: month, under: nil)
      )
      let size = store.size(members, of: space)
      return observation(size, scale: 0, bounds, group.unit, month)
    case .total(let quantity, let bounds):
      let column = store.valueColumn(
        .init(quantity: quantity, space: .members, month: asOf, under: nil)
      )
      let isCovered = store.isCovered(quantity, upTo: asOf)
      let sum = column.low.indices.reduce(into: isCovered ? .zero : .unknown) { $0 += column[$1] }
      let unit = evaluated.plan.measures[quantity.measure].unit
      return observation(sum, scale: column.scale, bounds, unit, asOf)
    case .share(let selection, let names, let bounds):
      let customers = customers(of: selection, with: names)
      let share = ShareBounds(bounds, numeratorScale: 0, denominatorScale: 0)
      return PartnerObservation(
        truth: share.truth(customers.part, of: customers.whole),
        value: customers.part.range(scale: 0),
        whole: customers.whole.range(scale: 0),
        unit: bounds.unit,
        month: asOf
      )
    }
  }

  private func observation(
    _ value: Interval,
    scale: Int,
    _ bounds: Bounds,
    _ unit: Unit,
    _ month: Month
  ) -> PartnerObservation {
    PartnerObservation(
      truth: ScaledBounds(bounds, scale: scale).truth(of: value),
      value: value.range(scale: scale),
      whole: nil,
      unit: unit,
      month: month
    )
  }

  /// How many customers have a row of the selection in the as-of month, and how many of them one
  /// whose name is in the set.
  ///
  /// A row with an empty cell may be of any name.
  private func customers(
    of selection: Int,
    with names: NameSet
  ) -> (part: Interval, whole: Interval) {
    let month = evaluated.plan.asOf
    guard store.isCovered(month, selection: selection) else {
      return (Interval(low: 0, high: nil), Interval(low: 0, high: nil))
    }
    var all: Set<Int32> = []
    var certain: Set<Int32> = []
    var possible: Set<Int32> = []
    let plan = evaluated.plan.selections[selection]
    for index in plan.tables {
      let table = evaluated.facts.tables[index]
      let rows = SelectedRows(table, evaluated.catalogue.tables[index], plan)
      let codes = rows.codes(of: names.kind)
      for row in table.customer.indices where rows.contains(row, in: month) {
        let customer = table.customer[row]
        all.insert(customer)
        let code = codes.isEmpty ? -1 : codes[row]
        if names.contains(code) { certain.insert(customer) }
        if code < 0 || names.contains(code) { possible.insert(customer) }
      }
    }
    return (
      Interval(low: Int128(certain.count), high: Int128(possible.count)),
      Interval(exactly: Int128(all.count))
    )
  }
}

/// The rows of one table that take part in a selection, with all names that they carry.
private struct SelectedRows {
  private let table: FactTable
  private let schema: TableSchema

  /// A row takes part when all filters of some clause hold: by clause the codes by row, empty
  /// where the table has no such column, with what they have to pass.
  private let clauses: [[(codes: [Int32], filter: NameFilter)]]

  init(_ table: FactTable, _ schema: TableSchema, _ selection: SelectionPlan) {
    self.table = table
    self.schema = schema
    clauses = selection.clauses.map { clause in
      clause.map { filter in
        (SelectedRows.codes(of: filter.set.kind, table, schema), filter)
      }
    }
  }

  func contains(_ row: Int, in month: Month) -> Bool {
    guard !table.month.isEmpty, Int(table.month[row]) == month.index else { return false }
    return clauses.contains { clause in
      clause.allSatisfy { $0.filter.passes($0.codes.isEmpty ? -1 : $0.codes[row]) }
    }
  }

  /// Codes by row of the first column with names of a kind; empty without such a column.
  func codes(of kind: Int) -> [Int32] { SelectedRows.codes(of: kind, table, schema) }

  private static func codes(of kind: Int, _ table: FactTable, _ schema: TableSchema) -> [Int32] {
    let column = schema.columns.firstIndex { $0.role == .name(kind: kind) }
    return column.map { table.names[$0] } ?? []
  }
}
