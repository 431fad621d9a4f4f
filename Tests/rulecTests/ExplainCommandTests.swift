import Foundation
import TestSupport
import Testing

@Suite("rulec explain")
struct ExplainCommandTests {
  /// Runs the command on the example partner, from the root of the project.
  private static func explain(_ arguments: String...) throws -> CommandRun {
    try CommandRun(
      ["explain", "--facts", "Examples/partner", "--as-of", "2025-10"] + arguments,
      in: Fixtures.packageRoot
    )
  }

  /// Customers of the walk-through that differ: met with growth, met that adds nothing, blocked by a
  /// gate, without data, and with a dated association; and one node with all of its rows.
  @Test("tells stories that are readable as sentences")
  func walkThrough() throws {
    let stories = try [
      ["4100001", "--area", "azure"], ["4100021", "--area", "modern-work-smb"],
      ["4100057", "--area", "business-applications-smb"], ["4100012", "--area", "azure"],
      ["4100023", "--area", "modern-work-smb"],
      ["4100041", "--node", "security/m365-usage-growth/monthly-protected-users"],
    ].map { arguments in
      let run = try CommandRun(
        [
          "explain", "--facts", "Examples/partner", "--as-of", "2025-10", "--format", "markdown",
          "--customer",
        ] + arguments,
        in: Fixtures.packageRoot
      )
      #expect(run.exitCode == 0)
      return run.output
    }
    let golden = "reports/explain.md"
    #expect(try compareGolden(stories.joined(separator: "\n"), with: golden) == .same)
  }

  @Test("lists every row of a node that is asked for, and the first ones elsewhere")
  func rows() throws {
    let all = try ExplainCommandTests.explain(
      "--customer",
      "4100001",
      "--node",
      "azure/deployments/workloads"
    )
    #expect(!all.output.contains(", and 8 more"))
    #expect(all.output.contains("(line 684)"))
    let brief = try ExplainCommandTests.explain("--customer", "4100001", "--area", "azure")
    #expect(brief.output.contains(", and 8 more"))
  }

  @Test(
    "names what a part of a path stands for, or asks",
    arguments: [
      ("azure/deployments/workloads", "Azure, Deployments, Workloads"),
      ("azure/deployments", "Azure, Deployments"),
      ("Azure/Workloads", "Azure, Workloads"),
      ("business-applications-smb/net-qualifying-workloads", ""),
      ("performance/workloads", ""),
      ("deployments/cpo", ""),
    ]
  )
  func paths(_ path: String, _ title: String) throws {
    let run = try ExplainCommandTests.explain("--customer", "4100001", "--node", path)
    guard !title.isEmpty else {
      #expect(run.exitCode == 2)
      #expect(run.output == "")
      let expected = [
        "business-applications-smb/net-qualifying-workloads":
          "no area has the node `business-applications-smb/net-qualifying-workloads`\nhelp: did you"
          + " mean `business-applications-smb/net-customer-adds/net-qualifying-workloads`",
        "performance/workloads":
          "`performance/workloads` is in 2 nodes\nhelp: write more of it: "
          + "`business-applications-smb/performance/workloads`, "
          + "`business-applications-enterprise/performance/workloads`",
        "deployments/cpo":
          "no area has the node `deployments/cpo`\nhelp: did you mean "
          + "`modern-work-smb/deployments/cpor`",
      ]
      #expect(run.errors.hasPrefix("error: \(expected[path] ?? "")"), "\(run.errors)")
      return
    }
    #expect(run.exitCode == 0)
    #expect(run.output.split(separator: "\n").dropFirst().first == "\(title): Met")
  }

  @Test("asks for the id of a customer that is named by its name")
  func names() throws {
    let run = try ExplainCommandTests.explain("--customer", "Alpine")
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("customers are named by id: `4100016` (Alpine Ski House)"))
  }

  @Test("is the same for every number of threads, and as wide as the terminal says")
  func sameOnEveryRun() throws {
    let arguments = ["--customer", "4100041", "4100001"]
    let one = try ExplainCommandTests.explain(
      "--threads",
      "1",
      arguments[0],
      arguments[1],
      arguments[2]
    )
    let more = try ExplainCommandTests.explain(
      "--threads",
      "7",
      arguments[0],
      arguments[1],
      arguments[2]
    )
    #expect(one.output == more.output)
    #expect(one.output.hasPrefix("Contoso Ltd (4100001), as of 2025-10\n"))
    #expect(one.output.contains("\n\nContoso Pharmaceuticals (4100041), as of 2025-10\n"))
    #expect(one.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("writes names of files as data, in Markdown by the ending of the file")
  func hostileNames() throws {
    let folder = try TemporaryFolder()
    let row = "1001,<script>alert(1)</script> *x* [y](z) `q`,t1,2025-10,Compute,PAL,10"
    try folder.write("Facts/usage.csv", TemporaryFolder.usageHeader + "\n" + row + "\n")
    let rules = Fixtures.packageRoot.appendingPathComponent("Rules").path
    let run = try CommandRun(
      ["explain", rules, "--facts", "Facts", "--customer", "1001", "--output", "1001.md"],
      in: folder.url
    )
    #expect(run.exitCode == 0)
    #expect(run.output == "")
    let story = try String(
      contentsOf: folder.url.appendingPathComponent("1001.md"),
      encoding: .utf8
    )
    let name = #"# \<script>alert(1)\</script> \*x\* \[y\](z) \`q\` (1001), as of 2025-10"#
    #expect(story.hasPrefix(name + "\n"), "\(story.prefix(200))")
    #expect(story.contains("`Facts/usage.csv` decides:"))
  }

  @Test("says in one line which areas have no rows")
  func silentAreas() throws {
    let run = try ExplainCommandTests.explain("--customer", "4100016")
    #expect(
      run.output.contains("\nNo rows in other areas\n  No file has rows of this customer that ")
    )
    #expect(!run.output.contains("\nSecurity: "))
  }
}
