import Evaluation
import Facts
import Reports
import RuleSemantics
import RuleSyntax

/// `rulec bench`: counts and times the work of an evaluation.
func runBench(_ request: EvalRequest) throws(CommandError) -> ExitCode {
  let checked = try CheckedRules(request.paths)
  checked.showDiagnostics(request.colour)
  guard !checked.diagnostics.hasErrors else { return .ruleErrors }
  let rules = checked.rules
  var bench = BenchReport()
  bench.begin()
  var facts = try ReadFacts(
    request.facts,
    catalogue: rules.catalogue,
    request.workers,
    groupsRows: true
  )
  bench.end("read", bytes: facts.byteCount, facts.totals.read, "rows")
  guard facts.hasMatches else { throw .nothingMatched(files: facts.store.account.files.count) }
  let plan = try choosePlan(request.asOf, rules, facts.store)
  let report = try chooseRows(request, plan, facts.store)
  let customerCount = report.customers?.count ?? facts.store.customers.count
  bench.begin()
  facts.groupByCustomer()
  bench.end("group", facts.totals.read, "rows")
  let parts = ReportParts(
    evaluating: plan,
    over: facts.store,
    catalogue: rules.catalogue,
    report,
    length: ReportParts.length(customerCount: customerCount, request.workers)
  )
  addCounts(of: facts, rules.catalogue, to: &bench)
  bench.add("customers", customerCount)
  bench.add("nodes", report.areas(of: plan).reduce(0) { $0 + plan.areas[$1].nodes.count })
  bench.add("parts", parts.count)
  try evaluate(parts, request, report, facts, &bench)
  bench.add("lines", bench.lines)
  bench.add("bytes written", bench.bytesWritten)
  try Terminal.writeLine(bench.text(peakMemory: SystemCalls.peakMemory))
  return tellShortcomings(of: facts, request.limit, always: false)
}

/// What was read, and what of it is kept: a wide row becomes several.
private func addCounts(of facts: ReadFacts, _ catalogue: Catalogue, to bench: inout BenchReport) {
  if let bytes = facts.byteCount { bench.add("bytes read", bytes) }
  bench.add("rows read", facts.totals.read)
  let tables = zip(facts.store.tables, catalogue.tables)
  bench.add("rows kept", tables.reduce(0) { $0 + $1.0.rowCount })
  bench.add("cells kept", tables.reduce(0) { $0 + $1.0.rowCount * $1.1.columns.count })
}

/// Evaluates everything, and then again to write it as is asked for; to nowhere without a file.
private func evaluate(
  _ parts: ReportParts<EvaluatedFacts>,
  _ request: EvalRequest,
  _ report: ReportRequest,
  _ facts: ReadFacts,
  _ bench: inout BenchReport
) throws(CommandError) {
  let style = RenderStyle(columns: 100, usesColour: false)
  bench.begin()
  // A summary needs every verdict and hardly anything else.
  try render(.summary, parts, report, style, request.workers) { (_) throws(CommandError) in }
  bench.end("evaluate", parts.customerCount, "customers")

  try Output.verify(path: request.output)
  try Output.verify(path: request.output, notAmong: facts.store.account.files.map(\.file))
  var output = try request.output.map { (path) throws(CommandError) in try Output(path: path) }
  let format = request.format(customerCount: facts.store.customers.count)
  bench.begin()
  try render(format, parts, report, style, request.workers) { (bytes) throws(CommandError) in
    bench.countWritten(bytes)
    try output?.write(bytes)
  }
  try output?.finish()
  bench.end("evaluate and write", bytes: bench.bytesWritten, parts.customerCount, "customers")
}
