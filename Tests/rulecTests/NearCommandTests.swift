import Foundation
import TestSupport
import Testing

@Suite("rulec near")
struct NearCommandTests {
  private func near(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(
      ["near", "Rules", "--facts", "Examples/partner", "--as-of", "2025-10"] + arguments,
      in: Fixtures.packageRoot
    )
  }

  @Test("Those about to be gained and about to be lost, closest first")
  func fromEitherSide() throws {
    let run = try near(["--node", "azure/net-customer-adds", "--within", "200"])
    #expect(run.exitCode == 0)
    let expected = """
      Azure, Net customer adds, Net qualified tenants, as of 2025-10
        Criterion: At least 1 for this customer

      About to be gained: 3 customers, closest first
        Tailspin Toys (4100004)
          0.01 USD more ACR of App Service at 41000041-89de-580a-8606-096adf29ef6f under PAL (1,000.00
            instead of 999.99) in 2025-10
        Litware, Inc. (4100008)
          150.00 USD more ACR of Data Factory at 41000081-22be-5bb2-9433-f4a5d654404a under CSP Tier 2
            (1,000.00 instead of 850.00) in 2025-10
        Proseware, Inc. (4100009)
          170.00 USD more ACR of Virtual Machines at 41000091-8337-5666-a2ff-838246ac18fa under PAL
            (810.00 instead of 640.00) in 2025-10

      About to be lost: 1 customer, closest first
        Northwind Traders (4100003)
          0.01 USD less ACR of App Service at 41000031-9e8c-59dc-861b-ca7f38293cc2 under PAL (999.99
            instead of 1,000.00) in 2025-10

      44 customers behind a closed gate are left out.
      1 customer cannot be told, as facts are missing.

      """
    #expect(run.output == expected)
  }

  @Test("Of several changes the one that is close enough, and the numbers decide what is closer")
  func byNumbers() throws {
    let run = try near(
      ["--node", "modern-work-smb/paid-available-units", "--within", "40", "--format", "csv"]
    )
    let lines = run.output.split(separator: "\n").dropFirst()
    let found = lines.map { line in
      let cells = line.split(separator: ",")
      return "\(cells[4]) \(cells[5])"
    }
    #expect(
      found == [
        "gained 1", "gained -1", "gained -40", "lost -1", "lost 1", "lost 6", "lost -10",
        "lost -11", "lost -35",
      ]
    )
  }

  @Test("A share of the number, as a line for each customer")
  func asCSV() throws {
    let run = try near(
      ["--node", "modern-work-smb/paid-available-units", "--within", "0.5%", "--format", "csv"]
    )
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "customer_id,customer_name,area,node,side,change,unit,percent,to_do")
    let starts = lines.dropFirst().map { $0.split(separator: ",").prefix(6).joined(separator: ",") }
    #expect(
      starts == [
        "4100019,Trey Research,modern-work-smb,paid-available-units,gained,-1",
        "4100018,Coho Winery,modern-work-smb,paid-available-units,lost,1",
      ]
    )
  }

  @Test("The closest ones alone, without a limit")
  func closest() throws {
    let run = try near(["--node", "azure/net-customer-adds"])
    #expect(run.output.contains("About to be gained: 9 customers, closest first"))
    let one = try near(["--node", "azure/net-customer-adds", "--threads", "1"])
    #expect(one.output == run.output)
  }

  @Test(
    arguments: [
      (["--node", "azure"], "error: `azure` is in 5 nodes"),
      (["--node", "azure/net-adds"], "error: no area has the node `azure/net-adds`"),
      (["--node", "azure/workloads", "--within", "few"], "error: `--within` expects a number"),
      (["--node", "azure/workloads", "--within=-1"], "error: `--within` expects a number"),
      ([], "error: `rulec near` needs `--node`"),
    ]
  )
  func mistakes(_ arguments: [String], _ message: String) throws {
    let run = try near(arguments)
    #expect(run.exitCode == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
