import Facts
import Testing

@Suite("Month cells")
struct MonthTests {
  private func read(cells: [String]) -> FactStore {
    let rows = cells.map { "c,t,s,\"\($0)\",1" }
    return FactsTests.read(("f.csv", ([revenueHeader] + rows).joined(separator: "\n")))
  }

  @Test(arguments: [
    "2025-10", "2025-10-01", "10/1/2025", "10/01/2025", "10/31/2025", "2025-10-01T00:00:00",
    "2025-10-31T23:59:59.1234567Z", "2025-10-01T00:00:00Z", "Oct-25", "oct-25", "October 2025",
    "OCTOBER 2025", "202510", " 2025-10 ",
  ])
  func isRead(_ cell: String) {
    let store = read(cells: [cell])
    #expect(store.months(TestCatalogue.revenue) == ["2025-10"])
    #expect(store.tables[TestCatalogue.revenue].coveredMonths.map(\.description) == ["2025-10"])
    #expect(store.findings == [])
  }

  @Test(arguments: ["2024-02-29", "2/29/2024", "2/29/2000"])
  func leapDaysExist(_ cell: String) {
    #expect(read(cells: [cell]).file.used == 1)
  }

  @Test(arguments: [
    "2025-13", "13/1/2025", "Octember 2025", "2025-00-01", "00000000", "soon", "Okt-25",
    "2O25-02-01", "2025-02-30", "2/29/2023", "2/29/1900", "2025-1", "10/1/25", "Oct 2025",
    "October-25", "1/2025", "25-10", "2025/10/01", "2025-10-01T24:00:00", "2025-10-01T00:00",
    "2025-10-01T00:00:00.", "2025-10-01 00:00:00", "0000-10", "202513", "20251001", "-2025-10",
    "10//2025", "/1/2025", "2025-10-", "October  2025", "Oct-2025", "2025", "1", "ſep-25",
  ])
  func isNoMonth(_ cell: String) throws {
    let store = read(cells: [cell])
    #expect(store.file.summary == "1 = 0 0 0 0 0 1")
    let finding = try #require(store.account.findings.first)
    #expect(finding.code == .badMonth)
    #expect(finding.line == 2)
    #expect(finding.column == "Month")
    #expect(finding.text == cell)
  }

  @Test func allEnglishMonthsAreKnown() {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let expected = (1...12).map { Month(year: 2025, number: $0).description }
    let long = read(cells: names.map { "\($0) 2025" })
    let short = read(cells: names.map { "\($0.prefix(3))-25" })
    #expect(long.months(TestCatalogue.revenue) == expected)
    #expect(short.months(TestCatalogue.revenue) == expected)
  }

  @Test func theFirstRowsFormIsTheColumnsForm() throws {
    let store = read(cells: ["2025-10-01", "10/1/2025", "2025-11-01", "Oct-25"])
    #expect(store.file.summary == "4 = 2 0 0 0 0 2")
    #expect(store.findings == ["F0206@3", "F0206@5"])
    let finding = try #require(store.account.findings.first)
    #expect(finding.message.contains("`10/1/2025`"))
    #expect(finding.message.contains("`2025-10-01`"))
  }

  @Test func anUnreadableFirstMonthSetsNoForm() {
    let store = read(cells: ["soon", "Oct-25", "Nov-25"])
    #expect(store.file.summary == "3 = 2 0 0 0 0 1")
  }

  @Test func aRowThatIsRejectedForAnotherCellSetsTheForm() {
    let store = FactsTests.read(
      lines: revenueHeader,
      ",t,s,2025-10,1",
      "c,t,s,Oct-25,1",
      "c,t,s,2025-11,1"
    )
    #expect(store.findings == ["F0202@2", "F0206@3"])
  }

  @Test func eachFileHasItsForm() {
    let store = FactsTests.read(
      ("a.csv", revenueHeader + "\nc,t,s,2025-10,1\n"),
      ("b.csv", revenueHeader + "\nc,t,s,Nov-25,1\n")
    )
    #expect(store.months(TestCatalogue.revenue) == ["2025-10", "2025-11"])
  }

  @Test func aMonthThatIsMissingInTheMiddleIsReported() throws {
    let store = read(cells: ["2025-10", "2025-12", "2026-01"])
    let finding = try #require(store.account.findings.first)
    #expect(finding.code == .missingMonth)
    #expect(finding.message.contains("2025-11"))
    #expect(store.account.findings.count == 1)
  }

  @Test(arguments: [(5, []), (6, ["F0404"])])
  func aMonthWithUnderAFifthOfItsNeighboursIsReported(_ rows: Int, _ findings: [String]) {
    let months = ["2025-10", "2025-12"].flatMap { Array(repeating: $0, count: rows) }
    #expect(read(cells: months + ["2025-11"]).findings == findings)
  }

  @Test func aThinMonthIsThinBesideBothNeighbours() {
    let cells = Array(repeating: "2025-10", count: 9) + ["2025-11", "2025-12"]
    #expect(read(cells: cells).findings == [])
  }

  @Test func repeatedRowsMakeNoMonthLookThin() {
    let october = String(repeating: "c,t,s,2025-10,1\n", count: 6)
    let november = String(repeating: "c,t,s,2025-11,1\n", count: 2)
    let store = FactsTests.read(
      ("a.csv", revenueHeader + "\n" + october),
      ("b.csv", revenueHeader + "\n" + october + november)
    )
    #expect(store.account.files.map(\.duplicate) == [0, 6])
    #expect(store.findings == [])
  }
}
