import Evaluation
import Facts
import Reports
import RuleSemantics

/// One node below an area (and behind a gate, where the case has one) with its outcome.
struct SentenceCase {
  let name: String
  let title: String
  let test: TestPlan
  let finding: HandMadeFacts.Finding
  let under: String?
  let isGateMet: Bool

  init(
    _ name: String,
    _ title: String,
    _ test: TestPlan,
    _ finding: HandMadeFacts.Finding,
    under: String? = nil,
    isGateMet: Bool = true
  ) {
    self.name = name
    self.title = title
    self.test = test
    self.finding = finding
    self.under = under
    self.isGateMet = isGateMet
  }

  var sentence: String {
    let gate = Make.outcome(Truth(isGateMet), Make.presence(found: ["Teams"]))
    let area = AreaPlan(
      id: "sample",
      title: "Sample",
      nodes: [
        Make.node(.area, "", "Sample", children: [1, 2]),
        Make.node(.gate, "workloads", "Workloads", test: test),
        Make.node(.leaf, "leaf", title, under: under, test: test),
      ]
    )
    let all = [Make.outcome(.no, .rollUp), gate, finding]
    return reason(
      of: 2,
      in: AreaFindings(
        of: ReportedTree(plan: Make.plan([area]), catalogue: Make.catalogue, area: area),
        truths: all.map(\.verdict.truth),
        outcomes: all.map(\.outcome)
      )
    )
  }
}
