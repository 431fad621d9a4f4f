import RuleSemantics

/// One option of a command, as the parser reads it and help describes it.
struct CommandOption {
  /// What may follow the name of an option.
  enum Arity {
    case flag
    case one
    /// A value, or none.
    case oneAtMost
    /// Values up to the next option; with `splitsCommas` each may be a list.
    case many(splitsCommas: Bool)
  }

  /// With its dashes: `--as-of`.
  let name: String
  let otherNames: [String]
  let arity: Arity

  /// What help calls the value: `YYYY-MM`.
  let valueName: String

  /// The only values allowed; nil for any.
  let choices: [String]?

  /// What it does, in lines of at most 66 characters.
  let summary: [String]

  init(
    _ name: String,
    otherNames: [String] = [],
    _ arity: Arity = .one,
    valueName: String = "",
    choices: [String]? = nil,
    _ summary: String...
  ) {
    self.name = name
    self.otherNames = otherNames
    self.arity = arity
    self.valueName = valueName
    self.choices = choices
    self.summary = summary
  }

  var allNames: [String] { [name] + otherNames }
}

extension CommandOption {
  static let help = CommandOption("--help", otherNames: ["-h"], .flag, "Shows this page.")
  static let version = CommandOption("--version", .flag, "Shows the version of rulec.")

  static let strict = CommandOption("--strict", .flag, "Warnings count as errors.")

  static let colour = CommandOption(
    "--colour",
    otherNames: ["--color"],
    valueName: "WHEN",
    choices: ColourChoice.allCases.map(\.rawValue),
    "auto (on a terminal, unless NO_COLOR is set), always, or never."
  )

  static let explainCode = CommandOption(
    "--explain",
    .oneAtMost,
    valueName: "[CODE]",
    "Tells what a code such as R0104 means, with an example, and how to",
    "put it right; without CODE lists all codes. No rule files are read."
  )

  static let checkFormat = CommandOption(
    "--format",
    valueName: "FORMAT",
    choices: CheckFormat.allCases.map(\.rawValue),
    "text, on standard error. On standard output: line, one line for",
    "each finding as editors and grep take it; json; sarif (2.1.0); or",
    "github, commands that show findings beside the lines of a change."
  )

  static let baseline = CommandOption(
    "--baseline",
    valueName: "FILE",
    "Warnings that are in this file are known and not told again."
  )

  static let writeBaseline = CommandOption(
    "--write-baseline",
    valueName: "FILE",
    "Writes all warnings to a file for `--baseline`: what is found",
    "by code, file and the text of its line, wherever that line moves."
  )

  static let fix = CommandOption(
    "--fix",
    .flag,
    "Repairs what can mean one thing only, in all files that are read,",
    "those that are used too; writes them in their layout (`rulec fmt`),",
    "then shows what is left. `-` is written to standard output."
  )

  static let allowUnsafe = CommandOption(
    "--unsafe",
    .flag,
    "With `--fix`: also makes repairs that guess what was meant, such as",
    "the nearest name, or change what the rules say. Look at them after."
  )

  static let formatCheck = CommandOption(
    "--check",
    .flag,
    "Writes no file; lists those that would change, and fails then."
  )

  static let diff = CommandOption(
    "--diff",
    .flag,
    "Writes no file; shows what would change as a unified diff."
  )

  static let evalFormat = CommandOption(
    "--format",
    valueName: "FORMAT",
    choices: ReportFormat.allCases.map(\.rawValue),
    "text (trees with reasons), json, ndjson, csv, summary, or html (the",
    "page of `rulec report` for these customers, without a score).",
    "Without it the ending of the output file decides (.txt, .json,",
    ".ndjson, .html, else csv); without both: text for customers that",
    "are asked for, for up to three, or with `--status`; else summary."
  )

  static let factsFormat = CommandOption(
    "--format",
    valueName: "FORMAT",
    choices: FactsFormat.allCases.map(\.rawValue),
    "text or json."
  )

