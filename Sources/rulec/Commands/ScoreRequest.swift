import Facts

/// `rulec score`, as asked for.
struct ScoreRequest {
  let paths: [String]
  let facts: [String]
  let asOf: Month?

  /// Ids of designations, areas or trees; empty for all.
  let areas: [String]

  /// The metric whose customers are listed; nil for the score itself.
  let metric: String?
  let format: ScoreFormat

  /// Nil for standard output.
  let output: String?
  let limit: RejectionLimit
  let workers: Workers
  let colour: ColourChoice

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    facts = arguments.values(.facts)
    guard !facts.isEmpty else { throw .missingFacts(command: .score) }
    guard !(paths.contains("-") && facts.contains("-")) else { throw .standardInputTwice }
    asOf = try arguments.asOfMonth()
    areas = arguments.values(.scoreArea)
    metric = arguments.value(.metric)
    let listsCustomers = arguments.has(.customers)
    if listsCustomers, metric == nil {
      throw .neededOption("--metric", by: "--customers", command: .score)
    }
    if metric != nil, !listsCustomers {
      throw .neededOption("--customers", by: "--metric", command: .score)
    }
    let output = arguments.value(.output)
    self.output = output == "-" ? nil : output
    format =
      arguments.choice(.scoreFormat) ?? self.output.map(ScoreRequest.format) ?? .text
    if listsCustomers, format == .json { throw .customersAsJSON }
    limit = try arguments.rejectionLimit()
    workers = try arguments.workers()
    colour = arguments.choice(.colour) ?? .auto
  }

  /// The format that the ending of a file's name stands for.
  private static func format(ofFile path: String) -> ScoreFormat {
    switch FilePath.ending(of: path) {
    case "txt": .text
    case "json": .json
    default: .csv
    }
  }
}

/// How scores are written.
enum ScoreFormat: String, CaseIterable {
  case text, json, csv
}
