import Reports

/// What `rulec explain` tells of, and how.
extension CommandOption {
  static let explainCustomer = CommandOption(
    "--customer",
    .many(splitsCommas: false),
    valueName: "ID...",
    "The customers to tell of, by id."
  )

  static let node = CommandOption(
    "--node",
    valueName: "PATH",
    "Only this node, with all of its rows: its path with its area, as",
    "`eval --format csv` has them, or a part of it that only one has."
  )

  static let storyFormat = CommandOption(
    "--format",
    valueName: "FORMAT",
    choices: StoryFormat.allCases.map(\.rawValue),
    "text, or markdown for a mail or a ticket. Without it the ending of",
    "the output file decides (.md, else text); without both: text."
  )
}
