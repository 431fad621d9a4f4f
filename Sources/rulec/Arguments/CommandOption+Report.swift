/// What `rulec report` writes.
extension CommandOption {
  static let embeddedCustomers = CommandOption(
    "--customers",
    valueName: "N|all",
    "How many customers the page can show one by one: the first N by id",
    "(default \(ReportPageRequest.usualCustomers)). All of them are counted."
  )

  static let pageOutput = CommandOption(
    "--output",
    valueName: "FILE",
    "Writes the page to a file; it appears under its name only when it",
    "is complete. Without it, or with `-`: standard output, which must",
    "not be a terminal then."
  )
}
