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

  static let colour = CommandOption(
    "--colour",
    otherNames: ["--color"],
    valueName: "WHEN",
    choices: ColourChoice.allCases.map(\.rawValue),
    "auto (on a terminal, unless NO_COLOR is set), always, or never."
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
