package import Facts
package import RuleSemantics

/// What the facts lack for the plan as a whole: tables without a file, and tables that do not
/// cover the as-of month.
package func coverageFindings(
  _ facts: FactStore,
  _ plan: EvaluationPlan,
  _ catalogue: Catalogue
) -> [FactFinding] {
  plan.neededTables.compactMap { table in
    let schema = catalogue.tables[table]
    guard let last = facts.tables[table].coveredMonths.last else {
      return FactFinding(
        code: .absentTable,
        level: .note,
        file: schema.id,
        message: "no file gives `\(schema.title)`; what needs it cannot be told",
        help: "add the download; `rulec facts` shows which file is taken for which table"
      )
    }
    guard !facts.tables[table].coveredMonths.contains(plan.asOf) else { return nil }
    return FactFinding(
      code: .uncoveredMonth,
      level: .warning,
      file: schema.id,
      message: "no row of `\(schema.title)` is of \(plan.asOf); the last month is \(last)",
      help: "add the download of that month, or choose another with `--as-of`"
    )
  }
}
