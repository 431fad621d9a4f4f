import Facts
import Testing

/// Files that no download is: they are read, or refused, in time and memory like their size.
@Suite("Files that are out of all proportion")
struct HostileFileTests {
  private static let count = 100_000

  private func object(_ members: String = "") -> String {
    #"{"CustomerID":"c","CustomerTenantId":"t","ServiceLevel2":"A","Month":"2025-10","ACR_USD":1"#
      + members + "}"
  }

  @Test func aHeaderOfManyColumnsIsRead() {
    let names = (0..<Self.count).map { ",extra \($0)" }.joined()
    let cells = String(repeating: ",", count: Self.count)
    let store = read(lines: revenueHeader + names, "c,t,A,2025-10,1" + cells, "c,t,A,2025-10,1")
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
    #expect(store.findings == ["F0201@3"])
  }

  @Test func aColumnThatStandsManyTimesIsReportedOnce() {
    let names = String(repeating: ",ACR_USD", count: Self.count)
    #expect(read(lines: revenueHeader + names).findings == ["F0107", "F0108@1"])
  }

  @Test func aRowOfManyCellsIsRejected() {
    let cells = String(repeating: ",", count: Self.count)
    #expect(read(lines: revenueHeader, cells).file.summary == "1 = 0 0 0 0 0 1")
  }

  @Test func anObjectOfManyKeysIsRejected() {
    let members = (0..<Self.count).map { ",\"k\($0)\":\($0)" }.joined()
    let store = read(("f.json", [object(), object(members), object()].joined(separator: "\n")))
    #expect(store.file.summary == "3 = 2 0 0 0 0 1")
    #expect(store.account.findings.map(\.message) == ["the file has more than 1000 different keys"])
  }

  @Test func aKeyThatStandsManyTimesRejectsItsObject() {
    let members = String(repeating: ",\"a\":1", count: Self.count)
    let store = read(("f.json", object(members) + "\n" + object()))
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
    #expect(store.findings == ["F0207@1"])
  }

  @Test func aKeyOfItsOwnInEachObjectIsLimited() {
    let lines = (0..<5_000).map { object(",\"k\($0)\":1") }
    let store = read(("f.ndjson", lines.joined(separator: "\n")))
    #expect(store.file.summary == "5000 = 995 0 0 0 0 4005")
    #expect(store.account.findings.last?.more == 4005 - FactAccount.mostFindings)
  }

  @Test(arguments: ["\0", "\"", "0", "9", "-", "e", " ", "\u{A0}", "é"])
  func aLongCellIsReadOrRejected(_ piece: String) {
    let long = String(repeating: piece, count: Self.count)
    for column in 0..<5 {
      var cells = ["c", "t", "A", "2025-10", "1"]
      cells[column] = long
      let store = read(lines: revenueHeader, cells.joined(separator: ","), "c,t,A,2025-10,1")
      #expect(store.account.files.allSatisfy { $0.isBalanced })
      #expect(store.account.findings.allSatisfy { ($0.text ?? "").count <= 61 })
    }
  }
}

@Suite("Months before year 0")
struct EarlyMonthTests {
  @Test func countsBackwardsThroughTheYears() {
    let first = Month(year: 0, number: 1)
    #expect((first - 1).description == "-0001-12")
    #expect((first - 12).description == "-0001-01")
    #expect((first - 13).description == "-0002-12")
    #expect((first - 13).year == -2)
    #expect((first - 13).number == 12)
    #expect(first.description == "0000-01")
  }
}
