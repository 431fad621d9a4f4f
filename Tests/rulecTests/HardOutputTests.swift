import Foundation
import TestSupport
import Testing

@Suite("Results that cannot be written", .timeLimit(.minutes(2)))
struct HardOutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try .withUsage()
    try folder.write("results.csv", "old")
  }

  /// Runs an evaluation with these arguments and redirections; standard error comes as output, and
  /// the exit code as its last line.
  private func eval(_ rest: String, before: String = ":") throws -> String {
    let command = "\"$RULEC\" eval \"$RULES\" --facts Facts --format csv"
    let script = "{ \(before); \(command) \(rest); echo code $? >&2; } 2>&1 | cat"
    return try CommandRun(shell: script, in: folder.url).output
  }

  /// What a failure must leave: the older results, and nothing else.
  private func expectOldResults() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.sorted() == ["Facts", "results.csv"])
    let text = try String(contentsOf: folder.url.appending(path: "results.csv"), encoding: .utf8)
    #expect(text == "old")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      ("--output /dev/full", "`/dev/full`", "the file is left as it was"),
      ("2>&1 >/dev/full", "standard output", "what was written is not whole"),
    ]
  )
  func theDiskIsFull(_ rest: String, _ place: String, _ state: String) throws {
    let end = """
      error: \(place) cannot be written: no space is left
      help: \(state); make room and run again
      code 2

      """
    #expect(try eval(rest).hasSuffix(end))
    try expectOldResults()
  }

  @Test func theFileMayNotGrow() throws {
    let end = """
      error: `results.csv` cannot be written: the file would be larger than is allowed
      help: the file is left as it was; raise the limit (`ulimit -f`), or ask for less with `--area`
      code 2

      """
    #expect(try eval("--output results.csv", before: "ulimit -f 1").hasSuffix(end))
    try expectOldResults()
    let streamed = try eval("> more.csv", before: "ulimit -f 1")
    #expect(
      streamed.contains(
        "error: standard output cannot be written: the file would be larger than is allowed\n"
      )
    )
    #expect(streamed.hasSuffix("\ncode 2\n"))
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/sys/kernel")),
    arguments: [
      (
        "/sys/results.csv", "permission denied", "choose a folder that you may write to"
      ),
      (
        "Gone/results.csv", "no such file or folder",
        "make the folder first, or choose another one"
      ),
      ("Facts", "it is a folder", "choose another name for it"),
    ]
  )
  func thereIsNoPlace(_ path: String, _ cause: String, _ remedy: String) throws {
    let end = "error: `\(path)` cannot be written: \(cause)\nhelp: \(remedy)\ncode 2\n"
    #expect(try eval("--output \(path)").hasSuffix(end))
    try expectOldResults()
  }

  @Test func theReaderGoesAway() throws {
    let partner = Fixtures.packageRoot.appending(path: "Examples/partner").path
    let script = """
      { "$RULEC" eval "$RULES" --facts '\(partner)' --format csv 2>errors; echo $? >code; } | head -1
      cat code errors
      """
    let run = try CommandRun(shell: script, in: folder.url)
    #expect(
      run.output == """
        customer_id,customer_name,area,node,status,change,current,required,unit,reason
        141
        as of 2025-10: the latest month that all needed tables cover

        """
    )
  }

  /// Nobody reads what is said about facts; the results are written all the same.
  @Test func theReaderOfErrorsGoesAway() throws {
    let script = """
      { "$RULEC" eval "$RULES" --facts Facts --output results.csv; echo $? >code; } 2>&1 | true
      cat code
      """
    let run = try CommandRun(shell: script, in: folder.url)
    #expect(run.output == "0\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.sorted() == ["Facts", "code", "results.csv"])
  }
}
