import Facts

/// Why a command ended early, as facts; ``CommandError/text`` makes the sentences.
enum CommandError: Error {
  // The command line
  case unknownCommand(String)
  case unknownTopic(String, known: [String])
  case unknownCode(String)
  case explanationFormat
  case unknownOption(String, command: Command?, known: [String])
  case missingValue(option: String, valueName: String, command: Command)
  case unexpectedValue(option: String, command: Command)
  case repeatedOption(String, command: Command)
  case unexpectedArgument(String, command: Command)
  case missingArgument(String, command: Command)
  case missingFacts(command: Command)
  case missingCustomer(command: Command)
  case missingNode(command: Command)
  case invalidValue(String, option: String, expected: String, nearest: String?)
  case standardInputTwice
  case statusOfSummary
  case reasonsOfOtherFormat
  case neededOption(String, by: String, command: Command)
  case customersAsJSON
  case pageOnTerminal
  case timedPage
  case changesOfOneMonth
  case formatOfRepairs
  case baselineReadAndWritten
  case baselineInPipe

  // Rule files
  case noDefaultRules(folder: String)
  case unreadableRules(path: String, FileProblem)
  case folderWithoutRules(String)
  case noCriteria

  // Known findings
  case unreadableBaseline(path: String, FileProblem)
  case brokenBaseline(path: String, line: Int)

  // What is asked of rules and facts
  case monthBeforeCriteria(Month, first: Month)
  case unknownAreas([UnknownName], known: [String])
  case absentAreas([String], month: Month, present: [String])
  case noPoints(Month)
  case unknownMetric(UnknownName, known: [String])
  case unknownCustomers([UnknownName], known: Int)
  /// No node has the path; beside it the nearest ones.
  case unknownNode(String, nearest: [String])
  /// Several nodes have the path.
  case ambiguousNode(String, among: [String])

  // Facts
  case unreadableFacts(path: String, FileProblem)
  case noFactFiles([String])
  case nothingMatched(files: Int)
  case noCommonMonth

  // Output
  case unwritable(path: String?, FileProblem)

  /// The reader of a pipe went away: nobody is left to tell.
  case closedPipe

  case internalFailure(String)

  var exitCode: ExitCode {
    switch self {
    case .noCriteria, .noPoints: .ruleErrors
    case .unreadableFacts, .noFactFiles, .nothingMatched, .noCommonMonth: .unusableFacts
    case .closedPipe: .closedPipe
    case .internalFailure: .internalFailure
    default: .usage
    }
  }
}

/// A name that the user gave and that nothing has, with what may have been meant.
struct UnknownName {
  let name: String

  /// "did you mean `a`?", or nil.
  let question: String?
}
