/// What `rulec check` and `rulec fmt` do with findings and files.
extension CommandOption {
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

  static let strict = CommandOption("--strict", .flag, "Warnings count as errors.")

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
}
