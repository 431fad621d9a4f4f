import Evaluation
import Facts
import Foundation
import RuleSemantics
import TestSupport
import Testing

private let generated = ProcessInfo.processInfo.environment["RULEC_GENERATED"]
  .flatMap { $0.isEmpty ? nil : $0 }

/// What the shipped rules suggest is made, and evaluated again.
@Suite("Ways to pass of the shipped rules")
struct WaysToPassTests {
  @Test("of the example partner are enough, and nothing less is")
  func example() throws {
    let check = try WaysCheck(
      Fixtures.packageRoot.appending(path: "Examples/partner"),
      asOf: "2025-10",
      every: 1
    )
    #expect(check.problems.prefix(5).isEmpty)
    #expect(check.ways > 1000, "\(check.counts)")
  }

  @Test(
    "of generated data are enough, and nothing less is",
    .enabled(if: generated != nil),
    arguments: GeneratedDataTests.months
  )
  func generatedData(month: String) throws {
    let folder = URL(filePath: try #require(generated)).appending(path: month)
    let check = try WaysCheck(folder, asOf: month, every: 40)
    #expect(check.problems.prefix(5).isEmpty)
    #expect(check.unhelped.isEmpty, "no way for any customer: \(check.unhelped)")
  }
}

/// Makes every way of every node of some customers.
private struct WaysCheck {
  private(set) var problems: [String] = []
  private(set) var ways = 0

  /// By node: for how many customers it fails, and for how many of them a way is known.
  private(set) var counts: [String: (failing: Int, helped: Int)] = [:]

  /// Nodes that fail for somebody, and nobody is told a way.
  var unhelped: [String] { counts.filter { $0.value.helped == 0 }.map(\.key).sorted() }

  private let plan: EvaluationPlan
  private let catalogue: Catalogue

  init(_ folder: URL, asOf text: String, every step: Int) throws {
    let rules = checked(try shippedRules())
    catalogue = rules.catalogue
    let parts = text.split(separator: "-").compactMap { Int($0) }
    plan = RuleSemantics.plan(rules, asOf: Month(year: parts[0], number: parts[1]))
    var facts = readFacts(try factFiles(in: folder), catalogue: rules.catalogue)
    facts.groupByCustomer()
    for customer in stride(from: 0, to: facts.customers.count, by: step) {
      check(facts.slice(of: [customer]))
    }
  }

  private mutating func check(_ slice: FactStore) {
    let evaluated = evaluate(plan, over: slice, catalogue: catalogue)
    for (area, tree) in plan.areas.enumerated() {
      for node in tree.nodes.indices {
        let name = "\(tree.id)/\(tree.nodes[node].path)"
        let isMet = evaluated.verdicts(area: area, node: node)[0].isMet
        let found =
          isMet
          ? evaluated.waysToLose(area: area, node: node, customer: 0)
          : evaluated.waysToPass(area: area, node: node, customer: 0)
        if evaluated.verdicts(area: area, node: node)[0].truth == .no {
          counts[name, default: (0, 0)].failing += 1
          if !found.isEmpty { counts[name, default: (0, 0)].helped += 1 }
        }
        for way in found {
          let place = Place(area: area, node: node, name: "\(slice.customers[0].id) \(name)")
          check(way, slice, place, isMet: isMet)
        }
      }
    }
  }

  private struct Place {
    let area: Int
    let node: Int
    let name: String
  }

  /// A way has to turn the verdict round, and no smaller one may.
  private mutating func check(_ way: WayToPass, _ slice: FactStore, _ place: Place, isMet: Bool) {
    func isTurned(_ way: WayToPass) -> Bool {
      let changed = slice.making(
        way,
        of: 0,
        asOf: plan.asOf,
        catalogue,
        associationKind: plan.associationKind
      )
      return evaluate(plan, over: changed, catalogue: catalogue, areas: [place.area])
        .verdicts(area: place.area, node: place.node)[0].isMet != isMet
    }
    ways += 1
    if !isTurned(way) { problems.append("\(place.name): not enough: \(way.brief)") }
    for smaller in way.smaller where isTurned(smaller) {
      problems.append("\(place.name): \(way.brief), but less is enough: \(smaller.brief)")
    }
  }
}
