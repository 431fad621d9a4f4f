import Foundation
import TestSupport
import Testing

@Suite("rulec list: what is listed, and where it is written")
struct ListCommandTests {
  private let root = Fixtures.packageRoot

  private func list(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["list", "Rules"] + arguments, in: root)
  }

  @Test func valuesOfAnAreaInAMonth() throws {
    let run = try list(
      "--as-of",
      "2025-10",
      "--area",
      "azure",
      "--kind",
      "value",
      "--format",
      "csv"
    )
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n").dropFirst()
    #expect(lines.count > 10)
    #expect(lines.allSatisfy { $0.hasPrefix("azure,,value,") })
    #expect(
      run.output.contains(",customer-acr,ACR that makes a tenant a customer,,,1000,USD,2022-10,,,")
    )
  }

  @Test func changesLeaveOutWhatAlwaysHeld() throws {
    let run = try list("--changes", "--area", "azure", "--kind", "value", "--format", "csv")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("\nazure,,value,data-ai-points,"))
    #expect(!run.output.contains("\nazure,,value,adds-points,"))
  }

  @Test func theEndingOfTheFileDecidesHowItIsWritten() throws {
    let folder = try TemporaryFolder()
    let rules = root.appending(path: "Rules").path
    for (ending, start) in [
      ("txt", "Azure: values ("), ("csv", "area,track,kind,"),
      ("json", #"{"schema":"rulec.list/1","#),
    ] {
      let run = try CommandRun(["list", rules, "--output", "list.\(ending)"], in: folder.url)
      #expect(run.exitCode == 0)
      #expect(run.output == "")
      let file = folder.url.appending(path: "list.\(ending)")
      #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(start))
    }
  }

  @Test func whatIsNotThere() throws {
    let unknown = try list("--area", "azur")
    #expect(unknown.exitCode == 2)
    #expect(unknown.errors.contains("error: no rule file declares the area `azur`\n"))
    #expect(unknown.errors.contains("help: did you mean `azure`?\n"))
    let absent = try list("--area", "azure-smb", "--as-of", "2024-06")
    #expect(absent.exitCode == 2)
    #expect(absent.errors.contains("error: `azure-smb` does not exist as of 2024-06\n"))
    let early = try list("--as-of", "2001-01")
    #expect(early.exitCode == 2)
    #expect(early.errors.hasPrefix("error: the criteria begin in 2022-10"))
  }

  @Test func mistakesInTheRulesAreToldAsByCheck() throws {
    let folder = try TemporaryFolder()
    try folder.write("Rules/broken.rules", "unit\n")
    let run = try CommandRun(["list"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.output == "")
    #expect(run.errors.contains("--> Rules/broken.rules:1:"))
  }

  @Test func rulesAreNotReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("Rules/a.rules", "unit seat\n")
    let run = try CommandRun(["list", "--output", "Rules/a.rules"], in: folder.url)
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("it is one of the files that are read"))
  }
}
