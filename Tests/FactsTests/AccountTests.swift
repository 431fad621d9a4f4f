import Facts
import Testing

@Suite("The account of rows")
struct AccountTests {
  private static let header =
    "CustomerTpid,CustomerName,CustomerTenantId,WorkloadName,Month,PaidAvailableUnits,"
    + "PartnerAttributionType,IsDuplicate"

  private func read(_ rows: String...) -> FactStore {
    FactsTests.read(("f.csv", ([Self.header] + rows).joined(separator: "\n")))
  }

  @Test func everyRowIsCountedOnce() {
    let store = read(
      "c,n,t,Teams,2025-10,5,CSP,0",
      "c,n,t,Teams,2025-10,5,CSP,1",
      "c,n,t,Temas,2025-10,5,CSP,0",
      "c,n,t,Teams,2025-10,x,CSP,0",
      "c,n,t,Teams,2025-10,5,CSP"
    )
    #expect(store.file.summary == "5 = 1 1 0 0 1 2")
    #expect(store.file.isBalanced)
  }

  @Test(arguments: [("1", 1), (" 1 ", 1), ("0", 0), ("", 0), ("true", 0), ("1.0", 0), ("11", 0)])
  func onlyTheDeclaredValueDrops(_ flag: String, _ dropped: Int) {
    #expect(read("c,n,t,Teams,2025-10,5,CSP,\(flag)").file.dropped == dropped)
  }

  @Test(arguments: [("paid", 0), ("PAID ", 0), ("free", 1), ("", 1)])
  func rowsWithoutAKeptValueAreNotNeeded(_ type: String, _ notNeeded: Int) {
    let store = FactsTests.read(lines: revenueHeader + ",MetricType", "c,t,A,2025-10,1,\(type)")
    #expect(store.file.notNeeded == notNeeded)
    #expect(store.file.used == 1 - notNeeded)
    #expect(store.names[TestCatalogue.service].count == 2 - notNeeded)
  }

  @Test func rejectingComesBeforeNamesAndThoseBeforeDropping() {
    let store = read(
      "c,n,t,Teams,2025-10,x,CSP,1",
      "c,n,t,Temas,2025-10,5,CSP,1",
      "c,n,t,Temas,2025-10,x,CSP,0"
    )
    #expect(store.file.summary == "3 = 0 0 0 0 1 2")
    #expect(store.findings == ["F0204@2", "F0301@3", "F0204@4"])
  }

  @Test(arguments: [
    (",n,t,Teams,2025-10,5,CSP,0", "CustomerTpid"),
    ("c,n, ,Teams,2025-10,5,CSP,0", "CustomerTenantId"),
    ("c,n,t,\"\",2025-10,5,CSP,0", "WorkloadName"), ("c,n,t,Teams,,5,CSP,0", "Month"),
    ("c,n,t,Teams,2025-10,5,,0", "PartnerAttributionType"),
  ])
  func emptyKeysRejectTheRow(_ row: String, _ column: String) {
    let store = read(row)
    #expect(store.file.summary == "1 = 0 0 0 0 0 1")
    #expect(store.findings == ["F0202@2"])
    #expect(store.account.findings.first?.column == column)
    #expect(store.customers == [])
    #expect(store.tables[TestCatalogue.seats].coveredMonths == [])
  }

  @Test func otherEmptyCellsDoNot() {
    #expect(read("c,,t,Teams,2025-10,,CSP,").file.summary == "1 = 1 0 0 0 0 0")
  }

  @Test func oneRowHasOneFinding() {
    #expect(read(",,,Temas,soon,x,Nobody,1").findings == ["F0202@2"])
  }

  @Test func rowsThatAreNotRejectedNameCustomersAndCoverMonths() {
    let store = read(
      "used,n,t,Teams,2025-10,5,CSP,0",
      "dropped,n,u,Teams,2025-11,5,CSP,1",
      "unknown,n,v,Temas,2025-12,5,CSP,0",
      "rejected,n,w,Teams,2026-01,x,CSP,0"
    )
    #expect(store.customers.map(\.id) == ["dropped", "unknown", "used"])
    #expect(store.tenants == ["t", "u", "v"])
    let months = store.tables[TestCatalogue.seats].coveredMonths.map(\.description)
    #expect(months == ["2025-10", "2025-11", "2025-12"])
  }

  @Test func findingsBeyondTheTenthAreCounted() throws {
    let rows = (1...25).map { "c,t,A,2025-10,x\($0)" }
    let store = FactsTests.read(("f.csv", ([revenueHeader] + rows).joined(separator: "\n")))
    #expect(store.file.rejected == 25)
    #expect(store.account.findings.map(\.line) == (2...11).map { $0 })
    #expect(store.account.findings.map(\.more) == Array(repeating: 0, count: 9) + [15])
  }

  @Test func findingsAreSortedByFileLineAndColumn() {
    let store = FactsTests.read(
      ("b.csv", revenueHeader + "\nc,t,A,2025-10,x\n,t,A,2025-10,1\n"),
      ("a.csv", revenueHeader + "\nc,t,A,soon,x\n")
    )
    #expect(store.account.files.map(\.file) == ["a.csv", "b.csv"])
    #expect(store.account.findings.map(\.file) == ["a.csv", "b.csv", "b.csv"])
    #expect(store.findings == ["F0203@2", "F0204@2", "F0202@3"])
  }
}
