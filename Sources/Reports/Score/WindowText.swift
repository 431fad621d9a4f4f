import Evaluation
import Facts
import RuleSemantics

/// The months of the qualification window in words.
enum WindowText {
  /// Whether the designation is earned, by which months, and until when; nil without a rule for it.
  static func sentence(_ window: [WindowMonth]) -> String? {
    guard let first = window.first?.month, let last = window.last?.month,
      window.contains(where: { $0.block?.plan.qualification != nil })
    else { return nil }
    let months = ListText.run(first...last)
    if let begin = window.firstQualified, let latest = window.lastQualified,
      let end = window.earnedUntil
    {
      guard window.count > 1 else { return "It is earned in \(begin)." }
      let qualified =
        begin == latest
        ? "\(begin) is the one month that qualified"
        : "\(begin) was the first month that qualified and \(latest) the latest"
      return "It is earned: of \(months), \(qualified), which counts until \(end)."
    }
    if window.isEarned == .unknown {
      let open = ListText.months(window.open)
      return "Whether it is earned cannot be told: facts are missing for \(open)."
    }
    return window.count == 1
      ? "It is not earned in \(last)." : "It is not earned: no month of \(months) qualified."
  }

  /// One line a month: `2024-01     68  not qualified`.
  static func lines(_ window: [WindowMonth], _ style: RenderStyle) -> [String] {
    let tracks = Set(window.compactMap { $0.block?.tree.title })
    let rows = window.map { cells(of: $0, withTrack: tracks.count > 1) }
    let width = rows.map { DisplayText.width($0.points) }.max() ?? 0
    return ["  " + style.paint("Month      Points", .dim)]
      + zip(window, rows).flatMap { month, cells in
        let points = DisplayText.rightAligned(cells.points, in: max(6, width))
        let start = cells.points.isEmpty ? "" : "\(points)  "
        let text = DisplayText.wrapped(cells.text, to: style.columns - 13 - start.count)
        return text.enumerated().map { place, line in
          place == 0
            ? "  \(month.month)    \(start)\(line)"
            : String(repeating: " ", count: 13 + start.count) + line
        }
      }
  }

  private static func cells(
    of month: WindowMonth,
    withTrack: Bool
  ) -> (points: String, text: String) {
    switch month.state {
    case .uncovered: return ("", "the facts have no rows of this month")
    case .noCriteria: return ("", "the criteria begin later")
    case .scored: break
    }
    guard let block = month.block else { return ("", "the designation did not exist") }
    let points = PointsText.total(
      block.score.total,
      to: block.score.possibleTotal,
      block.plan.qualification?.total
    )
    let text = QualificationText(block: block)
    let zeros = text.obstacles.isEmpty ? "" : ": " + NameList.clauses(text.obstacles)
    let track = withTrack ? " (\(block.tree.title))" : ""
    let isOpen = month.isQualified == .unknown && block.score.isQualified != .unknown
    let rivals = isOpen ? ", but \(NameList.all(month.rivals.map(\.tree.title))) may count" : ""
    return (points, text.verdict + zeros + track + rivals)
  }
}
