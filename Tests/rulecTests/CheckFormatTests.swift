import Foundation
import TestSupport
import Testing

@Suite("rulec check: what each format writes, and where")
struct CheckFormatTests {
  private let folder: TemporaryFolder

  /// With an error in its second line.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Rules/a.rules", "# what others declare\nuse == \"b.rules\"\n")
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["check"] + arguments, in: folder.url)
  }

  @Test func lines() throws {
    let checked = try run("--format", "line")
    #expect(checked.exitCode == 1)
    #expect(checked.output.hasPrefix("Rules/a.rules:2:5: error[R0104]: `==` is not part of"))
    #expect(checked.output.split(separator: "\n").count == 1)
    #expect(checked.errors == "1 file checked, 1 error\n")
  }

  @Test func github() throws {
    let checked = try run("--format", "github", "--colour", "always")
    #expect(checked.exitCode == 1)
    let start = "::error file=Rules/a.rules,line=2,col=5,endLine=2,endColumn=7,title=R0104::`==`"
    #expect(checked.output.hasPrefix(start))
    #expect(checked.output.split(separator: "\n").count == 1)
    #expect(checked.errors == "1 file checked, 1 error\n")
  }

  @Test func sarif() throws {
    let checked = try run("--format", "sarif")
    #expect(checked.exitCode == 1)
    #expect(checked.errors == "")
    let version = try CommandRun(["--version"]).output.split(separator: " ").last ?? ""
    #expect(checked.output.contains("\"semanticVersion\":\"\(version.dropLast())\""))
    #expect(checked.output.contains("\"uri\":\"Rules/a.rules\",\"uriBaseId\":\"%SRCROOT%\""))
  }

  @Test(arguments: ["line", "github", "text"])
  func nothingFound(_ format: String) throws {
    try folder.write("Rules/a.rules", "# nothing yet\n")
    let checked = try run("--format", format)
    #expect(checked.exitCode == 0)
    #expect(checked.output + checked.errors == "1 file checked, no findings\n")
    #expect(checked.output.isEmpty == (format != "text"))
  }

  @Test func schema() throws {
    let printed = try CommandRun(["schema", "check"])
    #expect(printed.exitCode == 0)
    #expect(printed.output.contains("urn:rulec:check:1"))
  }

  @Test("What is allowed is counted, and told in SARIF")
  func allowed() throws {
    let rules = Fixtures.packageRoot.appending(path: "Tests/Fixtures/semantics")
    let bad = try String(
      contentsOf: rules.appending(path: "bad/unused-definition.rules"),
      encoding: .utf8
    )
    let comment = "# allow R0602: a \"reason\"\n  group forgotten"
    let text = bad.replacingOccurrences(of: "group forgotten", with: comment)
    let facts = rules.appending(path: "facts.rules").path
    try folder.write("Rules/a.rules", "use \"\(facts)\"\n" + text)
    let checked = try run("--strict")
    #expect(checked.exitCode == 0)
    #expect(checked.output == "2 files checked, no findings, 1 allowed\n")
    let sarif = try run("--format", "sarif").output
    let suppression = #""suppressions":[{"kind":"inSource","status":"accepted","#
    #expect(sarif.contains(suppression + #""justification":"a \"reason\""}]"#))
  }

  /// What the script writes to a terminal.
  private func onTerminal(_ environment: String, _ arguments: String = "") throws -> String {
    let script = "unset NO_COLOR COLUMNS; \(environment) \"$RULEC\" check \(arguments)"
    return try CommandRun(shell: script, in: folder.url, on: PseudoTerminal()).errors
  }

  @Test func colourIsForTerminals() throws {
    let red = "\u{1B}[1;31m"
    #expect(try onTerminal("TERM=xterm").contains("\(red)error[R0104]\u{1B}[0m: "))
    #expect(try onTerminal("TERM=xterm NO_COLOR=").contains(red))
    #expect(try !onTerminal("TERM=xterm NO_COLOR=1").contains("\u{1B}[1"))
    #expect(try !onTerminal("TERM=dumb").contains("\u{1B}"))
    #expect(try !onTerminal("TERM=xterm", "--colour never").contains("\u{1B}[1"))
    #expect(try onTerminal("TERM=dumb NO_COLOR=1", "--color always").contains(red))
    #expect(try run("--colour", "always").errors.contains(red))
    #expect(try !run().errors.contains("\u{1B}"))
  }

  /// How wide the text of a finding in a long line is.
  private func widestLine(_ environment: String, on terminal: PseudoTerminal?) throws -> Int {
    let words = String(repeating: "words that go on ", count: 20)
    try folder.write("Rules/a.rules", "unit user plural users decimals 2, \"\(words)\"\n")
    let script = "unset COLUMNS; TERM=dumb \(environment) \"$RULEC\" check"
    let text = try CommandRun(shell: script, in: folder.url, on: terminal).errors
    // What can be pasted is in one piece.
    let lines = text.split(separator: "\n").filter { !$0.contains("rulec check --explain") }
    return lines.map(\.count).max() ?? 0
  }

  @Test("Text is as wide as COLUMNS or the terminal says, source lines no wider than files are")
  func textIsAsWideAsThePage() throws {
    #expect(try (45...50).contains(widestLine("COLUMNS=50", on: nil)))
    #expect(try (65...70).contains(widestLine("", on: PseudoTerminal(columns: 70))))
    #expect(try (45...50).contains(widestLine("COLUMNS=50", on: PseudoTerminal(columns: 70))))
    #expect(try (95...100).contains(widestLine("COLUMNS=0", on: PseudoTerminal())))
    #expect(try (95...100).contains(widestLine("COLUMNS=wide", on: nil)))
    #expect(try (101...107).contains(widestLine("", on: PseudoTerminal(columns: 200))))
  }
}
