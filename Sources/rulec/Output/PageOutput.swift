import Evaluation
import Facts
import Reports
import RuleSemantics

/// The page of `rulec report`, and of `rulec eval` as html.
struct PageOutput {
  let rules: CheckedRuleSet
  let plan: EvaluationPlan

  /// Which customers and areas the page is about.
  let report: ReportRequest

  /// How many customers are embedded at most; nil for all.
  let limit: Int?
  let workers: Workers

  /// What the partner earns; nil until it is scored.
  private var score: ScoreHistory?
  private var certificates: [HeldCertificate] = []

  init(
    rules: CheckedRuleSet,
    plan: EvaluationPlan,
    report: ReportRequest,
    limit: Int? = ReportPageRequest.usualCustomers,
    _ workers: Workers
  ) {
    self.rules = rules
    self.plan = plan
    self.report = report
    self.limit = limit
    self.workers = workers
  }

  /// Adds what the partner earns in the areas of the page, where the rules give points for them.
  ///
  /// - Precondition: the facts are not grouped.
  mutating func score(_ facts: FactStore) {
    let areas = report.areas(of: plan)
    let designations = plan.designations.indices.filter {
      areas.contains(plan.designations[$0].area)
    }
    guard !designations.isEmpty else { return }
    score = history(
      of: report.areas == nil ? nil : Set(designations),
      named: report.areas == nil ? [] : Set(designations),
      upTo: plan,
      facts,
      rules,
      workers
    )
    certificates = heldCertificates(plan, facts, rules.catalogue, designations: designations)
  }

  /// Groups the facts and writes the page; says where it cannot show every customer.
  func write(_ facts: inout ReadFacts, to output: inout Output) throws(CommandError) {
    let areas = (report.areas ?? []).sorted()
    let findings = findings(of: facts)
    facts.groupByCustomer()
    let contents = PageContents(
      version: Rulec.version,
      listing: list(rules, asOf: plan.asOf),
      changes: changes(in: areas),
      account: FactAccount(files: facts.store.account.files, findings: findings),
      facts: facts.store,
      score: score,
      certificates: certificates
    )
    let customerCount = report.customers?.count ?? facts.store.customers.count
    let parts = PageParts(
      evaluating: plan,
      over: facts.store,
      catalogue: rules.catalogue,
      report,
      limit: limit,
      length: ReportParts.length(customerCount: customerCount, workers)
    )
    Terminal.progress.begin(.evaluating(customers: parts.customerCount))
    let told = parts.telling { Terminal.progress.advance(by: $0) }
    let embedded = try pageReport(told, contents, report, workers) {
      (bytes) throws(CommandError) in
      try output.write(bytes)
    }
    try output.finish()
    if embedded < parts.customerCount {
      Terminal.writeError(shortfall(embedded, of: parts.customerCount))
    }
  }

  /// What `rulec list --changes` tells, and the titles and addresses of the sources, for links.
  private func changes(in areas: [String]) -> RuleListing {
    let all = list(rules)
    var changes = all.changes.selecting(areas: areas, kinds: [])
    let cited = Set(changes.versions.flatMap(\.citations).map(\.source))
    changes.sources = all.sources.filter { cited.contains($0.id) }
    return changes
  }

  /// What `rulec facts` tells, and what the facts lack for the plan; each once.
  private func findings(of facts: ReadFacts) -> [FactFinding] {
    let people = score == nil ? [] : peopleFindings(facts.store, plan, rules.catalogue)
    var seen: Set<FactFinding> = []
    return
      (facts.findings + notes(on: facts.store, rules)
      + planFindings(plan, facts.store, rules.catalogue) + people)
      .filter { seen.insert($0).inserted }
  }

  /// `note: the page shows 10,000 of 250,000 customers one by one; all of them are counted`.
  private func shortfall(_ embedded: Int, of total: Int) -> String {
    let isLimited = limit.map { $0 < total } ?? false
    return "note: the page shows \(AccountText.grouped(embedded)) of"
      + " \(AccountText.grouped(total)) customers one by one; all of them are counted"
      + (isLimited ? " (`rulec report --customers all` shows all)" : "")
  }
}
