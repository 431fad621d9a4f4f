import Evaluation
import Facts
import Foundation
import RuleSemantics
import TestSupport
import Testing

/// The example partner earns what its author worked out by hand.
@Suite("The score of the example partner")
struct ExampleScoreTests {
  private static let window = 6
  private let folder = Fixtures.packageRoot.appending(path: "Examples")

  @Test("as written down before any run: measures, points, qualified and earned")
  func showsWhatItsAuthorMeant() throws {
    let rules = checked(try shippedRules())
    let store = readFacts(
      try factFiles(in: folder.appending(path: "partner")),
      catalogue: rules.catalogue
    )
    #expect(store.people.count == 21)
    var months: [Month: [String: Line]] = [:]
    func lines(_ month: Month) -> [String: Line] {
      if let known = months[month] { return known }
      let plan = plan(rules, asOf: month)
      let found = score(evaluate(plan, over: store, catalogue: rules.catalogue))
      months[month] = Line.all(of: found, plan)
      return months[month] ?? [:]
    }
    let text = try String(
      contentsOf: folder.appending(path: "expected-score.csv"),
      encoding: .utf8
    )
    let rows = text.split(separator: "\n").dropFirst()
    #expect(rows.count > 50)
    for row in rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 9, "\(row)")
      let month = try #require(Month(cells[0]))
      let key = "\(cells[1]) \(cells[4])"
      let expected = Line(
        counts: cells[3],
        measure: cells[5],
        points: cells[6],
        qualified: cells[7]
      )
      #expect(lines(month)[key] == expected, "\(row)")
      guard !cells[8].isEmpty else { continue }
      let found = (0..<Self.window).map { lines(month - $0)[key]?.qualified }
      let earned = found.contains("yes") ? "yes" : found.contains("unknown") ? "unknown" : "no"
      #expect(earned == cells[8], "\(row)")
    }
  }
}

/// What is compared of one metric, or of the total.
private struct Line: Equatable {
  let counts: String
  let measure: String
  let points: String
  let qualified: String

  /// By id of the designation and of the metric.
  static func all(of found: PartnerScore, _ plan: EvaluationPlan) -> [String: Line] {
    var lines: [String: Line] = [:]
    for (designation, score) in zip(plan.designations, found.designations) {
      let counts = score.counts ? "yes" : "no"
      for (metric, earned) in zip(designation.scores, score.metrics) {
        lines["\(designation.id) \(metric.id)"] = Line(
          counts: counts,
          measure: earned.options.filter(\.counts).map(measure).joined(separator: ";"),
          points: range(earned.points, earned.possible),
          qualified: ""
        )
      }
      lines["\(designation.id) total"] = Line(
        counts: counts,
        measure: "",
        points: range(score.total, score.possibleTotal),
        qualified: "\(score.isQualified)"
      )
    }
    return lines
  }

  private static func measure(_ option: OptionScore) -> String {
    guard let percentage = option.growth?.percentage else {
      return joined(option.measure.low?.description, option.measure.high?.description)
    }
    return joined(
      percentage.low.map { decimal($0, digits: 2) },
      percentage.high.map { decimal($0, digits: 2) }
    )
  }

  private static func range(_ low: Fraction, _ high: Fraction) -> String {
    joined(decimal(low, digits: 4), decimal(high, digits: 4))
  }

  private static func joined(_ low: String?, _ high: String?) -> String {
    guard let low, low == high else { return "\(low ?? "")..\(high ?? "")" }
    return low
  }

  /// To so many digits, without zeros at the end.
  private static func decimal(_ fraction: Fraction, digits: Int) -> String {
    let value = Double(fraction.numerator) / Double(fraction.denominator)
    let text = String(format: "%.\(digits)f", value)
    return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }
}
