import Testing

@Suite("The command line: help, version and mistakes in it")
struct ArgumentTests {
  @Test(arguments: [["--version"], ["check", "--version"], ["eval", "--version"]])
  func version(_ arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.exitCode == 0)
    #expect(run.output == "rulec 0.1.0\n")
    #expect(run.errors == "")
  }

  @Test(arguments: [[], ["--help"], ["-h"], ["help"]])
  func overview(_ arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.exitCode == 0)
    for command in [
      "check", "fmt", "list", "eval", "explain", "near", "report", "score", "facts", "schema",
      "help",
    ] {
      #expect(run.output.contains("\n  \(command) "))
    }
    #expect(run.errors == "")
  }

  @Test(arguments: [
    "check", "fmt", "list", "eval", "explain", "near", "report", "score", "facts", "schema",
    "help",
  ])
  func pages(_ command: String) throws {
    let page = try CommandRun([command, "--help"])
    #expect(page.exitCode == 0)
    #expect(page.output.hasPrefix("Usage: rulec \(command)"))
    #expect(page.output.contains("\nOptions:\n"))
    #expect(page.output.contains("\nExamples:\n"))
    #expect(page.output.contains("\nExit codes:\n"))
    #expect(page.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try CommandRun(["help", command]).output == page.output)
  }

  @Test func everyOptionOfCheckIsInItsPage() throws {
    let page = try CommandRun(["help", "check"]).output
    for option in [
      "--format", "--strict", "--baseline", "--write-baseline", "--colour", "--help", "--version",
    ] {
      #expect(page.contains("  \(option)") || page.contains(", \(option)"))
    }
    for word in ["line", "json", "sarif", "github"] { #expect(page.contains(word)) }
    #expect(page.contains("# allow CODE: reason"))
  }

  @Test func everyOptionOfEvalIsInItsPage() throws {
    let page = try CommandRun(["help", "eval"]).output
    for option in [
      "--facts", "--as-of", "--customer", "--area", "--status", "--format", "--output",
      "--allow-rejected", "--threads", "--colour", "--help", "--version",
    ] {
      #expect(page.contains("  \(option)") || page.contains(", \(option)"))
    }
  }

  @Test func everyOptionOfExplainIsInItsPage() throws {
    let page = try CommandRun(["help", "explain"]).output
    for option in [
      "--facts", "--customer", "--node", "--area", "--as-of", "--format", "--output",
      "--allow-rejected", "--threads", "--colour", "--help", "--version",
    ] {
      #expect(page.contains("  \(option)") || page.contains(", \(option)"))
    }
  }

  @Test func everyOptionOfReportIsInItsPage() throws {
    let page = try CommandRun(["help", "report"]).output
    for option in [
      "--facts", "--as-of", "--customer ", "--area", "--customers", "--output", "--allow-rejected",
      "--threads", "--colour", "--help", "--version",
    ] {
      #expect(page.contains("  \(option)") || page.contains(", \(option)"))
    }
  }

  @Test(arguments: [
    (["evl"], "error: unknown command `evl`\nhelp: did you mean `eval`?\n"),
    (["--versoin"], "error: unknown option `--versoin`\nhelp: did you mean `--version`?\n"),
    (["help", "chek"], "error: unknown command `chek`\nhelp: did you mean `check`?\n"),
    (
      ["eval", "--fact", "x"],
      "error: unknown option `--fact` of `rulec eval`\nhelp: did you mean `--facts`?\n"
    ),
    (
      ["check", "--format", "jsn"],
      "error: `--format` expects `text`, `line`, `json`, `sarif` or `github`, not `jsn`\n"
        + "help: did you mean `json`?\n"
    ),
    (["check", "--format=text", "--format", "text"], "error: `--format` is given twice\n"),
    (["check", "--format"], "error: `--format` needs a value: FORMAT\n"),
    (
      ["check", "--baseline", "a", "--write-baseline", "b"],
      "error: `--write-baseline` knows all findings, also without `--baseline`\n"
        + "help: leave out one of the two\n"
    ),
    (["check", "--baseline", "-"], "error: known findings are in a file, not in `-`\n"),
    (["check", "--write-baseline=-"], "error: known findings are in a file, not in `-`\n"),
    (["check", "--strict=yes"], "error: `--strict` takes no value\n"),
    (["eval"], "error: `rulec eval` needs `--facts`\n"),
    (["facts", "Rules"], "error: `rulec facts` needs `--facts`\n"),
    (["eval", "--facts", "--as-of", "2025-10"], "error: `--facts` needs a value: PATH...\n"),
    (
      ["eval", "--facts", "x", "--as-of", "2025-13"],
      "error: `--as-of` expects a month such as `2025-10`, not `2025-13`\n"
    ),
    (
      ["eval", "--facts", "x", "--status", "met,nomet"],
      "error: `--status` expects `met` or `not-met`, not `nomet`\n"
    ),
    (
      ["eval", "--facts", "x", "--allow-rejected", "few"],
      "error: `--allow-rejected` expects a number of rows or a percentage such as `2%`, not `few`\n"
    ),
    (
      ["facts", "--facts", "x", "--threads", "0"],
      "error: `--threads` expects a number from 1 to 256, not `0`\n"
    ),
    (["explain"], "error: `rulec explain` needs `--facts`\n"),
    (["explain", "--facts", "x"], "error: `rulec explain` needs `--customer`\n"),
    (["near", "--facts", "x"], "error: `rulec near` needs `--node`\n"),
    (["score"], "error: `rulec score` needs `--facts`\n"),
    (["score", "--facts", "x", "--customers"], "error: `--customers` needs `--metric`\n"),
    (["score", "--facts", "x", "--metric", "m"], "error: `--metric` needs `--customers`\n"),
    (
      ["score", "--facts", "x", "--metric", "m", "--customers", "--format", "json"],
      "error: `--customers` is written as text or csv\n"
    ),
    (["report"], "error: `rulec report` needs `--facts`\n"),
    (
      ["report", "--facts", "x", "--customers", "few"],
      "error: `--customers` expects a number of customers or `all`, not `few`\n"
    ),
    (["report", "-", "--facts", "-"], "error: standard input (`-`) can be read only once\n"),
    (
      ["bench", "--facts", "x", "--format", "html"],
      "error: the work for a page is not counted\nhelp: choose another `--format`\n"
    ),
    (["eval", "-", "--facts", "-"], "error: standard input (`-`) can be read only once\n"),
    (["schema"], "error: `OUTPUT` is missing\n"),
    (
      ["list", "--changes", "--as-of", "2025-10"],
      "error: `--changes` is about all months, and `--as-of` about one\n"
    ),
    (
      ["list", "--kind", "valu"],
      "error: `--kind` expects `value`, `rate`, `set`, `criterion`, `test`, `points`, `score`, "
        + "`step`, `group`, `measure`, `rows`, `track`, `track-choice`, `qualification`, `retirement`, "
        + "`choice` or `source`, not `valu`\nhelp: did you mean `value`?\n"
    ),
    (["schema", "evl"], "error: nothing is known about `evl`\nhelp: did you mean `eval`?\n"),
    (["help", "eval", "more"], "error: unexpected argument `more`\n"),
  ])
  func mistakes(_ arguments: [String], _ expected: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.exitCode == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix(expected))
  }
}
