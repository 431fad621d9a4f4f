import Facts
import Reports

/// `rulec eval`, as asked for.
struct EvalRequest {
  let paths: [String]
  let facts: [String]
  let asOf: Month?

  /// Ids; empty for all.
  let customers: [String]

  /// Ids; empty for all.
  let areas: [String]

  /// Nil for all.
  let statuses: Set<ReportRequest.Status>?

  /// What `--format` says, else the ending of the output file; nil without both.
  let format: ReportFormat?

  /// Whether the CSV tells reasons.
  let tellsReasons: Bool

  /// Nil for standard output.
  let output: String?
  let limit: RejectionLimit
  let workers: Workers
  let colour: ColourChoice

  /// Customers that are shown as trees when nothing else is asked for.
  private static let mostTrees = 3

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    facts = arguments.values(.facts)
    guard !facts.isEmpty else { throw .missingFacts(command: .eval) }
    guard !(paths.contains("-") && facts.contains("-")) else { throw .standardInputTwice }
    asOf = try arguments.asOfMonth()
    customers = arguments.values(.customer)
    areas = arguments.values(.area)
    let statuses = Set(arguments.values(.status).compactMap(ReportRequest.Status.init(rawValue:)))
    self.statuses = statuses.isEmpty ? nil : statuses
    let output = arguments.value(.output)
    self.output = output == "-" ? nil : output
    format = arguments.choice(.evalFormat) ?? self.output.map(EvalRequest.format)
    if format == .summary, self.statuses != nil { throw .statusOfSummary }
    tellsReasons = !arguments.has(.noReasons)
    if !tellsReasons, format != .csv { throw .reasonsOfOtherFormat }
    if format == .html {
      if arguments.command == .bench { throw .timedPage }
      try refusePageOnTerminal(self.output)
    }
    limit = try arguments.rejectionLimit()
    workers = try arguments.workers()
    colour = arguments.choice(.colour) ?? .auto
  }

  /// The format to write, for facts with so many customers.
  func format(customerCount: Int) -> ReportFormat {
    if let format { return format }
    let isShort = !customers.isEmpty || customerCount <= EvalRequest.mostTrees
    return isShort || statuses != nil ? .text : .summary
  }

  /// The format that the ending of a file's name stands for.
  private static func format(ofFile path: String) -> ReportFormat {
    switch FilePath.ending(of: path) {
    case "txt": .text
    case "json": .json
    case "ndjson", "jsonl": .ndjson
    case "html", "htm": .html
    default: .csv
    }
  }
}

/// How results are written.
enum ReportFormat: String, CaseIterable {
  case text, json, ndjson, csv, summary, html
}

extension ReportFormat {
  /// Whether people read it, so that it comes with an account of rows.
  var isForPeople: Bool { self == .text || self == .summary || self == .html }
}
