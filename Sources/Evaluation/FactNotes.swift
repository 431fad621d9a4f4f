package import Facts
package import RuleSemantics

/// What is odd about the facts in the eyes of a plan, though legal: shares above one, and
/// associations that begin after the as-of month.
///
/// One note for each table and finding, with the number of rows in ``FactFinding/more``.
package func factNotes(
  _ facts: FactStore,
  _ plan: EvaluationPlan,
  _ catalogue: Catalogue
) -> [FactFinding] {
  sharesAboveOne(facts, plan, catalogue) + lateAssociations(facts, plan, catalogue)
}

/// Rows whose part is larger than the whole that a condition compares it with.
private func sharesAboveOne(
  _ facts: FactStore,
  _ plan: EvaluationPlan,
  _ catalogue: Catalogue
) -> [FactFinding] {
  var seen: Set<[Int]> = []
  var notes: [FactFinding] = []
  for case .share(let part, let whole, _) in plan.conditions {
    let parts = plan.measures[part.measure]
    let wholes = plan.measures[whole.measure]
    guard parts.selection == wholes.selection else { continue }
    guard let part = parts.parts.first, let whole = wholes.parts.first,
      parts.parts + wholes.parts == [part, whole], part.rate == nil, whole.rate == nil
    else { continue }
    let tables = plan.selections[parts.selection].tables
    for (place, table) in tables.enumerated() {
      let columns = [table, part.columns[place], whole.columns[place]]
      guard seen.insert(columns).inserted else { continue }
      let count = rowsAbove(facts.tables[table], part: columns[1], whole: columns[2])
      guard count > 0 else { continue }
      let schema = catalogue.tables[table]
      notes.append(
        FactFinding(
          code: .usersAboveSeats,
          level: .note,
          file: schema.id,
          column: schema.splitKind == nil ? schema.columns[columns[1]].headers.first : nil,
          message: "\(count) rows have more \(parts.title) than \(wholes.title)",
          help: "that is legal: the share is above 100 percent"
        )
      )
    }
  }
  return notes
}

private func rowsAbove(_ table: FactTable, part: Int, whole: Int) -> Int {
  guard let parts = table.numbers[part], let wholes = table.numbers[whole] else { return 0 }
  let scale = max(parts.scale, wholes.scale)
  let left = Decimal.powerOfTen(scale - parts.scale) ?? 1
  let right = Decimal.powerOfTen(scale - wholes.scale) ?? 1
  let unknown = Set(parts.emptyRows).union(wholes.emptyRows)
  return (0..<table.rowCount).count { row in
    let one = parts.mantissas[row].multipliedReportingOverflow(by: left)
    let other = wholes.mantissas[row].multipliedReportingOverflow(by: right)
    guard !one.overflow, !other.overflow else { return false }
    return one.partialValue > other.partialValue && !unknown.contains(Int32(row))
  }
}

/// A note for each table with associations that begin after the as-of month.
package func lateAssociations(
  _ facts: FactStore,
  _ plan: EvaluationPlan,
  _ catalogue: Catalogue
) -> [FactFinding] {
  zip(facts.tables, catalogue.tables).compactMap { table, schema in
    guard schema.givesAssociationDates else { return nil }
    let count = table.month.count { $0 > plan.asOf.index }
    guard count > 0 else { return nil }
    return FactFinding(
      code: .lateAssociation,
      level: .note,
      file: schema.id,
      message: "\(count) rows give associations that begin after \(plan.asOf)",
      help: "they count as having no date"
    )
  }
}
