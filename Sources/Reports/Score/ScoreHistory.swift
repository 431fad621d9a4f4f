package import Evaluation
package import Facts
package import RuleSemantics

/// What the partner earns as of each month of the qualification window.
package struct ScoreHistory: Sendable {
  /// Ascending; the last is the as-of month, and there is always one.
  package let months: [ScoredMonth]

  /// As in ``FactStore/people``.
  package let people: [Person]

  /// The tables that facts come from.
  package let catalogue: Catalogue

  /// Designations of the as-of month to report, indices in ``EvaluationPlan/designations``; nil for
  /// all.
  package let designations: Set<Int>?

  /// Those of trees that are asked for by name: their metrics are shown also where the track does
  /// not count.
  package let named: Set<Int>

  /// What ends soon after the as-of month.
  package let endings: EndingCertificates

  package init(
    months: [ScoredMonth],
    people: [Person],
    catalogue: Catalogue,
    designations: Set<Int>? = nil,
    named: Set<Int> = [],
    endings: EndingCertificates = EndingCertificates()
  ) {
    self.months = months
    self.people = people
    self.catalogue = catalogue
    self.designations = designations
    self.named = named
    self.endings = endings
  }
}

/// One month of the window, by the rules in force then.
package struct ScoredMonth: Sendable {
  package enum State: Sendable {
    case scored(PartnerScore)
    /// No table that the criteria need has a row of the month.
    case uncovered
    /// The criteria begin later.
    case noCriteria
  }

  package let plan: EvaluationPlan
  package let state: State

  /// What keeps metrics from being exactly known, by designation and score; empty where nobody asks.
  package let open: [[OpenFacts?]]

  package init(plan: EvaluationPlan, state: State, open: [[OpenFacts?]] = []) {
    self.plan = plan
    self.state = state
    self.open = open
  }
}

/// One designation in one month: a block of every report.
struct ScoreBlock {
  let plan: EvaluationPlan

  /// In ``EvaluationPlan/designations``.
  let index: Int
  let score: DesignationScore

  /// What chose the track; nil where the plan has none for the tree.
  let choice: (plan: TrackChoicePlan, found: ChosenTrack?)?

  /// By score; empty where nobody asks.
  let open: [OpenFacts?]

  var designation: DesignationPlan { plan.designations[index] }
  var tree: AreaPlan { plan.areas[designation.area] }

  /// Empty where there are no tracks.
  var track: String { designation.track }

  /// What all tracks of one designation share.
  var family: String { designation.family }

  /// The title, with that of the track where the designation has one of its own.
  var title: String {
    if track.isEmpty { return designation.title }
    return tree.title.hasPrefix(designation.title)
      ? tree.title : "\(designation.title) (\(tree.title))"
  }

  /// The most that all metrics together can give.
  var maximum: Fraction {
    designation.scores.reduce(.zero) { $0.plus(Fraction($1.maximum)) ?? $0 }
  }

  var metrics: [ScoreMetric] {
    zip(designation.scores, score.metrics).enumerated().map { place, metric in
      ScoreMetric(
        plan: metric.0,
        score: metric.1,
        tree: tree,
        open: open.indices.contains(place) ? open[place] : nil
      )
    }
  }
}

extension ScoredMonth {
  /// In report order; empty where the month is not scored.
  var blocks: [ScoreBlock] {
    guard case .scored(let score) = state else { return [] }
    return zip(plan.designations.indices, score.designations).map { index, designation in
      let tree = plan.designations[index].area
      let place = plan.trackChoices.firstIndex { $0.trees.contains(tree) }
      return ScoreBlock(
        plan: plan,
        index: index,
        score: designation,
        choice: place.map { place in
          let found = score.choices.indices.contains(place) ? score.choices[place] : nil
          return (plan.trackChoices[place], found)
        },
        open: open.indices.contains(index) ? open[index] : []
      )
    }
  }
}

extension ScoreHistory {
  /// The month that everything is asked as of.
  var latest: ScoredMonth? { months.last }

  /// The blocks of the as-of month to report.
  var blocks: [ScoreBlock] {
    (latest?.blocks ?? []).filter { designations?.contains($0.index) ?? true }
  }

  /// What a family earned in each month by the track that counted then.
  func window(of family: String) -> [WindowMonth] {
    months.map { month in
      let tracks = month.blocks.filter { $0.family == family }
      return WindowMonth(
        month: month.plan.asOf,
        state: month.state,
        block: tracks.first(where: \.score.counts),
        rivals: tracks.filter { $0.score.mayCount && !$0.score.counts }
      )
    }
  }
}

/// A month of the window with the designation that counted.
struct WindowMonth {
  let month: Month
  let state: ScoredMonth.State
  let block: ScoreBlock?

  /// Other tracks, which would count if facts that are missing said so.
  let rivals: [ScoreBlock]

  /// Whether the month qualifies; no where there is nothing to score, and unknown where it depends
  /// on which track counts.
  var isQualified: Truth {
    guard let block else {
      if case .uncovered = state { return .unknown }
      return .no
    }
    let truth = block.score.isQualified
    return rivals.allSatisfy { $0.score.isQualified == truth } ? truth : .unknown
  }
}

extension [WindowMonth] {
  /// The first month that qualified for certain.
  var firstQualified: Month? { first { $0.isQualified == .yes }?.month }

  /// The latest month that qualified for certain.
  var lastQualified: Month? { last { $0.isQualified == .yes }?.month }

  /// The last month whose window contains ``lastQualified``; nil where no month qualified.
  var earnedUntil: Month? { lastQualified.map { $0 + (count - 1) } }

  /// Whether the designation is earned: some month qualifies; unknown where one may.
  var isEarned: Truth {
    map(\.isQualified).max() ?? .no
  }

  /// The months of which facts are missing, so that they may or may not qualify.
  var open: [Month] { filter { $0.isQualified == .unknown }.map(\.month) }
}
