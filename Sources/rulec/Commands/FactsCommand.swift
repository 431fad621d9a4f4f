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

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    facts = arguments.values(.facts)
    guard !facts.isEmpty else { throw .missingFacts(command: .facts) }
    guard !(paths.contains("-") && facts.contains("-")) else { throw .standardInputTwice }
    format = arguments.choice(.factsFormat) ?? .text
    limit = try arguments.rejectionLimit()
  }
}

/// `rulec facts`: how downloads are read.
func runFacts(_ request: FactsRequest) throws(CommandError) -> ExitCode {
  let checked = try CheckedRules(request.paths)
  checked.showDiagnostics(.auto)
  guard !checked.diagnostics.hasErrors else { return .ruleErrors }
  let facts = try ReadFacts(request.facts, catalogue: checked.rules.catalogue)
  let report = FactsReport(facts: facts, catalogue: checked.rules.catalogue)
  switch request.format {
  case .text: try Terminal.writeLine(report.text)
  case .json:
    let account = FactAccount(files: facts.store.account.files, findings: facts.findings)
    let tables = facts.store.tables
    let catalogue = checked.rules.catalogue
    try Terminal.write(factsJSON(account, tables: tables, catalogue: catalogue))
  }
  guard facts.hasMatches else { throw .nothingMatched(files: facts.store.account.files.count) }
  let shortcomings = facts.shortcomings(request.limit)
  shortcomings.forEach(Terminal.writeError)
  return shortcomings.isEmpty ? .success : .incompleteFacts
}
