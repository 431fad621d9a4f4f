/// What help says about each command.
extension Command {
  var summary: String {
    switch self {
    case .check: "checks rule files"
    case .fmt: "lays rule files out"
    case .list: "lists values, sets and criteria with their dates"
    case .eval: "evaluates customers by the rules"
    case .near: "lists customers close to a threshold, from either side"
    case .explain: "tells the whole story of a customer, with the rows and rules behind it"
    case .report: "writes a page for the browser"
    case .score: "scores what the partner earns"
    case .facts: "shows how downloads are read"
    case .bench: "counts and times the work of an evaluation"
    case .schema: "prints the JSON schema of an output"
    case .help: "shows help on a command"
    }
  }

  /// What follows the name of the command.
  var usage: String {
    switch self {
    case .check, .list, .fmt: " [PATH...] [OPTIONS]"
    case .eval, .report, .score, .facts, .bench: " [PATH...] --facts PATH... [OPTIONS]"
    case .near: " [PATH...] --facts PATH... --node PATH [OPTIONS]"
    case .explain: " [PATH...] --facts PATH... --customer ID... [OPTIONS]"
    case .schema: " OUTPUT"
    case .help: " [COMMAND]"
    }
  }

  var description: String {
    switch self {
    case .check:
      """
      Checks notation, names, units, dates and logic of rule files that belong together.
      Findings are written to standard error, each with the place and what to do. A comment
      `# allow CODE: reason` at the end of a line or above it hides a warning of this line.
      With `--fix` findings whose repair is known are repaired; a repair that would bring other
      errors is not made.
      """
    case .list:
      """
      Lists what rule files define, every version of it: the first and the last month in which
      it is in force, where it is published, and where it stands. With `--as-of` only what is
      in force in one month.
      """
    case .fmt:
      """
      Gives rule files the one layout that all have, and lists the files that change. Blanks
      and line ends are all that changes; comments stay with what they belong to. A file that
      cannot be read as rules stays as it is.
      """
    case .eval:
      """
      Evaluates every customer of the facts by the rules in force in one month. Results go to
      standard output, everything about rules and facts to standard error.
      """
    case .near:
      """
      Lists the customers of which little would have to change for one gate or leaf to say
      something else: those that are about to be gained, and those that are about to be lost,
      closest first, each with the smallest change that does it. Only amounts of the as-of
      month change, of tenants that are there.
      """
    case .explain:
      """
      Tells everything about one customer in plain sentences: what is met, what blocks first and
      what would be enough; then the rows of files that decide each node, by file and line, and
      its rule, with the months in which that is in force and where it is published.
      """
    case .report:
      """
      Writes one HTML file that needs nothing else and opens without a network: all customers
      by area, gate and metric, each customer's trees with reasons, tenants and workloads, the
      score, what changed in the rules, and what became of the facts. With `--customer` there is
      no score, which is about all customers.
      """
    case .score:
      """
      Adds up what all customers and people earn for the partner: the points of every metric
      with what is missing, which track counts and why, and whether a month of the window
      qualifies. With `--customers`, what each customer gives to one metric, or who holds
      its certificates.
      """
    case .facts:
      """
      Reads facts without evaluating them: which file fits which table, which months are
      covered, and what became of every row.
      """
    case .bench:
      """
      Evaluates as `rulec eval` does, and prints how much work that was and how long each stage
      took. Results are written where `--output` says, and nowhere without it.
      """
    case .schema:
      "Prints the JSON schema that the output of a command with `--format json` or `ndjson` has."
    case .help:
      "Shows the page of a command, or the list of commands."
    }
  }

  var arguments: [(String, [String])] {
    switch self {
    case .check, .list, .eval, .explain, .near, .report, .score, .facts, .bench:
      [
        (
          "PATH...",
          [
            "Rule files, or folders of *.rules files (default: Rules). Files",
            "that they `use` are read too. `-` is one rule file on standard",
            "input. PATHs stand before the options, or after `--`.",
          ]
        )
      ]
    case .fmt:
      [
        (
          "PATH...",
          [
            "Rule files, or folders of *.rules files (default: Rules). `-` is",
            "one rule file on standard input, written to standard output.",
          ]
        )
      ]
    case .schema:
      [
        ("check", ["The output of `rulec check`."]),
        ("list", ["The output of `rulec list`."]),
        ("eval", ["The output of `rulec eval`."]),
        ("score", ["The output of `rulec score`."]),
      ]
    case .help: [("COMMAND", ["A command of rulec."])]
    }
  }

