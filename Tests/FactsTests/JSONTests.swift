import Facts
import Testing

@Suite("JSON")
struct JSONTests {
  private static let object =
    #"{"CustomerID":"c","CustomerTenantId":"t","ServiceLevel2":"A","Month":"2025-10","ACR_USD":"#

  private func object(_ value: String) -> String { Self.object + value + "}" }

  @Test(arguments: ["f.json", "f.ndjson", "f"])
  func arraysAndLinesAreRead(_ name: String) {
    let array = read((name, " [\n" + object("1.50") + ",\r\n" + object("\"$2\"") + "]\n"))
    let lines = read((name, object("1.50") + "\n\n" + object("\"$2\"")))
    for store in [array, lines] {
      #expect(store.numbers(TestCatalogue.revenue, 4) == ["1.5", "2"])
      #expect(store.findings == [])
    }
  }

  @Test(arguments: [
    ("null", nil), ("\"\"", nil), ("1E-05", "0.00001"), ("-0", "0"),
    ("12345678901234567.5", "12345678901234567.5"), ("  7 ", "7"),
  ])
  func numbersAreKeptAsWritten(_ value: String, _ number: String?) {
    #expect(read(("f.json", object(value))).numbers(TestCatalogue.revenue, 4) == [number])
  }

  @Test(arguments: [
    #"A\"B\\\/\n\t\u0041\u00e5\ud83d\ude00"#: "A\"B\\/\n\tAå😀", #"\ud83d"#: "\u{FFFD}",
    #"a,b;c"#: "a,b;c", #"\b\f\r."#: "\u{8}\u{C}\r.",
  ])
  func stringsAreUnescaped(_ text: String, _ name: String) {
    let store = read(("f.json", object("1").replacing("\"A\"", with: "\"\(text)\"")))
    #expect(store.names[TestCatalogue.service].last == name)
  }

  @Test func absentKeysAreEmptyCells() {
    let other = #"{"month":"2025-11","ServiceLevel2":"B","CustomerID":7,"CustomerTenantId":true}"#
    let store = read(("f.json", "[" + object("1") + "," + other + "]"))
    #expect(store.rows(TestCatalogue.revenue) == ["c t 2025-10 1 1", "7 true 2025-11 2 empty"])
  }

  @Test func emptyObjectsAreRows() {
    #expect(read(("f.json", "[" + object("1") + ",{}]")).file.summary == "2 = 1 0 0 0 0 1")
  }

  @Test func findingsPointToTheLineOfTheObject() {
    let pretty = object("\"x\"").replacing(",", with: ",\n")
    let store = read(("f.json", "[\n" + object("1") + ",\n" + pretty + ",\n" + object("y") + "]"))
    #expect(store.findings == ["F0204@3", "F0207@8"])
  }

  @Test(arguments: [
    "{\"a\":[1,{}]}", "[]", "{\"a\":1}", "\"}{][\\\"\"",
  ])
  func nestedValuesRejectTheRow(_ value: String) {
    let store = read(("f.json", object(value) + "\n" + object("2")))
    let isNested = !value.hasPrefix("\"")
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
    #expect(store.findings == [isNested ? "F0207@1" : "F0204@1"])
  }

  @Test(arguments: [
    "01", "1.", ".5", "+1", "1e", "NaN", "tru", "'a'", "\"\\x\"", "\"\\u12G4\"", "", "\"a", "1,",
    "1 2", "\"\u{1}\"",
  ])
  func onALineTheBrokenObjectIsRejected(_ value: String) {
    let store = read(("f.ndjson", object("1") + "\n" + object(value) + "\n" + object("2")))
    #expect(store.numbers(TestCatalogue.revenue, 4) == ["1", "2"])
    #expect(store.file.rejected >= 1)
    #expect(store.account.findings.allSatisfy { $0.code == .badJSON && $0.line == 2 })
  }

  @Test(arguments: ["[1]", "[", "[{", "{", "[[]]", "[{}", "{}}", "nul", "[{\"a\":1,}]"])
  func whatIsNoListOfObjectsIsReported(_ text: String) {
    #expect(read(("f.json", text)).account.findings.contains { $0.code == .badJSON })
  }

  @Test func anArrayEndsWhereItBreaks() {
    let store = read(("f.json", "[" + object("1") + object("2") + "]"))
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
    #expect(store.findings == ["F0207@1"])
  }

  @Test func keysStandOnce() {
    let twice = object("1").replacing("{", with: "{\"month\":\"2025-11\",")
    let store = read(("f.json", object("1") + "\n" + twice))
    #expect(store.file.summary == "2 = 1 0 0 0 0 1")
  }

  @Test func deepNestingIsSkipped() {
    let depth = 100_000
    let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(read(("f.json", object(deep) + "\n" + object("2"))).file.used == 1)
  }
}
