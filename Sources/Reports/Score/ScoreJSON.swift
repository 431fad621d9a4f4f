import Evaluation
import Facts
import RuleSemantics

/// Writes one object of the schema `rulec.score/1`.
///
/// - Parameters:
///   - history: the months of the window.
///   - write: takes the bytes in chunks.
/// - Throws: what `write` throws; nothing is written after that.
package func scoreJSON<Failure: Error>(
  _ history: ScoreHistory,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  guard let latest = history.latest else { return }
  let all = latest.blocks
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("schema", "rulec.score/1")
    writer.member("asOf", latest.plan.asOf.description)
    writer.member("choices", array: latest.plan.choices) { writer, choice in
      writer.write(choice)
    }
    writer.member("areas", array: history.blocks) { writer, block in
      writer.write(block, all, history)
    }
    let counting = history.blocks.filter(\.score.counts)
    writer.member("designations", array: counting) { writer, block in
      writer.write(block, window: history.window(of: block.family))
    }
    writer.member("endingCertificates", array: history.reportedEndings) { $0.write($1) }
    writer.member("endingTogether", array: history.endingsTogether) { $0.write($1) }
  }
  writer.endLine()
  try writer.buffer.flush(write)
}

extension JSONWriter {
  /// A block: one designation by one track.
  fileprivate mutating func write(_ block: ScoreBlock, _ all: [ScoreBlock], _ history: ScoreHistory)
  {
    let qualification = QualificationText(block: block)
    object { writer in
      writer.member("id", block.designation.id)
      writer.member("title", block.designation.title)
      writer.member("tree", block.tree.id)
      writer.member("track", block.track.isEmpty ? nil : block.track)
      writer.member("counts", block.score.counts)
      writer.member("mayCount", block.score.mayCount)
      writer.member("choice", TrackText(block: block, all: all).sentence)
      writer.member("points", block.score.total, PointsText.total(block.score.total, block.bounds))
      writer.member(
        "possible",
        block.score.possibleTotal,
        PointsText.total(block.score.possibleTotal, block.bounds)
      )
      writer.member("max", PointsText.plain(block.maximum))
      writer.member("required", block.bounds?.required)
      writer.member("qualified", block.score.isQualified)
      writer.member("obstacles", qualification.obstacles)
      writer.member("reason", "\(block.title): \(qualification.clause).")
      writer.member("toQualify", QualificationDistanceText.sentence(block))
      let headed = block.categories.filter { $0.category != nil }
      writer.member("categories", array: headed) { $0.write($1) }
      writer.member("metrics", array: block.metrics) { $0.write($1, history) }
    }
  }

  private mutating func write(_ category: CategoryScore) {
    let maximum = category.maximum
    object { writer in
      writer.member("id", category.category?.id)
      writer.member("title", category.category?.title)
      writer.member("points", category.points, PointsText.metric(category.points, of: maximum))
      writer.member(
        "possible",
        category.possible,
        PointsText.metric(category.possible, of: maximum)
      )
      writer.member("max", PointsText.plain(maximum))
    }
  }

  private mutating func write(_ metric: ScoreMetric, _ history: ScoreHistory) {
    object { writer in
      writer.member("id", metric.plan.id)
      writer.member("title", metric.plan.title)
      writer.member("category", metric.plan.category?.id)
      writer.member("measure", metric.joinedMeasures(";", \.plainMeasure))
      writer.member("target", metric.joinedMeasures(";") { $0.earning?.target.description ?? "" })
      writer.member(
        "unit",
        metric.joinedMeasures(";") { ($0.earning?.unit ?? $0.score.unit).plural }
      )
      writer.member(
        "points",
        metric.score.points,
        PointsText.metric(metric.score.points, of: metric.maximum)
      )
      writer.member(
        "possible",
        metric.score.possible,
        PointsText.metric(metric.score.possible, of: metric.maximum)
      )
      writer.member("max", metric.plan.maximum)
      writer.member("reason", reason(of: metric, history.catalogue))
      writer.member("options", array: metric.options) { $0.write($1, of: metric, history.people) }
      writer.member("openCustomers", (metric.open?.customers ?? []).map(\.id))
      writer.name("missing")
      writer.array { $0.write(metric.open?.missing ?? []) }
      writer.member("toMaximum", ScoreDistance(metric).toMaximum)
      writer.member("toPositive", ScoreDistance(metric).toPositive)
      writer.member("citations", array: metric.plan.citations) { $0.write($1) }
      writer.member("rule") { writer in
        writer.member("file", metric.plan.rule.file)
        writer.member("line", metric.plan.rule.line)
      }
    }
  }

  /// A designation over the window, by the track that counted in each month.
  fileprivate mutating func write(_ block: ScoreBlock, window: [WindowMonth]) {
    object { writer in
      writer.member("id", block.family)
      writer.member("area", block.designation.id)
      writer.member("track", block.track.isEmpty ? nil : block.track)
      writer.member("earned", window.isEarned)
      writer.member("firstQualified", window.firstQualified?.description)
      writer.member("earnedUntil", window.earnedUntil?.description)
      writer.member("reason", WindowText.sentence(window))
      writer.member("months", array: window) { $0.write($1) }
    }
  }

  fileprivate mutating func write(_ ending: ReportedEnding) {
    object { writer in
      writer.member("certificate", ending.ending.certificate)
      writer.member("person", ending.person.id)
      writer.member("personName", ending.person.label)
      writer.member("day", ending.ending.day.description)
      writer.member("reason", ending.reason)
      writer.member("costs", array: ending.costs) { $0.write($1) }
    }
  }

  fileprivate mutating func write(_ cost: ReportedCost) {
    object { writer in
      writer.member("area", cost.block.designation.id)
      writer.member("points", cost.cost.points, cost.shown)
      writer.member("qualified", cost.cost.isQualified)
    }
  }

  private mutating func write(_ month: WindowMonth) {
    object { writer in
      writer.member("month", month.month.description)
      writer.member("state", month.stateName)
      writer.member("area", month.block?.designation.id)
      writer.member("track", month.block.flatMap { $0.track.isEmpty ? nil : $0.track })
      guard let block = month.block else {
        writer.member("points", nil as String?)
        writer.member("possible", nil as String?)
        return writer.member("qualified", nil as String?)
      }
      writer.member("points", block.score.total, PointsText.total(block.score.total, block.bounds))
      writer.member(
        "possible",
        block.score.possibleTotal,
        PointsText.total(block.score.possibleTotal, block.bounds)
      )
      writer.member("qualified", block.score.isQualified)
      writer.member("obstacles", QualificationText(block: block).obstacles)
    }
  }
}

extension ScoreBlock {
  /// What the total must be.
  fileprivate var bounds: Bounds? { plan.qualification?.total }
}

extension WindowMonth {
  fileprivate var stateName: String {
    switch state {
    case .scored: block == nil ? "absent" : "scored"
    case .uncovered: "uncovered"
    case .noCriteria: "no-criteria"
    }
  }
}
