import Evaluation
import Facts
import RuleSemantics

/// Writes one block of lines per designation and track: a line per metric, and the total.
///
/// - Parameters:
///   - history: the months of the window; rows are those of the as-of month.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func scoreCSV<Failure: Error>(
  _ history: ScoreHistory,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var buffer = OutputBuffer()
  buffer.append(
    line: "area,track,counts,metric,measure,target,points,max_points,qualified,reason"
  )
  for block in history.blocks {
    for metric in block.metrics {
      buffer.append(cells: block.start + metricCells(metric, block, history.catalogue))
    }
    buffer.append(cells: block.start + totalCells(block, history))
    try buffer.flushIfFull(write)
  }
  try buffer.flush(write)
}

private func metricCells(
  _ metric: ScoreMetric,
  _ block: ScoreBlock,
  _ catalogue: Catalogue
) -> [String] {
  [
    metric.plan.id,
    metric.joinedMeasures(";", \.plainMeasure),
    metric.joinedMeasures(";") { $0.earning?.target.description ?? "" },
    PointsText.plain(metric.score.points),
    metric.plan.maximum.description,
    block.qualifiedText,
    reason(of: metric, catalogue),
  ]
}

private func totalCells(_ block: ScoreBlock, _ history: ScoreHistory) -> [String] {
  let verdict = "\(block.title): \(QualificationText(block: block).clause)."
  let distance = QualificationDistanceText.sentence(block)
  let earned = block.score.counts ? WindowText.sentence(history.window(of: block.family)) : nil
  return [
    "total",
    "",
    block.plan.qualification?.total.required ?? "",
    PointsText.plain(block.score.total),
    PointsText.plain(block.maximum),
    block.qualifiedText,
    [verdict, distance, earned].compactMap(\.self).joined(separator: " "),
  ]
}

extension ScoreBlock {
  /// The cells that are the same in every line of the block.
  fileprivate var start: [String] { [designation.id, track, score.counts ? "yes" : "no"] }

  /// `yes`, `no` or `unknown`.
  fileprivate var qualifiedText: String {
    switch score.isQualified {
    case .yes: "yes"
    case .no: "no"
    case .unknown: "unknown"
    }
  }
}
