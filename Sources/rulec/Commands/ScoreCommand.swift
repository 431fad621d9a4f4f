import Evaluation
import Facts
import Reports
import RuleSemantics
import RuleSyntax

/// `rulec score`: what the partner earns in one month and the qualification window before it.
func runScore(_ request: ScoreRequest) throws(CommandError) -> ExitCode {
  try Output.verify(path: request.output)
  let checked = try CheckedRules(request.paths)
  checked.showDiagnostics(request.colour)
  guard !checked.diagnostics.hasErrors else { return .ruleErrors }
  let rules = checked.rules
  try request.asOf.map { (month) throws(CommandError) in try refuseEarly(month, rules) }

  let facts = try ReadFacts(request.facts, catalogue: rules.catalogue, request.workers)
  FindingText.digest(facts.findings, showsNearNames: true).forEach(Terminal.writeError)
  guard facts.hasMatches else { throw .nothingMatched(files: facts.store.account.files.count) }
  let plan = try choosePlan(request.asOf, rules, facts.store)
  guard !plan.designations.isEmpty else { throw .noPoints(plan.asOf) }
  let designations = try chooseDesignations(request.areas, plan, rules)
  let metrics = try request.metric.map { (id) throws(CommandError) in
    try chooseMetrics(id, designations, plan)
  }
  let shortcomings =
    planFindings(plan, facts.store, rules.catalogue)
    + peopleFindings(facts.store, plan, rules.catalogue)
  FindingText.digest(shortcomings)
    .forEach(Terminal.writeError)

  try Output.verify(
    path: request.output,
    notAmong: checked.files.map(\.name) + facts.store.account.files.map(\.file)
  )
  var output = try Output(path: request.output)
  let style = RenderStyle(request.colour, output: request.output)
  let write = { (bytes: [UInt8]) throws(CommandError) in try output.write(bytes) }
  if let metrics {
    let lists = customers(of: metrics, plan, facts.store, rules)
    switch request.format {
    case .text, .json: try customersReport(lists, style, into: write)
    case .csv: try customersCSV(lists, into: write)
    }
  } else {
    let named = plan.designations.indices.filter {
      request.areas.contains(plan.areas[plan.designations[$0].area].id)
    }
    let history = history(
      of: designations,
      named: Set(named),
      upTo: plan,
      facts.store,
      rules,
      request.workers
    )
    switch request.format {
    case .text: try scoreReport(history, style, into: write)
    case .json: try scoreJSON(history, into: write)
    case .csv: try scoreCSV(history, into: write)
    }
  }
  try output.finish()
  return tellShortcomings(of: facts, request.limit, always: request.format == .text)
}

/// Designations that are meant by their own ids, or by those of their areas or trees; nil for all.
private func chooseDesignations(
  _ names: [String],
  _ plan: EvaluationPlan,
  _ rules: CheckedRuleSet
) throws(CommandError) -> Set<Int>? {
  if names.isEmpty { return nil }
  let known = plan.designations.indices.map { plan.names(ofDesignation: $0) }
  let all = known.flatMap(\.self)
  let unknown = unknownNames(names, among: all).map { $0.withLongerIDs(all.unique) }
  let absent = unknown.map(\.name).filter(rules.areaIDs.contains)
  guard absent.isEmpty else { throw .absentAreas(absent, month: plan.asOf, present: all.unique) }
  guard unknown.isEmpty else { throw .unknownAreas(unknown, known: all.unique) }
  return Set(known.indices.filter { !known[$0].filter(names.contains).isEmpty })
}

/// The designations that have the metric, each with its index in ``DesignationPlan/scores``.
private func chooseMetrics(
  _ id: String,
  _ designations: Set<Int>?,
  _ plan: EvaluationPlan
) throws(CommandError) -> [(designation: Int, metric: Int)] {
  let asked = plan.designations.indices.filter { designations?.contains($0) ?? true }
  let found = asked.compactMap { index in
    plan.designations[index].scores.firstIndex { $0.id == id }.map { (index, $0) }
  }
  let known = asked.flatMap { plan.designations[$0].scores.map(\.id) }
  guard !found.isEmpty else {
    let name = unknownNames([id], among: known).first ?? UnknownName(name: id, question: nil)
    throw .unknownMetric(name, known: known.unique)
  }
  return found
}

/// What every customer gives to the leaves of the metrics, and who is in their steps.
private func customers(
  of metrics: [(designation: Int, metric: Int)],
  _ plan: EvaluationPlan,
  _ facts: FactStore,
  _ rules: CheckedRuleSet
) -> [MetricCustomers] {
  let evaluated = evaluate(plan, over: facts, catalogue: rules.catalogue)
  let score = score(evaluated)
  return metrics.map { MetricCustomers(evaluated, score, designation: $0, metric: $1) }
}

extension EvaluationPlan {
  /// The ids that mean a designation: its own, that of its tree and that of its area.
  fileprivate func names(ofDesignation index: Int) -> [String] {
    let tree = designations[index].area
    let area = trackChoices.first { $0.trees.contains(tree) }?.area
    return [designations[index].id, areas[tree].id] + (area.map { [$0] } ?? [])
  }
}

extension UnknownName {
  /// Asks for ids that have the name as a part, where no id is spelt nearly so.
  fileprivate func withLongerIDs(_ ids: [String]) -> UnknownName {
    let wanted = "-\(name.lowercased())-"
    let found = ids.filter { "-\($0)-".contains(wanted) }.prefix(3).map { "`\($0)`" }
    guard question == nil, !found.isEmpty else { return self }
    return UnknownName(name: name, question: "did you mean \(found.joined(separator: " or "))?")
  }
}

extension [String] {
  /// Each once, in order.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
