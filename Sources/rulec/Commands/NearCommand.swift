import Evaluation
import Facts
import Reports
import RuleSemantics
import RuleSyntax

/// `rulec near`: the customers that are close to another verdict of one node, from either side.
func runNear(_ request: NearRequest) throws(CommandError) -> ExitCode {
  try Output.verify(path: request.output)
  let checked = try CheckedRules(request.paths)
  checked.showDiagnostics(request.colour)
  guard !checked.diagnostics.hasErrors else { return .ruleErrors }
  let rules = checked.rules
  try request.asOf.map { (month) throws(CommandError) in try refuseEarly(month, rules) }
  var facts = try ReadFacts(
    request.facts,
    catalogue: rules.catalogue,
    request.workers,
    groupsRows: true
  )
  FindingText.digest(facts.findings).forEach(Terminal.writeError)
  guard facts.hasMatches else { throw .nothingMatched(files: facts.store.account.files.count) }
  let plan = try choosePlan(request.asOf, rules, facts.store)
  let node = try findTest(request.node, in: plan)
  FindingText.digest(planFindings(plan, facts.store, rules.catalogue)).forEach(Terminal.writeError)
  try Output.verify(
    path: request.output,
    notAmong: checked.files.map(\.name) + facts.store.account.files.map(\.file)
  )
  var output = try Output(path: request.output)
  let customerCount = facts.store.customers.count
  facts.groupByCustomer()
  let parts = ReportParts(
    evaluating: plan,
    over: facts.store,
    catalogue: rules.catalogue,
    ReportRequest(areas: [plan.areas[node.area].id]),
    length: ReportParts.length(customerCount: customerCount, request.workers)
  )
  Terminal.progress.begin(.evaluating(customers: customerCount))
  let told = parts.telling { Terminal.progress.advance(by: $0) }
  let near = NearCustomers(node, within: request.within, told, request.workers)
  let style = RenderStyle(request.colour, output: request.output)
  try nearReport(near, request.format, style) { (bytes) throws(CommandError) in
    try output.write(bytes)
  }
  try output.finish()
  return tellShortcomings(of: facts, request.limit, always: request.format == .text)
}

/// The gate or leaf that a path stands for; of a metric its only leaf.
private func findTest(
  _ path: String,
  in plan: EvaluationPlan
) throws(CommandError) -> StoryRequest.Node {
  let found = try findNode(path, in: plan, areas: nil)
  let area = plan.areas[found.area]
  if area.nodes[found.node].test != nil { return found }
  let leaves = area.nodes.indices.filter { area.nodes[$0].parent == found.node }
  guard leaves.count == 1, area.nodes[leaves[0]].test != nil else {
    let tests = area.nodes.filter {
      $0.test != nil && $0.path.hasPrefix(area.nodes[found.node].path)
    }
    throw .ambiguousNode(path, among: tests.map { "\(area.id)/\($0.path)" })
  }
  return StoryRequest.Node(area: found.area, node: leaves[0])
}

/// `rulec near`, as asked for.
struct NearRequest {
  let paths: [String]
  let facts: [String]

  /// The path of a node, or a part of it.
  let node: String
  let within: NearLimit
  let asOf: Month?
  let format: NearFormat

  /// Nil for standard output.
  let output: String?
  let limit: RejectionLimit
  let workers: Workers
  let colour: ColourChoice

  init(_ arguments: ParsedArguments) throws(CommandError) {
    paths = arguments.positional
    facts = arguments.values(.facts)
    guard !facts.isEmpty else { throw .missingFacts(command: .near) }
    guard !(paths.contains("-") && facts.contains("-")) else { throw .standardInputTwice }
    guard let node = arguments.value(.nearNode) else { throw .missingNode(command: .near) }
    self.node = node
    within = try arguments.nearLimit()
    asOf = try arguments.asOfMonth()
    let output = arguments.value(.output)
    self.output = output == "-" ? nil : output
    format = arguments.choice(.nearFormat) ?? .text
    limit = try arguments.rejectionLimit()
    workers = try arguments.workers()
    colour = arguments.choice(.colour) ?? .auto
  }
}

extension ParsedArguments {
  /// `5`, `0.5` or `2%`.
  fileprivate func nearLimit() throws(CommandError) -> NearLimit {
    guard let text = value(.within) else { return .usual }
    let isShare = text.hasSuffix("%")
    guard let number = Decimal(isShare ? text.dropLast() : text[...]), number.mantissa >= 0 else {
      throw .invalidValue(
        text,
        option: CommandOption.within.name,
        expected: "a number such as `5` or `100.50`, or a percentage such as `2%`",
        nearest: nil
      )
    }
    return isShare ? .percent(number) : .amount(number)
  }
}
