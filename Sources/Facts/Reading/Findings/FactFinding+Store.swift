/// The sentences about what the rows of several files or lines say together.
extension FactFinding {
  static func tenantOfTwoCustomers(
    _ tenant: String,
    owners: [String],
    file: String,
    line: Int,
    column: String?
  ) -> FactFinding {
    let shown = owners.prefix(3).map { shownText($0) }
    return FactFinding(
      code: .tenantOfTwoCustomers,
      level: .warning,
      file: file,
      line: line,
      column: column,
      text: shownText(tenant),
      message: "the tenant stands under the customers \(quotedList(shown, lastWord: "and"))"
        + (owners.count > shown.count ? " and \(owners.count - shown.count) more" : ""),
      help: "each row counts for the customer it names; correct the customer if it is one"
    )
  }

  static func twoCustomerNames(
    _ customer: String,
    shown: String,
    other: String,
    plan: FilePlan,
    line: Int
  ) -> FactFinding {
    FactFinding(
      code: .twoCustomerNames,
      level: .note,
      file: plan.file,
      line: line,
      column: plan.customerName.map(plan.headerName),
      text: shownText(other),
      message: "the customer `\(shownText(customer))` is also named `\(shownText(shown))`;"
        + " that name is shown",
      help: nil
    )
  }

  static func missingMonth(_ month: Month, table: TableSchema, file: String) -> FactFinding {
    FactFinding(
      code: .missingMonth,
      level: .warning,
      file: file,
      message: "no row of `\(table.id)` is of \(month), between months that have rows",
      help: "download the month; criteria that need it have no data"
    )
  }

  static func thinMonth(
    _ month: Month,
    rowCount: Int,
    table: TableSchema,
    file: String
  ) -> FactFinding {
    FactFinding(
      code: .thinMonth,
      level: .warning,
      file: file,
      message: "\(month) has only \(rowCount) \(rowCount == 1 ? "row" : "rows") of `\(table.id)`,"
        + " under a fifth of the months beside it",
      help: "check that the download of the month is complete"
    )
  }

  static func numberOverflow(
    file: String,
    line: Int,
    column: String,
    scale: Int
  ) -> FactFinding {
    FactFinding(
      code: .numberOverflow,
      level: .warning,
      file: file,
      line: line,
      column: column,
      message: "the number is too large beside others of \(scale) fraction digits; taken as empty",
      help: "round the numbers of the column to fewer fraction digits"
    )
  }
}
