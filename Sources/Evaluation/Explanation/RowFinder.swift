import Facts
import RuleSemantics

/// Looks for the rows of one customer that a kernel read.
struct RowFinder {
  private let reads: KernelReads
  private let rowReads: RowReads
  private let customer: Int

  private(set) var found: [RowBehind] = []

  private var store: ColumnStore { reads.store }

  init(_ reads: KernelReads, customer: Int) {
    self.reads = reads
    self.customer = customer
    rowReads = RowReads(reads, customer: customer)
  }

  /// Finds the rows of the selections, by table: a row that takes part in one selection and is left
  /// out of another takes part.
  ///
  /// Dates come before: where none is known, nobody asks whose it would be.
  mutating func findRows() {
    let selections = Set(rowReads.months.keys).union(rowReads.monthsOfPairs.keys)
      .union(rowReads.listingMonths.keys).sorted()
    var rows: [Int: [Int: RowBehind]] = [:]
    for selection in selections {
      let finder = SelectionRows(reads, rowReads, selection, usesDates: !found.isEmpty)
      for table in store.plan.selections[selection].tables {
        for row in finder.rows(of: table, customer: customer) {
          let known = rows[table]?[row.row]
          rows[table, default: [:]][row.row] = known.map { $0.joined(with: row) } ?? row
        }
      }
    }
    found += rows.values.flatMap(\.values)
  }

  /// Finds the dates of the associations of the customer's tenants.
  mutating func findDates() {
    guard !rowReads.dated.isEmpty else { return }
    let members = store.index.members(of: customer)
    let tenants = Set(members.map { store.index.memberTenant[$0] })
    let associationKind = store.plan.associationKind
    for (index, schema) in store.catalogue.tables.enumerated()
    where schema.givesAssociationDates && store.facts.tables[index].rowCount > 0 {
      let table = store.facts.tables[index]
      guard let column = schema.associationColumn(associationKind: associationKind) else {
        continue
      }
      for row in 0..<table.rowCount
      where tenants.contains(table.tenant[row])
        && rowReads.dated.contains(where: { $0.codes.contains(table.names[column][row]) })
      {
        found.append(RowBehind(table: index, row: row, standing: .dates, numbers: []))
      }
    }
  }
}

/// What a kernel read of the rows of one selection.
private struct SelectionRows {
  private let reads: KernelReads
  private let selection: Int
  private let filters: SelectionReads
  private let measures: Set<Int>

  /// Months that are read for all names.
  private let months: Set<Month>

  /// Months that are read for single names of tenants, by tenant and name.
  private let monthsByName: [UInt64: Set<Month>]

  /// Months whose rows only tell which associations list a name.
  private let listing: Set<Month>

  /// The months in which what is left out is looked for: all between those that are read now.
  private let asked: ClosedRange<Month>?

  private var store: ColumnStore { reads.store }

  init(_ reads: KernelReads, _ rowReads: RowReads, _ selection: Int, usesDates: Bool) {
    self.reads = reads
    self.selection = selection
    filters = SelectionReads(selection, under: reads.under, reads.store)
    measures = rowReads.measures[selection] ?? []
    months = rowReads.months[selection] ?? []
    listing = usesDates ? rowReads.listingMonths[selection] ?? [] : []
    asked = reads.needed.first { $0.selection == selection }?.months
    let kind = reads.store.plan.selections[selection].itemKind
    let keys = reads.store.index.pairs[kind]?.keys ?? []
    let ofPairs = rowReads.monthsOfPairs[selection] ?? [:]
    monthsByName = Dictionary(uniqueKeysWithValues: ofPairs.map { (keys[$0.key], $0.value) })
  }

  /// The rows of a customer in a table that were looked at.
  func rows(of table: Int, customer: Int) -> [RowBehind] {
    let (facts, schema) = (store.facts.tables[table], store.catalogue.tables[table])
    let associationKind = store.plan.associationKind
    guard let item = schema.itemColumns(associationKind: associationKind).first else { return [] }
    let association = schema.associationColumn(associationKind: associationKind)
    let numbers = numbers(of: table)
    let members = store.index.members(of: customer)
    return store.index.rowMember[table].enumerated().compactMap { row, member in
      guard members.contains(Int(member)) else { return nil }
      let name = facts.names[item.index][row]
      let standing = standing(
        Month(index: Int(facts.month[row])),
        joinedKey(member, name),
        reason(name, association.map { facts.names[$0][row] } ?? -1)
      )
      guard let standing else { return nil }
      let own = standing == .counts ? numbers : []
      return RowBehind(table: table, row: row, standing: standing, numbers: own)
    }
  }

  /// What a row of a month is, given its tenant and name, and why it is left out; nil for one that
  /// nobody looked at.
  private func standing(
    _ month: Month,
    _ key: UInt64,
    _ reason: SelectionReads.Reason?
  ) -> RowBehind.Standing? {
    let isRead = months.contains(month) || monthsByName[key]?.contains(month) ?? false
    if let reason {
      guard isRead || asked?.contains(month) ?? false else { return nil }
      return reason == .item ? .otherName : .otherAssociation
    }
    return isRead ? .counts : listing.contains(month) ? .lists : nil
  }

  /// Why a row is left out: by the selection, or by a test that asks for some names of it.
  private func reason(_ item: Int32, _ association: Int32) -> SelectionReads.Reason? {
    if let reason = filters.reason(item: item, association: association) { return reason }
    guard case .presence(let kernel) = reads.kernel, let names = kernel.plan.names else {
      return nil
    }
    let isAssociation = kernel.plan.kind == store.plan.associationKind
    if names.passes(isAssociation ? association : item) { return nil }
    return isAssociation ? .association : .item
  }

  /// What the measures read in a table.
  private func numbers(of table: Int) -> [RowBehind.Number] {
    let tables = store.plan.selections[selection].tables
    guard let place = tables.firstIndex(of: table) else { return [] }
    return measures.flatMap { store.plan.measures[$0].parts }
      .map { RowBehind.Number(column: $0.columns[place], unit: $0.unit) }.inOrder()
  }
}

extension RowBehind {
  /// What the row is for two selections together.
  fileprivate func joined(with other: RowBehind) -> RowBehind {
    RowBehind(
      table: table,
      row: row,
      standing: standing == .counts || other.standing != .counts ? standing : other.standing,
      numbers: (numbers + other.numbers).inOrder()
    )
  }
}

extension [RowBehind.Number] {
  /// By column, each once.
  fileprivate func inOrder() -> [RowBehind.Number] {
    unique().sorted { $0.column < $1.column }
  }
}
