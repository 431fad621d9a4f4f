import Facts
import Testing

@Suite("Rows that several files have in common")
struct RepeatedRowTests {
  private static let row = "c,t,A,2025-10,1"

  private func summaries(_ files: String...) -> [String] {
    let sources = files.enumerated().map { place, text in
      FactSource(name: "\(place).csv", bytes: Array(text.utf8))
    }
    return readFacts(sources, catalogue: TestCatalogue.whole).account.files.map(\.summary)
  }

  private func file(_ rows: String...) -> String {
    ([revenueHeader] + rows).joined(separator: "\n")
  }

  @Test func equalRowsOfOneFileStay() {
    #expect(summaries(file(Self.row, Self.row)) == ["2 = 2 0 0 0 0 0"])
  }

  @Test(arguments: [(1, 1, 0), (1, 2, 1), (2, 1, 0), (2, 3, 1), (3, 3, 0)])
  func aRowCountsAsOftenAsInTheFileThatHasMost(_ first: Int, _ second: Int, _ used: Int) {
    let files = [first, second].map { count in
      ([revenueHeader] + Array(repeating: Self.row, count: count)).joined(separator: "\n")
    }
    #expect(
      summaries(files[0], files[1]) == [
        "\(first) = \(first) 0 0 0 0 0", "\(second) = \(used) 0 \(second - used) 0 0 0",
      ]
    )
  }

  @Test func threeFilesCountTheirMost() {
    let store = summaries(
      file(Self.row),
      file(Self.row, Self.row),
      file(Self.row, Self.row, Self.row)
    )
    #expect(store == ["1 = 1 0 0 0 0 0", "2 = 1 0 1 0 0 0", "3 = 1 0 2 0 0 0"])
  }

  @Test func cellsThatNobodyNeedsCountToo() {
    let header = revenueHeader + ",Subscription"
    #expect(
      summaries(header + "\n" + Self.row + ",x", header + "\n" + Self.row + ",y")
        == ["1 = 1 0 0 0 0 0", "1 = 1 0 0 0 0 0"]
    )
  }

  @Test(arguments: [
    "ACR_USD,Month,ServiceLevel2,CustomerTenantId,CustomerID\n1,2025-10,A,t,c",
    "customerid;customertenantid;servicelevel2;month;acr_usd\r\n\"c\";t;\"A\";2025-10;1\r\n",
    "[{\"ACR_USD\":1,\"Month\":\"2025-10\",\"CustomerID\":\"c\",\"CustomerTenantId\":\"t\","
      + "\"ServiceLevel2\":\"A\"}]",
  ])
  func columnOrderAndQuotingDoNotMatter(_ other: String) {
    #expect(summaries(file(Self.row), other) == ["1 = 1 0 0 0 0 0", "1 = 0 0 1 0 0 0"])
  }

  @Test(arguments: ["c,t,A,2025-10,1.0", "c,t,a,2025-10,1", "c,t,A ,2025-10,1", "C,t,A,2025-10,1"])
  func theTextOfCellsIsCompared(_ row: String) {
    #expect(summaries(file(Self.row), file(row)) == ["1 = 1 0 0 0 0 0", "1 = 1 0 0 0 0 0"])
  }

  @Test func otherHeadersAreOtherRows() {
    #expect(
      summaries(file(Self.row), revenueHeader + ",X\n" + Self.row + ",")
        == ["1 = 1 0 0 0 0 0", "1 = 1 0 0 0 0 0"]
    )
  }

  @Test func cellsDoNotRunTogether() {
    #expect(
      summaries(file("c1,t,A,2025-10,1"), file("c,1t,A,2025-10,1"))
        == ["1 = 1 0 0 0 0 0", "1 = 1 0 0 0 0 0"]
    )
  }

  @Test func rejectedRowsAreNotRepeated() {
    let bad = "c,t,A,2025-10,x"
    #expect(summaries(file(bad), file(bad)) == ["1 = 0 0 0 0 0 1", "1 = 0 0 0 0 0 1"])
  }

  @Test func columnsAreJoinedWithoutTheRepeatedRows() {
    let store = read(
      ("b.csv", file(Self.row, "d,t,B,2025-11,", "e,u,B,2025-12,2.5")),
      ("a.csv", file("b,t,C,2025-09,", Self.row))
    )
    #expect(
      store.rows(TestCatalogue.revenue) == [
        "b t 2025-09 3 empty", "c t 2025-10 1 1", "d t 2025-11 2 empty", "e u 2025-12 2 2.5",
      ]
    )
    #expect(store.tables[TestCatalogue.revenue].numbers[4]?.emptyRows == [0, 2])
  }

  @Test func filesThatTellOfTheSameThingAreReported() throws {
    let older = FactSource(name: "a.csv", bytes: Array(file(Self.row, "c,t,B,2025-10,7").utf8))
    let restated = FactSource(name: "b.csv", bytes: Array(file("c,t,A,2025-10,2").utf8))
    let store = readFacts([older, restated], catalogue: TestCatalogue.whole)
    let finding = try #require(store.account.findings.first { $0.code == .overlappingFiles })
    #expect(finding.level == .warning)
    #expect(finding.file == "b.csv")
    #expect(finding.message.contains("(1 times, first in 2025-10)"))
  }

  @Test func filesOfOtherMonthsAreNot() {
    let october = FactSource(name: "a.csv", bytes: Array(file(Self.row).utf8))
    let november = FactSource(name: "b.csv", bytes: Array(file("c,t,A,2025-11,2").utf8))
    let store = readFacts([october, november], catalogue: TestCatalogue.whole)
    #expect(!store.account.findings.contains { $0.code == .overlappingFiles })
  }
}
