import RuleSemantics

/// What `rulec list` lists.
extension CommandOption {
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
}
