import Foundation
import Testing

@Suite("rulec check: which files are read and what is said of them")
struct CheckCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(_ arguments: String..., input: String = "") throws -> CommandRun {
    try CommandRun(["check"] + arguments, in: folder.url, input: input)
  }

  private let clean = "unit seat plural seats decimals 0\n"

  @Test func defaultFolderIsAbsent() throws {
    let checked = try run()
    #expect(checked.exitCode == 2)
    #expect(
      checked.errors == """
        error: there is no folder `Rules` here
        help: give a rule file or a folder of rule files as PATH

        """
    )
  }

  @Test func absentPath() throws {
    let checked = try run("missing.rules")
    #expect(checked.exitCode == 2)
    #expect(checked.errors == "error: `missing.rules` cannot be read: no such file or folder\n")
  }

  @Test func folderWithoutRules() throws {
    try folder.write("Rules/readme.txt", "")
    let checked = try run()
    #expect(checked.exitCode == 2)
    #expect(checked.errors.hasPrefix("error: there are no rule files (*.rules) in `Rules`\n"))
  }

  @Test func brokenFile() throws {
    try folder.write("Rules/broken.rules", "unit\n")
    let checked = try run()
    #expect(checked.exitCode == 1)
    #expect(checked.output == "")
    #expect(checked.errors.contains("Rules/broken.rules:"))
    #expect(checked.errors.contains("R0201"))
    #expect(checked.errors.contains("\n1 file checked, 1 error\n"))
    #expect(try run("--strict").exitCode == 1)
  }

  @Test func findingsAsJSON() throws {
    try folder.write("Rules/broken.rules", "unit\n")
    let checked = try run("--format=json")
    #expect(checked.exitCode == 1)
    #expect(checked.errors == "")
    #expect(checked.output.hasPrefix("{"))
    #expect(checked.output.contains("R0201"))
  }

  @Test func standardInput() throws {
    let checked = try run("-", input: "unit\n")
    #expect(checked.exitCode == 1)
    #expect(checked.errors.contains("standard input:"))
  }

  @Test func usedFilesAreReadOnce() throws {
    try folder.write("Rules/a.rules", "use \"b.rules\"\nuse \"../More/c.rules\"\n")
    try folder.write("Rules/b.rules", "use \"a.rules\"\n")
    try folder.write("More/c.rules", "use \"../Rules/a.rules\"\n")
    #expect(try run("Rules").allText.contains("3 files checked"))
    #expect(
      try run("Rules/a.rules", "Rules", "./Rules/b.rules").allText.contains("3 files checked")
    )
  }

  @Test func usedFileIsAbsent() throws {
    try folder.write("Rules/a.rules", "use \"gone.rules\"\n")
    let checked = try run()
    #expect(checked.exitCode == 1)
    #expect(checked.errors.contains("R0206"))
    #expect(
      checked.errors.contains("`Rules/gone.rules` cannot be read: no such file or folder")
    )
    #expect(checked.errors.contains("Rules/a.rules:1:5"))
  }

  @Test func colourOnlyWhereAsked() throws {
    try folder.write("Rules/broken.rules", "unit\n")
    #expect(try !run().errors.contains("\u{1B}"))
    #expect(try !run("--colour", "never").errors.contains("\u{1B}"))
  }
}

extension CommandRun {
  fileprivate var allText: String { output + errors }
}
