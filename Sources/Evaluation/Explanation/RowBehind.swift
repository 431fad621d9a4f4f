package import Facts
package import RuleSemantics

/// A row of the downloads that a node looked at for a customer.
package struct RowBehind: Hashable, Sendable {
  /// An index in ``FactStore/tables``.
  package let table: Int

  /// The row of that table.
  package let row: Int

  package let standing: Standing

  /// The numbers that the node reads of the row, by column; empty where any row is enough.
  package let numbers: [Number]

  /// A number of the row.
  package struct Number: Hashable, Sendable {
    /// An index in ``TableSchema/columns``.
    package let column: Int
    package let unit: Unit
  }

  /// What the row is for the node.
  package enum Standing: Hashable, Sendable {
    /// It takes part.
    case counts
    /// It tells when an association began.
    case dates
    /// It tells only that its association lists the name, whose date is looked for therefore.
    case lists
    /// It tells only that the tenant has the name, in a month that is not read.
    case names
    /// The name that it is about does not count.
    case otherName
    /// The name counts, and under the row's association it does not.
    case otherAssociation
  }
}

extension EvaluatedFacts {
  /// The rows of a customer that a gate or leaf looked at, by table and row; empty for nodes that
  /// roll up.
  ///
  /// They are all that the node rests on: without any other row, its verdict and its sentence are
  /// the same, as long as the same months are covered.
  package func rowsBehind(area: Int, node: Int, customer: Int) -> [RowBehind] {
    guard let reads = reads[area][node] else { return [] }
    var finder = RowFinder(reads, customer: customer)
    finder.findDates()
    finder.findRows()
    let others = NameFinder(reads, customer: customer).rows(besides: finder.found)
    return (finder.found + others).sorted { ($0.table, $0.row) < ($1.table, $1.row) }
  }

  /// The tables that a gate or leaf looks at, with the first and the last month of each that it
  /// reads for every customer, by table.
  package func tablesBehind(
    area: Int,
    node: Int,
    customer: Int
  ) -> [(table: Int, months: ClosedRange<Month>)] {
    guard let reads = reads[area][node] else { return [] }
    var ranges: [Int: ClosedRange<Month>] = [:]
    for (selection, months) in RowReads(reads, customer: customer).months {
      guard let first = months.min(), let last = months.max() else { continue }
      for table in plan.selections[selection].tables {
        let known = ranges[table] ?? first...last
        ranges[table] = min(known.lowerBound, first)...max(known.upperBound, last)
      }
    }
    return ranges.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// Looks for the rows of one customer that a kernel read.
private struct RowFinder {
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
  mutating func findRows() {
    let selections = Set(rowReads.months.keys).union(rowReads.monthsOfPairs.keys)
      .union(rowReads.listingMonths.keys).sorted()
    var standings: [Int: [Int: RowBehind]] = [:]
    for selection in selections {
      for table in store.plan.selections[selection].tables {
        for row in rows(of: table, selection) {
          let known = standings[table]?[row.row]
          standings[table, default: [:]][row.row] = known.map { $0.joined(with: row) } ?? row
        }
      }
    }
    found += standings.values.flatMap(\.values)
  }

  private func rows(of tableIndex: Int, _ selection: Int) -> [RowBehind] {
    let table = store.facts.tables[tableIndex]
    let schema = store.catalogue.tables[tableIndex]
    let plan = store.plan.selections[selection]
    guard let item = schema.itemColumns(associationKind: store.plan.associationKind).first else {
      return []
    }
    let association = schema.associationColumn(associationKind: store.plan.associationKind)
    let filters = SelectionReads(selection, under: reads.under, store)
    let months = rowReads.months[selection] ?? []
    let asked = reads.needed.first { $0.selection == selection }?.months
    // Where no date is known, nobody asks whose it would be.
    let listing = found.isEmpty ? [] : rowReads.listingMonths[selection] ?? []
    let ofPairs = monthsByName(selection)
    let numbers = numbers(of: tableIndex, selection)
    let members = store.index.members(of: customer)
    return store.index.rowMember[tableIndex].enumerated().compactMap { row, member in
      guard members.contains(Int(member)) else { return nil }
      let month = Month(index: Int(table.month[row]))
      let name = table.names[item.index][row]
      let key = joinedKey(member, plan.itemKind == item.kind ? name : -1)
      let isRead = months.contains(month) || ofPairs[key]?.contains(month) ?? false
      let code = association.map { table.names[$0][row] } ?? -1
      let reason = filters.reason(item: name, association: code)
      // What is left out is looked for in all months between those that are read now.
      let isListing = reason == nil && listing.contains(month)
      guard isRead || isListing || reason != nil && asked?.contains(month) ?? false else {
        return nil
      }
      let taken: RowBehind.Standing = isRead ? .counts : .lists
      return RowBehind(
        table: tableIndex,
        row: row,
        standing: reason.map { $0 == .item ? .otherName : .otherAssociation } ?? taken,
        numbers: reason == nil && isRead ? numbers : []
      )
    }
  }

  /// Months that are read for single names of tenants, by tenant and name.
  private func monthsByName(_ selection: Int) -> [UInt64: Set<Month>] {
    let kind = store.plan.selections[selection].itemKind
    guard let pairs = store.index.pairs[kind], let own = rowReads.monthsOfPairs[selection] else {
      return [:]
    }
    return Dictionary(uniqueKeysWithValues: own.map { (pairs.keys[$0.key], $0.value) })
  }

  /// What measures of a selection read in a table.
  private func numbers(of table: Int, _ selection: Int) -> [RowBehind.Number] {
    guard let place = store.plan.selections[selection].tables.firstIndex(of: table) else {
      return []
    }
    let parts = (rowReads.measures[selection] ?? []).flatMap { store.plan.measures[$0].parts }
    return parts.map { RowBehind.Number(column: $0.columns[place], unit: $0.unit) }.inOrder()
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
