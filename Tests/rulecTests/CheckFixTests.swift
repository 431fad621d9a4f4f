import Foundation
import Testing

@Suite("rulec check --fix: which files are written and what is said of them")
struct CheckFixTests {
  private let folder: TemporaryFolder

  /// A sign of another language, and a name whose repair is a guess.
  private let broken = """
    unit   USD decimals 2;
    unit seat plural seats
    table usage "Usage" {
      customer: customer from "Customer"
      tenant:   tenant   from "Tenant"
      month:    month    from "Month"
      seats:    saets    from "Seats"
      acr:      USD      from "ACR"
    }

    """

  /// With the safe repair only, in its layout.
  private var repaired: String {
    broken.replacing("unit   USD decimals 2;", with: "unit USD decimals 2")
  }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Rules/broken.rules", broken)
    try folder.write(
      "Rules/neat.rules",
      "# no   finding\ntable  notes \"Notes\" {\n  note: text from \"N\"\n}\n"
    )
  }

  private func run(_ arguments: String..., input: String = "") throws -> CommandRun {
    try CommandRun(["check"] + arguments, in: folder.url, input: input)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  @Test func withoutFixItIsOffered() throws {
    let checked = try run()
    #expect(checked.exitCode == 1)
    #expect(
      checked.errors.contains(
        "2 files checked, 2 errors; 1 can be repaired with --fix, 1 more with --fix --unsafe\n"
      )
    )
    #expect(try text("Rules/broken.rules") == broken)
    try folder.write("Rules/broken.rules", repaired)
    #expect(
      try run().errors.contains(
        "2 files checked, 1 error; 1 can be repaired with --fix --unsafe\n"
      )
    )
  }

  @Test func safeRepairsAreMade() throws {
    let fixed = try run("--fix")
    #expect(fixed.exitCode == 1)
    #expect(fixed.output == "")
    #expect(fixed.errors.hasPrefix("Rules/broken.rules: 1 finding repaired\nerror[R0308]"))
    #expect(
      fixed.errors.contains("2 files checked, 1 error; 1 can be repaired with --fix --unsafe\n")
    )
    #expect(try text("Rules/broken.rules") == repaired)
    #expect(try text("Rules/neat.rules").contains("table  notes"), "nothing is found there")
    let again = try run("--fix")
    #expect(again.errors.hasPrefix("error[R0308]"))
    #expect(try text("Rules/broken.rules") == repaired)
  }

  @Test func unsafeRepairsAreMadeWhereAsked() throws {
    let fixed = try run("--fix", "--unsafe")
    #expect(fixed.exitCode == 0)
    #expect(fixed.errors == "Rules/broken.rules: 2 findings repaired\n")
    #expect(fixed.output == "2 files checked, no findings\n")
    #expect(try text("Rules/broken.rules") == repaired.replacing("saets", with: "seats"))
  }

  @Test func diffWritesNothing() throws {
    let shown = try run("--fix", "--diff")
    #expect(shown.exitCode == 1)
    #expect(shown.errors == "Rules/broken.rules: 1 finding would be repaired\n")
    #expect(
      shown.output.hasPrefix(
        """
        --- Rules/broken.rules
        +++ Rules/broken.rules
        @@ -1,4 +1,4 @@
        -unit   USD decimals 2;
        +unit USD decimals 2

        """
      )
    )
    #expect(try text("Rules/broken.rules") == broken)
    #expect(try run("--fix", "--unsafe", "--diff").exitCode == 0)
    #expect(try run("Rules/neat.rules", "--fix", "--diff").output == "")
  }

  @Test func diffIsAPatch() throws {
    let script = """
      "$RULEC" check --fix --unsafe --diff > change; patch -s Rules/broken.rules < change
      "$RULEC" check
      """
    let patched = try CommandRun(shell: script, in: folder.url)
    #expect(patched.exitCode == 0)
    #expect(patched.output == "2 files checked, no findings\n")
  }

  @Test func standardInput() throws {
    let fixed = try run("-", "--fix", input: broken)
    #expect(fixed.exitCode == 1)
    #expect(fixed.output == repaired)
    #expect(fixed.errors.hasPrefix("standard input: 1 finding repaired\nerror[R0308]"))
    #expect(fixed.errors.contains("standard input:7:"))
    let whole = try run("-", "--fix", "--unsafe", input: broken)
    #expect(whole.exitCode == 0)
    #expect(whole.errors.contains("1 file checked, no findings\n"))
    #expect(try run("-", "--fix", input: whole.output).output == whole.output)
  }

  /// What is found in files that others use is repaired there.
  @Test func usedFiles() throws {
    try folder.write("one.rules", "use \"Rules/broken.rules\"\n")
    let fixed = try run("one.rules", "--fix")
    #expect(fixed.errors.hasPrefix("Rules/broken.rules: 1 finding repaired\n"))
    #expect(try text("Rules/broken.rules") == repaired)
    try folder.write("one.rules", "use \"gone.rules\"\nunit   seat;\n")
    #expect(try run("one.rules", "--fix").errors.contains("`gone.rules` cannot be read"))
    #expect(try text("one.rules") == "use \"gone.rules\"\nunit seat\n")
  }

  @Test func noFindings() throws {
    let clean = try run("Rules/neat.rules", "--fix")
    #expect(clean.exitCode == 0)
    #expect(clean.errors == "")
    #expect(clean.output == "1 file checked, no findings\n")
    #expect(try text("Rules/neat.rules").contains("table  notes"))
  }

  @Test func fileThatCannotBeWritten() throws {
    let long = broken + "# " + String(repeating: "x", count: 4_000) + "\n"
    try folder.write("Rules/broken.rules", long)
    let script = "ulimit -f 1; \"$RULEC\" check --fix; echo code $?; ls -A Rules"
    let run = try CommandRun(shell: script, in: folder.url)
    #expect(run.output == "code 2\nbroken.rules\nneat.rules\n")
    #expect(
      run.errors.hasPrefix(
        "error: `Rules/broken.rules` cannot be written: the file would be larger than is allowed\n"
      )
    )
    #expect(try text("Rules/broken.rules") == long)
  }

  @Test(arguments: [
    (["--unsafe"], "error: `--unsafe` needs `--fix`\n"),
    (["--diff"], "error: `--diff` needs `--fix`\n"),
    (
      ["--fix", "--diff", "--format", "json"],
      "error: what is repaired goes to standard output, and so would the findings\n"
    ),
    (
      ["-", "--fix", "--format", "json"],
      "error: what is repaired goes to standard output, and so would the findings\n"
    ),
  ])
  func mistakes(_ arguments: [String], _ expected: String) throws {
    let run = try CommandRun(["check"] + arguments, in: folder.url)
    #expect(run.exitCode == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix(expected))
  }

  @Test func findingsAsJSON() throws {
    let fixed = try run("--fix", "--format", "json")
    #expect(fixed.exitCode == 1)
    #expect(fixed.errors == "Rules/broken.rules: 1 finding repaired\n")
    #expect(fixed.output.hasPrefix("{") && !fixed.output.contains("R0104"))
  }
}
