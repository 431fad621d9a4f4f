import Testing

@Suite("rulec check --explain")
struct CodeExplanationTests {
  @Test(arguments: ["R0104", "r0104", "[R0104]", "[r0104]", "error[R0104]:"])
  func oneCode(_ written: String) throws {
    let run = try CommandRun(["check", "--explain", written])
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("error[R0104]: "))
    #expect(run.output.contains("\nRight\n"))
    #expect(try CommandRun(["check", "--explain=\(written)"]).output == run.output)
  }

  @Test(arguments: [["--explain"], ["--explain", "all"], ["--explain", "--colour", "never"]])
  func index(_ arguments: [String]) throws {
    let run = try CommandRun(["check"] + arguments)
    #expect(run.exitCode == 0)
    #expect(run.output.hasPrefix("R01: "))
    #expect(run.output.contains("\n  R0602  "))
  }

  @Test func declarations() throws {
    let run = try CommandRun(["check", "--explain", "declarations"])
    #expect(run.exitCode == 0)
    let folder = try TemporaryFolder()
    try folder.write("declarations.rules", run.output)
    try folder.write("example.rules", "use \"declarations.rules\"\n")
    let checked = try CommandRun(["check", "example.rules"], in: folder.url)
    #expect(checked.output == "2 files checked, no findings\n")
  }

  @Test func json() throws {
    let run = try CommandRun(["check", "--explain", "R0104", "--format", "json"])
    #expect(run.exitCode == 0)
    #expect(run.output.hasPrefix(#"{"schema":"rulec.explain/1""#))
    #expect(run.output.contains(#""code":"R0104""#))
    #expect(try CommandRun(["check", "--explain", "--format", "json"]).output.contains("R0602"))
  }

  @Test(arguments: [
    (["R014"], "there is no code `R014`\nhelp: did you mean `R0104`"),
    (["R0499"], "there is no code `R0499`\nhelp: codes of this group are `R0401` to `R0407`\n"),
    (["later"], "there is no code `LATER`\nhelp: `rulec check --explain` lists all codes"),
    (["R0104", "--explain"], "`--explain` is given twice\n"),
    (["R0104", "Rules"], "unexpected argument `Rules`\n"),
  ])
  func mistakes(_ arguments: [String], _ expected: String) throws {
    let run = try CommandRun(["check", "--explain"] + arguments)
    #expect(run.exitCode == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: " + expected), "\(run.errors)")
  }

  @Test("The page is as wide as the terminal says")
  func width() throws {
    let folder = try TemporaryFolder()
    let narrow = try CommandRun(shell: "COLUMNS=50 $RULEC check --explain R0101", in: folder.url)
    #expect(narrow.output.split(separator: "\n").allSatisfy { $0.count <= 50 })
    let wide = try CommandRun(shell: "COLUMNS=100 $RULEC check --explain R0101", in: folder.url)
    #expect(wide.output.split(separator: "\n").contains { $0.count > 80 })
  }

  @Test("Below findings stands how the first one is explained")
  func hint() throws {
    let found = try CommandRun(["check", "-"], input: "unit\n")
    #expect(found.errors.hasSuffix("`rulec check --explain R0201`\n"))
    let clean = try CommandRun(["check", "-"], input: "# nothing yet\n")
    #expect(!(clean.output + clean.errors).contains("--explain"))
  }
}
