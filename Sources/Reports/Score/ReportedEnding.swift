import Evaluation
import Facts
import RuleSemantics

/// A certificate that ends soon, as reports tell of it.
struct ReportedEnding {
  let ending: EndingCertificate

  /// The person's name in the facts.
  let person: String

  /// The designations to report that have a step in which the certificate counts; at least one.
  let costs: [(block: ScoreBlock, points: Fraction)]

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
    let clauses = costs.map { "\($0.block.title) would lose \(ReportedEnding.text($0))" }
    return "\(ending.certificate) of \(person) \(verb) \(ending.day): "
      + NameList.clauses(clauses) + "."
  }

  /// `15.0`.
  static func shown(_ cost: (block: ScoreBlock, points: Fraction)) -> String {
    PointsText.metric(cost.points, of: cost.block.score.total)
  }

  private var verb: String {
    switch ending.reason {
    case .expires: "expires on"
    case .retires: "retires, and counts until"
    }
  }

  private static func text(_ cost: (block: ScoreBlock, points: Fraction)) -> String {
    guard cost.points.isPositive else { return "nothing" }
    let score = cost.block.score
    let total = PointsText.total(
      score.total,
      to: score.possibleTotal,
      cost.block.plan.qualification?.total
    )
    return "\(shown(cost)) of \(total) \(total == "1" ? "point" : "points")"
  }
}

extension ScoreHistory {
  /// What ends soon and counts for a designation to report.
  var reportedEndings: [ReportedEnding] {
    let blocks = blocks
    return endings.compactMap { ending in
      let costs = ending.costs.compactMap { cost in
        blocks.first { $0.index == cost.designation }.map { ($0, cost.points) }
      }
      guard !costs.isEmpty, people.indices.contains(Int(ending.person)) else { return nil }
      return ReportedEnding(ending: ending, person: people[Int(ending.person)], costs: costs)
    }
  }
}
