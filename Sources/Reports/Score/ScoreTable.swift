import Evaluation
import Facts
import RuleSemantics

/// The metrics of a designation as a table, with options and distances below each.
///
///     Metric             Measure          Target            Points  Maximum
///     Performance                                              8.0       20
///       Adds             4 tenants        10 tenants           8.0       20
///         6 more tenants give the missing 12 points.
struct ScoreTable {
  let block: ScoreBlock

  let history: ScoreHistory
  let style: RenderStyle

  private static let pointColumns = 13
  private static let maximumColumns = 9

  private var columns: (title: Int, measure: Int, target: Int) {
    let room = style.columns - 2 - 4 - ScoreTable.pointColumns - ScoreTable.maximumColumns
    let title = room * 42 / 100
    let measure = room * 30 / 100
    return (title, measure, room - title - measure)
  }

  var lines: [String] {
    var lines = row(["Metric", "Measure", "Target"], "Points", "Maximum").map {
      style.paint($0, .dim)
    }
    for category in block.categories { lines += self.lines(of: category) }
    let bounds = block.plan.qualification?.total
    let total = PointsText.total(block.score.total, to: block.score.possibleTotal, bounds)
    return lines
      + row(["Total", "", ""], total, PointsText.amount(block.maximum)).map {
        style.paint($0, .bold)
      }
  }

  /// The points of a category before its metrics, which stand in from it.
  private func lines(of category: CategoryScore) -> [String] {
    guard let heading = category.category else {
      return category.metrics.flatMap { lines(of: $0, indent: 0) }
    }
    let points = PointsText.metric(category.points, to: category.possible, of: category.maximum)
    let title = row([heading.title, "", ""], points, PointsText.amount(category.maximum))
    return title + category.metrics.flatMap { lines(of: $0, indent: 2) }
  }

  private func lines(of metric: ScoreMetric, indent: Int) -> [String] {
    let cells = [
      metric.plan.title,
      metric.joinedMeasures("; ", \.shownMeasure),
      metric.joinedMeasures("; ", \.shownTarget),
    ]
    let maximum = PointsText.amount(metric.maximum)
    var lines = row(cells, metric.shownPoints, maximum, indent: indent)
    var notes: [String] = []
    if metric.plainOption.map({ $0.score.growth != nil }) ?? true {
      notes += metric.options.map { note(on: $0, in: metric) }
    }
    if let sentence = restSentence(of: metric, history.catalogue) { notes.append(sentence) }
    for note in notes {
      lines += IndentedText.lines(note, by: indent + 4, style, hanging: 2)
    }
    return lines
  }

  /// An option with the people of a step.
  private func note(on option: ScoreOption, in metric: ScoreMetric) -> String {
    var text = ScoreOptionText.clause(option, of: metric)
    let names = option.score.people.map { history.people[Int($0)].label }
    if !names.isEmpty { text += " (\(ListText.all(names)))" }
    return text + "."
  }

  /// Cells side by side, each wrapped in its column; numbers are set to the right, and the first
  /// cell in from the left by `indent`.
  private func row(
    _ cells: [String],
    _ points: String,
    _ maximum: String,
    indent: Int = 0
  ) -> [String] {
    let widths = columns
    let wrapped = zip(cells, [widths.title - indent, widths.measure, widths.target])
      .map { DisplayText.wrapped($0, to: $1) }
    let margin = String(repeating: " ", count: indent)
    return (0..<max(1, wrapped.map(\.count).max() ?? 1)).map { line in
      func cell(_ column: Int, _ width: Int) -> String {
        let text = line < wrapped[column].count ? wrapped[column][line] : ""
        return DisplayText.padded(text, to: width)
      }
      let title = margin + cell(0, widths.title - indent)
      var text = [title, cell(1, widths.measure), cell(2, widths.target)].joined(separator: "  ")
      if line == 0 {
        text += DisplayText.rightAligned(points, in: ScoreTable.pointColumns)
        text += DisplayText.rightAligned(maximum, in: ScoreTable.maximumColumns)
      }
      while text.last == " " { text.removeLast() }
      return "  " + text
    }
  }
}
