import Evaluation
import Facts
import Foundation
import RuleSemantics
import TestSupport
import Testing

/// Where generated data lies: a folder for each month and, if wanted, the same tables of some in
/// another form, such as `2024-06-shuffled` and `2024-06-tsv`.
private let generated = ProcessInfo.processInfo.environment["RULEC_GENERATED"]
  .flatMap { $0.isEmpty ? nil : $0 }

/// Data of `make_facts.py` for thousands of customers, which is too large to keep here.
@Suite("Generated data", .enabled(if: generated != nil), .serialized)
struct GeneratedDataTests {
  static let months = ["2022-11", "2023-04", "2024-06", "2025-12", "2026-09"]

  private func folder(_ name: String) throws -> URL {
    URL(filePath: try #require(generated)).appending(path: name)
  }

  private func evaluated(_ name: String) throws -> Evaluated {
    try Evaluated(
      checked(shippedRules()),
      asOf: String(name.prefix("2024-06".count)),
      factFiles(in: folder(name))
    )
  }

  @Test(arguments: months)
  func readsAndEvaluatesWithoutADiagnostic(month: String) throws {
    let evaluated = try evaluated(month)
    let account = evaluated.facts.facts.account
    let serious = account.findings.filter { $0.level != .note }
    let messages = serious.map { "\($0.file):\($0.line ?? 0) \($0.message)" }
    #expect(messages.isEmpty)
    #expect(account.files.reduce(0) { $0 + $1.rejected } == 0)
    #expect(account.files.reduce(0) { $0 + $1.unknown } == 0)
    #expect(!evaluated.facts.facts.customers.isEmpty)
    let nodes = evaluated.facts.plan.areas.reduce(0) { $0 + $1.nodes.count }
    #expect(evaluated.answers().count == nodes * evaluated.facts.facts.customers.count)
  }

  @Test(arguments: ["2024-06-shuffled", "2024-06-tsv", "2026-09-shuffled", "2026-09-tsv"])
  func answersDoNotDependOnOrderOrSeparator(variant: String) throws {
    guard FileManager.default.fileExists(atPath: try folder(variant).path) else { return }
    let expected = try evaluated(String(variant.prefix("2024-06".count))).answers()
    let found = try evaluated(variant).answers()
    #expect(found.count == expected.count)
    let different = expected.filter { found[$0.key] != $0.value }.map(\.key.description)
    #expect(different.sorted().prefix(10).isEmpty)
  }

  @Test("contributions of all customers add up to every measure of the partner", arguments: months)
  func contributionsAddUp(month: String) throws {
    let check = ContributionCheck(try evaluated(month))
    #expect(check.exactCount > 10)
    #expect(check.different.prefix(10).isEmpty)
  }

  @Test(arguments: months)
  func bothEvaluatorsAgree(month: String) throws {
    let found = try evaluated(month).facts
    let reference = ReferenceEvaluator(
      plan: found.plan,
      facts: found.facts,
      catalogue: found.catalogue
    )
    var different: [String] = []
    for (area, tree) in found.plan.areas.enumerated() {
      for node in tree.nodes.indices {
        for (customer, verdict) in found.verdicts(area: area, node: node).enumerated() {
          let current = found.outcome(area: area, node: node, customer: customer).current
          let expected = reference.verdict(area: area, node: node, customer: customer)
          guard
            verdict != expected
              || current != reference.current(area: area, node: node, customer: customer)
          else { continue }
          let id = found.facts.customers[customer].id
          different.append("\(id) \(tree.id) \(tree.nodes[node].path)")
        }
      }
    }
    #expect(different.prefix(10).isEmpty)
  }
}
