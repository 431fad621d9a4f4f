import Evaluation
import Facts
import RuleSemantics

/// Writes the partner capability score for people: of every designation the track that counts with
/// whether it qualifies first, its metrics with what is missing, and the window; then the
/// certificates that end soon.
///
/// - Parameters:
///   - history: the months of the window.
///   - style: the look of the page.
///   - write: takes the bytes.
/// - Throws: what `write` throws; nothing is written after that.
package func scoreReport<Failure: Error>(
  _ history: ScoreHistory,
  _ style: RenderStyle,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  guard let latest = history.latest else { return }
  var buffer = OutputBuffer()
  buffer.append(line: style.paint("Partner score, as of \(latest.plan.asOf)", .bold))
  for line in HeaderText.readings(latest.plan, style) { buffer.append(line: line) }
  for line in ScoreSummary(history: history, style: style).lines { buffer.append(line: line) }
  let all = latest.blocks
  for block in history.blocks where block.score.counts {
    buffer.append(line: "")
    let page = ScoreBlockPage(block: block, all: all, history: history, style: style)
    for line in page.lines { buffer.append(line: line) }
    try buffer.flushIfFull(write)
  }
  let endings = history.reportedEndings
  if !endings.isEmpty {
    buffer.append(line: "")
    buffer.append(line: style.paint(ReportedEnding.title, .bold))
    let sentences = endings.map(\.sentence) + (history.togetherSentence.map { [$0] } ?? [])
    for line in sentences.flatMap({ IndentedText.lines($0, by: 2, style, hanging: 2) }) {
      buffer.append(line: line)
    }
    try buffer.flushIfFull(write)
  }
  let left = history.blocks.filter { !$0.score.counts }
  if !left.isEmpty {
    buffer.append(line: "")
    buffer.append(line: style.paint("Tracks that do not count", .bold))
    for block in left {
      let text = "\(block.title): \(QualificationText(block: block).clause)."
      for line in IndentedText.lines(text, by: 2, style, hanging: 2) { buffer.append(line: line) }
      guard history.named.contains(block.index) else { continue }
      buffer.append(line: "")
      let table = ScoreTable(block: block, history: history, style: style)
      for line in table.lines { buffer.append(line: line) }
      if block.index != left.last?.index { buffer.append(line: "") }
    }
  }
  for line in HeaderText.closing(latest.plan, style) { buffer.append(line: line) }
  try buffer.flush(write)
}

/// Wrapped text that stands in from the left.
enum IndentedText {
  static func lines(
    _ text: String,
    by indent: Int,
    _ style: RenderStyle,
    hanging: Int = 0
  ) -> [String] {
    DisplayText.wrapped(text, to: style.columns - indent - hanging).enumerated()
      .map { place, line in
        String(repeating: " ", count: indent + (place == 0 ? 0 : hanging)) + line
      }
  }
}

/// The page of one designation.
private struct ScoreBlockPage {
  let block: ScoreBlock
  let all: [ScoreBlock]
  let history: ScoreHistory
  let style: RenderStyle

  var lines: [String] {
    var lines = [style.paint(DisplayText.clean(block.title), .bold)]
    let verdict = IndentedText.lines(
      QualificationText(block: block).clause + ".",
      by: 2,
      style
    )
    lines += verdict.map { style.paint($0, ink) }
    if let distance = QualificationDistanceText.sentence(block) {
      lines += IndentedText.lines(distance, by: 2, style)
    }
    let window = history.window(of: block.family)
    if let earned = WindowText.sentence(window) {
      lines += IndentedText.lines(earned, by: 2, style)
    }
    if let why = TrackText(block: block, all: all).sentence {
      lines += IndentedText.lines(why, by: 2, style)
    }
    lines.append("")
    let table = ScoreTable(block: block, history: history, style: style)
    lines += table.lines
    if window.count > 1, block.plan.qualification != nil {
      lines += [""] + WindowText.lines(window, style)
    }
    return lines
  }

  private var ink: RenderStyle.Ink {
    switch block.score.isQualified {
    case .yes: .green
    case .no: .red
    case .unknown: .yellow
    }
  }
}
