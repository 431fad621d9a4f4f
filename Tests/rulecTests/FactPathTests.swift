import Foundation
import Testing

@Suite("Facts and results: paths that cannot be used")
struct FactPathTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Rules/a.rules", "kind color plural colors open\n")
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(arguments, in: folder.url)
  }

  @Test(arguments: ["eval", "facts"])
  func brokenRules(_ command: String) throws {
    try folder.write("Rules/b.rules", "unit\n")
    let run = try run(command, "--facts", "Facts")
    #expect(run.exitCode == 1)
    #expect(run.output == "")
    #expect(run.errors.contains("R0201"))
  }

  @Test(arguments: ["eval", "facts"])
  func absentFolder(_ command: String) throws {
    let run = try run(command, "--facts", "Facts")
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("error: `Facts` cannot be read: no such file or folder\n"))
  }

  @Test(arguments: ["eval", "facts"])
  func folderWithoutFacts(_ command: String) throws {
    try folder.write("Facts/readme.txt", "")
    try folder.write("Facts/one/two/deep.csv", "a,b\n")
    let run = try run(command, "--facts", "Facts")
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("error: there are no fact files in `Facts`\n"))
    #expect(run.errors.contains("help: give files or folders that hold .csv, "))
  }

  @Test(arguments: ["eval", "facts"])
  func nothingMatches(_ command: String) throws {
    try folder.write("Facts/inner/USAGE.CSV", "a,b\n1,2\n")
    try folder.write("Facts/noise.json", "[]\n")
    let run = try run(command, "--facts", "Facts")
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("error: none of 2 files fits a table of the rules\n"))
  }

  @Test func filesAreListed() throws {
    try folder.write("Facts/inner/USAGE.CSV", "a,b\n1,2\n")
    let run = try run("facts", "--facts", "Facts", "Facts/inner/USAGE.CSV")
    #expect(run.output.contains("  Facts/inner/USAGE.CSV"))
    #expect(run.errors.contains("error: the file fits no table of the rules\n"))
  }

  @Test func outputHasNoPlace() throws {
    let absent = try run("eval", "--facts", "Facts", "--output", "Gone/results.csv")
    #expect(absent.exitCode == 2)
    #expect(
      absent.errors.hasPrefix(
        "error: `Gone/results.csv` cannot be written: no such file or folder\n"
      )
    )
    let isFolder = try run("eval", "--facts", "Facts", "--output", "Rules")
    #expect(isFolder.exitCode == 2)
    #expect(isFolder.errors.hasPrefix("error: `Rules` cannot be written: it is a folder\n"))
  }

  @Test func unknownArea() throws {
    try folder.write("Facts/usage.csv", "a,b\n")
    let run = try run("eval", "--facts", "Facts", "--area", "one,two")
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("error: no rule file declares the areas `one`, `two`\n"))
  }
}
