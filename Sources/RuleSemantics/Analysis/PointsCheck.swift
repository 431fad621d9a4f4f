import Facts
import RuleSyntax

/// Adds up the points of designations, month by month: whether the most points of all scores are as
/// many as the program says, and whether they can be reached.
struct PointsCheck {
  private let area: Placed<AreaSyntax>
  private let qualification: QualificationSyntax
  private let qualificationFile: Int
  private(set) var diagnostics: [Diagnostic] = []

  /// One wrong number shows in every month, track and designation.
  private var reported: Set<String> = []

  /// Nil where the program does not say when a designation is earned.
  init?(area: Placed<AreaSyntax>, _ declarations: Declarations) {
    guard let program = declarations.programs.first,
      let qualification = program.syntax.qualification, !area.syntax.designations.isEmpty
    else { return nil }
    self.area = area
    self.qualification = qualification
    qualificationFile = program.file
  }

  /// Looks at what one tree can earn in the chooser's month.
  mutating func look(at tree: TreeSyntax, _ scope: TreeScope, _ chooser: VersionChooser) {
    let points = PointsReader(tree: tree, scope: scope, chooser: chooser)
    for designation in area.syntax.designations where chooser.isInForce(designation.version) {
      let scores = designation.scores.filter { chooser.isInForce($0.version) }
      let maxima = scores.compactMap { points.amount($0.most) }
      let reach = scores.compactMap { points.most(of: $0) }
      guard maxima.count == scores.count, reach.count == scores.count else { continue }
      var isReached = true
      for (index, score) in scores.enumerated()
      where reach[index].compared(with: maxima[index]) < 0 {
        isReached = false
        report(score, earns: reach[index], of: maxima[index], chooser.month)
      }
      check(designation, maxima, isReached ? maxima : reach, chooser.month)
    }
  }

  private mutating func check(
    _ designation: DesignationSyntax,
    _ maxima: [Decimal],
    _ reach: [Decimal],
    _ month: Month
  ) {
    let title = "\"\(designation.title.text.prefix(30))\""
    if let written = qualification.outOf, let all = Decimal(written.text),
      let sum = maxima.sum, sum != all
    {
      report(
        "sum",
        .unusualTotal,
        "the scores of \(title) give \(sum) points as of \(month), not \(all)",
        help: "correct one of them: their most points are \(maxima.written)",
        of: designation,
        "as many there are",
        written
      )
    } else if let needed = Decimal(qualification.total.text), let sum = reach.sum,
      sum.compared(with: needed) < 0
    {
      report(
        "reach",
        .unreachablePoints,
        "\(needed) points are needed, and at most \(sum) can be reached as of \(month)",
        help: "nobody could earn \(title): it gives \(reach.written)",
        of: designation,
        "as many are needed",
        qualification.total
      )
    }
  }

  /// Reports what a designation gives, beside the number of the program.
  private mutating func report(
    _ key: String,
    _ code: DiagnosticCode,
    _ message: String,
    help: String,
    of designation: DesignationSyntax,
    _ label: String,
    _ declared: Word
  ) {
    guard reported.insert(key).inserted else { return }
    diagnostics.append(
      Diagnostic(
        code,
        message,
        help: help,
        file: area.file,
        at: designation.title.span,
        related: [RelatedPlace(label, file: qualificationFile, at: declared.span)]
      )
    )
  }

  /// Reports a score whose points cannot be reached.
  private mutating func report(
    _ score: ScoreSyntax,
    earns reach: Decimal,
    of maximum: Decimal,
    _ month: Month
  ) {
    guard reported.insert("score \(score.most.span.start)").inserted else { return }
    diagnostics.append(
      Diagnostic(
        .unreachablePoints,
        "`\(score.id.text)` gives at most \(maximum) points, and can reach \(reach) as of \(month)",
        help: "let what it counts earn \(maximum) points, or give it at most \(reach)",
        file: area.file,
        at: score.most.span,
        related: [RelatedPlace("the score", file: area.file, at: score.id.span)]
      )
    )
  }
}

/// Points of one tree in one month, read from the syntax: what is wrong with it is reported elsewhere.
private struct PointsReader {
  let tree: TreeSyntax
  let scope: TreeScope
  let chooser: VersionChooser

  /// The number of an amount; nil where it cannot be read.
  func amount(_ amount: AmountSyntax) -> Decimal? {
    switch amount {
    case .literal(let number, _): return Decimal(number.text)
    case .named(let word):
      guard case .value(let versions)? = scope.definitions[word.text]?.body else { return nil }
      return chooser.latest(versions) { $0.version }.flatMap { Decimal($0.number.text) }
    }
  }

  /// The most points that a score can give: of what it counts, up to its maximum.
  func most(of score: ScoreSyntax) -> Decimal? {
    guard let maximum = amount(score.most) else { return nil }
    let parts: [Decimal?]
    switch score.source {
    case .metrics(let words): parts = words.map { most(ofMetric: $0.text) }
    case .steps(let steps):
      parts = steps.filter { chooser.isInForce($0.version) }
        .compactMap { $0.people?.earning }.map { amount($0.points) }
    }
    let known = parts.compactMap(\.self)
    guard known.count == parts.count, let sum = known.sum else { return nil }
    return sum.compared(with: maximum) < 0 ? sum : maximum
  }

  private func most(ofMetric id: String) -> Decimal? {
    guard let metric = tree.nodes.metric(id, chooser) else { return nil }
    let leaves = metric.leaves.filter { chooser.isInForce($0.version) }
    let earnings = leaves.compactMap { chooser.latest($0.body.earnings) { $0.version } }
    let points = earnings.compactMap { amount($0.points) }
    guard points.count == earnings.count, !points.isEmpty else { return nil }
    return metric.isBestOf ? points.max { $0.compared(with: $1) < 0 } : points.sum
  }
}

extension [NodeSyntax] {
  /// The metric with this id that is in force.
  fileprivate func metric(_ id: String, _ chooser: VersionChooser) -> MetricSyntax? {
    for node in self {
      switch node {
      case .gate: continue
      case .metric(let metric):
        if metric.id.text == id, chooser.isInForce(metric.version) { return metric }
      case .category(let category):
        if let found = category.nodes.metric(id, chooser) { return found }
      }
    }
    return nil
  }
}

extension [Decimal] {
  /// Nil when it does not fit.
  fileprivate var sum: Decimal? {
    reduce(.some(.zero)) { sum, next in sum?.plus(next) }
  }

  /// `30 + 20 + 50`.
  fileprivate var written: String { map(\.description).joined(separator: " + ") }
}
