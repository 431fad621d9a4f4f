import Facts
import Testing

@Suite("Number cells")
struct NumberTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let cell: String
    let value: String
    var testDescription: String { cell }
    init(_ cell: String, _ value: String) {
      self.cell = cell
      self.value = value
    }
  }

  private func read(cell: String) -> FactStore {
    FactsTests.read(lines: revenueHeader, "c,t,s,2025-10,\"\(cell)\"")
  }

  @Test(arguments: [
    Case("0", "0"), Case("-0", "0"), Case("7", "7"), Case("1250.75", "1250.75"),
    Case("1000.00", "1000"), Case("0012", "12"), Case("-12", "-12"), Case("+3", "3"),
    Case("  5 ", "5"), Case("1,000", "1000"), Case("1,234,567.50", "1234567.5"),
    Case("12,345", "12345"), Case("$5", "5"), Case("-$1.00", "-1"), Case("$-1.25", "-1.25"),
    Case("$1,000.10", "1000.1"), Case(".5", "0.5"), Case("1.2E-05", "0.000012"),
    Case("1.2e3", "1200"), Case("2E+02", "200"), Case("0E99", "0"), Case("1e20", "1" + zeros(20)),
    Case("999999999999999999", "999999999999999999"),
    Case("0.000000000000000000000001", "0.000000000000000000000001"),
    Case("1000000000000000000000000000", "1" + zeros(27)),
  ])
  func isReadExactly(_ test: Case) {
    let store = read(cell: test.cell)
    #expect(store.numbers(TestCatalogue.revenue, 4) == [test.value])
    #expect(store.findings == [])
  }

  @Test(arguments: [
    "n/a", "12..5", "1O0", "#REF!", "1.234,56", "12 000", "--5", "NaN", "0x1F", "½", "(5)", "5-",
    "1,23", "1,2345", "1,2345,678", "1234,567", ",123", "1,,000", "5.", "$", "-", "+-1", "$$1",
    "1e", "1e+",
    "1e5.0", "inf", "1_000", "−5", "5%", "1.000,000", "1,000,", "٣",
  ])
  func isNoNumber(_ cell: String) throws {
    let store = read(cell: cell)
    #expect(store.file.summary == "1 = 0 0 0 0 0 1")
    let finding = try #require(store.account.findings.first)
    #expect(finding.code == .badNumber)
    #expect(finding.line == 2)
    #expect(finding.column == "ACR_USD")
    #expect(finding.text == cell)
    #expect(finding.message == "`\(cell)` is not a number")
  }

  @Test(arguments: [
    ("1234567890123456789", "has more than 18 digits"),
    ("0.1234567890123456789", "has more than 18 digits"),
    ("1E-25", "is too large, or has more than 24 fraction digits"),
    ("1E39", "is too large, or has more than 24 fraction digits"),
    ("1E99999999999999999999", "is too large, or has more than 24 fraction digits"),
  ])
  func isOutOfReason(_ cell: String, _ message: String) {
    let finding = read(cell: cell).account.findings.first
    #expect(finding?.code == .badNumber)
    #expect(finding?.message == "`\(cell)` \(message)")
  }

  @Test func emptyIsUnknownAndNotZero() {
    let store = FactsTests.read(
      lines: revenueHeader,
      "c,t,s,2025-10,",
      "c,t,s,2025-11,0",
      "c,t,s,2025-12,\"  \""
    )
    #expect(store.file.used == 3)
    #expect(store.numbers(TestCatalogue.revenue, 4) == [nil, "0", nil])
    #expect(store.tables[TestCatalogue.revenue].numbers[4]?.emptyRows == [0, 2])
  }

  @Test("An empty cell is unknown also where a unit does not allow zero")
  func emptyIsNotOutOfRange() {
    let seats = ColumnSchema(
      id: "seats",
      role: .number(unit: "seats", total: .summed),
      headers: ["Seats"],
      isOptional: false,
      range: AmountRange(least: Decimal(1), most: nil)
    )
    let table = TableSchema(
      id: "sold",
      title: "Sold",
      columns: [
        TestCatalogue.column(.customer, ["Customer"]), TestCatalogue.column(.month, ["Month"]),
        seats,
      ],
      rowFilters: [],
      givesAssociationDates: false
    )
    let text = "Customer,Month,Seats\nc,2025-10,\nc,2025-11,0\nc,2025-12,1\n"
    let store = readFacts(
      [FactSource(name: "f.csv", bytes: Array(text.utf8))],
      catalogue: Catalogue(kinds: [], tables: [table])
    )
    #expect(store.findings.filter { $0.hasPrefix("F0204") } == ["F0204@3"])
    #expect(store.numbers(0, 2) == [nil, "1"])
  }

  @Test func aColumnHasOneScale() throws {
    let store = FactsTests.read(
      lines: revenueHeader,
      "c,t,s,2025-10,1.5",
      "c,t,s,2025-10,2.125",
      "c,t,s,2025-10,3.1000"
    )
    let column = try #require(store.tables[TestCatalogue.revenue].numbers[4])
    #expect(column.scale == 3)
    guard case .small(let mantissas) = column.mantissas else {
      Issue.record("64 bits are enough")
      return
    }
    #expect(mantissas == [1500, 2125, 3100])
  }

  @Test func largeColumnsAreWide() throws {
    let store = FactsTests.read(
      lines: revenueHeader,
      "c,t,s,2025-10,0.000000000001",
      "c,t,s,2025-10,123456789012345678"
    )
    let column = try #require(store.tables[TestCatalogue.revenue].numbers[4])
    guard case .wide(let mantissas) = column.mantissas else {
      Issue.record("64 bits are not enough")
      return
    }
    #expect(mantissas == [1, 123_456_789_012_345_678 * 1_000_000_000_000])
  }

  @Test func whatFitsNoScaleIsEmptyAndReported() {
    let store = FactsTests.read(
      lines: revenueHeader,
      "c,t,s,2025-10,1E-24",
      "c,t,s,2025-10,1E20",
      "c,t,s,2025-10,"
    )
    #expect(store.numbers(TestCatalogue.revenue, 4) == ["0." + zeros(23) + "1", nil, nil])
    #expect(store.findings == ["F0409@3"])
    #expect(store.file.used == 3)
  }

  @Test func oddSeatsAreTakenAndReported() {
    let store = FactsTests.read(
      lines: "CustomerTpid,CustomerTenantId,WorkloadName,Month,PaidAvailableUnits,"
        + "PartnerAttributionType",
      "c,t,Teams,2025-10,-5,CSP",
      "c,t,Teams,2025-10,2.5,CSP",
      "c,t,Teams,2025-10,-1.5,CSP"
    )
    #expect(store.numbers(TestCatalogue.seats, 5) == ["-5", "2.5", "-1.5"])
    #expect(store.findings == ["F0405@2", "F0408@3"])
    #expect(store.account.findings.map(\.more) == [1, 1])
  }
}

private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
