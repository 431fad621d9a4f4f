import Facts
import Testing

@Suite("Encodings")
struct EncodingTests {
  private static let text = revenueHeader + "\nc,t,Blåbær 😀,2025-10,1\n"

  private func read(_ bytes: [UInt8]) -> FactStore {
    readFacts([FactSource(name: "f.csv", bytes: bytes)], catalogue: TestCatalogue.whole)
  }

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: [
    Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
    utf16(text, isBigEndian: true), utf16(text, isBigEndian: false),
  ])
  func isRead(_ bytes: [UInt8]) {
    let store = read(bytes)
    #expect(store.names(TestCatalogue.revenue, 2, kind: TestCatalogue.service) == ["Blåbær 😀"])
    #expect(store.findings == [])
  }

  @Test func anOlderEncodingIsReadWithAWarning() {
    let bytes = Array((revenueHeader + "\nc,t,Bl").utf8) + [0xE5] + Array("b,2025-10,1".utf8)
    let store = read(bytes)
    #expect(store.file.used == 1)
    #expect(store.names[TestCatalogue.service].last == "Bl\u{FFFD}b")
    #expect(store.findings == ["F0102"])
    #expect(store.account.findings.first?.level == .warning)
  }

  @Test func binaryFilesAreNotRead() {
    let store = read([0x50, 0x4B, 3, 4, 0, 0, 0])
    #expect(store.findings == ["F0107", "F0102"])
    #expect(store.account.findings.map(\.level) == [.error, .error])
  }

  @Test func utf16WithoutAMarkIsNoText() {
    let bytes = Array(Self.utf16(Self.text, isBigEndian: false).dropFirst(2))
    #expect(read(bytes).findings == ["F0107", "F0102"])
  }

  @Test(arguments: ["", "\n", "\r\n \n", "\u{FEFF}"])
  func emptyFilesAreReported(_ text: String) {
    #expect(read(Array(text.utf8)).findings == ["F0107", "F0103"])
  }

  @Test func halvesOfPairsDoNotTrap() {
    #expect(read([0xFF, 0xFE]).findings == ["F0107", "F0103"])
    #expect(read([0xFF, 0xFE, 0x41]).findings == ["F0107", "F0103"])
    #expect(read([0xFE, 0xFF, 0xD8, 0x00, 0x2C, 0x2C]).account.files.count == 1)
  }
}
