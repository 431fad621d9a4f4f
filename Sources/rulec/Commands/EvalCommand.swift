import Evaluation
import Facts
import Reports
import RuleSemantics
import RuleSyntax

/// `rulec eval`: every customer by the rules in force in one month.
func runEval(_ request: EvalRequest) throws(CommandError) -> ExitCode {
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
    groupsRows: true
  )
  FindingText.digest(facts.findings).forEach(Terminal.writeError)
  guard facts.hasMatches else { throw .nothingMatched(files: facts.store.account.files.count) }
  let evaluationPlan = try choosePlan(request.asOf, rules, facts.store)
  let report = try chooseRows(request, evaluationPlan, facts.store)
  FindingText.digest(planFindings(evaluationPlan, facts.store, rules.catalogue))
    .forEach(Terminal.writeError)

  let format = request.format(customerCount: facts.store.customers.count)
  try Output.verify(
    path: request.output,
    notAmong: checked.files.map(\.name) + facts.store.account.files.map(\.file)
  )
  var output = try Output(path: request.output)
  if format == .html {
    let page = PageOutput(rules: rules, plan: evaluationPlan, report: report, request.workers)
    try page.write(&facts, to: &output)
    return tellShortcomings(of: facts, request.limit, always: format.isForPeople)
  }
  facts.groupByCustomer()
  let customerCount = report.customers?.count ?? facts.store.customers.count
  let parts = ReportParts(
    evaluating: evaluationPlan,
    over: facts.store,
    catalogue: rules.catalogue,
    report,
    length: ReportParts.length(customerCount: customerCount, request.workers)
  )
  let style = RenderStyle(request.colour, output: request.output)
  Terminal.progress.begin(.evaluating(customers: customerCount))
  let told = parts.telling { Terminal.progress.advance(by: $0) }
  try render(format, told, report, style, request.workers) {
    (bytes) throws(CommandError) in
    try output.write(bytes)
  }
  try output.finish()
  return tellShortcomings(of: facts, request.limit, always: format.isForPeople)
}

/// What the facts lack for the plan, and associations that it leaves out of account.
func planFindings(
  _ plan: EvaluationPlan,
  _ facts: FactStore,
  _ catalogue: Catalogue
) -> [FactFinding] {
  coverageFindings(facts, plan, catalogue) + lateAssociations(facts, plan, catalogue)
}

/// Writes the report in a format.
func render(
  _ format: ReportFormat,
  _ parts: ReportParts<EvaluatedFacts>,
  _ request: ReportRequest,
  _ style: RenderStyle,
  _ workers: Workers,
  into write: ([UInt8]) throws(CommandError) -> Void
) throws(CommandError) {
  switch format {
  case .text: try textReport(parts, request, style, workers, into: write)
  case .summary: try summaryReport(parts, request, style, workers, into: write)
  case .csv: try csvReport(parts, request, workers, into: write)
  case .json: try jsonReport(parts, request, workers, into: write)
  case .ndjson: try ndjsonReport(parts, request, workers, into: write)
  case .html: throw .internalFailure("a page is not written as rows")
  }
}

/// Says what became of rows where that matters, and the code that follows from it.
func tellShortcomings(
  of facts: ReadFacts,
  _ limit: RejectionLimit,
  always: Bool
) -> ExitCode {
  let totals = facts.totals
  if always || totals.rejected > 0 || totals.unknown > 0 {
    Terminal.writeError(AccountText.line(totals))
  }
  let shortcomings = facts.shortcomings(limit)
  shortcomings.forEach(Terminal.writeError)
  return shortcomings.isEmpty ? .success : .incompleteFacts
}

/// Refuses areas that no rule file declares, with or without a track.
func refuseUnknownAreas(_ areas: [String], _ rules: CheckedRuleSet) throws(CommandError) {
  let known = rules.areaIDs
  let unknown = unknownNames(areas.filter { $0.tracks(among: known).isEmpty }, among: known)
  guard unknown.isEmpty else { throw .unknownAreas(unknown, known: rules.areaIDs) }
}

