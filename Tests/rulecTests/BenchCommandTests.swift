import Foundation
import TestSupport
import Testing

@Suite("rulec bench: how much work an evaluation is")
struct BenchCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try .withUsage() }

  private func bench(_ arguments: String...) throws -> CommandRun {
    let rules = Fixtures.packageRoot.appending(path: "Rules").path
    return try CommandRun(["bench", rules, "--facts", "Facts"] + arguments, in: folder.url)
  }

  /// The number behind a name, where it is a count.
  private func count(_ name: String, in run: CommandRun) -> Int? {
    run.output.split(separator: "\n").filter { $0.hasPrefix(name + " ") }.compactMap { line in
      Int(line.dropFirst(name.count).drop { $0 == " " })
    }.first
  }

  @Test func countsAreThoseOfTheEvaluation() throws {
    let rows = ["2002,Other,t2,2025-10,SQL,PAL,1", "2002,Other,t2,2025-10,SQL,PAL,x"]
    let text = TemporaryFolder.usageHeader + "\n" + rows.joined(separator: "\n") + "\n"
    let more = try folder.write("Facts/more.csv", text)
    let run = try bench("--format", "csv", "--area", "azure", "--as-of", "2025-10")
    let evaluated = try folder.eval(["--format", "csv", "--area", "azure", "--as-of", "2025-10"])
    #expect(run.exitCode == 4)
    let files = [more, folder.url.appending(path: "Facts/usage.csv")]
    #expect(
      count("bytes read", in: run) == (try files.reduce(0) { try $0 + Data(contentsOf: $1).count })
    )
    #expect(count("rows read", in: run) == 3)
    #expect(count("rows kept", in: run) == 2)
    // Nine columns are declared, two of which the files do not have.
    #expect(count("cells kept", in: run) == 2 * 9)
    #expect(count("customers", in: run) == 2)
    let lines = evaluated.output.split(separator: "\n").count
    #expect(count("lines", in: run) == lines)
    #expect(count("nodes", in: run) == (lines - 1) / 2)
    #expect(count("bytes written", in: run) == evaluated.output.utf8.count)
    for stage in ["read ", "group ", "evaluate ", "evaluate and write ", "peak memory "] {
      #expect(run.output.contains("\n" + stage))
    }
  }

  @Test func resultsAreWrittenWhereThatIsAskedFor() throws {
    let run = try bench("--output", "results.csv", "--threads", "1")
    let evaluated = try folder.eval(["--format", "csv"])
    let file = folder.url.appending(path: "results.csv")
    #expect(run.exitCode == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == evaluated.output)
  }

  @Test func helpOnItIsThereForThoseWhoAsk() throws {
    #expect(try CommandRun(["bench", "--help"]).output.hasPrefix("Usage: rulec bench "))
    #expect(try !CommandRun(["--help"]).output.contains("bench"))
  }
}
