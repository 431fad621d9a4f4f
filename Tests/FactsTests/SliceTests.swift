import Dispatch
import Facts
import TestSupport
import Testing

@Suite("Slices: the rows of some customers, whatever the order and the number of files")
struct SliceTests {
  private static func settings(_ pieceBytes: Int, _ threads: Int, groups: Bool) -> ReadSettings {
    let workers = Workers(count: threads) {
      DispatchQueue.concurrentPerform(iterations: $0, execute: $1)
    }
    var settings = ReadSettings(workers: workers, groupsRows: groups)
    settings.pieceBytes = pieceBytes
    return settings
  }

  /// Rows of a few customers in random order, with numbers that need 32, 64 or 128 bits.
  private static func files(_ generator: inout SplitMix64) -> [(String, String)] {
    func pick(_ cells: [String]) -> String { cells.randomElement(using: &generator) ?? "" }
    let customers = ["a", "b", "c", "d", "e", "f"]
    let months = (1...12).map { "2025-\($0 < 10 ? "0" : "")\($0)" }
    let money = ["1", "2.50", "", "-7", "123456789012", "0.001"]
    let last = pick(["3", "0.000000000001", "123456789012345678"])
    let revenue = (0..<120).map { _ in
      [
        pick(customers), pick(["t", "u", "v", "w", "x"]), pick(["vm", "VM", "beta", "alpha"]),
        pick(months), pick(money),
      ].joined(separator: ",")
    }
    let seats = (0..<60).map { _ in
      [
        pick(customers), pick(["t", "u", "v", "y"]), pick(["Teams", "EXO", "Yammer"]),
        pick(months), pick(["1", "", "900"]), pick(["CSP", "CPOR"]),
      ].joined(separator: ",")
    }
    let dates = (0..<10).map { _ in
      [
        pick(["t", "u", "v", "w", "x", "y", "z"]), pick(["CSP", "CPOR"]),
        pick(["2025-03-01", "2025-07-15", ""]), pick(["Teams", ""]),
      ].joined(separator: ",")
    }
    let seatsHeader =
      "CustomerTpid,CustomerTenantId,WorkloadName,Month,PaidAvailableUnits,PartnerAttributionType"
    let datesHeader = "CustomerTenantId,PartnerAttributionType,DateAssociated,WorkloadName"
    func file(_ header: String, _ rows: [String]) -> String {
      ([header] + rows).joined(separator: "\n") + "\n"
    }
    let half = Bool.random(using: &generator) ? 30 : 60
    return [
      ("dates.csv", file(datesHeader, dates)),
      ("revenue.csv", file(revenueHeader, revenue + ["f,t,vm,2025-01,\(last)"])),
      ("seats-1.csv", file(seatsHeader, Array(seats[..<half]))),
      ("seats-2.csv", file(seatsHeader, Array(seats[half...]))),
    ]
  }

  private static func read(_ files: [(String, String)], _ settings: ReadSettings) -> FactStore {
    readFacts(
      files.map { FactSource(name: $0.0, bytes: Array($0.1.utf8)) },
      catalogue: TestCatalogue.whole,
      settings: settings
    )
  }

  @Test(
    "have the rows of their customers, and the dates of their tenants",
    arguments: 0..<24
  )
  func rows(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let files = SliceTests.files(&generator)
    let whole = SliceTests.read(files, ReadSettings())
    let threads = [1, 2, 7][seed % 3]
    let pieceBytes = [1, 64, 1 << 18][seed / 3 % 3]
    for groups in [false, true] {
      var grouped = SliceTests.read(
        files,
        SliceTests.settings(pieceBytes, threads, groups: groups)
      )
      #expect("\(grouped.account)" == "\(whole.account)")
      #expect(grouped.customers == whole.customers)
      grouped.groupByCustomer()
      let all = Array(whole.customers.indices)
      for wanted in [all, [0], [all.count - 1], all.filter { $0 % 2 == 1 }, []] {
        let slice = grouped.slice(of: wanted)
        #expect(slice.customers == wanted.map { whole.customers[$0] })
        let ids = Set(wanted.map { whole.customers[$0].id })
        var tenants: Set<Substring> = []
        for table in [TestCatalogue.seats, TestCatalogue.revenue] {
          let expected = whole.rows(table).filter { row in
            ids.contains(String(row.split(separator: " ")[0]))
          }
          tenants.formUnion(expected.map { $0.split(separator: " ")[1] })
          #expect(slice.rows(table).sorted() == expected.sorted(), "seed \(seed)")
          #expect(slice.tables[table].coveredMonths == whole.tables[table].coveredMonths)
          #expect(slice.tables[table].isPresent == whole.tables[table].isPresent)
          for column in slice.tables[table].numbers.indices {
            let scale = whole.tables[table].numbers[column]?.scale
            #expect(slice.tables[table].numbers[column]?.scale == scale)
          }
        }
        let dates = whole.rows(TestCatalogue.dates).filter { row in
          tenants.contains(row.split(separator: " ")[0])
        }
        #expect(slice.rows(TestCatalogue.dates).sorted() == dates.sorted(), "seed \(seed)")
      }
    }
  }

