import Evaluation
import Facts
import Reports
import RuleSemantics

/// The months of the window, each by the rules in force then, and what ends after the last.
///
/// - Parameters:
///   - designations: those to report, indices in ``EvaluationPlan/designations``; nil for all.
///   - named: those of them that are asked for by name.
///   - latest: the plan of the as-of month.
///   - facts: the downloads, not grouped.
///   - rules: what the plans of the other months are made of.
///   - workers: who scores months.
/// - Returns: the months in order, the as-of month the last.
func history(
  of designations: Set<Int>?,
  named: Set<Int>,
  upTo latest: EvaluationPlan,
  _ facts: FactStore,
  _ rules: CheckedRuleSet,
  _ workers: Workers
) -> ScoreHistory {
  let count = max(1, latest.qualification?.months ?? 1)
  let first = latest.asOf - (count - 1)
  let found = Guarded<[Int: (month: ScoredMonth, endings: EndingCertificates)]>([:])
  Terminal.progress.begin(.scoring(months: count))
  workers.perform(count) { place in
    defer { Terminal.progress.advance(by: 1) }
    let month = first + place
    let plan = month == latest.asOf ? latest : plan(rules, asOf: month)
    let scored = score(plan, isLatest: month == latest.asOf, facts, rules)
    found.withLock { $0[place] = scored }
  }
  let months = found.withLock { found in (0..<count).compactMap { found[$0] } }
  return ScoreHistory(
    months: months.map(\.month),
    people: facts.people,
    catalogue: rules.catalogue,
    designations: designations,
    named: named,
    endings: months.last?.endings ?? EndingCertificates()
  )
}

/// One month of the window; of the latest also what ends after it, and what keeps it open.
private func score(
  _ plan: EvaluationPlan,
  isLatest: Bool,
  _ facts: FactStore,
  _ rules: CheckedRuleSet
) -> (month: ScoredMonth, endings: EndingCertificates) {
  let begin = rules.changeMonths.first ?? plan.asOf
  if plan.asOf < begin || plan.designations.isEmpty {
    return (ScoredMonth(plan: plan, state: .noCriteria), EndingCertificates())
  }
  guard isLatest || facts.coversSomething(of: plan) else {
    return (ScoredMonth(plan: plan, state: .uncovered), EndingCertificates())
  }
  let evaluated = evaluate(plan, over: facts, catalogue: rules.catalogue)
  let score = score(evaluated)
  guard isLatest else {
    return (ScoredMonth(plan: plan, state: .scored(score)), EndingCertificates())
  }
  let open = openFacts(evaluated, score)
  return (
    ScoredMonth(plan: plan, state: .scored(score), open: open), endingCertificates(evaluated, score)
  )
}

extension FactStore {
  /// Whether some table that the plan needs has a row of its month.
  fileprivate func coversSomething(of plan: EvaluationPlan) -> Bool {
    plan.neededTables.contains { tables[$0].coveredMonths.contains(plan.asOf) }
  }
}
