import Evaluation
import Facts
import Foundation
import RuleSemantics
import TestSupport
import Testing

/// The example partner shows what its author meant each customer to show.
@Suite("The example partner")
struct ExampleTests {
  private let folder = Fixtures.packageRoot.appending(path: "Examples")

  private func evaluated() throws -> Evaluated {
    try Evaluated(
      checked(shippedRules()),
      asOf: "2025-10",
      factFiles(in: folder.appending(path: "partner"))
    )
  }

  @Test("as written down before any run: status, cause, wording and value")
  func showsWhatItsAuthorMeant() throws {
    let found = try evaluated()
    let causes = causes(of: found)
    let answers = found.answers()
    let text = try String(contentsOf: folder.appending(path: "expected.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").dropFirst()
    #expect(lines.count > 700)
    for line in lines {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 7, "\(line)")
      let node = NodeKey(customer: cells[0], area: cells[1], path: cells[2])
      let expected = Answer(status: cells[3], change: cells[5], current: cells[6])
      #expect(answers[node] == expected, "\(line)")
      #expect(causes[node] == cells[4], "\(line)")
    }
  }

  private func causes(of evaluated: Evaluated) -> [NodeKey: String] {
    var causes: [NodeKey: String] = [:]
    let facts = evaluated.facts
    for (area, tree) in facts.plan.areas.enumerated() {
      for (node, plan) in tree.nodes.enumerated() {
        for (customer, verdict) in zip(
          facts.facts.customers,
          facts.verdicts(area: area, node: node)
        ) {
          causes[NodeKey(customer: customer.id, area: tree.id, path: plan.path)] =
            verdict.cause?.rawValue ?? ""
        }
      }
    }
    return causes
  }

  @Test("has no finding but notes")
  func isReadWithoutAFinding() throws {
    let account = try evaluated().facts.facts.account
    #expect(account.findings.filter { $0.level != .note }.map(\.message).isEmpty)
    #expect(account.files.allSatisfy { $0.rejected == 0 && $0.unknown == 0 })
  }
}
