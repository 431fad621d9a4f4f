import Foundation
import TestSupport
import Testing

@Suite("Findings about facts that only a whole run can make")
struct FactFindingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try .withUsage() }

  @Test func absentTablesAndMonths() throws {
    let run = try folder.eval(["--as-of", "2025-11"])
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("warning[F0410]"))
    #expect(run.errors.contains("note[F0411]"))
  }

  @Test func titlesThatCountNothingAreToldInOneLine() throws {
    let header = "TrainingTitle,TrainingType,MCPID,Email,TrainingCompletionDate,ExpirationDate,"
    let rows = ["AI-102", "Scrum", "Azure Adminstrator Associate", "AI-102"].map { title in
      "\(title),Certification,7,a@x,2025-01-31,,Active"
    }
    let text = ([header + "ActivationStatus"] + rows).joined(separator: "\n") + "\n"
    try folder.write("Facts/trainings.csv", text)
    let rules = Fixtures.packageRoot.appendingPathComponent("Rules").path
    let run = try CommandRun(
      ["score", rules, "--facts", "Facts", "--as-of", "2025-10"],
      in: folder.url
    )
    #expect(run.errors.contains("help: did you mean `Azure Administrator Associate`?"))
    #expect(
      run.errors.contains(
        "note[F0302]: 2 names of `TrainingTitle` count nothing: `AI-102` and `Scrum`;"
          + " `rulec facts` lists them\n"
      )
    )
    #expect(!(try folder.eval().errors.contains("F0302")))
  }

  @Test func associationsAfterTheMonth() throws {
    let dates = "CustomerTenantId,PartnerAttributionType,DateAssociated,WorkloadName\n"
    try folder.write("Facts/dates.csv", dates + "t1,PAL,2026-01,\n")
    #expect(try folder.eval().errors.contains("note[F0407]"))
  }

  @Test func fileThatCannotBeRead() throws {
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("Facts/gone.csv"),
      withDestinationURL: folder.url.appendingPathComponent("nowhere.csv")
    )
    let run = try folder.eval()
    #expect(run.exitCode == 4)
    #expect(run.errors.contains("error[F0101]"))
  }

  @Test func fileThatLacksAColumn() throws {
    let header =
      "CustomerTpid,CustomerName,CustomerTenantId,WorkloadName,Month,MonthlyActiveUsers,"
      + "PartnerAttributionType\n"
    try folder.write("Facts/office.csv", header + "1,One,t1,Teams,2025-10-01,5,CPOR\n")
    let run = try folder.eval()
    #expect(run.errors.contains("error[F0105]"))
    #expect(run.exitCode == 4)
  }

  @Test(
    "A number that the unit of its column does not allow rejects its row",
    arguments: [
      ("-1", "is not at least 0 and at most 10000000"), ("10000001", "is not at least 0"),
      ("-0.5", "is not at least 0"), ("1e9", "is not at least 0"), ("0", nil), ("10000000", nil),
    ]
  )
  func numberOutsideOfItsRange(_ seats: String, _ message: String?) throws {
    let header =
      "CustomerTpid,CustomerName,CustomerTenantId,WorkloadName,Month,PaidAvailableUnits,"
      + "MonthlyActiveUsers,PartnerAttributionType\n"
    try folder.write("Facts/office.csv", header + "1,One,t1,Teams,2025-10,\(seats),5,CPOR\n")
    let run = try folder.eval(["--as-of", "2025-10", "--allow-rejected", "100%"])
    #expect(run.errors.contains("F0204") == (message != nil), "\(run.errors)")
    if let message { #expect(run.errors.contains("`\(seats)` \(message)"), "\(run.errors)") }
  }

  @Test func anAreaStandsForItsTracks() throws {
    let run = try folder.eval(["--area", "modern-work", "--format", "csv"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains(",modern-work-smb,"))
    #expect(run.output.contains(",modern-work-enterprise,"))
  }
}
