import Dispatch
import Facts
import Synchronization
import TestSupport
import Testing

@Suite("Pieces: nothing depends on where a file is cut, or on how many threads read it")
struct PieceTests {
  /// A way to cut and read files.
  struct Cut: Sendable, CustomTestStringConvertible {
    let pieceBytes: Int
    let threads: Int
    /// Whether the files come part by part.
    let isStream: Bool

    var testDescription: String {
      "\(pieceBytes) bytes, \(threads) threads\(isStream ? ", streamed" : "")"
    }

    var settings: ReadSettings {
      let workers = Workers(count: threads) {
        DispatchQueue.concurrentPerform(iterations: $0, execute: $1)
      }
      var settings = ReadSettings(workers: workers)
      settings.pieceBytes = pieceBytes
      settings.headBytes = isStream ? 64 : settings.headBytes
      return settings
    }

    static let all = [1, 7, 64, 500].flatMap { size in
      [1, 2, 7].flatMap { threads in
        [false, true].map { Cut(pieceBytes: size, threads: threads, isStream: $0) }
      }
    }
  }

  /// A source that hands out its bytes a few at a time.
  private static func stream(_ name: String, _ bytes: [UInt8]) -> FactSource {
    FactSource(name: name) {
      let offset = Mutex(0)
      // A pipe does not tell its length.
      return ByteStream(byteCount: name == "b.csv" ? nil : bytes.count) { buffer, range in
        offset.withLock { offset in
          let count = min(13, range.count, bytes.count - offset)
          for place in 0..<count { buffer[range.lowerBound + place] = bytes[offset + place] }
          offset += count
          return count
        }
      }
    }
  }

  /// Everything in the store, as text.
  private func content(_ files: [(String, [UInt8])], _ cut: Cut?) -> String {
    let sources = files.map { name, bytes in
      cut?.isStream == true
        ? PieceTests.stream(name, bytes) : FactSource(name: name, bytes: bytes)
    }
    let settings = cut?.settings ?? ReadSettings()
    return "\(readFacts(sources, catalogue: TestCatalogue.whole, settings: settings))"
  }

  /// Rows of all sorts: quoted cells with line ends, doubled quotes and separators, broken quotes,
  /// blank lines, short and long rows, faulty cells, undeclared names, names of two customers.
  private func text(_ generator: inout SplitMix64, end: String) -> [UInt8] {
    let cells: [[String]] = [
      ["c", "d", "\"e\(end)f\"", "\"g\"\"h\"", " i ", "customer-with-a-long-name", ""],
      ["t", "T", "u", "\"v\"", "ütf8-ä\u{1F600}", ""],
      ["storage", "VM", "Álpha", "\"be,ta\"", "\"ga\(end)\(end)mma\"", "a\"b", ""],
      ["2025-10", "2025-09", "2025-10-01", "Oct-25", "x", "\"2025-10\"", "2025-11", "2025-11"],
      ["1", "2.50", "", "1E-03", "-7", "x", "\"1,000.25\"", "123456789012345678", "1E30", "0.1"],
    ]
    var rows: [String] = []
    for _ in 0..<80 {
      switch Int.random(in: 0..<40, using: &generator) {
      case 0: rows.append("")
      case 1: rows.append("  ")
      case 2: rows.append("c,t")
      case 3: rows.append("c,t,\"a\" b,2025-10,1")
      case 4: rows.append("c,t,a,2025-10,1,2,3")
      default:
        rows.append(cells.map { $0.randomElement(using: &generator) ?? "" }.joined(separator: ","))
      }
    }
    if Int.random(in: 0..<4, using: &generator) == 0 { rows.append("c,\"open") }
    let last = Bool.random(using: &generator) ? end : ""
    var bytes = Array((revenueHeader + end + rows.joined(separator: end) + last).utf8)
    if Int.random(in: 0..<4, using: &generator) == 0 {
      bytes[Int.random(in: 100..<bytes.count, using: &generator)] = 0xE4
    }
    return bytes
  }

