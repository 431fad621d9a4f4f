import Facts
import Testing

@Suite("Tables with several names beside each other")
struct SplitTableTests {
  /// The cells of one row, and the rows that it becomes.
  struct Case: Sendable, CustomTestStringConvertible {
    let cells: String
    let rows: [String]
    var testDescription: String { cells }

    init(_ cells: String, _ rows: String...) {
      self.cells = cells
      self.rows = rows
    }
  }

  @Test(arguments: [
    Case("5,3,7,4", "Entra 5 3", "Intune 7 4"),
    Case("5,3,,", "Entra 5 3"),
    Case(",,7,4", "Intune 7 4"),
    Case("5,,,4", "Entra 5 -", "Intune - 4"),
    Case("0,0,,", "Entra 0 0"),
    Case("0,,,0", "Entra 0 -", "Intune - 0"),
    Case(" , ,,"),
    Case("-5,3,7,-4.5", "Entra -5 3", "Intune 7 -4.5"),
    Case("\"1,250.5\",\"\",$7,1E-02", "Entra 1250.5 -", "Intune 7 0.01"),
  ])
  func eachNameWithANumberIsARow(_ row: Case) {
    let store = Wide.read(("f.csv", Wide.file(["c,n,T,2025-10,CPOR,\(row.cells)"])))
    #expect(store.usage == row.rows.map { "t 2025-10 \($0)" })
    #expect(store.file.summary == "1 = 1 0 0 0 0 0")
    #expect(store.covered == ["2025-10"])
    #expect(store.customers == [Customer(id: "c", name: "n")])
    #expect(store.tenants == ["t"])
  }

  @Test(arguments: ["x,3,7,4", "5,3,,x", "-,,,", "5,3,7,4,1", "5,3,7", ",,(7),"])
  func whatCannotBeReadRejectsTheWholeRow(_ cells: String) {
    let rows = ["c,n,t,2025-10,CPOR,\(cells)", "d,n,u,2025-11,CPOR,1,,,2"]
    let store = Wide.read(("f.csv", Wide.file(rows)))
    #expect(store.usage == ["u 2025-11 Entra 1 -", "u 2025-11 Intune - 2"])
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
    #expect(store.covered == ["2025-11"])
    #expect(store.customers.map(\.id) == ["d"])
  }

  @Test func columnsOfTheRowStandInEachOfItsRows() {
    let store = Wide.read(
      ("f.csv", Wide.file(["d,,u,2025-11,CPOR,1,2,3,4", "c,,t,2025-10,CPOR,,,5,"]))
    )
    let table = store.tables[Wide.usage]
    #expect(table.rowCount == 3)
    #expect(table.customer == [1, 1, 0])
    #expect(table.tenant == [1, 1, 0])
    #expect(table.names[4] == [0, 0, 0])
    #expect(table.names[Wide.workload] == [1, 3, 3])
    #expect(table.numbers.indices.filter { table.numbers[$0] != nil } == [6, 7, 13])
    #expect(table.numbers[Wide.users]?.emptyRows == [2])
    #expect(store.names[0] == ["Purview", "Entra", "Teams", "Intune"])
  }

  @Test func aNumberAboutNoNameStandsInEachRow() {
    let rows = [
      "c,,t,2025-10,CPOR,1,2,3,4,", "c,,t,2025-10,CPOR,5,,,,9", "c,,t,2025-10,CPOR,,,,,8",
    ]
    let more = ["c,,u,2025-10,CPOR,1,,2,,7"]
    let header = Wide.header + ",Days"
    let store = Wide.read(("f.csv", Wide.file(rows + more, header: header)))
    #expect(store.numbers(Wide.usage, Wide.days) == [nil, nil, "9", "7", "7"])
    #expect(store.file.summary == "4 = 4 0 0 0 0 0")
  }

  @Test func rowsComeInOrderOfTheNames() {
    let header = "PurviewUsers,IntuneSeats,EntraUsers,PurviewSeats,IntuneUsers,EntraSeats,"
    let text = header + "Association,Month,Tenant,Customer\n2,3,6,1,4,5,CPOR,Oct-25,t,c\n"
    let rows = ["t 2025-10 Purview 1 2", "t 2025-10 Entra 5 6", "t 2025-10 Intune 3 4"]
    #expect(Wide.read(("f.csv", text)).usage == rows)
  }

  @Test func anAbsentOptionalColumnIsEmpty() {
    let text = Wide.file(
      ["c,n,t,2025-10,CPOR,,,,,8", "c,n,t,2025-11,CPOR,,,,,"],
      header: Wide.header + ",PurviewUsers"
    )
    let store = Wide.read(("f.csv", text))
    #expect(store.usage == ["t 2025-10 Purview - 8"])
    #expect(store.file.summary == "2 = 2 0 0 0 0 0")
    #expect(store.findings == [])
  }

  @Test func filesMayDifferInTheNamesThatTheyTellOf() {
    let more = Wide.file(["c,n,t,2025-11,CPOR,,,7,,8"], header: Wide.header + ",PurviewUsers")
    let store = Wide.read(("a.csv", Wide.file(["c,n,t,2025-10,CPOR,1,2,,"])), ("b.csv", more))
    let rows = ["t 2025-10 Entra 1 2", "t 2025-11 Purview - 8", "t 2025-11 Intune 7 -"]
    #expect(store.usage == rows)
  }

  @Test func eachNeededColumnIsLookedForByItsOwnHeader() throws {
    let text = Wide.file(
      ["c,n,t,2025-10,CPOR,1,2,3"],
      header: Wide.header.replacing(",IntuneUsers", with: "")
    )
    let store = Wide.read(("f.csv", text))
    #expect(store.findings == ["F0107", "F0105@1"])
    #expect(store.account.findings.first { $0.code == .missingColumn }?.column == "IntuneUsers")
    #expect(!store.tables[Wide.usage].isPresent)
    #expect(store.usage == [])
  }

  @Test func aColumnUnderTheNameOfTheKindIsNotRead() {
    let text = Wide.file(["c,n,t,2025-10,CPOR,1,2,,,Teams"], header: Wide.header + ",workload")
    #expect(Wide.read(("f.csv", text)).usage == ["t 2025-10 Entra 1 2"])
  }

  @Test(arguments: [
    (
      "f.csv",
      "\u{FEFF}" + Wide.header + "\r\n\"c\",\"a, b\",t,2025-10,CPOR,\"5\",\"\",\"1,000\",\r\n"
    ),
    ("f.csv", Wide.header.replacing(",", with: ";") + "\nc;a, b;t;2025-10;CPOR;5;;1000;\n"),
    (
      "f.json",
      #"[{"Customer":"c","Name":"a, b","Tenant":"t","Month":"2025-10","Association":"CPOR","#
        + #""EntraSeats":5,"EntraUsers":null,"IntuneSeats":"1,000","IntuneUsers":""}]"#
    ),
  ])
  func formsOfFilesDoNotMatter(_ name: String, _ text: String) {
    let store = Wide.read((name, text))
    #expect(store.usage == ["t 2025-10 Entra 5 -", "t 2025-10 Intune 1000 -"])
    #expect(store.findings == [])
    #expect(store.customers.map(\.name) == ["a, b"])
  }
}
