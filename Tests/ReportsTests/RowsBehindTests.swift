import Evaluation
import Facts
import Foundation
import RuleSemantics
import TestSupport
import Testing

@testable import Reports

/// The rows that an explanation lists are all that the answer rests on: of a store that has no
/// others, the node says the same in the same words.
@Suite("Rows behind a node")
struct RowsBehindTests {
  @Test("are all that its answer rests on, in random worlds", arguments: 0..<8)
  func randomWorlds(batch: Int) {
    var counting = 0
    for place in 0..<25 {
      let world = RandomWorld(seed: UInt64(7_000_000 + batch * 25 + place))
      let facts = evaluate(world.plan, over: world.facts, catalogue: world.catalogue)
      for area in world.plan.areas.indices {
        for customer in world.facts.customers.indices {
          let answers = AreaAnswers(facts, area, customer)
          for node in answers.testedNodes {
            let rows = facts.rowsBehind(area: area, node: node, customer: customer)
            counting += rows.count { $0.standing == .counts }
            guard let problem = answers.difference(with: rows, at: node) else { continue }
            Issue.record(
              "\(problem)\n\(world.description(area: area, node: node, customer: customer))"
            )
            return
          }
        }
      }
    }
    #expect(counting > 1000)
  }

  @Test("are all that its answer rests on, and stand where they are said to, for the example")
  func examplePartner() throws {
    let example = try ExampleFacts()
    for customer in example.store.customers.indices {
      let facts = example.evaluated(customer)
      for (area, plan) in facts.plan.areas.enumerated() {
        let answers = AreaAnswers(facts, area, 0)
        for node in answers.testedNodes {
          let rows = facts.rowsBehind(area: area, node: node, customer: 0)
          let name = "\(facts.facts.customers[0].id) \(plan.id)/\(plan.nodes[node].path)"
          // Nodes without any row are alike for all customers.
          if customer < 2 || !rows.isEmpty {
            #expect(answers.difference(with: rows, at: node) == nil, "\(name)")
          }
          let names = rows.filter { $0.standing == .names }.map { example.place(of: $0, facts) }
          #expect(names.isEmpty, "\(name): \(names)")
          for row in rows { try example.verify(row, facts, name) }
        }
      }
    }
  }
}

/// What an area says of a customer, with all rows.
private struct AreaAnswers {
  private let facts: EvaluatedFacts
  private let area: Int
  private let customer: Int
  private let tree: ReportedTree
  private let truths: [Truth]
  private let outcomes: [NodeOutcome]

  init(_ facts: EvaluatedFacts, _ area: Int, _ customer: Int) {
    (self.facts, self.area, self.customer) = (facts, area, customer)
    let plan = facts.plan.areas[area]
    tree = ReportedTree(plan: facts.plan, catalogue: facts.catalogue, area: plan)
    truths = plan.nodes.indices.map { facts.verdicts(area: area, node: $0)[customer].truth }
    outcomes = plan.nodes.indices.map {
      facts.outcome(area: area, node: $0, customer: customer)
    }
  }

  var testedNodes: [Int] { tree.area.nodes.indices.filter { tree.area.nodes[$0].test != nil } }

  /// What a node says otherwise when only `rows` are there; nil when nothing.
  func difference(with rows: [RowBehind], at node: Int) -> String? {
    let kept = Dictionary(grouping: rows, by: \.table).mapValues { Set($0.map(\.row)) }
    let reduced = evaluate(
      facts.plan.with(only: tree.area.nodes[node]),
      over: facts.facts.keeping(kept),
      catalogue: facts.catalogue
    )
    let whole = facts.verdicts(area: area, node: node)[customer]
    let own = reduced.verdicts(area: 0, node: 1)[customer]
    if whole.truth != own.truth { return "\(own.truth), and \(whole.truth) with all rows" }
    if whole.change != own.change { return "another change" }
    let outcome = outcomes[node]
    let other = reduced.outcome(area: 0, node: 1, customer: customer)
    if outcome.current != other.current { return "\(other.current), not \(outcome.current)" }
    // Gates before the node are another matter.
    let reducedOutcome = NodeOutcome(
      isMet: outcome.isMet,
      cause: outcome.cause,
      change: other.change,
      current: other.current,
      gap: other.gap,
      observation: other.observation,
      assumptions: other.assumptions
    )
    let (words, found) = (sentence(of: node, outcome), sentence(of: node, reducedOutcome))
    return words == found ? nil : "found: \(found)\nwith all rows: \(words)"
  }

