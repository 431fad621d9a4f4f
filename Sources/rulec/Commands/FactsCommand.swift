import Evaluation
import Facts
import Reports
import RuleSemantics
import RuleSyntax

/// `rulec facts`, as asked for.
struct FactsRequest {
  let paths: [String]
  let facts: [String]
  let format: FactsFormat
  let limit: RejectionLimit
  let workers: Workers

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    facts = arguments.values(.facts)
    guard !facts.isEmpty else { throw .missingFacts(command: .facts) }
    guard !(paths.contains("-") && facts.contains("-")) else { throw .standardInputTwice }
    format = arguments.choice(.factsFormat) ?? .text
    limit = try arguments.rejectionLimit()
    workers = try arguments.workers()
  }
}

/// `rulec facts`: how downloads are read.
func runFacts(_ request: FactsRequest) throws(CommandError) -> ExitCode {
  let checked = try CheckedRules(request.paths)
  checked.showDiagnostics(.auto)
  guard !checked.diagnostics.hasErrors else { return .ruleErrors }
  let catalogue = checked.rules.catalogue
  var facts = try ReadFacts(request.facts, catalogue: catalogue, request.workers)
  facts.findings += notes(on: facts.store, checked.rules)
  switch request.format {
  case .text: try Terminal.writeLine(FactsReport(facts: facts, catalogue: catalogue).text)
  case .json:
    let account = FactAccount(files: facts.store.account.files, findings: facts.findings)
    try Terminal.write(factsJSON(account, tables: facts.store.tables, catalogue: catalogue))
  }
  guard facts.hasMatches else { throw .nothingMatched(files: facts.store.account.files.count) }
  let shortcomings = facts.shortcomings(request.limit)
  shortcomings.forEach(Terminal.writeError)
  return shortcomings.isEmpty ? .success : .incompleteFacts
}

/// What is odd in the eyes of the criteria of the last covered month, though legal.
func notes(on facts: FactStore, _ rules: CheckedRuleSet) -> [FactFinding] {
  guard let first = rules.changeMonths.first,
    let last = zip(facts.tables, rules.catalogue.tables)
      .filter({ !$1.givesAssociationDates }).compactMap(\.0.coveredMonths.last).max()
  else { return [] }
  return factNotes(facts, plan(rules, asOf: max(first, last)), rules.catalogue)
}
