import Facts
import TestSupport
import Testing

@Suite("Order, and bytes of any kind")
struct OrderTests {
  /// Two overlapping downloads and one of dates, with names, blanks and bad cells.
  private func lines(_ generator: inout SplitMix64) -> [[String]] {
    let customers = ["1", "2", " 10", "x"]
    let services = ["storage", "Storage", "VM", "zeta ", "Álpha"]
    let numbers = ["1", "2.50", "", "1E-03", "x", "1,000.25"]
    let months = ["2025-09", "2025-10", "2025-11"]
    let rows = (0..<60).map { _ in
      let number = numbers.randomElement(using: &generator) ?? ""
      return [
        customers.randomElement(using: &generator) ?? "",
        ["T1", "t1", "t2", ""].randomElement(using: &generator) ?? "",
        services.randomElement(using: &generator) ?? "",
        months.randomElement(using: &generator) ?? "",
        number.contains(",") ? "\"\(number)\"" : number,
      ].joined(separator: ",")
    }
    return [Array(rows[..<40]), Array(rows[20...]), Array(rows[10..<30])]
  }

  /// Everything that must not depend on order.
  private func essence(_ store: FactStore) -> [String] {
    var parts = store.customers.map { "\($0.id) \($0.name)" }
    parts += store.tenants
    parts += store.names.flatMap { $0 }
    for table in store.tables.indices {
      parts += store.rows(table).sorted()
      parts += store.tables[table].coveredMonths.map(\.description)
      parts += store.tables[table].numbers.compactMap { $0.map { "scale \($0.scale)" } }
    }
    parts += store.account.files.map { "\($0.file) \($0.summary)" }
    return parts
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func outcomeDoesNotDependOnOrder(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let files = lines(&generator)
    func store(_ files: [[String]], _ order: [Int]) -> FactStore {
      readFacts(
        order.map { place in
          let text = ([revenueHeader] + files[place]).joined(separator: "\n")
          return FactSource(name: "\(place).csv", bytes: Array(text.utf8))
        },
        catalogue: TestCatalogue.whole
      )
    }
    let expected = store(files, [0, 1, 2])
    #expect(expected.account.files.allSatisfy { $0.isBalanced })
    #expect(expected.account.files.contains { $0.duplicate > 0 && $0.rejected > 0 })
    let otherFileOrder = store(files, [2, 0, 1])
    #expect(otherFileOrder.account.findings == expected.account.findings)
    #expect(otherFileOrder.rows(TestCatalogue.revenue) == expected.rows(TestCatalogue.revenue))
    let shuffled = files.map { $0.shuffled(using: &generator) }
    #expect(essence(store(shuffled, [1, 2, 0])) == essence(expected))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func anyBytesGiveABalancedAccount(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces = [
      revenueHeader, "\n", "\r\n", "\r", ",", ";", "\t", "\"", "\"\"", "c", "t", "Teams", "2025-10",
      "Oct-25", "10/1/2025", "1", "-", "$1,000.50", "1E99", "\u{A0}", "å", "{", "}", "[", "]", ":",
      "\"Month\"", "null", "\\u", "\\ud83d", "\u{FEFF}",
    ].map { Array($0.utf8) }
    for round in 0..<40 {
      var bytes: [UInt8] = round % 2 == 0 ? Array((revenueHeader + "\n").utf8) : []
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        if Int.random(in: 0..<8, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else {
          bytes += pieces.randomElement(using: &generator) ?? []
        }
      }
      let sources = ["a.csv", "b.json", "a.csv"].map { FactSource(name: $0, bytes: bytes) }
      let store = readFacts(sources, catalogue: TestCatalogue.whole)
      #expect(store.account.files.count == 3)
      #expect(store.account.files.allSatisfy { $0.isBalanced }, "seed \(seed), round \(round)")
      let used = store.account.files.reduce(0) { $0 + $1.used }
      #expect(used == store.tables.reduce(0) { $0 + $1.rowCount })
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func anyCellsGiveAnAnswer(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("0123456789-/.,+$eETZ: octOCTay\u{A0}å".unicodeScalars)
    for _ in 0..<100 {
      var cell = ""
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        cell.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "0")
      }
      let store = read(
        lines: revenueHeader,
        "c,t,A,\"\(cell)\",1",
        "c,t,A,2025-10,\"\(cell)\""
      )
      #expect(store.file.read == 2)
      #expect(store.file.isBalanced)
    }
  }
}
