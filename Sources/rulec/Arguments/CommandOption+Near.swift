import Reports

/// What `rulec near` looks at, and how far.
extension CommandOption {
  static let nearNode = CommandOption(
    "--node",
    valueName: "PATH",
    "The gate or leaf: its path with its area, as",
    "`eval --format csv` has them, or a part of it that only one has."
  )

  static let within = CommandOption(
    "--within",
    valueName: "N",
    "How far customers may be: no number has to change by more than N",
    "of its unit (such as seats), or with N% by more than this share of",
    "what it is now. Without it, the closest twenty on each side."
  )

  static let nearFormat = CommandOption(
    "--format",
    valueName: "FORMAT",
    choices: NearFormat.allCases.map(\.rawValue),
    "text (the default), or csv with a line for each customer."
  )
}
