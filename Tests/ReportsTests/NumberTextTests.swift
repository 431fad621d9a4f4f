import Evaluation
import Facts
import Reports
import RuleSemantics
import Testing

@Suite("Numbers in reports")
struct NumberTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let value: Decimal
    let ends: [Decimal]
    let expected: String

    init(_ value: Decimal, near ends: [Decimal] = [], _ expected: String) {
      self.value = value
      self.ends = ends
      self.expected = expected
    }

    var testDescription: String { expected }
  }

  @Test(arguments: [
    Case("0", "0.00 USD"),
    Case("-0.001", "0.00 USD"),
    Case("1234567.5", "1,234,567.50 USD"),
    Case("-1000", "-1,000.00 USD"),
    Case("0.125", "0.12 USD"),
    Case("0.135", "0.14 USD"),
    Case("0.1250001", "0.13 USD"),
    Case("999.996", "1,000.00 USD"),
    Case("999.996", near: ["1000"], "999.996 USD"),
    Case("1000.0004", near: ["1000"], "1,000.0004 USD"),
    Case("1000", near: ["1000"], "1,000.00 USD"),
  ])
  func moneyHasTwoDecimalsOrAsManyAsTellItFromAThreshold(_ case_: Case) {
    #expect(NumberText.quantity(case_.value, .dollars, near: case_.ends) == case_.expected)
  }

  @Test func countsAreNeverRounded() {
    #expect(NumberText.quantity("1", .seats) == "1 seat")
    #expect(NumberText.quantity("8.75", .seats) == "8.75 seats")
    #expect(NumberText.quantity("12345", .seats) == "12,345 seats")
    #expect(NumberText.quantity("-1", .seats) == "-1 seat")
  }

  @Test(arguments: [
    ("10", "100", "10.00"),
    ("1", "3", "33.33"),
    ("2", "3", "66.67"),
    ("1", "800", "0.12"),
    ("3", "800", "0.38"),
    ("-1", "3", "-33.33"),
    ("1", "-4", "-25.00"),
    ("1", "1000000", "0.00"),
    ("-1", "1000000", "0.00"),
    ("0.000000000000001", "1000000000000000", "0.00"),
    ("999999999999999999", "0.0001", "999999999999999999000000.00"),
  ])
  func percentsAreExactUntilShown(_ numerator: String, _ denominator: String, _ shown: String)
    throws
  {
    let ratio = CurrentValue.ratio(
      numerator: try #require(Decimal(numerator)),
      denominator: try #require(Decimal(denominator))
    )
    #expect(ValueText.plain(ratio) == shown)
  }

  @Test func percentsKeepAwayFromTheirThreshold() {
    #expect(NumberText.percent("29999", of: "100000") == "30.00 percent")
    #expect(NumberText.percent("29999", of: "100000", near: ["30"]) == "29.999 percent")
    #expect(NumberText.percent("3", of: "10", near: ["30"]) == "30.00 percent")
  }

  @Test func rangesSayWhatIsKnown() {
    #expect(NumberText.quantity(.exactly("1"), .tenant) == "1 tenant")
    #expect(NumberText.quantity(.from("1", to: "3"), .tenant) == "1 to 3 tenants")
    #expect(NumberText.quantity(.from("2", to: nil), .tenant) == "2 or more tenants")
    #expect(NumberText.quantity(.from(nil, to: "3"), .tenant) == "at most 3 tenants")
    #expect(NumberText.quantity(.unknown, .tenant) == "an unknown number of tenants")
    #expect(NumberText.quantity(.unknown, .dollars) == "an unknown amount of USD")
  }

  @Test func monthsAreRuns() {
    #expect(ListText.months(["2025-03", "2024-12", "2025-01"]) == "2024-12 to 2025-01 and 2025-03")
    #expect(ListText.window(12, endingIn: "2025-10") == "2024-11 to 2025-10")
  }
}
