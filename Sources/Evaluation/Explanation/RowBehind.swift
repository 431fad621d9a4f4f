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
