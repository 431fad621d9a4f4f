import Dispatch
import Facts
import TestSupport
import Testing

/// Each used row knows its file and line, whatever becomes of the files on the way.
@Suite("Lines of rows")
struct RowPlaceTests {
  private static func settings(_ pieceBytes: Int, _ threads: Int) -> ReadSettings {
    let workers = Workers(count: threads) {
      DispatchQueue.concurrentPerform(iterations: $0, execute: $1)
    }
    var settings = ReadSettings(workers: workers, groupsRows: true, keepsLines: true)
    settings.pieceBytes = pieceBytes
    return settings
  }

  private static func read(
    _ files: [(String, String)],
    _ settings: ReadSettings,
    _ catalogue: Catalogue = TestCatalogue.whole
  ) -> FactStore {
    readFacts(
      files.map { FactSource(name: $0.0, bytes: Array($0.1.utf8)) },
      catalogue: catalogue,
      settings: settings
    )
  }

  /// Rows of a few customers whose amount is the line that they stand in, and that of their file in
  /// thousands; some are rejected or unknown, some are blank, some begin with a cell of two lines.
  private static func file(_ number: Int, _ generator: inout SplitMix64) -> (String, String) {
    var text = revenueHeader + "\n"
    var line = 2
    for _ in 0..<80 {
      let customer = ["a", "b", "c", "d"].randomElement(using: &generator) ?? ""
      let tenant = ["t", "u", "v"].randomElement(using: &generator) ?? ""
      let month = ["2025-01", "2025-02", "2025-03"].randomElement(using: &generator) ?? ""
      switch Int.random(in: 0..<12, using: &generator) {
      case 0:
        text += "\n"
        line += 1
      case 1:
        text += "\(customer),\(tenant),vm,no month,\(line)\n"
        line += 1
      case 2:
        text += "\(customer),\(tenant),\"v\nm\",\(month),\(number * 1000 + line)\n"
        line += 2
      default:
        text += "\(customer),\(tenant),vm,\(month),\(number * 1000 + line)\n"
        line += 1
      }
    }
    return ("file-\(number).csv", text)
  }

  @Test("stay with their rows through pieces, threads, files and slices", arguments: 0..<18)
  func amountsAreLines(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let count = seed % 2 + 1
    var files: [(String, String)] = []
    for number in 1...count { files.append(RowPlaceTests.file(number, &generator)) }
    var store = RowPlaceTests.read(
      files,
      RowPlaceTests.settings([1, 64, 1 << 18][seed % 3], [1, 2, 7][seed / 3 % 3])
    )
    try verify(store, count * 40)
    store.groupByCustomer()
    try verify(store.slice(of: Array(store.customers.indices)), count * 40)
    try verify(store.slice(of: [1]), 1)
  }

  private func verify(_ store: FactStore, _ least: Int) throws {
    let table = store.tables[TestCatalogue.revenue]
    let amounts = try #require(table.numbers.compactMap(\.self).first)
    #expect(table.rowCount >= least)
    #expect(table.rowPlaces.count == table.rowCount)
    for (row, place) in table.rowPlaces.enumerated() {
      let named = "file-\(amounts.mantissas[row] / 1000).csv:\(amounts.mantissas[row] % 1000)"
      #expect("\(table.fileNames[Int(place.file)]):\(place.line)" == named)
    }
  }

  @Test("are those of the file that counts where files repeat each other")
  func repeatedRows() {
    let row = "a,t,vm,2025-01,5\n"
    let store = RowPlaceTests.read(
      [("one.csv", revenueHeader + "\n" + row), ("two.csv", revenueHeader + "\n" + row + row)],
      RowPlaceTests.settings(1 << 18, 1)
    )
    let table = store.tables[TestCatalogue.revenue]
    #expect(table.rowPlaces == [RowPlace(file: 0, line: 2), RowPlace(file: 1, line: 3)])
  }

  @Test("are those of objects in JSON")
  func json() {
    let objects = (2...4).map { line in
      "{\"CustomerID\": \"a\", \"CustomerTenantId\": \"t\", \"ServiceLevel2\": \"vm\","
        + " \"Month\": \"2025-01\", \"ACR_USD\": \(line)}"
    }
    let store = RowPlaceTests.read(
      [("rows.json", "[\n" + objects.joined(separator: ",\n") + "\n]\n")],
      RowPlaceTests.settings(1 << 18, 1)
    )
    #expect(store.tables[TestCatalogue.revenue].rowPlaces.map(\.line) == [2, 3, 4])
  }

  @Test("are that of the row that several names stand in")
  func splitRows() {
    let rows = ["c,n,t,2025-10,CPOR,5,3,,", "c,n,t,2025-11,CPOR,,,,", "c,n,u,2025-10,CPOR,5,3,7,4"]
    let store = RowPlaceTests.read(
      [("f.csv", Wide.file(rows))],
      RowPlaceTests.settings(1, 2),
      Wide.catalogue
    )
    #expect(store.tables[Wide.usage].rowPlaces.map(\.line) == [2, 4, 4])
  }

  @Test("are kept only where they are asked for")
  func notAsked() {
    let text = revenueHeader + "\na,t,vm,2025-01,5\n"
    let store = RowPlaceTests.read([("one.csv", text)], ReadSettings())
    #expect(store.tables[TestCatalogue.revenue].rowCount == 1)
    #expect(store.tables[TestCatalogue.revenue].rowPlaces.isEmpty)
  }
}
