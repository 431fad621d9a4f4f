import Foundation
import TestSupport
import Testing

@Suite("rulec check: findings that are known")
struct BaselineCommandTests {
  private let folder: TemporaryFolder
  private let text: String

  /// A rule set with one warning, in line 22 of `Rules/a.rules`.
  init() throws {
    folder = try TemporaryFolder()
    let fixtures = Fixtures.packageRoot.appending(path: "Tests/Fixtures/semantics")
    let bad = fixtures.appending(path: "bad/unused-definition.rules")
    text = "use \"../Used/facts.rules\"\n" + (try String(contentsOf: bad, encoding: .utf8))
    try folder.write("Rules/a.rules", text)
    let facts = fixtures.appending(path: "facts.rules")
    try folder.write("Used/facts.rules", try String(contentsOf: facts, encoding: .utf8))
  }

  private func check(_ arguments: String..., in path: String = ".") throws -> CommandRun {
    try CommandRun(["check"] + arguments, in: folder.url.appending(path: path))
  }

  private var baseline: String {
    get throws {
      try String(contentsOf: folder.url.appending(path: "known"), encoding: .utf8)
    }
  }

  private let entry =
    "\"Rules/a.rules\" R0602 1 group forgotten of tenants \"x\" = some workload has seats > most\n"

  @Test func whatIsWrittenIsKnown() throws {
    #expect(try check("--strict").exitCode == 1)
    let written = try check("--write-baseline", "known", "--strict")
    #expect(written.exitCode == 0)
    #expect(written.output == "2 files checked, no findings, 1 known\n")
    #expect(written.errors == "1 finding written to `known`\n")
    #expect(try baseline.hasSuffix("about.\n" + entry))
    let checked = try check("--baseline", "known", "--strict")
    #expect(checked.exitCode == 0)
    #expect(checked.output == "2 files checked, no findings, 1 known\n")
    #expect(checked.errors == "")
  }

  @Test("Neither lines that move nor the folder of the run change what is known")
  func otherPlaces() throws {
    _ = try check("--write-baseline", "known")
    try folder.write("Rules/a.rules", "# a note\n\n" + text)
    #expect(try check("--baseline", "known", "--strict").exitCode == 0)
    #expect(try check(".", "--baseline", "../known", "--strict", in: "Rules").exitCode == 0)
    let path = folder.url.appending(path: "Rules").path
    #expect(try check(path, "--baseline", "known", "--strict").exitCode == 0)
    _ = try check(".", "--write-baseline", "../known", in: "Rules")
    #expect(try baseline.hasSuffix(entry))
  }

  @Test func whatIsNewIsTold() throws {
    _ = try check("--write-baseline", "known")
    let new = text.replacingOccurrences(
      of: "  group live",
      with: "  group new of tenants \"n\" = some workload has seats > most\n  group live"
    )
    try folder.write("Rules/a.rules", new)
    let checked = try check("--baseline", "known", "--strict", "--format", "line")
    #expect(checked.exitCode == 1)
    #expect(
      checked.output.hasPrefix("Rules/a.rules:20:9: warning[R0602]: nothing uses group `new`")
    )
    #expect(checked.errors == "2 files checked, 1 warning, 1 known\n")
    let sarif = try check("--baseline", "known", "--format", "sarif").output
    #expect(sarif.contains(#""suppressions":[{"kind":"external""#))
    #expect(sarif.contains(#""suppressions":[]"#))
  }

  @Test func whatIsGoneIsTold() throws {
    _ = try check("--write-baseline", "known")
    try folder.write("Rules/a.rules", text.replacingOccurrences(of: "forgotten", with: "small2"))
    let checked = try check("--baseline", "known")
    #expect(checked.exitCode == 0)
    #expect(
      checked.errors.contains("2 files checked, 1 warning; 1 can be repaired with --fix --unsafe\n")
    )
    let note = "note: 1 finding of `known` is not there any more:\n  \(entry)help: delete the lines"
    #expect(checked.errors.contains(note))
  }

  @Test("Of files that are not read nothing is told, unless they are gone")
  func otherFiles() throws {
    _ = try check("--write-baseline", "known")
    let facts = try check("Used/facts.rules", "--baseline", "known")
    #expect(!facts.errors.contains("note:"))
    try folder.write("b.rules", "use \"Rules/a.rules\"\n")
    try folder.write("known", "\"Used/facts.rules\" R0603 1 unit seat\n" + entry)
    #expect(try check("b.rules", "--baseline", "known").errors == "")
    try FileManager.default.removeItem(at: folder.url.appending(path: "Rules/a.rules"))
    let checked = try check("Used", "--baseline", "known")
    #expect(checked.errors.contains("note: 2 findings of `known` are not there any more:\n"))
    #expect(checked.errors.contains("\n  " + entry))
  }

  @Test("Errors are never known: behind them others are not found")
  func errors() throws {
    try folder.write("Rules/a.rules", text.replacingOccurrences(of: "> most", with: "> moist"))
    #expect(try check().exitCode == 1)
    _ = try check("--write-baseline", "known")
    let checked = try check("--baseline", "known")
    #expect(checked.exitCode == 1)
    #expect(checked.errors.contains("R0301"))
    // With errors, it is not looked for what nothing uses.
    try folder.write("known", entry)
    let other = try check("--baseline", "known")
    #expect(other.exitCode == 1)
    #expect(!other.errors.contains("note:"))
  }

  @Test func unusableFiles() throws {
    let absent = try check("--baseline", "gone")
    #expect(absent.exitCode == 2)
    #expect(
      absent.errors == """
        error: `gone` cannot be read: no such file or folder
        help: write it with `rulec check --write-baseline gone`

        """
    )
    try folder.write("known", "# a note\n<<<<<<< HEAD\n" + entry)
    let broken = try check("--baseline", "known")
    #expect(broken.exitCode == 2)
    #expect(broken.errors.hasPrefix("error: line 2 of `known` is no known finding\nhelp: "))
  }

  @Test func rulesAreNotOverwritten() throws {
    let run = try check("--write-baseline", "Rules/a.rules")
    #expect(run.exitCode == 2)
    #expect(
      run.errors == """
        error: `Rules/a.rules` cannot be written: it is one of the files that are read
        help: choose another name for it

        """
    )
    #expect(try check("--write-baseline", "No/known").exitCode == 2)
    #expect(try check("--write-baseline", "Rules").exitCode == 2)
  }
}
