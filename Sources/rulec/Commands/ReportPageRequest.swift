import Facts

/// `rulec report`, as asked for.
struct ReportPageRequest {
  let paths: [String]
  let facts: [String]
  let asOf: Month?

  /// Ids; empty for all.
  let customers: [String]

  /// Ids; empty for all.
  let areas: [String]

  /// How many customers are embedded at most; nil for all.
  let limit: Int?

  /// Nil for standard output.
  let output: String?
  let rejected: RejectionLimit
  let workers: Workers
  let colour: ColourChoice

  /// How many customers a page can show unless something else is asked for.
  ///
  /// Source: our choice; browsers open such a page in less than two seconds.
  static let usualCustomers = 10_000

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    facts = arguments.values(.facts)
    guard !facts.isEmpty else { throw .missingFacts(command: .report) }
    guard !(paths.contains("-") && facts.contains("-")) else { throw .standardInputTwice }
    asOf = try arguments.asOfMonth()
    customers = arguments.values(.customer)
    areas = arguments.values(.area)
    limit = try arguments.embeddedCustomers()
    let output = arguments.value(.pageOutput)
    self.output = output == "-" ? nil : output
    rejected = try arguments.rejectionLimit()
    workers = try arguments.workers()
    colour = arguments.choice(.colour) ?? .auto
    try refusePageOnTerminal(self.output)
  }
}

/// Refuses to write a page where somebody would have to read its bytes.
func refusePageOnTerminal(_ output: String?) throws(CommandError) {
  if output == nil, Terminal.isTerminal(.output) { throw .pageOnTerminal }
}

extension ParsedArguments {
  /// How many customers a page embeds at most; nil for all.
  fileprivate func embeddedCustomers() throws(CommandError) -> Int? {
    guard let text = value(.embeddedCustomers) else { return ReportPageRequest.usualCustomers }
    if text == "all" { return nil }
    guard let count = Int(text), count >= 0, text.first != "+" else {
      throw .invalidValue(
        text,
        option: CommandOption.embeddedCustomers.name,
        expected: "a number of customers or `all`",
        nearest: nil
      )
    }
    return count
  }
}
