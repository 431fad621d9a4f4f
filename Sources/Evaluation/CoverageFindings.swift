package import Facts
package import RuleSemantics

/// What the facts lack for the plan as a whole: tables without a file, and tables that do not
/// cover the as-of month.
package func coverageFindings(
  _ facts: FactStore,
  _ plan: EvaluationPlan,
  _ catalogue: Catalogue
) -> [FactFinding] {
  plan.neededTables.compactMap { coverage(of: facts.tables[$0], catalogue.tables[$0], plan.asOf) }
    + absentDates(facts, plan, catalogue)
}

/// A note for each table about people without a row, where the partner earns points by them.
package func peopleFindings(
  _ facts: FactStore,
  _ plan: EvaluationPlan,
  _ catalogue: Catalogue
) -> [FactFinding] {
  let asksForPeople = plan.designations.flatMap(\.scores).contains { score in
    if case .steps = score.source { true } else { false }
  }
  guard asksForPeople else { return [] }
  return zip(facts.tables, catalogue.tables).compactMap { table, schema in
    schema.isAboutPeople && !table.hasRows ? absence(of: table, schema) : nil
  }
}

/// A note on a table of which no row is there.
private func absence(of table: FactTable, _ schema: TableSchema) -> FactFinding {
  FactFinding(
    code: .absentTable,
    level: .note,
    file: schema.id,
    message: table.isPresent
      ? "the files of `\(schema.title)` have no rows; what needs them cannot be told"
      : "no file gives `\(schema.title)`; what needs it cannot be told",
    help: "add the download; `rulec facts` shows which file is taken for which table"
  )
}

private func coverage(of table: FactTable, _ schema: TableSchema, _ asOf: Month) -> FactFinding? {
  guard let first = table.coveredMonths.first, let last = table.coveredMonths.last else {
    return absence(of: table, schema)
  }
  guard !table.coveredMonths.contains(asOf) else { return nil }
  let end = asOf < first ? "the first month is \(first)" : "the last month is \(last)"
  return FactFinding(
    code: .uncoveredMonth,
    level: .warning,
    file: schema.id,
    message: "no row of `\(schema.title)` is of \(asOf); \(end)",
    help: "add the download of that month, or choose another with `--as-of`"
  )
}

/// A note when associations matter and no file says when they began.
private func absentDates(
  _ facts: FactStore,
  _ plan: EvaluationPlan,
  _ catalogue: Catalogue
) -> [FactFinding] {
  let sources = catalogue.tables.indices.filter { catalogue.tables[$0].givesAssociationDates }
  guard plan.asksForAssociationDates, !sources.isEmpty,
    !sources.contains(where: { facts.tables[$0].isPresent })
  else { return [] }
  let titles = sources.map { "`\(catalogue.tables[$0].title)`" }.joined(separator: " or ")
  return [
    FactFinding(
      code: .absentTable,
      level: .note,
      file: catalogue.tables[sources[0]].id,
      message: "no file gives \(titles); every association is taken as older than a year",
      help: "add it, or what was so before an association began counts for the partner"
    )
  ]
}

extension EvaluationPlan {
  /// Whether some node depends on when an association began.
  fileprivate var asksForAssociationDates: Bool {
    let isAsked = conditions.contains { condition in
      switch condition {
      case .associated, .atAssociation: true
      default: false
      }
    }
    return isAsked
      || areas.flatMap(\.nodes).contains { node in
        if case .change(_, _, sinceAssociation: true, _) = node.test { true } else { false }
      }
  }
}
