import Facts
import Testing

@Suite("Rows and cells of separated text")
struct RowTests {
  private static let rows = [
    ["CustomerID", "CustomerTenantId", "ServiceLevel2", "Month", "ACR_USD"],
    ["c1", "t1", "A", "2025-10", "1"], ["c2", "t2", "B", "2025-10", "2"],
  ]

  @Test(arguments: [",", "\t", ";"], ["\n", "\r\n", "\r"])
  func separatorsAndLineEnds(_ separator: String, _ end: String) {
    let lines = Self.rows.map { $0.joined(separator: separator) }
    let expected = ["c1 t1 2025-10 1 1", "c2 t2 2025-10 2 2"]
    let closed = read(("f.csv", lines.map { $0 + end }.joined()))
    #expect(closed.rows(TestCatalogue.revenue) == expected)
    let open = read(("f.csv", lines.joined(separator: end)))
    #expect(open.rows(TestCatalogue.revenue) == expected)
    #expect(open.findings == [])
  }

  @Test func separatorsInsideQuotesAreText() {
    let store = read(
      lines: "CustomerID;CustomerTenantId;ServiceLevel2;Month;ACR_USD;\"a,b,c,d,e,f,g,h\"",
      "c;t;\"A;B\";2025-10;1;x"
    )
    #expect(store.names[TestCatalogue.service] == ["Virtual Machines", "A;B"])
  }

  @Test(arguments: [
    ("\"a\"\"b\"", "a\"b"), ("\"\"\"a\"\"\"", "\"a\""), ("a\"b\"c", "a\"b\"c"),
    ("\" a, b \"", "a, b"), ("\"a\r\nb\"", "a\r\nb"), ("\u{A0} a\u{A0}", "a"), ("\"a\"", "a"),
  ])
  func quotesAndBlanks(_ cell: String, _ name: String) {
    let store = read(lines: revenueHeader, "c,t,\(cell),2025-10,1")
    #expect(store.names[TestCatalogue.service].last == name)
    #expect(store.file.used == 1)
  }

  @Test func blankLinesAreNoRows() {
    let store = read(lines: "", revenueHeader, "", "  ", "c,t,A,2025-10,1", "\t", "c,t,A,2025-10,x")
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
    #expect(store.findings == ["F0204@7"])
  }

  @Test func linesAreCountedThroughQuotes() {
    let store = read(
      (
        "f.csv",
        revenueHeader + ",Remark\nc,t,A,2025-10,1,\"two\nlines\"\nc,t,A,2025-10,x,\n"
          + "c,t,A,2025-10,1,\"three\r\nmore\rlines\"\r\nc,t,A,2025-10,y,\r\n"
      )
    )
    #expect(store.findings == ["F0204@4", "F0204@8"])
  }

  @Test func rowsOfAnotherWidthAreRejected() throws {
    let store = read(
      lines: revenueHeader,
      "c,t,A,2025-10",
      "c,t,A,2025-10,1,",
      "c,t,A,2025-10,1"
    )
    #expect(store.file.summary == "3 = 1 0 0 0 0 2")
    #expect(store.findings == ["F0201@2", "F0201@3"])
    let finding = try #require(store.account.findings.first)
    #expect(finding.message == "the row has 4 cells, the header has 5")
    #expect(finding.text == "c,t,A,2025-10")
  }

  @Test func anOpenQuoteIsOneFinding() {
    let store = read(
      lines: revenueHeader,
      "c,t,A,2025-10,1",
      "c,t,\"A,2025-10,1",
      "c,t,A,2025-10,1"
    )
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
    #expect(store.findings == ["F0205@3"])
  }

  @Test func theLineOfAnOpenQuoteIsWhereItOpens() {
    let store = read(("f.csv", revenueHeader + "\n\"c\nd\",t,\"A"))
    #expect(store.findings == ["F0205@3"])
  }

  @Test func anOpenQuoteInTheHeaderIsReported() {
    #expect(read(("f.csv", "a,\"b\nc,t")).findings == ["F0107", "F0205@1"])
  }

  @Test func textAfterAClosingQuoteIsRejected() {
    let store = read(lines: revenueHeader, "c,t,\"A\"B,2025-10,1", "c,t,A,2025-10,1")
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
    #expect(store.findings == ["F0205@2"])
  }

  @Test func longTextIsShortened() {
    let long = String(repeating: "x", count: 100)
    let finding = read(lines: revenueHeader, "c,t,A,2025-10,\(long)").account.findings.first
    #expect(finding?.text == String(repeating: "x", count: 60) + "…")
  }
}
