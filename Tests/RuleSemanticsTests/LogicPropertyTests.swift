import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// What analysis says of random conditions, against all facts tried one by one.
@Suite("Conditions that say nothing")
struct LogicPropertyTests {
  @Test("Each one is found, and no other", arguments: 0..<8)
  func agreesWithTryingAllFacts(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var found: Set<DiagnosticCode> = []
    for round in 0..<60 {
      let condition = Condition.random(depth: 3, &random)
      guard let codes = try Self.codes(of: condition) else { continue }
      found.formUnion(codes)
      let expected = condition.expectedCodes
      #expect(codes == expected, "seed \(seed) \(round): \(condition.text)")
    }
    #expect(found == [.neverMet, .alwaysMet, .impliedCondition])
  }

  /// The codes that a group with the condition gives; nil where it may not stand in a group.
  private static func codes(of condition: Condition) throws -> Set<DiagnosticCode>? {
    let values = (1...4).map { "  value v\($0) \"v\" = \($0 * 2) seats from 2022-10 cite S0" }
    let text = """
      area modern "Modern Work" {
        rows used = seats-used
        measure seats "seats" = seats of used
        measure users "users" = users of used
      \(values.joined(separator: "\n"))
        value u1 "u" = 3 users from 2022-10 cite S0
        value u2 "u" = 5 users from 2022-10 cite S0
        group g of workloads per tenant "g" = \(condition.text)
        group h of workloads per tenant "h" = seats > 0 seats and workload in g
        gate g "G" {
          criterion "x" cite S0
          met when count of h >= 1 workload
        }
        metric m "M" {
          leaf l "L" {
            criterion "x" cite S0
            met when count of h >= 1 workload
          }
        }
      }
      """
    let facts = try Fixtures.source("semantics/facts.rules", as: "facts.rules")
    let files = [
      ParsedFile(facts, isGiven: false), ParsedFile(SourceText(name: "a.rules", text: text)),
    ]
    let diagnostics = check(files).diagnostics
    // What would count those without rows is refused before anything else is said of it.
    guard !diagnostics.hasErrors else { return nil }
    let start = text.utf8.count - text.split(separator: "group g of", maxSplits: 1)[1].utf8.count
    let end = text.utf8.count - text.split(separator: "group h of", maxSplits: 1)[1].utf8.count
    return Set(
      diagnostics.filter { $0.file == 1 && (start..<end).contains(Int($0.span.start)) }.map(\.code)
    )
  }
}

/// A condition on the seats and users of one workload.
private indirect enum Condition {
  case seats(String, Int)
  case users(String, Int)
  case not(Condition)
  case all([Condition])
  case any([Condition])

  static func random(depth: Int, _ random: inout SplitMix64) -> Condition {
    let sign = [">", ">=", "<", "<="].randomElement(using: &random) ?? ">"
    let parts = { (random: inout SplitMix64) in
      (0..<Int.random(in: 2...3, using: &random)).map { _ in
        Condition.random(depth: depth - 1, &random)
      }
    }
    switch depth == 0 ? 0 : Int.random(in: 0..<6, using: &random) {
    case 0, 1: return .seats(sign, Int.random(in: 0...4, using: &random))
    case 2: return .users(sign, Int.random(in: 0...2, using: &random))
    case 3: return .not(.random(depth: depth - 1, &random))
    case 4: return .all(parts(&random))
    default: return .any(parts(&random))
    }
  }

  var text: String {
    switch self {
    case .seats(let sign, let place): "seats \(sign) \(place == 0 ? "0 seats" : "v\(place)")"
    case .users(let sign, let place): "users \(sign) \(place == 0 ? "0 users" : "u\(place)")"
    case .not(let part): "not (\(part.text))"
    case .all(let parts): "(" + parts.map(\.text).joined(separator: " and ") + ")"
    case .any(let parts): "(" + parts.map(\.text).joined(separator: " or ") + ")"
    }
  }

  /// Every number that a limit tells from another one, halves of them for what is between.
  static let facts: [(seats: Double, users: Double)] = (0...18).flatMap { seats in
    (0...12).map { (Double(seats) / 2, Double($0) / 2) }
  }

  func holds(_ facts: (seats: Double, users: Double)) -> Bool {
    switch self {
    case .seats(let sign, let place): compare(facts.seats, sign, Double(place * 2))
    case .users(let sign, let place): compare(facts.users, sign, [0, 3, 5][place])
    case .not(let part): !part.holds(facts)
    case .all(let parts): parts.allSatisfy { $0.holds(facts) }
    case .any(let parts): parts.contains { $0.holds(facts) }
    }
  }

  private func compare(_ left: Double, _ sign: String, _ right: Double) -> Bool {
    switch sign {
    case ">": left > right
    case ">=": left >= right
    case "<": left < right
    default: left <= right
    }
  }

  private var isNever: Bool { !Condition.facts.contains(where: holds) }
  private var isAlways: Bool { Condition.facts.allSatisfy(holds) }

  private func implies(_ other: Condition) -> Bool {
    Condition.facts.allSatisfy { !holds($0) || other.holds($0) }
  }

  /// Whether it, or a part of it, is never met.
  private var isHopeless: Bool { isNever || parts.contains(where: \.isHopeless) }

  private var parts: [Condition] {
    switch self {
    case .seats, .users: []
    case .not(let part): [part]
    case .all(let parts), .any(let parts): parts
    }
  }

  var expectedCodes: Set<DiagnosticCode> {
    var codes = parts.reduce(into: Set<DiagnosticCode>()) { $0.formUnion($1.expectedCodes) }
    guard !isHopeless else { return codes.union([.neverMet]) }
    if case .seats = self { return codes }
    if case .users = self { return codes }
    if case .not = self { return codes }
    let isAll = if case .all = self { true } else { false }
    for (place, part) in parts.enumerated() {
      if part.isAlways {
        codes.insert(.alwaysMet)
      } else {
        let isImplied = parts.enumerated().contains { other, condition in
          guard other != place else { return false }
          let isStronger = isAll ? condition.implies(part) : part.implies(condition)
          let isSame = condition.implies(part) && part.implies(condition)
          return isStronger && !(isSame && other > place)
        }
        if isImplied { codes.insert(.impliedCondition) }
      }
    }
    return codes
  }
}
