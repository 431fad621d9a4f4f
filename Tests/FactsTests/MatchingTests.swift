import Facts
import Testing

@Suite("Which table a file is")
struct MatchingTests {
  private static let seatsHeader =
    "CustomerTpid,CustomerTenantId,WorkloadName,Month,PaidAvailableUnits,PartnerAttributionType"

  @Test(arguments: [
    revenueHeader, revenueHeader.uppercased(),
    " CustomerID , CustomerTenantId,servicelevel2,"
      + "MONTH,\" ACR_USD \"", "X,ACR_USD,Month,Y,ServiceLevel2,CustomerTenantId,CustomerID,",
  ])
  func headersMatchInAnyOrderAndCase(_ header: String) {
    let store = read(("any name.txt", header))
    #expect(store.file.table == TestCatalogue.revenue)
    #expect(store.tables.map(\.isPresent) == [false, true, false])
    #expect(store.findings == [])
  }

  @Test func otherHeadersOfAColumnAreAccepted() {
    let header = Self.seatsHeader.replacing("Month", with: "MonthKey")
      .replacing("CustomerTpid", with: "customertpid2")
    #expect(read(lines: header).file.table == TestCatalogue.seats)
  }

  @Test func theTableWithMostColumnsWins() {
    let store = read(lines: Self.seatsHeader + ",DateAssociated", "c,t,Teams,2025-10,5,CSP,2020-01")
    #expect(store.file.table == TestCatalogue.seats)
    #expect(store.tables[TestCatalogue.seats].rowCount == 1)
  }

  @Test func aTieIsAnError() {
    let twin = TestCatalogue.whole.tables[TestCatalogue.revenue]
    let catalogue = Catalogue(kinds: TestCatalogue.whole.kinds, tables: [twin, twin])
    let source = FactSource(name: "f.csv", bytes: Array(revenueHeader.utf8))
    let store = readFacts([source], catalogue: catalogue)
    #expect(store.findings == ["F0107", "F0106@1"])
    #expect(store.file.table == nil)
  }

  @Test func anAbsentColumnIsNamedWithItsTable() throws {
    let store = read(lines: "CustomerID,CustomerTenantId,ServiceLevel2,Month,Region", "c,t,A,x,y")
    #expect(store.findings == ["F0107", "F0105@1"])
    #expect(store.file.summary == "0 = 0 0 0 0 0 0")
    let finding = try #require(store.account.findings.last)
    #expect(finding.level == .error)
    #expect(finding.message == "the column `ACR_USD` of `revenue` is absent; the file is not read")
    #expect(finding.help?.contains("some roles do not see revenue columns") == true)
  }

  @Test func aNearMissIsSuggested() {
    let store = read(lines: revenueHeader.replacing("ACR_USD", with: "ACR_UDS"))
    #expect(store.account.findings.last?.help?.hasPrefix("did you mean `ACR_UDS`?") == true)
  }

  @Test func allAcceptedHeadersAreNamed() {
    let store = read(lines: Self.seatsHeader.replacing("Month", with: "Period"))
    #expect(store.account.findings.last?.help?.contains("`Month` or `MonthKey`") == true)
  }

  @Test func otherFilesAreNoted() {
    let store = read(("a.csv", "Name,Month\nx,2025-10\n"), ("b.csv", revenueHeader))
    #expect(store.findings == ["F0104"])
    #expect(store.account.findings.first?.level == .note)
    #expect(store.account.files.map(\.table) == [nil, TestCatalogue.revenue])
  }

  @Test func aRepeatedHeaderIsAnError() {
    let store = read(lines: revenueHeader + ",month", "c,t,A,2025-10,1,2025-11")
    #expect(store.findings == ["F0107", "F0108@1"])
    #expect(store.tables[TestCatalogue.revenue].isPresent == false)
  }

  @Test func repeatedHeadersThatNobodyNeedsAreFine() {
    #expect(read(lines: revenueHeader + ",Remark,Remark").findings == [])
  }

  @Test func theFirstOfTwoAcceptedHeadersIsRead() {
    let store = read(lines: "MonthKey," + Self.seatsHeader, "2025-11,c,t,Teams,2025-10,5,CSP")
    #expect(store.months(TestCatalogue.seats) == ["2025-10"])
    #expect(store.findings == ["F0108@1"])
    #expect(store.account.findings.first?.level == .note)
  }

  @Test func withoutFilesThereAreNoFacts() {
    let store = readFacts([], catalogue: TestCatalogue.whole)
    #expect(store.findings == ["F0107"])
    #expect(store.tables.count == 3)
    #expect(store.names[TestCatalogue.association] == ["CSP", "CPOR"])
  }

  @Test func absentOptionalColumnsAreEmpty() {
    let store = read(lines: Self.seatsHeader, "c,t,Teams,2025-10,5,CSP")
    #expect(store.numbers(TestCatalogue.seats, 6) == [nil])
    #expect(store.numbers(TestCatalogue.seats, 5) == ["5"])
    #expect(store.customers == [Customer(id: "c", name: "")])
  }

  @Test func associationDatesHaveNoCustomers() {
    let store = read(
      lines: "CustomerTenantId,PartnerAttributionType,DateAssociated,WorkloadName",
      "T,CSP,8/14/2022,",
      "T,CPOR,6/15/2024,Teams"
    )
    #expect(store.rows(TestCatalogue.dates) == ["t 2022-08 0 -1", "t 2024-06 1 0"])
    #expect(store.tables[TestCatalogue.dates].customer == [])
    #expect(store.customers == [])
    #expect(store.findings == [])
  }
}