  @Test(arguments: Cut.all)
  func storesAreTheSame(_ cut: Cut) {
    var generator = SplitMix64(seed: UInt64(cut.pieceBytes * 10 + cut.threads))
    for end in ["\n", "\r\n", "\r"] {
      for _ in 0..<4 {
        let one = text(&generator, end: end)
        let other = text(&generator, end: end)
        for files in [[("a.csv", one)], [("a.csv", one), ("b.csv", other)]] {
          #expect(content(files, cut) == content(files, nil))
        }
      }
    }
  }

  @Test(arguments: Cut.all)
  func anyBytesGiveTheSameStore(_ cut: Cut) {
    var generator = SplitMix64(seed: UInt64(cut.pieceBytes * 100 + cut.threads))
    let pieces = [
      "\n", "\r\n", "\r", ",", "\"", "\"\"", "c,t,A,2025-10,1\n", "c", "2025-10", "1", "å",
      "x,\"\r", "\u{A0}",
    ].map { Array($0.utf8) }
    for _ in 0..<40 {
      var bytes = Array((revenueHeader + "\n").utf8)
      for _ in 0..<Int.random(in: 0...80, using: &generator) {
        bytes += pieces.randomElement(using: &generator) ?? []
      }
      #expect(content([("a.csv", bytes)], cut) == content([("a.csv", bytes)], nil))
    }
  }

  @Test(arguments: Cut.all)
  func monthFormIsThatOfTheFirstRow(_ cut: Cut) {
    let rows = ["c,t,A,,1", "c,t,A,x,1", "c,,A,10/1/2025,1"]
    let later = (0..<50).map { "c,t,A,\($0 % 3 == 0 ? "2025-10" : "10/1/2025"),\($0)" }
    let bytes = Array(([revenueHeader] + rows + later).joined(separator: "\n").utf8)
    let store = readFacts(
      [PieceTests.stream("a.csv", bytes)],
      catalogue: TestCatalogue.whole,
      settings: cut.settings
    )
    #expect(store.file.summary == "53 = 33 0 0 0 0 20")
    #expect(content([("a.csv", bytes)], cut) == content([("a.csv", bytes)], nil))
  }

  @Test(arguments: Cut.all)
  func aFileThatFailsHalfWayGivesNoRows(_ cut: Cut) {
    let rows = (0..<60).map { "c\($0),t,A,2025-10,1" }
    let bytes = Array(([revenueHeader] + rows).joined(separator: "\n").utf8)
    let broken = FactSource(name: "b.csv") {
      let offset = Mutex(0)
      return ByteStream(byteCount: bytes.count) { buffer, range in
        offset.withLock { offset in
          guard offset < bytes.count / 2 else { return nil }
          let count = min(13, range.count)
          for place in 0..<count { buffer[range.lowerBound + place] = bytes[offset + place] }
          offset += count
          return count
        }
      }
    }
    var settings = cut.settings
    settings.headBytes = 64
    let store = readFacts([broken], catalogue: TestCatalogue.whole, settings: settings)
    #expect(store.account.files.map(\.file) == [])
    #expect(store.customers.map(\.id) == [])
  }

  @Test func filesThatCannotBeReadAreLeftOut() {
    let bytes = Array((revenueHeader + "\nc,t,A,2025-10,1\n").utf8)
    let absent = FactSource(name: "b.csv") { nil }
    let broken = FactSource(name: "c.csv") {
      let isBroken = Mutex(false)
      return ByteStream(byteCount: 1 << 20) { buffer, range in
        isBroken.withLock { isBroken in
          guard !isBroken else { return nil }
          isBroken = true
          for place in bytes.indices { buffer[range.lowerBound + place] = bytes[place] }
          return bytes.count
        }
      }
    }
    let whole = FactSource(name: "a.csv", bytes: bytes)
    let store = readFacts([broken, whole, absent], catalogue: TestCatalogue.whole)
    #expect(store.account.files.map(\.file) == ["a.csv"])
    #expect(store.tables[TestCatalogue.revenue].rowCount == 1)
  }
}
