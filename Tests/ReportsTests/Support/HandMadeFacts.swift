import Evaluation
import Facts
import Reports
import RuleSemantics

/// Outcomes made by hand, by area, node and customer.
struct HandMadeFacts: ReportedFacts {
  struct Finding {
    let verdict: Verdict
    let outcome: NodeOutcome
  }

  let plan: EvaluationPlan
  let catalogue: Catalogue
  let customers: [Customer]
  let table: [[[Finding]]]

  func verdicts(area: Int, node: Int) -> [Verdict] { table[area][node].map(\.verdict) }

  func outcome(area: Int, node: Int, customer: Int, withEvidence: Bool) -> NodeOutcome {
    table[area][node][customer].outcome
  }

  func waysToPass(area: Int, node: Int, customer: Int) -> [WayToPass] { [] }
}

/// The bytes that a report writes, as text.
func text(_ report: (([UInt8]) -> Void) -> Void) -> String {
  var bytes: [UInt8] = []
  report { bytes += $0 }
  return String(decoding: bytes, as: UTF8.self)
}

extension Month: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self = Month(text) ?? Month(index: 0)
  }
}

extension Decimal: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self = Decimal(text) ?? .zero
  }
}

extension ValueRange {
  static let unknown = ValueRange(low: nil, high: nil)

  static func exactly(_ number: Decimal) -> ValueRange { ValueRange(low: number, high: number) }

  static func from(_ low: Decimal?, to high: Decimal?) -> ValueRange {
    ValueRange(low: low, high: high)
  }
}

extension Unit {
  static let dollars = Unit(singular: "USD", plural: "USD", decimals: 2)
  static let seats = Unit(singular: "seat", plural: "seats", decimals: 0)
  static let users = Unit(singular: "user", plural: "users", decimals: 0)
  static let services = Unit(singular: "service", plural: "services", decimals: 0)
}

extension Bounds {
  static func atLeast(_ number: Decimal, _ unit: Unit) -> Bounds {
    Bounds(lower: .init(number, isIncluded: true), upper: nil, unit: unit)
  }

  static func above(_ number: Decimal, _ unit: Unit) -> Bounds {
    Bounds(lower: .init(number, isIncluded: false), upper: nil, unit: unit)
  }

  static func between(_ low: Decimal, _ high: Decimal, _ unit: Unit) -> Bounds {
    Bounds(
      lower: .init(low, isIncluded: true),
      upper: .init(high, isIncluded: true),
      unit: unit
    )
  }
}
