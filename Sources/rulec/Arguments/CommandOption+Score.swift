/// What `rulec score` tells.
extension CommandOption {
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
}