/// Refuses a month before there are criteria.
func refuseEarly(_ month: Month, _ rules: CheckedRuleSet) throws(CommandError) {
  guard let first = rules.changeMonths.first else { throw .noCriteria }
  guard month >= first else { throw .monthBeforeCriteria(month, first: first) }
}

/// The plan of the month that is asked for, else of the latest one that the needed tables cover.
func choosePlan(
  _ asOf: Month?,
  _ rules: CheckedRuleSet,
  _ facts: FactStore
) throws(CommandError) -> EvaluationPlan {
  if let asOf { return plan(rules, asOf: asOf) }
  guard let first = rules.changeMonths.first else { throw .noCriteria }
  // Which tables are needed depends on the month: those of the last covered one decide.
  guard let last = facts.tables.compactMap(\.coveredMonths.last).max() else {
    throw .noCommonMonth
  }
  let latest = plan(rules, asOf: max(first, last))
  guard let month = latestMonth(of: facts, tables: latest.neededTables) else {
    throw .noCommonMonth
  }
  try refuseEarly(month, rules)
  Terminal.writeError("as of \(month): the latest month that all needed tables cover")
  return month == latest.asOf ? latest : plan(rules, asOf: month)
}

/// The customers, areas and statuses to report.
func chooseRows(
  _ request: EvalRequest,
  _ plan: EvaluationPlan,
  _ facts: FactStore
) throws(CommandError) -> ReportRequest {
  ReportRequest(
    customers: try chooseCustomers(request.customers, facts.customers),
    areas: try chooseAreas(request.areas, plan),
    statuses: request.statuses,
    tellsReasons: request.tellsReasons
  )
}

/// Ids of the trees of the month that are asked for, those of an area's tracks where it is named
/// without one; nil for all.
func chooseAreas(_ areas: [String], _ plan: EvaluationPlan) throws(CommandError) -> Set<String>? {
  if areas.isEmpty { return nil }
  let present = plan.areas.map(\.id)
  let absent = areas.filter { !present.contains($0) && $0.tracks(among: present).isEmpty }
  guard absent.isEmpty else { throw .absentAreas(absent, month: plan.asOf, present: present) }
  return Set(areas.flatMap { present.contains($0) ? [$0] : $0.tracks(among: present) })
}

/// Indices of the customers with these ids, ascending; nil for all.
func chooseCustomers(
  _ ids: [String],
  _ customers: [Customer]
) throws(CommandError) -> [Int]? {
  if ids.isEmpty { return nil }
  let known = customers.map(\.id)
  let all = Set(known)
  // An id may hold a comma itself; else a comma separates ids.
  let ids = ids.flatMap { all.contains($0) ? [$0] : $0.split(separator: ",").map(String.init) }
  let wanted = Set(ids)
  let unknown = unknownNames(ids, among: known).map { $0.withCustomerNames(customers) }
  guard unknown.isEmpty else { throw .unknownCustomers(unknown, known: known.count) }
  return known.indices.filter { wanted.contains(known[$0]) }
}

/// Those of `names` that are not known, each once, with the nearest known ones.
func unknownNames(_ names: [String], among known: [String]) -> [UnknownName] {
  let all = Set(known)
  var seen: Set<String> = []
  return names.filter { !all.contains($0) && seen.insert($0).inserted }
    .map { UnknownName(name: $0, question: NearestNames.question(known, to: $0)) }
}

extension String {
  /// The trees of an area's tracks, when it is named without one.
  fileprivate func tracks(among ids: [String]) -> [String] {
    ids.filter { $0.hasPrefix(self + "-") }
  }
}

extension UnknownName {
  /// Asks for the id instead, where the text is part of customers' names.
  fileprivate func withCustomerNames(_ customers: [Customer]) -> UnknownName {
    let wanted = name.lowercased()
    let found = customers.filter { !wanted.isEmpty && $0.name.lowercased().contains(wanted) }
    guard question == nil, !found.isEmpty else { return self }
    let ids = found.prefix(3).map { "`\($0.id)` (\($0.name))" }.joined(separator: ", ")
    return UnknownName(name: name, question: "customers are named by id: \(ids)")
  }
}
