import Evaluation
import Facts
import Reports
import RuleSemantics
import RuleSyntax

/// `rulec report`: everything about the customers and the partner in one month, as a page.
func runReport(_ request: ReportPageRequest) throws(CommandError) -> ExitCode {
  try Output.verify(path: request.output)
  let checked = try CheckedRules(request.paths)
  checked.showDiagnostics(request.colour)
  guard !checked.diagnostics.hasErrors else { return .ruleErrors }
  let rules = checked.rules
  try refuseUnknownAreas(request.areas, rules)
  try request.asOf.map { (month) throws(CommandError) in try refuseEarly(month, rules) }

  // The score is about all rows at once: they are grouped only when it is done.
  var facts = try ReadFacts(request.facts, catalogue: rules.catalogue, request.workers)
  FindingText.digest(facts.findings).forEach(Terminal.writeError)
  guard facts.hasMatches else { throw .nothingMatched(files: facts.store.account.files.count) }
  let plan = try choosePlan(request.asOf, rules, facts.store)
  let report = ReportRequest(
    customers: try chooseCustomers(request.customers, facts.store.customers),
    areas: try chooseAreas(request.areas, plan)
  )
  let shortcomings =
    planFindings(plan, facts.store, rules.catalogue)
    + peopleFindings(facts.store, plan, rules.catalogue)
  FindingText.digest(shortcomings).forEach(Terminal.writeError)

  try Output.verify(
    path: request.output,
    notAmong: checked.files.map(\.name) + facts.store.account.files.map(\.file)
  )
  var output = try Output(path: request.output)
  var page = PageOutput(
    rules: rules,
    plan: plan,
    report: report,
    limit: request.limit,
    request.workers
  )
  if request.customers.isEmpty { page.score(facts.store) }
  try page.write(&facts, to: &output)
  return tellShortcomings(of: facts, request.rejected, always: true)
}
