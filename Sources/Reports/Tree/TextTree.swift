import Evaluation
package import Facts
import RuleSemantics

/// Writes the condition sequence tree of each customer for people, as the official report's page of
/// one customer does: status, title, criterion and current value of every node, gates first, with
/// the reason below, and tenant and workload details where the rules ask for them.
///
/// - Parameters:
///   - parts: what was evaluated, or is as it is written.
///   - request: which nodes are shown, with their ancestors; areas and customers without any are
///     left out.
///   - style: the look of the page.
///   - workers: who makes the pages.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func textReport<Source, Failure: Error>(
  _ parts: ReportParts<Source>,
  _ request: ReportRequest,
  _ style: RenderStyle,
  _ workers: Workers = .one,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var isFirst = true
  try writeParts(parts, workers) { part in
    pages(of: part, request, style)
  } each: { (bytes) throws(Failure) in
    // The empty line between two customers stands before the second.
    try write(isFirst ? Array(bytes.dropFirst()) : bytes)
    isFirst = false
  }
  guard !isFirst else { return }
  var buffer = OutputBuffer(capacity: 128)
  for line in HeaderText.closing(parts.plan, style) { buffer.append(line: line) }
  try buffer.flush(write)
}

/// The trees of a part's customers, each customer behind an empty line.
private func pages<Source>(
  of part: ReportParts<Source>.Part,
  _ request: ReportRequest,
  _ style: RenderStyle
) -> [UInt8] {
  let facts = part.facts
  let table = VerdictTable(facts, areas: request.areas(of: facts.plan))
  var buffer = OutputBuffer()
  for customer in part.customers {
    var lines: [String] = []
    for (place, area) in table.areas.enumerated() {
      let verdicts = table.verdicts(at: place, customer: customer)
      let shown = request.shownNodes(of: facts.plan.areas[area], verdicts)
      guard shown.contains(true) else { continue }
      let findings = table.findings(of: facts, at: place, customer: customer, verdicts)
      lines.append("")
      lines += AreaText(findings: findings, shown: shown, style: style).lines
    }
    guard !lines.isEmpty else { continue }
    lines = [""] + HeaderText.lines(of: facts.customers[customer], facts.plan, style) + lines
    for line in lines { buffer.append(line: line) }
  }
  return buffer.bytes
}

/// The lines above a report.
enum HeaderText {
  /// The customer, the month and the readings in force.
  static func lines(of customer: Customer, _ plan: EvaluationPlan, _ style: RenderStyle) -> [String]
  {
    let name = customer.name.isEmpty ? "Customer" : DisplayText.clean(customer.name)
    let id = DisplayText.clean(customer.id)
    return [style.paint(name, .bold) + " (\(id)), as of \(plan.asOf)"] + readings(plan, style)
  }

  /// `Readings: growth-period one-month, grain tenant (defaults)`, below a report.
  static func closing(_ plan: EvaluationPlan, _ style: RenderStyle) -> [String] {
    let defaults = plan.choices.filter(\.isDefault).map { "\($0.choice) \($0.option)" }
    guard !defaults.isEmpty else { return [] }
    let text = "Readings: \(defaults.joined(separator: ", ")) (defaults)"
    return [""] + DisplayText.wrapped(text, to: style.columns)
  }

  /// One entry for each choice that the published pages leave open and that somebody changed.
  static func readings(_ plan: EvaluationPlan, _ style: RenderStyle) -> [String] {
    let changed = plan.choices.filter { !$0.isDefault }
    guard !changed.isEmpty else { return [] }
    return ["Readings that are not the default:"]
      + changed.flatMap { choice in
        let text = "\(choice.title): \(choice.meaning) [\(choice.choice) \(choice.option)]"
        return DisplayText.wrapped(text, to: style.columns - 4).enumerated()
          .map { ($0.offset == 0 ? "  " : "    ") + $0.element }
      }
  }
}