  /// By customer, tenant, names and month: the sum of each column of numbers, and whether some cell is
  /// empty.
  private static func cells(_ store: FactStore, _ table: Int) -> [String: [String]] {
    let table = store.tables[table]
    let columns = table.numbers.compactMap(\.self)
    var sums: [String: [(sum: Int128, isOpen: Bool)]] = [:]
    let empty = columns.map { Set($0.emptyRows) }
    for row in 0..<table.rowCount {
      let names = table.names.filter { !$0.isEmpty }.map { $0[row] }
      let key = "\(table.customer[row]) \(table.tenant[row]) \(names) \(table.month[row])"
      var cell = sums[key] ?? columns.map { _ in (0, false) }
      for (place, column) in columns.enumerated() {
        cell[place].sum += column.mantissas[row]
        if empty[place].contains(Int32(row)) { cell[place].isOpen = true }
      }
      sums[key] = cell
    }
    return sums.mapValues { cell in cell.map { "\($0)" } }
  }

  @Test(
    "add rows of one subject and month up, once there are many",
    arguments: 0..<24
  )
  func foldedRows(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    var files = SliceTests.files(&generator)
    let lines = files[1].1.split(separator: "\n").dropFirst()
    files[1].1 += Array(repeating: lines.joined(separator: "\n"), count: 40).joined(separator: "\n")
    var settings = SliceTests.settings(
      [64, 999, 1 << 18][seed % 3],
      [1, 2, 7][seed / 3 % 3],
      groups: true
    )
    var plain = SliceTests.read(files, settings)
    settings.plainRows = 50
    var folded = SliceTests.read(files, settings)
    #expect("\(folded.account)" == "\(plain.account)")
    plain.groupByCustomer()
    folded.groupByCustomer()
    let all = Array(plain.customers.indices)
    let (expected, found) = (plain.slice(of: all), folded.slice(of: all))
    for table in [TestCatalogue.seats, TestCatalogue.revenue] {
      #expect(SliceTests.cells(found, table) == SliceTests.cells(expected, table), "seed \(seed)")
    }
    let rows = (
      expected.tables[TestCatalogue.revenue].rowCount, found.tables[TestCatalogue.revenue].rowCount
    )
    #expect(
      rows.1 < rows.0
        || expected.tables[TestCatalogue.revenue].numbers.contains { $0.map(\.isWide) ?? false }
    )
  }

  @Test("are all that a grouped store gives")
  func groupedStoresHaveNoRows() {
    var generator = SplitMix64(seed: 1)
    var store = SliceTests.read(
      SliceTests.files(&generator),
      SliceTests.settings(64, 2, groups: true)
    )
    #expect(store.tables[TestCatalogue.revenue].isGrouped)
    #expect(!store.tables[TestCatalogue.seats].isGrouped)
    store.groupByCustomer()
    #expect(store.tables[TestCatalogue.seats].isGrouped)
    #expect(store.tables[TestCatalogue.seats].customer.isEmpty)
  }
}

extension NumberColumn {
  /// Whether some number needs more than 64 bits at the scale of the column.
  fileprivate var isWide: Bool {
    if case .wide = mantissas { true } else { false }
  }
}