  static let facts = CommandOption(
    "--facts",
    .many(splitsCommas: false),
    valueName: "PATH...",
    "Downloads: files, or folders with \(FactFiles.endingsText) files",
    "(folders inside a folder are searched too, one level deep).",
    "`-` is one file on standard input."
  )

  static let asOf = CommandOption(
    "--as-of",
    valueName: "YYYY-MM",
    "The month that the criteria count from. Without it: the latest",
    "month that all needed tables cover."
  )

  static let listAsOf = CommandOption(
    "--as-of",
    valueName: "YYYY-MM",
    "Only what is in force in this month; of a set all members.",
    "Without it: every version, whenever it is in force."
  )

  static let listArea = CommandOption(
    "--area",
    .many(splitsCommas: true),
    valueName: "ID...",
    "Only these areas or tracks; several with blanks or commas. A track",
    "that is named has what its area declares for all tracks too."
  )

  static let kind = CommandOption(
    "--kind",
    .many(splitsCommas: true),
    valueName: "KIND...",
    choices: ListedKind.allCases.map(\.rawValue),
    "Only these kinds: value, rate, set; criterion (as published), test",
    "(`met when`) and points (`earns`) of a node; score and step of a",
    "designation; group, measure, rows, track, track-choice;",
    "qualification, retirement, choice (readings) and source."
  )

  static let changes = CommandOption(
    "--changes",
    .flag,
    "Only what was changed: what has ended, or began later than the",
    "rest of its area; with all its versions."
  )

  static let listFormat = CommandOption(
    "--format",
    valueName: "FORMAT",
    choices: ListFormat.allCases.map(\.rawValue),
    "table, csv or json. Without it the ending of the output file",
    "decides (.txt, .json, else csv); without both: table."
  )

  static let customer = CommandOption(
    "--customer",
    .many(splitsCommas: false),
    valueName: "ID...",
    "Only these customers."
  )

  static let area = CommandOption(
    "--area",
    .many(splitsCommas: true),
    valueName: "ID...",
    "Only these areas; several with blanks or commas."
  )

  static let scoreArea = CommandOption(
    "--area",
    .many(splitsCommas: true),
    valueName: "ID...",
    "Only these designations, areas or tracks; several with blanks",
    "or commas. A track that is named is shown with its metrics also",
    "where it does not count."
  )

  static let metric = CommandOption(
    "--metric",
    valueName: "ID",
    "The metric whose customers are listed; goes with `--customers`."
  )

  static let customers = CommandOption(
    "--customers",
    .flag,
    "Lists what each customer gives to the metric of `--metric`, or",
    "who holds its certificates, as text or csv."
  )

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

  static let scoreFormat = CommandOption(
    "--format",
    valueName: "FORMAT",
    choices: ScoreFormat.allCases.map(\.rawValue),
    "text, json or csv. Without it the ending of the output file",
    "decides (.txt, .json, else csv); without both: text.",
    "Columns of csv: area, track, counts, metric, measure, target,",
    "points, max_points, qualified, reason; with `--customers`: area,",
    "tree, metric, node, customer_id, customer_name, contribution, unit."
  )

  static let status = CommandOption(
    "--status",
    .many(splitsCommas: true),
    valueName: "STATUS",
    choices: ["met", "not-met"],
    "Only nodes that are met, or not-met."
  )

  static let noReasons = CommandOption(
    "--no-reasons",
    .flag,
    "Leaves the column `reason` of a csv empty, which takes half the",
    "time: for those who only compare statuses."
  )

  static let output = CommandOption(
    "--output",
    valueName: "FILE",
    "Writes results to a file; it appears under its name only when it",
    "is complete. `-` is standard output."
  )

  static let threads = CommandOption(
    "--threads",
    valueName: "N",
    "How many cores to use at most (default: all). Results are the same."
  )

  static let allowRejected = CommandOption(
    "--allow-rejected",
    valueName: "N|P%",
    "How many rejected rows, or percent of the rows read, still count",
    "as success (default 0)."
  )
}
