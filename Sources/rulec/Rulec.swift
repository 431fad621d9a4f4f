/// The entry point: runs the command that the arguments name and exits with its code.
@main
struct Rulec {
  static let version = "0.1.0"

  static func main() {
    Terminal.prepare()
    SystemCalls.returnLargeBlocks()
    let code: ExitCode
    do throws(CommandError) {
      code = try run(Terminal.arguments)
    } catch {
      if let text = error.text { Terminal.writeError(text) }
      code = error.exitCode
    }
    Terminal.exit(code)
  }

  private static func run(_ arguments: [String]) throws(CommandError) -> ExitCode {
    guard let first = arguments.first else {
      try Terminal.writeLine(HelpText.overview)
      return .success
    }
    if first == "--version" {
      try Terminal.writeLine("rulec \(version)")
      return .success
    }
    if first == "--help" || first == "-h" {
      try Terminal.writeLine(HelpText.overview)
      return .success
    }
    if first.hasPrefix("-") {
      throw .unknownOption(first, command: nil, known: ["--help", "--version"])
    }
    guard let command = Command(rawValue: first) else { throw .unknownCommand(first) }
    return try run(command, Array(arguments.dropFirst()))
  }

  private static func run(
    _ command: Command,
    _ arguments: [String]
  ) throws(CommandError) -> ExitCode {
    let parsed = try ParsedArguments(arguments, for: command)
    if parsed.has(.help) {
      try Terminal.writeLine(HelpText.page(of: command))
      return .success
    }
    if parsed.has(.version) {
      try Terminal.writeLine("rulec \(version)")
      return .success
    }
    switch command {
    case .check where parsed.has(.explainCode):
      try parsed.allowAtMost(0)
      let topic = try CodeExplanationTopic(parsed.value(.explainCode))
      return try runCodeExplanation(topic, as: parsed.choice(.checkFormat) ?? .text)
    case .check: return try runCheck(try CheckRequest(parsed))
    case .fmt: return try runFormat(FormatRequest(parsed))
    case .list: return try runList(ListRequest(parsed))
    case .eval: return try runEval(EvalRequest(parsed))
    case .near: return try runNear(NearRequest(parsed))
    case .explain: return try runExplain(ExplainRequest(parsed))
    case .bench: return try runBench(EvalRequest(parsed))
    case .report: return try runReport(ReportPageRequest(parsed))
    case .score: return try runScore(ScoreRequest(parsed))
    case .facts: return try runFacts(FactsRequest(parsed))
    case .schema: return try runSchema(parsed)
    case .help: return try runHelp(parsed)
    }
  }
}
