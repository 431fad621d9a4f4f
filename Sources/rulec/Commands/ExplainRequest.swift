import Facts
import Reports

/// `rulec explain`, as asked for.
struct ExplainRequest {
  let paths: [String]
  let facts: [String]

  /// Ids, at least one.
  let customers: [String]

  /// The path of a node, or a part of it; nil for whole areas.
  let node: String?

  /// Ids; empty for all.
  let areas: [String]
  let asOf: Month?
  let format: StoryFormat

  /// Nil for standard output.
  let output: String?
  let limit: RejectionLimit
  let workers: Workers
  let colour: ColourChoice

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    facts = arguments.values(.facts)
    guard !facts.isEmpty else { throw .missingFacts(command: .explain) }
    guard !(paths.contains("-") && facts.contains("-")) else { throw .standardInputTwice }
    customers = arguments.values(.explainCustomer)
    guard !customers.isEmpty else { throw .missingCustomer(command: .explain) }
    node = arguments.value(.node)
    areas = arguments.values(.area)
    asOf = try arguments.asOfMonth()
    let output = arguments.value(.output)
    self.output = output == "-" ? nil : output
    format = arguments.choice(.storyFormat) ?? self.output.map(ExplainRequest.format) ?? .text
    limit = try arguments.rejectionLimit()
    workers = try arguments.workers()
    colour = arguments.choice(.colour) ?? .auto
  }

  /// The format that the ending of a file's name stands for.
  private static func format(ofFile path: String) -> StoryFormat {
    ["md", "markdown"].contains(FilePath.ending(of: path)) ? .markdown : .text
  }
}
