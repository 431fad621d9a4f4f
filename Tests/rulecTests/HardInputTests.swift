import Foundation
import TestSupport
import Testing

@Suite("Facts that end early, change, vanish or come through a pipe", .timeLimit(.minutes(2)))
struct HardInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try .withUsage() }

  private static let row = "1001,Acme,t1,2025-10,Compute,PAL,10"

  private func writeUsage(_ rest: String) throws {
    try folder.write("Facts/usage.csv", TemporaryFolder.usageHeader + "\n" + rest)
  }

  @Test func theLastLineNeedsNoEnd() throws {
    try writeUsage(Self.row)
    #expect(try folder.eval().exitCode == 0)
  }

  @Test(arguments: [
    (
      "1001,Acme,t1,2025-1", "error[F0201] Facts/usage.csv:3: the row has 4 cells, the header has 7"
    ),
    (
      "1001,\"Acme,t1,2025-10",
      "error[F0205] Facts/usage.csv:3: a quote opens here and is not closed"
    ),
  ])
  func theLastRowIsCutOff(_ end: String, _ finding: String) throws {
    try writeUsage(Self.row + "\n" + end)
    let run = try folder.eval(["--output", "results.csv"])
    #expect(run.exitCode == 4)
    #expect(run.errors.contains(finding))
    #expect(run.errors.contains("error: 1 row was rejected; `--allow-rejected` allows 0\n"))
    #expect(try folder.eval(["--allow-rejected", "1"]).exitCode == 0)
  }

  /// Evaluates `facts` and does something after the files are listed and before any is read.
  ///
  /// That is while rulec waits for the pipe `A.csv`, which it opens after listing, and whose name is
  /// the first.
  private func eval(_ facts: String, meanwhile step: String) throws -> CommandRun {
    try folder.write("one.csv", TemporaryFolder.usageHeader + "\n2002,Other,t2,2025-10,SQL,PAL,1\n")
    let script = """
      mkfifo A.csv
      "$RULEC" eval "$RULES" --facts A.csv \(facts) --output results.csv &
      exec 3> A.csv
      \(step)
      cat one.csv >&3
      exec 3>&-
      wait $!
      """
    return try CommandRun(shell: script, in: folder.url)
  }

  private var resultsExist: Bool {
    FileManager.default.fileExists(atPath: folder.url.appending(path: "results.csv").path)
  }

  @Test func pipesAreReadAfterFilesAreListed() throws {
    let run = try eval("Facts", meanwhile: "sleep 0.1")
    #expect(run.exitCode == 0)
    #expect(resultsExist)
  }

  @Test(arguments: [
    (
      "rm Facts/usage.csv", "no such file or folder",
      "give files or folders that hold .csv, .tsv, .json and .ndjson files"
    ),
    (
      "echo '1002,More,t3,2025-10,SQL,PAL,1' >> Facts/usage.csv", "it changed while it was read",
      "run again when nothing writes to it any more"
    ),
    (
      ": > Facts/usage.csv", "it changed while it was read",
      "run again when nothing writes to it any more"
    ),
  ])
  func filesChangeAfterTheyAreListed(_ step: String, _ cause: String, _ remedy: String) throws {
    let named = try eval("Facts/usage.csv", meanwhile: step)
    #expect(named.exitCode == 3)
    #expect(
      named.errors == "error: `Facts/usage.csv` cannot be read: \(cause)\nhelp: \(remedy)\n"
    )
    #expect(!resultsExist)
    try writeUsage(Self.row)
    try FileManager.default.removeItem(at: folder.url.appending(path: "A.csv"))
    let listed = try eval("Facts", meanwhile: step)
    #expect(listed.exitCode == 4)
    #expect(listed.errors.contains("error[F0101] Facts/usage.csv: cannot be read: \(cause)\n"))
    #expect(listed.errors.contains("error: 1 file was not read\n"))
    #expect(resultsExist)
  }

  /// The memory of a process is a file that opens well and has nothing at its beginning.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func readingFails() throws {
    let named = try folder.eval(["/proc/self/mem"])
    #expect(named.exitCode == 3)
    #expect(
      named.errors == """
        error: `/proc/self/mem` cannot be read: input/output error
        help: make it readable, or leave it out

        """
    )
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "Facts/broken.csv"),
      withDestinationURL: URL(filePath: "/proc/self/mem")
    )
    let listed = try folder.eval()
    #expect(listed.exitCode == 4)
    #expect(
      listed.errors.contains("error[F0101] Facts/broken.csv: cannot be read: input/output error\n")
    )
  }

  /// Rows of many customers, more than the reader takes at a time.
  private func writeManyRows() throws {
    let rows = (0..<40_000).map { "\($0 % 900),Name,t\($0 % 900),2025-10,Compute,PAL,\($0)" }
    try writeUsage(rows.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [
    "cat Facts/usage.csv | \"$RULEC\" eval \"$RULES\" --facts - --format csv",
    "\"$RULEC\" eval \"$RULES\" --facts - --format csv < Facts/usage.csv",
    "mkfifo pipe; cat Facts/usage.csv > pipe & \"$RULEC\" eval \"$RULES\" --facts pipe --format csv",
  ])
  func pipesGiveWhatFilesGive(_ script: String) throws {
    try writeManyRows()
    let piped = try CommandRun(shell: script, in: folder.url)
    let read = try folder.eval(["--format", "csv"])
    #expect(piped.exitCode == 0)
    #expect(piped.output == read.output)
    #expect(piped.errors == read.errors)
    #expect(piped.output.count > 100_000)
  }

  @Test func severalPipesMayBeWrittenOneAfterTheOther() throws {
    try writeManyRows()
    let script = """
      mkfifo a b
      (cat Facts/usage.csv > a; cat Facts/usage.csv > b) &
      "$RULEC" facts "$RULES" --facts a b --format json
      """
    let run = try CommandRun(shell: script, in: folder.url)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("\"duplicate\":40000"))
  }

  @Test func standardInputIsAFolderOrClosed() throws {
    let start = "\"$RULEC\" eval \"$RULES\" --facts - "
    let isFolder = try CommandRun(shell: start + "< Facts", in: folder.url)
    #expect(isFolder.exitCode == 3)
    #expect(isFolder.errors.hasPrefix("error: `standard input` cannot be read: it is a folder\n"))
    let isClosed = try CommandRun(shell: start + "<&-", in: folder.url)
    #expect(isClosed.exitCode == 3)
    #expect(isClosed.errors.hasPrefix("error: `standard input` cannot be read: "))
  }
}