  var examples: [String] {
    switch self {
    case .check:
      [
        "rulec check", "rulec check Rules/draft.rules --strict",
        "rulec check --format sarif > findings.sarif",
        "rulec check --write-baseline rules.baseline",
        "rulec check --baseline rules.baseline --strict",
        "rulec check --fix", "rulec check Rules/draft.rules --fix --unsafe --diff",
        "rulec check --explain R0104",
      ]
    case .fmt: ["rulec fmt", "rulec fmt --check Rules", "rulec fmt - < draft.rules"]
    case .list:
      [
        "rulec list --as-of 2025-10",
        "rulec list --as-of 2025-10 --area AREA --kind value set",
        "rulec list --changes --kind value criterion",
        "rulec list --kind criterion --format csv --output criteria.csv",
      ]
    case .eval:
      [
        "rulec eval --facts Downloads",
        "rulec eval --facts Downloads --customer 1001 1002",
        "rulec eval --facts Downloads --as-of 2025-10 --status not-met --output missing.csv",
        "rulec eval Rules --facts usage.csv dates.csv --format ndjson --allow-rejected 1%",
      ]
    case .near:
      [
        "rulec near --facts Downloads --node AREA/deployments/csp",
        "rulec near --facts Downloads --node AREA/net-customer-adds --within 5%",
        "rulec near --facts Downloads --node usage-growth/csp --within 10 --format csv",
      ]
    case .explain:
      [
        "rulec explain --facts Downloads --customer 1001",
        "rulec explain --facts Downloads --customer 1001 --area AREA --output 1001.md",
        "rulec explain --facts Downloads --customer 1001 --node usage-growth/csp",
      ]
    case .report:
      [
        "rulec report --facts Downloads --output report.html",
        "rulec report --facts Downloads --as-of 2025-10 --area AREA > report.html",
        "rulec report --facts Downloads --customers all --output report.html",
      ]
    case .score:
      [
        "rulec score --facts Downloads",
        "rulec score --facts Downloads --as-of 2025-10 --format csv --output score.csv",
        "rulec score --facts Downloads --area DESIGNATION",
        "rulec score --facts Downloads --metric usage-growth --customers",
      ]
    case .facts:
      ["rulec facts --facts Downloads", "rulec facts --facts usage.csv --format json"]
    case .bench: ["rulec bench --facts Downloads --format csv --threads 1"]
    case .schema: ["rulec schema eval > eval.schema.json"]
    case .help: ["rulec help eval"]
    }
  }

  var exitCodes: [(ExitCode, String)] {
    let usage = (ExitCode.usage, "the command line is wrong, or a file cannot be read or written")
    let others = [
      (ExitCode.internalFailure, "a mistake in rulec itself"),
      (.closedPipe, "the reader of standard output went away"),
    ]
    return switch self {
    case .check:
      [
        (.success, "no errors that are not known, with `--fix` none left"),
        (.ruleErrors, "errors, or warnings with `--strict`"), usage,
      ] + others
    case .fmt:
      [
        (.success, "all files have their layout"),
        (.ruleErrors, "a file cannot be read as rules, or with `--check` has another layout"),
        usage,
      ] + others
    case .list: [(.success, "listed"), (.ruleErrors, "the rule files have errors"), usage] + others
    case .eval, .explain, .near, .report, .score, .facts, .bench:
      [
        (.success, succeeded),
        (.ruleErrors, "the rule files have errors"),
        usage, (.unusableFacts, "there are no facts that fit the rules; nothing was written"),
        (.incompleteFacts, "written, but files were not read or too many rows were rejected"),
      ] + others
    case .schema, .help: [(.success, "printed"), usage] + others
    }
  }

  /// What exit code 0 says of a command that reads facts.
  private var succeeded: String {
    switch self {
    case .facts: "read"
    case .score: "scored"
    case .explain: "explained"
    case .report: "written"
    case .near: "listed"
    default: "evaluated"
    }
  }
}