  /// The sentence of a node and its details.
  private func sentence(of node: Int, _ outcome: NodeOutcome) -> String {
    var outcomes = outcomes
    outcomes[node] = outcome
    let findings = AreaFindings(of: tree, truths: truths, outcomes: outcomes)
    let details = DetailText(ends: findings.ends(of: node)).lines(of: outcome.observation)
    return ([reason(of: node, in: findings)] + details).joined(separator: "\n")
  }
}

extension EvaluationPlan {
  /// The plan with one node alone: what else there is would be evaluated in vain.
  fileprivate func with(only node: NodePlan) -> EvaluationPlan {
    func alone(_ kind: NodePlan.Kind, parent: Int?, _ children: [Int]) -> NodePlan {
      NodePlan(
        kind: kind,
        path: node.path,
        title: node.title,
        category: nil,
        parent: parent,
        children: children,
        branch: nil,
        isBestOf: false,
        hasDetails: node.hasDetails,
        criterion: nil,
        citations: [],
        under: parent == nil ? nil : node.under,
        test: parent == nil ? nil : node.test,
        rule: node.rule
      )
    }
    let nodes = [alone(.area, parent: nil, [1]), alone(node.kind, parent: 0, [])]
    return EvaluationPlan(
      asOf: asOf,
      areas: [AreaPlan(id: "alone", title: "Alone", nodes: nodes)],
      selections: selections,
      measures: measures,
      groups: groups,
      conditions: conditions,
      choices: choices,
      associationKind: associationKind
    )
  }
}

/// The example partner, read with lines.
private struct ExampleFacts {
  let rules: CheckedRuleSet
  let plan: EvaluationPlan
  let store: FactStore

  /// By file: its lines.
  private let lines: [String: [String]]

  init() throws {
    let folder = Fixtures.packageRoot.appending(path: "Examples/partner")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }
    var sources: [FactSource] = []
    var lines: [String: [String]] = [:]
    for name in names {
      let data = try Data(contentsOf: folder.appending(path: name))
      sources.append(FactSource(name: name, bytes: Array(data)))
      lines[name] = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
    }
    self.lines = lines
    rules = check(try Fixtures.shippedRules()).rules
    plan = RuleSemantics.plan(rules, asOf: Month(year: 2025, number: 10))
    var store = readFacts(
      sources,
      catalogue: rules.catalogue,
      settings: ReadSettings(keepsLines: true)
    )
    store.groupByCustomer()
    self.store = store
  }

  func evaluated(_ customer: Int) -> EvaluatedFacts {
    evaluate(plan, over: store.slice(of: [customer]), catalogue: rules.catalogue)
  }

  /// `usage.csv:12`.
  func place(of row: RowBehind, _ facts: EvaluatedFacts) -> String {
    let table = facts.facts.tables[row.table]
    let place = table.rowPlaces[row.row]
    return "\(table.fileNames[Int(place.file)]):\(place.line)"
  }

  /// Reads the line of a row, and compares tenant and numbers.
  func verify(_ row: RowBehind, _ facts: EvaluatedFacts, _ name: String) throws {
    let table = facts.facts.tables[row.table]
    let place = table.rowPlaces[row.row]
    let file = try #require(lines[table.fileNames[Int(place.file)]])
    let line = file[Int(place.line) - 1].lowercased()
    #expect(line.contains(facts.facts.tenants[Int(table.tenant[row.row])]), "\(name)")
    let cells = line.components(separatedBy: ",").compactMap { Facts.Decimal($0) }
    for number in row.numbers {
      guard let column = table.numbers[number.column], !column.isEmpty(row.row) else { continue }
      let value = Facts.Decimal(mantissa: column.mantissas[row.row], scale: column.scale)
      #expect(cells.contains(value), "\(name): \(value) in \(line)")
    }
  }
}
