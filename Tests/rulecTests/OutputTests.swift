import Foundation
import TestSupport
import Testing

@Suite("Results in files and streams")
struct OutputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try .withUsage() }

  private func eval(_ arguments: String...) throws -> CommandRun { try folder.eval(arguments) }

  @Test func monthIsChosen() throws {
    let run = try eval("--format", "csv")
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("as of 2025-10: the latest month that all needed tables cover\n"))
    #expect(run.output != "")
  }

  @Test func withoutReasonsAllElseIsTheSame() throws {
    let full = try eval("--format", "csv")
    let short = try eval("--format", "csv", "--no-reasons")
    #expect(short.exitCode == 0)
    let lines = full.output.split(separator: "\n").dropFirst()
    let shortLines = short.output.split(separator: "\n").dropFirst()
    #expect(lines.count == shortLines.count && !lines.isEmpty)
    for (line, short) in zip(lines, shortLines) {
      #expect(short.hasSuffix(",") && line.hasPrefix(short) && line != short)
    }
    let json = try eval("--format", "json", "--no-reasons")
    #expect(json.exitCode == 2)
    #expect(json.errors.contains("`--no-reasons` is for a csv, and the results are not one"))
  }

  @Test func monthBeforeCriteria() throws {
    let run = try eval("--as-of", "2001-01")
    #expect(run.exitCode == 2)
    #expect(run.errors.hasPrefix("error: the criteria begin in 2022-10; there are none as of 2001"))
  }

  @Test func fileTakesThePlaceOfAnOlderOne() throws {
    let file = try folder.write("results.csv", "old")
    for _ in 1...2 {
      #expect(try eval("--output", "results.csv").exitCode == 0)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text != "old")
      #expect(text != "")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.sorted() == ["Facts", "results.csv"])
  }

  @Test func linksAreFollowed() throws {
    let file = try folder.write("results.csv", "old")
    let link = folder.url.appendingPathComponent("link.csv")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(try eval("--output", "link.csv").exitCode == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) != "old")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path
    )
  }

  @Test func linkToAFileThatIsToBeMade() throws {
    let file = folder.url.appendingPathComponent("results.csv")
    let link = folder.url.appendingPathComponent("link.csv")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(try eval("--output", "link.csv").exitCode == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) != "")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path
    )
  }

  @Test func linksInACircle() throws {
    let link = folder.url.appendingPathComponent("link.csv")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: link)
    let run = try eval("--output", "link.csv")
    #expect(run.exitCode == 2)
    #expect(
      run.errors.contains("`link.csv` cannot be written: too many levels of symbolic links\n")
    )
  }

  @Test(arguments: [
    ["eval", "--format", "csv"], ["eval", "--format", "json"], ["score"], ["facts"],
  ])
  func resultsAreTheSameForAnyNumberOfThreads(_ command: [String]) throws {
    let root = Fixtures.packageRoot
    let rest = Array(command.dropFirst()) + ["--facts", "Examples/partner", "--threads"]
    let runs = try ["1", "2", "7"].map { threads in
      try CommandRun([command[0]] + rest + [threads], in: root)
    }
    for run in runs {
      #expect(run.exitCode == 0)
      #expect(run.output == runs[0].output)
      #expect(run.errors == runs[0].errors)
    }
    #expect(runs[0].output.count > 1000)
  }

  @Test func filesThatAreReadAreNotReplaced() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appendingPathComponent("Facts").path
    )
    let name = try #require(names.first)
    let run = try eval("--output", "./Facts/../Facts/\(name)")
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("cannot be written: it is one of the files that are read\n"))
    #expect(run.errors.contains("help: choose another name for it\n"))
  }

  @Test func customersThatDoNotExist() throws {
    let run = try eval("--customer", "1001", "1010", "x")
    #expect(run.exitCode == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("error: the facts have no customers `1010`, `x`\n"))
    #expect(run.errors.contains("help: did you mean `1001`?\n"))
  }

  @Test func areaOfAnotherMonth() throws {
    let run = try eval("--as-of", "2024-06", "--area", "azure-smb")
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("error: `azure-smb` does not exist as of 2024-06\n"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let run = try eval("--output", "/dev/full")
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("error: `/dev/full` cannot be written: no space is left\n"))
  }

  @Test func rejectedRows() throws {
    let rows = "1001,Acme,t1,2025-09,Compute,PAL,10\n1001,Acme,t1,2025-09,Storage,PAL,ten\n"
    try folder.write("Facts/more.csv", TemporaryFolder.usageHeader + "\n" + rows)
    let run = try eval()
    #expect(run.exitCode == 4)
    #expect(run.output != "")
    #expect(run.errors.contains("rows: 3 read, 2 used, 1 rejected\n"))
    #expect(run.errors.contains("error: 1 row was rejected; `--allow-rejected` allows 0\n"))
    #expect(try eval("--allow-rejected", "1").exitCode == 0)
    #expect(try eval("--allow-rejected", "34%").exitCode == 0)
    #expect(try eval("--allow-rejected", "33%").exitCode == 4)
  }
}
