import Facts
import Reports
import RuleSemantics
import RuleSyntax

/// `rulec explain`: the whole story of some customers, with the rows of files and the rules behind
/// it.
func runExplain(_ request: ExplainRequest) throws(CommandError) -> ExitCode {
  try Output.verify(path: request.output)
  let checked = try CheckedRules(request.paths)
  checked.showDiagnostics(request.colour)
  guard !checked.diagnostics.hasErrors else { return .ruleErrors }
  let rules = checked.rules
  try refuseUnknownAreas(request.areas, rules)
  try request.asOf.map { (month) throws(CommandError) in try refuseEarly(month, rules) }

  var facts = try ReadFacts(
    request.facts,
    catalogue: rules.catalogue,
    request.workers,
    keepsLines: true
  )
  FindingText.digest(facts.findings).forEach(Terminal.writeError)
  guard facts.hasMatches else { throw .nothingMatched(files: facts.store.account.files.count) }
  let plan = try choosePlan(request.asOf, rules, facts.store)
  let story = try chooseStory(request, plan, facts.store, rules)
  FindingText.digest(planFindings(plan, facts.store, rules.catalogue)).forEach(Terminal.writeError)
  try Output.verify(
    path: request.output,
    notAmong: checked.files.map(\.name) + facts.store.account.files.map(\.file)
  )
  var output = try Output(path: request.output)
  facts.groupByCustomer()
  let parts = ReportParts(
    evaluating: plan,
    over: facts.store,
    catalogue: rules.catalogue,
    story.report,
    length: ReportParts.length(customerCount: request.customers.count, request.workers)
  )
  let style = RenderStyle(request.colour, output: request.output)
  try storyReport(parts, story, request.format, style, request.workers) {
    (bytes) throws(CommandError) in
    try output.write(bytes)
  }
  try output.finish()
  return tellShortcomings(of: facts, request.limit, always: true)
}

/// The customers, areas and the node to tell of.
private func chooseStory(
  _ request: ExplainRequest,
  _ plan: EvaluationPlan,
  _ facts: FactStore,
  _ rules: CheckedRuleSet
) throws(CommandError) -> StoryRequest {
  let areas = try chooseAreas(request.areas, plan)
  let node = try request.node.map { (path) throws(CommandError) in
    try findNode(path, in: plan, areas: areas)
  }
  let areaOfNode = node.map { Set([plan.areas[$0.area].id]) }
  return StoryRequest(
    ReportRequest(
      customers: try chooseCustomers(request.customers, facts.customers),
      areas: areaOfNode ?? areas
    ),
    node: node,
    rules: nodeRules(rules, asOf: plan.asOf)
  )
}
