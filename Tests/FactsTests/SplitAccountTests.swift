import Facts
import TestSupport
import Testing

@Suite("The account of tables with several names beside each other")
struct SplitAccountTests {
  private static let row = "c,n,t,2025-10,CPOR,1,2,3,4"
  private static let empty = "c,n,t,2025-12,CPOR,,,,"

  @Test func rowsOfTheFileAreCounted() {
    let rows = [
      Self.row + ",0", Self.row + ",1", Self.empty + ",", "c,n,t,2025-11,DPOR,1,2,3,4,",
      "c,n,t,2026-01,CPOR,x,2,3,4,",
    ]
    let store = Wide.read(("f.csv", Wide.file(rows, header: Wide.header + ",Flag")))
    #expect(store.file.summary == "5 = 2 1 0 0 1 1")
    #expect(store.tables[Wide.usage].rowCount == 2)
    #expect(store.covered == ["2025-10", "2025-11", "2025-12"])
  }

  @Test func equalRowsOfOneFileStay() {
    let store = Wide.read(("f.csv", Wide.file([Self.row, Self.row])))
    let rows = ["t 2025-10 Entra 1 2", "t 2025-10 Intune 3 4"]
    #expect(store.usage == rows + rows)
    #expect(store.file.summary == "2 = 2 0 0 0 0 0")
  }

  @Test func aRepeatedRowGivesNoneOfItsRows() {
    let next = "c,n,t,2025-11,CPOR,,,5,6"
    let last = "c,n,t,2025-12,CPOR,7,,,"
    let store = Wide.read(
      ("a.csv", Wide.file([Self.row, Self.empty, next])),
      ("b.csv", Wide.file([next, Self.empty, Self.row, last, Self.row]))
    )
    #expect(
      store.account.files.map(\.summary) == ["3 = 3 0 0 0 0 0", "5 = 2 0 3 0 0 0"]
    )
    #expect(
      store.usage == [
        "t 2025-10 Entra 1 2", "t 2025-10 Intune 3 4", "t 2025-11 Intune 5 6",
        "t 2025-12 Entra 7 -", "t 2025-10 Entra 1 2", "t 2025-10 Intune 3 4",
      ]
    )
    #expect(store.covered == ["2025-10", "2025-11", "2025-12"])
  }

  /// A month is thin by the rows of the file that count: one of six, though each is in two files.
  @Test func repeatedRowsCoverTheirMonthOnce() throws {
    let full = ["2025-10", "2025-12"].flatMap { month in
      (1...6).map { "c,n,t,\(month),CPOR,,\($0),," }
    }
    let thin = ["c,n,t,2025-11,CPOR,,,,"]
    let store = Wide.read(
      ("a.csv", Wide.file(full + thin)),
      ("b.csv", Wide.file(thin + ["c,n,t,2025-10,CPOR,,9,,"]))
    )
    #expect(store.account.files.map(\.duplicate) == [0, 1])
    let finding = try #require(store.account.findings.first { $0.code == .thinMonth })
    #expect(finding.message.hasPrefix("2025-11 has only 1 row "))
  }

  @Test func otherNamesAreOtherSubjects() throws {
    let entra = ("a.csv", Wide.file(["c,n,t,2025-10,CPOR,1,2,,"]))
    let intune = ("b.csv", Wide.file(["c,n,t,2025-10,CPOR,,,3,4"]))
    #expect(Wide.read(entra, intune).findings == [])
    let both = Wide.read(entra, ("b.csv", Wide.file(["c,n,t,2025-10,CPOR,9,2,3,4"])))
    let finding = try #require(both.account.findings.first)
    #expect(both.findings == ["F0412"])
    #expect(finding.message.contains("(1 times, first in 2025-10)"))
  }

  /// A cell, the code of what is said of it and the header over it.
  @Test(arguments: [
    ("1,2,3,x", FactCode.badNumber, "IntuneUsers"),
    ("x,2,x,4", .badNumber, "EntraSeats"),
    ("1,2,-3,4", .negativeCount, "IntuneSeats"),
    ("1,-2,,", .negativeCount, "EntraUsers"),
    ("1,2,3,4.5", .fractionalCount, "IntuneUsers"),
  ])
  func findingsNameTheColumnOfTheFile(_ cells: String, _ code: FactCode, _ header: String) throws {
    let store = Wide.read(("f.csv", Wide.file([Self.empty, "c,n,t,2025-12,CPOR,\(cells)"])))
    let finding = try #require(store.account.findings.first)
    #expect(store.account.findings.count == 1)
    #expect(finding.code == code)
    #expect(finding.column == header)
    #expect(finding.line == 3)
  }

  /// All seats are one column with one scale, whatever their name.
  @Test func aNumberThatDoesNotFitNamesTheColumnOfTheFile() throws {
    let store = Wide.read(
      ("a.csv", Wide.file([Self.empty, "c,n,t,2025-10,CPOR,1E-24,1,,"])),
      ("b.csv", Wide.file(["c,n,t,2025-11,CPOR,,1,,", "c,n,t,2025-11,CPOR,,1,1E+30,2"]))
    )
    let finding = try #require(store.account.findings.first { $0.code == .numberOverflow })
    #expect(finding.file == "b.csv")
    #expect(finding.line == 3)
    #expect(finding.column == "IntuneSeats")
    #expect(store.tables[Wide.usage].numbers[Wide.seats]?.emptyRows == [1, 2, 3])
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func outcomeDoesNotDependOnOrder(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let numbers = ["", "", "0", "5", "-2.5", "x"]
    let rows = (0..<60).map { place in
      let cells = (0..<4).map { _ in
        numbers[Int.random(in: 0..<(place % 5 == 0 ? 6 : 5), using: &generator)]
      }
      let tenant = Int.random(in: 0..<3, using: &generator)
      return "c,n,t\(tenant),2025-1\(place % 3),CPOR," + cells.joined(separator: ",")
    }
    let files = [Array(rows[..<40]), Array(rows[20...]), Array(rows[10..<30])]
    func essence(_ files: [[String]], _ order: [Int]) -> [String] {
      let store = Wide.read(order.map { ("\($0).csv", Wide.file(files[$0])) })
      #expect(store.account.files.allSatisfy { $0.isBalanced && $0.read > $0.rejected })
      return store.usage.sorted() + store.covered + store.account.files.map(\.summary)
    }
    let expected = essence(files, [0, 1, 2])
    #expect(essence(files, [2, 0, 1]) == expected)
    #expect(essence(files.map { $0.shuffled(using: &generator) }, [1, 2, 0]) == expected)
  }
}
