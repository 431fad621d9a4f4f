import Evaluation
package import Facts
import RuleSemantics

/// Writes how all customers are distributed over each node, as the official report's page of all
/// customers does.
///
/// - Parameters:
///   - parts: what was evaluated, or is as it is counted.
///   - request: which areas are shown. Statuses are the columns of the table, therefore a filter by
///     status changes nothing.
///   - style: the look of the page.
///   - workers: who counts.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func summaryReport<Source, Failure: Error>(
  _ parts: ReportParts<Source>,
  _ request: ReportRequest,
  _ style: RenderStyle,
  _ workers: Workers = .one,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  let areas = request.areas(of: parts.plan)
  let counts = counts(of: parts, areas, workers)
  var buffer = OutputBuffer()
  let count = NumberText.grouped(Decimal(parts.customerCount), places: 0)
  let noun = parts.customerCount == 1 ? "customer" : "customers"
  buffer.append(line: style.paint("\(count) \(noun), as of \(parts.plan.asOf)", .bold))
  for line in HeaderText.readings(parts.plan, style) { buffer.append(line: line) }
  for (place, area) in areas.enumerated() {
    let table = SummaryTable(
      area: parts.plan.areas[area],
      customerCount: parts.customerCount,
      counts: counts[place],
      style: style
    )
    buffer.append(line: "")
    for line in table.lines { buffer.append(line: line) }
    try buffer.flushIfFull(write)
  }
  buffer.append(line: "")
  for line in SummaryTable.legend(style) { buffer.append(line: line) }
  for line in HeaderText.closing(parts.plan, style) { buffer.append(line: line) }
  try buffer.flush(write)
}

/// The counts over all parts, by place in `areas`.
private func counts<Source>(
  of parts: ReportParts<Source>,
  _ areas: [Int],
  _ workers: Workers
) -> [AreaCounts] {
  // Starting from nobody, so that areas without customers have counts too.
  let start = areas.map { area in
    AreaCounts(parts.plan.areas[area], customers: []) { _ in [] }
  }
  let sum = Guarded(start)
  workers.perform(parts.count) { number in
    let part = parts.part(number)
    let own = areas.map { area in
      AreaCounts(parts.plan.areas[area], customers: part.customers) { node in
        part.facts.verdicts(area: area, node: node)
      }
    }
    sum.withLock { sum in
      for place in sum.indices { sum[place] += own[place] }
    }
  }
  return sum.withLock { $0 }
}

/// The table of one area.
private struct SummaryTable {
  let area: AreaPlan
  let customerCount: Int
  let counts: AreaCounts
  let style: RenderStyle

  private static let headings = ["Met", "Fails", "No data", "Gate", "Growth", "Decline", "Same"]
  private static let numberColumns = 9
  private static let barColumns = 10

  static func legend(_ style: RenderStyle) -> [String] {
    let text =
      "Met, Fails, No data (facts that would decide are missing) and Gate (not met, behind a gate"
      + " that is not met or cannot be told) add up to all customers. Growth, Decline and Same"
      + " (no change) compare with a year ago and count the customers past the gates only."
    return DisplayText.wrapped(text, to: style.columns).map { style.paint($0, .dim) }
  }

  var lines: [String] {
    var lines = [style.paint(DisplayText.clean(area.title), .bold)]
    lines += counts.narrowing.flatMap(narrowing)
    lines += ["", heading]
    var category: String?
    for (index, node) in area.nodes.enumerated() {
      if let heading = node.category, heading != category {
        lines.append("  " + style.paint(DisplayText.clean(heading), .bold))
      }
      category = node.category
      lines += row(index)
    }
    return lines
  }

  private var hasBar: Bool { titleColumns(withBar: true) >= 20 }

  private func titleColumns(withBar: Bool) -> Int {
    let numbers = SummaryTable.headings.count * SummaryTable.numberColumns
    return style.columns - 2 - numbers - (withBar ? SummaryTable.barColumns + 2 : 0)
  }

  private var titleColumns: Int { max(16, titleColumns(withBar: hasBar)) }

  private var heading: String {
    "  " + DisplayText.padded("Node", to: titleColumns)
      + style.paint(numbers(SummaryTable.headings), .dim)
  }

  private func numbers(_ cells: [String]) -> String {
    cells.map { DisplayText.rightAligned($0, in: SummaryTable.numberColumns) }.joined()
  }

  /// `2,079 customers > 2,079 Workloads > 1,538 Partner association type`.
  private func narrowing(_ narrowing: GateNarrowing) -> [String] {
    guard !narrowing.steps.isEmpty else { return [] }
    let steps = narrowing.steps.map { number($0.customers) + " " + area.nodes[$0.gate].title }
    let text = ([number(customerCount) + " customers"] + steps).joined(separator: " > ")
    let label = narrowing.branch.map { "Gates (\(area.title(ofBranch: $0))): " } ?? "Gates: "
    return DisplayText.wrapped(label + text, to: style.columns - 2).map { "  " + $0 }
  }

  private func row(_ index: Int) -> [String] {
    let node = area.nodes[index]
    let counts = counts.nodes[index]
    let change = [counts.withGrowth, counts.inDecline, counts.noChange]
    let cells =
      [counts.met, counts.fails, counts.noData, counts.behindGate].map(number)
      + change.map { counts.hasChange ? number($0) : "" }
    let title = node.kind == .area ? "All" : node.title
    let indent = String(repeating: " ", count: 2 * area.depth(of: index))
    let titles = DisplayText.wrapped(title, to: titleColumns - indent.count).map { indent + $0 }
    let bar = hasBar ? "  " + bar(counts) : ""
    let first = DisplayText.padded(titles.first ?? "", to: titleColumns) + numbers(cells) + bar
    return ["  " + trimmed(first)] + titles.dropFirst().map { "  " + $0 }
  }

  /// The share of met customers; it is full only when all are, and empty only when none is.
  private func bar(_ counts: NodeCounts) -> String {
    let columns = SummaryTable.barColumns
    var filled = counts.total == 0 ? 0 : counts.met * columns / counts.total
    if filled == 0, counts.met > 0 { filled = 1 }
    let signs = style.usesASCII ? ("#", ".") : ("\u{2588}", "\u{2591}")
    return style.paint(String(repeating: signs.0, count: filled), .green)
      + String(repeating: signs.1, count: columns - filled)
  }

  private func number(_ count: Int) -> String {
    NumberText.grouped(Decimal(count), places: 0)
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
