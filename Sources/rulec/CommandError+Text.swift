import Facts
import Reports
import RuleSyntax

extension CommandError {
  /// What standard error shows: the error, then what to do; nil where nothing is to be said.
  var text: String? {
    guard let message else { return nil }
    return (["error: \(message)"] + help.map { "help: \($0)" }).joined(separator: "\n")
  }

  private var message: String? {
    switch self {
    case .closedPipe: nil
    case .internalFailure(let what): "internal error: \(what)"
    case .unwritable(let path, let problem):
      "\(path.map { "`\($0)`" } ?? "standard output") cannot be written: \(problem.text)"
    default: commandLineMessage ?? ruleMessage ?? factMessage
    }
  }

  private var commandLineMessage: String? {
    switch self {
    case .unknownCommand(let name): "unknown command `\(name)`"
    case .unknownTopic(let name, _): "nothing is known about `\(name)`"
    case .unknownCode(let code): "there is no code `\(code)`"
    case .explanationFormat: "`--explain` is written as text or json"
    case .unknownOption(let name, let command, _):
      "unknown option `\(name)`" + (command.map { " of `rulec \($0.rawValue)`" } ?? "")
    case .missingValue(let option, let valueName, _): "`\(option)` needs a value: \(valueName)"
    case .unexpectedValue(let option, _): "`\(option)` takes no value"
    case .repeatedOption(let option, _): "`\(option)` is given twice"
    case .unexpectedArgument(let argument, _): "unexpected argument `\(argument)`"
    case .missingArgument(let name, _): "`\(name)` is missing"
    case .missingFacts(let command): "`rulec \(command.rawValue)` needs `--facts`"
    case .missingNode(let command): "`rulec \(command.rawValue)` needs `--node`"
    case .missingCustomer(let command): "`rulec \(command.rawValue)` needs `--customer`"
    case .invalidValue(let value, let option, let expected, _):
      "`\(option)` expects \(expected), not `\(value)`"
    case .standardInputTwice: "standard input (`-`) can be read only once"
    case .statusOfSummary: "`--status` means nothing for a summary, which counts every status"
    case .reasonsOfOtherFormat: "`--no-reasons` is for a csv, and the results are not one"
    case .neededOption(let option, let by, _): "`\(by)` needs `\(option)`"
    case .customersAsJSON: "`--customers` is written as text or csv"
    case .pageOnTerminal: "a page is for a browser, and standard output is a terminal"
    case .timedPage: "the work for a page is not counted"
    case .formatOfRepairs: "what is repaired goes to standard output, and so would the findings"
    case .changesOfOneMonth: "`--changes` is about all months, and `--as-of` about one"
    case .baselineReadAndWritten: "`--write-baseline` knows all findings, also without `--baseline`"
    case .baselineInPipe: "known findings are in a file, not in `-`"
    default: nil
    }
  }

  private var ruleMessage: String? {
    switch self {
    case .noDefaultRules(let folder): "there is no folder `\(folder)` here"
    case .unreadableRules(let path, let problem): "`\(path)` cannot be read: \(problem.text)"
    case .folderWithoutRules(let path): "there are no rule files (*.rules) in `\(path)`"
    case .noCriteria: "the rule files declare no criteria"
    case .unreadableBaseline(let path, let problem): "`\(path)` cannot be read: \(problem.text)"
    case .brokenBaseline(let path, let line): "line \(line) of `\(path)` is no known finding"
    case .monthBeforeCriteria(let month, let first):
      "the criteria begin in \(first); there are none as of \(month)"
    case .noPoints(let month): "the rule files give no points as of \(month)"
    case .unknownMetric(let metric, _):
      "no designation that is asked for has the metric `\(metric.name)`"
    case .unknownNode(let path, _): "no area has the node `\(path)`"
    case .ambiguousNode(let path, let nodes): "`\(path)` is in \(nodes.count) nodes"
    case .unknownAreas(let names, _): "no rule file declares \(Self.list(names, "the area"))"
    case .absentAreas(let names, let month, _):
      "\(Self.quoted(names)) \(names.count == 1 ? "does" : "do") not exist as of \(month)"
    default: nil
    }
  }

  private var factMessage: String? {
    switch self {
    case .unreadableFacts(let path, let problem): "`\(path)` cannot be read: \(problem.text)"
    case .noFactFiles(let paths): "there are no fact files in \(Self.quoted(paths))"
    case .nothingMatched(let files):
      files == 1
        ? "the file fits no table of the rules" : "none of \(files) files fits a table of the rules"
    case .noCommonMonth: "no month is covered by every table that the criteria need"
    case .unknownCustomers(let names, _): "the facts have no \(Self.list(names, "customer"))"
    default: nil
    }
  }

