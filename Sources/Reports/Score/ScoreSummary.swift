import Evaluation
import Facts
import RuleSemantics

/// One line for each designation that counts, before the pages about them.
///
///     Designation             Points  In 2025-10     Earned
///     Sample - Large              82  qualified      until 2026-03
///     Other                 62 to 82  not known      no
struct ScoreSummary {
  let history: ScoreHistory
  let style: RenderStyle

  /// Empty where one line would say no more than the page.
  var lines: [String] {
    let blocks = history.blocks.filter(\.score.counts)
    guard blocks.count > 1 else { return [] }
    let month = history.latest?.plan.asOf.description ?? ""
    let rows = [["Designation", "Points", "In \(month)", "Earned"]] + blocks.map(cells)
    let widths = (0..<3).map { column in rows.map { DisplayText.width($0[column]) }.max() ?? 0 }
    return [""]
      + rows.enumerated().map { place, row in
        let title = DisplayText.padded(row[0], to: widths[0])
        let points = DisplayText.rightAligned(row[1], in: widths[1])
        let verdict = DisplayText.padded(row[2], to: widths[2])
        let line = "  \(title)  \(points)  \(verdict)  \(row[3])"
        return place == 0 ? style.paint(line, .dim) : line
      }
  }

  private func cells(of block: ScoreBlock) -> [String] {
    let total = PointsText.total(
      block.score.total,
      to: block.score.possibleTotal,
      block.plan.qualification?.total
    )
    let window = history.window(of: block.family)
    return [
      DisplayText.clean(block.title), total, verdict(window.last?.isQualified), earned(window),
    ]
  }

  private func verdict(_ truth: Truth?) -> String {
    switch truth {
    case .yes: "qualified"
    case .no: "not qualified"
    case .unknown, nil: "not known"
    }
  }

  private func earned(_ window: [WindowMonth]) -> String {
    if let end = window.earnedUntil { return "until \(end)" }
    return window.isEarned == .no ? "no" : "not known"
  }
}
