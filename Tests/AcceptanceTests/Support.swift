import Evaluation
import Facts
import Foundation
import RuleSemantics
import RuleSyntax
import TestSupport
import Testing

/// The rule files as they are shipped, by name.
func shippedRules() throws -> [String: String] {
  let files = try Fixtures.shippedRules().map { file in
    (String(file.name.dropFirst("Rules/".count)), String(decoding: file.bytes, as: UTF8.self))
  }
  return Dictionary(uniqueKeysWithValues: files)
}

/// Checks rule files that must be without a diagnostic; without a part of them, what only that part
/// used may be left over.
func checked(_ files: [String: String]) -> CheckedRuleSet {
  let sources = files.sorted { $0.key < $1.key }
    .map { SourceText(name: "Rules/\($0.key)", text: $0.value) }
  let (rules, diagnostics) = check(sources)
  let leftOver: Set<DiagnosticCode> = [.unusedDeclaration, .unusedName]
  #expect(diagnostics.filter { !leftOver.contains($0.code) }.map(\.message).isEmpty)
  return rules
}

/// The shipped rules with another option of a choice as its default: one word is moved.
func shippedRules(choosing option: String, insteadOf former: String) throws -> [String: String] {
  var files = try shippedRules()
  let lines = try #require(files["program.rules"]).components(separatedBy: "\n")
  let edited = lines.map { line in
    let words = line.split(separator: " ")
    guard words.first == "option", words.count > 1 else { return line }
    if words[1] == former { return line.replacingOccurrences(of: " default", with: "") }
    return words[1] == option ? line + " default" : line
  }
  #expect(edited != lines)
  files["program.rules"] = edited.joined(separator: "\n")
  return files
}

/// The facts of a folder: every file of it whose name ends in `.csv` or `.tsv`, but for `expected.csv`.
func factFiles(in folder: URL) throws -> [FactSource] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    .filter { ($0.hasSuffix(".csv") || $0.hasSuffix(".tsv")) && $0 != "expected.csv" }
    .map { FactSource(name: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0)))) }
}

/// What a node says of a customer, as the columns of `eval --format csv` write it.
struct Answer: Hashable, CustomStringConvertible {
  let status: String
  let change: String
  let current: String

  init(status: String, change: String, current: String) {
    self.status = status
    self.change = change
    self.current = current
  }

  init(_ outcome: NodeOutcome) {
    status = outcome.isMet ? "met" : "not-met"
    change = outcome.change?.rawValue ?? ""
    current = text(outcome.current)
  }

  var description: String { "\(status), \(change), \(current)" }
}

/// One customer's node; the path is empty for the area itself.
struct NodeKey: Hashable, CustomStringConvertible {
  let customer: String
  let area: String
  let path: String

  var description: String { "\(customer) \(area) \(path)" }
}

/// An evaluation that is asked by names.
struct Evaluated {
  let facts: EvaluatedFacts

  init(_ rules: CheckedRuleSet, asOf month: String, _ files: [FactSource]) throws {
    let store = readFacts(files, catalogue: rules.catalogue)
    facts = evaluate(
      plan(rules, asOf: try #require(Month(month))),
      over: store,
      catalogue: rules.catalogue
    )
  }

  /// With the shipped rules, over files given as name and text.
  init(asOf month: String, _ files: [String: String], rules: [String: String]? = nil) throws {
    try self.init(
      checked(try rules ?? shippedRules()),
      asOf: month,
      files.map { FactSource(name: $0.key, bytes: Array($0.value.utf8)) }
    )
    #expect(facts.facts.account.findings.filter { $0.level == .error }.map(\.message).isEmpty)
  }

  func outcome(_ key: NodeKey) throws -> NodeOutcome {
    let area = try #require(facts.plan.areas.firstIndex { $0.id == key.area }, "\(key)")
    let node = try #require(
      facts.plan.areas[area].nodes.firstIndex { $0.path == key.path },
      "\(key)"
    )
    let customer = try #require(
      facts.facts.customers.firstIndex { $0.id == key.customer },
      "\(key)"
    )
    return facts.outcome(area: area, node: node, customer: customer)
  }

  /// The node of customer `c`, as `status, change, current`, and the cause unless it is `fails`.
  func answer(_ area: String, _ path: String, of customer: String = "c") throws -> String {
    let outcome = try outcome(NodeKey(customer: customer, area: area, path: path))
    let cause = outcome.cause.map { $0 == .fails ? "" : " \($0.rawValue)" } ?? ""
    let answer = Answer(outcome)
    return [answer.status + cause, answer.change, answer.current].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// Every answer, by node.
  func answers() -> [NodeKey: Answer] {
    var all: [NodeKey: Answer] = [:]
    for (area, areaPlan) in facts.plan.areas.enumerated() {
      for (node, nodePlan) in areaPlan.nodes.enumerated() {
        for (index, customer) in facts.facts.customers.enumerated() {
          let outcome = facts.outcome(area: area, node: node, customer: index)
          all[NodeKey(customer: customer.id, area: areaPlan.id, path: nodePlan.path)] =
            Answer(outcome)
        }
      }
    }
    return all
  }
}

/// The value as a plain number; growth in percent with two decimals, half to even.
func text(_ value: CurrentValue) -> String {
  switch value {
  case .none: ""
  case .number(let number, _): number.description
  case .ratio(let numerator, let denominator): percent(numerator, of: denominator)
  case .names(let names): names.joined(separator: ";")
  }
}

private func percent(_ numerator: Facts.Decimal, of denominator: Facts.Decimal) -> String {
  let scale = max(numerator.scale, denominator.scale)
  guard var over = numerator.mantissa(atScale: scale),
    var under = denominator.mantissa(atScale: scale)
  else { return "too large" }
  if under < 0 { (over, under) = (-over, -under) }
  over *= 10_000
  var hundredths = over / under
  var rest = over % under
  if rest < 0 {
    hundredths -= 1
    rest += under
  }
  if 2 * rest > under || (2 * rest == under && hundredths % 2 != 0) { hundredths += 1 }
  let size = hundredths.magnitude
  let decimals = String(size % 100)
  let sign = hundredths < 0 ? "-" : ""
  return "\(sign)\(size / 100).\(decimals.count == 1 ? "0" : "")\(decimals)"
}