  private var help: [String] {
    switch self {
    case .unknownCommand(let name):
      Self.question(Command.listed.map(\.rawValue), name) + ["`rulec --help` lists the commands"]
    case .unknownTopic(let name, let known):
      Self.question(known, name) + ["known are \(Self.quoted(known))"]
    case .unknownCode(let code):
      Self.nearestCodes(code) + ["`rulec check --explain` lists all codes with their titles"]
    case .unknownOption(let name, let command, let known):
      Self.question(known, name) + [Self.optionHelp(command)]
    case .missingValue(_, _, let command), .unexpectedValue(_, let command),
      .repeatedOption(_, let command), .unexpectedArgument(_, let command),
      .missingArgument(_, let command), .neededOption(_, _, let command):
      [Self.optionHelp(command)]
    case .missingFacts(let command):
      ["give the folder of your downloads: `rulec \(command.rawValue) --facts DOWNLOADS`"]
    case .missingNode:
      ["`rulec eval --facts DOWNLOADS --format csv` lists the areas and nodes"]
    case .missingCustomer:
      ["`rulec eval --facts DOWNLOADS --format csv` lists the customers with their ids"]
    case .invalidValue(_, _, _, let nearest): nearest.map { [$0] } ?? []
    case .standardInputTwice: ["give `-` once, for rules or for facts"]
    case .formatOfRepairs: ["leave out `--format`, or write the files: give no `-` and no `--diff`"]
    case .changesOfOneMonth, .baselineReadAndWritten: ["leave out one of the two"]
    case .baselineInPipe: ["give the name of a file"]
    case .pageOnTerminal: ["write it to a file: `--output report.html`"]
    case .timedPage: ["choose another `--format`"]
    case .reasonsOfOtherFormat: ["add `--format csv`, or leave out `--no-reasons`"]
    case .statusOfSummary: ["leave out `--status`, or choose `--format text`, `csv` or `json`"]
    default: inputHelp
    }
  }

  private var inputHelp: [String] {
    switch self {
    case .noDefaultRules: ["give a rule file or a folder of rule files as PATH"]
    case .folderWithoutRules: ["folders inside of it are not searched; give them as PATH too"]
    case .unreadableBaseline(let path, .notFound):
      ["write it with `rulec check --write-baseline \(path)`"]
    case .brokenBaseline(let path, _):
      ["correct the line, or write the file anew with `--write-baseline \(path)`"]
    case .noCriteria: ["an `area` with gates or metrics is needed"]
    case .monthBeforeCriteria(_, let first): ["give `--as-of \(first)` or later"]
    case .unknownAreas(let names, let known):
      names.compactMap(\.question) + ["areas are \(Self.quoted(known))"]
    case .absentAreas(_, _, let present): ["areas of that month are \(Self.quoted(present))"]
    case .noPoints: ["a `designation` of an area lists what earns points"]
    case .unknownMetric(let metric, let known):
      (metric.question.map { [$0] } ?? []) + ["metrics are \(Self.quoted(known))"]
    case .unknownNode(_, let nearest):
      nearest.isEmpty
        ? ["`rulec eval --format csv` has the paths of all nodes"]
        : ["did you mean \(ListText.oneOf(nearest.map { "`\($0)`" }))?"]
    case .ambiguousNode(_, let nodes):
      ["write more of it: \(Self.quoted(Array(nodes.prefix(Self.mostListed))))"]
    case .unknownCustomers(let names, let known):
      names.prefix(Self.mostListed).compactMap(\.question)
        + ["customers are named by id; the facts have \(known)"]
    case .unreadableFacts(_, let problem): [problem.readingHelp]
    case .noFactFiles: [FileProblem.notFound.readingHelp]
    case .nothingMatched: ["`rulec facts` shows how each file was read"]
    case .noCommonMonth: ["give `--as-of YYYY-MM`; what is missing then counts as no data"]
    case .unwritable(let path, let problem): problem.writingHelp(isFile: path != nil)
    case .internalFailure: ["this is a mistake in rulec; please report it with the command line"]
    default: []
    }
  }
}

extension FileProblem {
  /// What to do about facts that cannot be read.
  fileprivate var readingHelp: String {
    switch self {
    case .notFound: "give files or folders that hold \(FactFiles.endingsText) files"
    case .changed: "run again when nothing writes to it any more"
    default: "make it readable, or leave it out"
    }
  }

  /// What to do about results that cannot be written, to a file or to standard output.
  fileprivate func writingHelp(isFile: Bool) -> [String] {
    let remedy: String
    switch self {
    case .isInput, .isFolder: return ["choose another name for it"]
    case .notFound: return ["make the folder first, or choose another one"]
    case .noPermission: return ["choose a folder that you may write to"]
    case .noSpace: remedy = "make room and run again"
    case .tooLarge: remedy = "raise the limit (`ulimit -f`), or ask for less with `--area`"
    default: remedy = "write to another place"
    }
    return [(isFile ? "the file is left as it was; " : "what was written is not whole; ") + remedy]
  }
}

extension CommandError {
  /// Unknown names listed in one message.
  ///
  /// Source: our choice, a line or two.
  private static var mostListed: Int { 10 }

  /// "customer `a`" or "customers `a`, `b`".
  private static func list(_ names: [UnknownName], _ noun: String) -> String {
    let shown = quoted(names.prefix(mostListed).map(\.name))
    let more = names.count > mostListed ? " and \(names.count - mostListed) more" : ""
    return "\(noun)\(names.count == 1 ? "" : "s") \(shown)\(more)"
  }

  private static func quoted(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// The codes that are nearly written like one, else those of its group.
  private static func nearestCodes(_ code: String) -> [String] {
    let near = question(DiagnosticCode.allCases.map(\.rawValue), code)
    let codes = DiagnosticGroup(rawValue: String(code.prefix(3)))?.codes ?? []
    guard near.isEmpty, let first = codes.first, let last = codes.last else { return near }
    return ["codes of this group are `\(first.rawValue)` to `\(last.rawValue)`"]
  }

  private static func question(_ candidates: [String], _ name: String) -> [String] {
    NearestNames.question(candidates, to: name).map { [$0] } ?? []
  }

  private static func optionHelp(_ command: Command?) -> String {
    guard let command else { return "`rulec --help` lists the options" }
    return "`rulec \(command.rawValue) --help` lists the options"
  }
}
