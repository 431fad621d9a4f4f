import Evaluation
import Facts
import RuleSemantics

@testable import Reports

/// Whole scores of one month, and windows of them.
extension MakeScore {
  /// One designation of one tree.
  static func history(
    _ entries: [Entry],
    _ isQualified: Truth,
    endings: EndingCertificates = EndingCertificates(),
    open: [OpenFacts?] = []
  ) -> ScoreHistory {
    let scored = month("2025-10", [(tree, entries, isQualified, true)])
    return ScoreHistory(
      months: [ScoredMonth(plan: scored.plan, state: scored.state, open: [open])],
      people: people,
      catalogue: Make.catalogue,
      endings: endings
    )
  }

  /// What ends, with what it costs the only designation.
  static func ending(
    _ person: Int32,
    _ certificate: String,
    _ day: String,
    _ reason: EndingCertificate.Reason,
    _ points: Fraction,
    _ isQualified: Truth = .yes
  ) -> EndingCertificate {
    EndingCertificate(
      person: person,
      certificate: certificate,
      day: Day(day) ?? Day(index: 0),
      reason: reason,
      costs: [
        EndingCertificate.Cost(designation: 0, points: points, isQualified: isQualified)
      ]
    )
  }

  /// Two tracks, of which the second counts.
  static func tracks(
    _ first: [Entry],
    _ second: [Entry],
    _ rule: TrackChoicePlan.Rule,
    _ observations: [PartnerObservation] = []
  ) -> ScoreHistory {
    let small = tree("sample-small", "Sample - Small")
    let large = tree("sample-large", "Sample - Large")
    let months = ["2025-07", "2025-08", "2025-09", "2025-10"].map { name -> ScoredMonth in
      let scored = month(
        Month(name) ?? "2025-10",
        [(small, first, .no, false), (large, second, .yes, true)],
        rule,
        observations
      )
      switch name {
      case "2025-07": return ScoredMonth(plan: scored.plan, state: .noCriteria)
      case "2025-08": return ScoredMonth(plan: scored.plan, state: .uncovered)
      default: return scored
      }
    }
    return ScoreHistory(months: months, people: people, catalogue: Make.catalogue)
  }

  private static func month(
    _ month: Month,
    _ parts: [(tree: AreaPlan, entries: [Entry], isQualified: Truth, counts: Bool)],
    _ rule: TrackChoicePlan.Rule = .only,
    _ observations: [PartnerObservation] = []
  ) -> ScoredMonth {
    let base = Make.plan(parts.map(\.tree))
    let plan = EvaluationPlan(
      asOf: month,
      areas: base.areas,
      selections: [],
      measures: [],
      groups: base.groups,
      conditions: [],
      choices: [],
      associationKind: 0,
      designations: parts.enumerated().map { index, part in
        DesignationPlan(
          id: part.tree.id,
          title: part.tree.title,
          area: index,
          family: "sample",
          track: String(part.tree.id.dropFirst("sample-".count)),
          scores: part.entries.map(\.plan)
        )
      },
      trackChoices: [
        TrackChoicePlan(area: "sample", trees: Array(parts.indices), rule: rule)
      ],
      qualification: QualificationPlan(
        total: .atLeast("70", .points),
        needsEveryScore: true,
        months: 4,
        citations: []
      )
    )
    let score = PartnerScore(
      asOf: month,
      designations: parts.map { part in
        DesignationScore(
          metrics: part.entries.map(\.score),
          total: sum(part.entries.map(\.score.points)),
          possibleTotal: sum(part.entries.map(\.score.possible)),
          isQualified: part.isQualified,
          counts: part.counts
        )
      },
      choices: [
        ChosenTrack(tree: parts.firstIndex { $0.counts }, observations: observations)
      ]
    )
    return ScoredMonth(plan: plan, state: .scored(score))
  }

  private static func sum(_ points: [Fraction]) -> Fraction {
    points.reduce(.zero) { $0.plus($1) ?? $0 }
  }
}
