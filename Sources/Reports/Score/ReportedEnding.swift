import Evaluation
import Facts
import RuleSemantics

/// A certificate that ends soon, as reports tell of it.
struct ReportedEnding {
  let ending: EndingCertificate

  let person: Person

  /// The designations to report that have a step in which the certificate counts; at least one.
  let costs: [ReportedCost]

  static let title = "Certificates that end within \(EndingCertificate.days) days"

  /// ``EndingCertificate/reason`` for programs.
  var reason: String {
    switch ending.reason {
    case .expires: "expires"
    case .retires: "retires"
    }
  }

  /// One sentence for each certificate.
  ///
  ///     Administrator of 1001 expires on 2025-12-10: Sample would lose 15.0 of 78 points.
  var sentence: String {
    "\(ending.certificate) of \(person.label) \(verb) \(ending.day): \(ReportedCost.clauses(costs))."
  }

  private var verb: String {
    switch ending.reason {
    case .expires: "expires on"
    case .retires: "retires, and counts until"
    }
  }
}

/// What a designation loses without certificates.
struct ReportedCost {
  let block: ScoreBlock
  let cost: EndingCertificate.Cost

  /// `15.0`.
  var shown: String { PointsText.metric(cost.points, of: block.score.total) }

  /// `Sample would lose 15.0 of 78 points, and no longer qualify`; those that lose nothing come last,
  /// together.
  static func clauses(_ costs: [ReportedCost]) -> String {
    let losing = costs.filter(\.cost.points.isPositive).map(\.clause)
    let others = costs.filter { !$0.cost.points.isPositive }.map(\.block.title)
    let rest = others.isEmpty ? [] : ["\(NameList.all(others)) would lose nothing"]
    return NameList.clauses(losing + rest)
  }

  private var clause: String {
    let score = block.score
    let bounds = block.plan.qualification?.total
    let total = PointsText.total(score.total, to: score.possibleTotal, bounds)
    let noun = total == "1" ? "point" : "points"
    let end = score.isQualified == .yes && cost.isQualified == .no ? " and no longer qualify" : ""
    return "\(block.title) would lose \(shown) of \(total) \(noun)\(end)"
  }
}

extension ScoreHistory {
  /// What ends soon and counts for a designation to report.
  var reportedEndings: [ReportedEnding] {
    endings.all.compactMap { ending in
      let costs = reported(ending.costs)
      guard !costs.isEmpty else { return nil }
      return ReportedEnding(ending: ending, person: people[Int(ending.person)], costs: costs)
    }
  }

  /// What designations to report lose without all of the certificates that end.
  var endingsTogether: [ReportedCost] { reported(endings.together) }

  /// The sentence about ``endingsTogether``; nil where nothing would be lost.
  var togetherSentence: String? {
    let costs = endingsTogether.filter(\.cost.points.isPositive)
    return costs.isEmpty ? nil : "All of these together: \(ReportedCost.clauses(costs))."
  }

  private func reported(_ costs: [EndingCertificate.Cost]) -> [ReportedCost] {
    let blocks = blocks
    return costs.compactMap { cost in
      blocks.first { $0.index == cost.designation }.map { ReportedCost(block: $0, cost: cost) }
    }
  }
}
