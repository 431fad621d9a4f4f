import Evaluation
package import Facts
import RuleSemantics

/// Writes one customer a line, each an object of the schema `rulec.eval/1`.
///
/// - Parameters:
///   - parts: what was evaluated, or is as it is written.
///   - request: which nodes are written, with their ancestors; areas and customers without any are
///     left out.
///   - workers: who makes the lines.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func ndjsonReport<Source, Failure: Error>(
  _ parts: ReportParts<Source>,
  _ request: ReportRequest,
  _ workers: Workers = .one,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  try writeParts(parts, workers) { part in
    JSONReport(facts: part.facts, request: request)
      .text(of: part.customers, after: { $0.endLine() })
  } each: { (bytes) throws(Failure) in
    try write(bytes)
  }
}

/// Writes an array of the objects that ``ndjsonReport(_:_:_:into:)`` writes as lines.
///
/// - Parameters:
///   - parts: what was evaluated, or is as it is written.
///   - request: which nodes are written.
///   - workers: who makes the objects.
///   - write: takes the bytes in chunks.
/// - Throws: what `write` throws; nothing is written after that.
package func jsonReport<Source, Failure: Error>(
  _ parts: ReportParts<Source>,
  _ request: ReportRequest,
  _ workers: Workers = .one,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var isFirst = true
  try writeParts(parts, workers) { part in
    // The comma after an object stands before the next one.
    JSONReport(facts: part.facts, request: request)
      .text(of: part.customers, before: { $0.startLine(after: ",") })
  } each: { (bytes) throws(Failure) in
    var bytes = bytes
    if isFirst { bytes[0] = UInt8(ascii: "[") }
    isFirst = false
    try write(bytes)
  }
  try write(Array((isFirst ? "[\n]\n" : "\n]\n").utf8))
}

/// The objects of the customers.
private struct JSONReport<Source: ReportedFacts & Sendable>: Sendable {
  let facts: Source
  let request: ReportRequest
  let table: VerdictTable

  init(facts: Source, request: ReportRequest) {
    self.facts = facts
    self.request = request
    table = VerdictTable(facts, areas: request.areas(of: facts.plan))
  }

  /// The objects of customers, each between what stands before and after it.
  func text(
    of customers: [Int],
    before: (inout JSONWriter) -> Void = { _ in },
    after: (inout JSONWriter) -> Void = { _ in }
  ) -> [UInt8] {
    var writer = JSONWriter()
    for customer in customers {
      let areas = areas(of: customer)
      guard !areas.isEmpty else { continue }
      before(&writer)
      write(customer, areas, to: &writer)
      after(&writer)
    }
    return writer.buffer.bytes
  }

  /// What is written of a customer: the areas with the nodes that are asked for.
  private func areas(of customer: Int) -> [WrittenArea] {
    table.areas.enumerated().compactMap { place, area in
      let verdicts = table.verdicts(at: place, customer: customer)
      let shown = request.shownNodes(of: facts.plan.areas[area], verdicts)
      guard shown.contains(true) else { return nil }
      let findings = table.findings(of: facts, at: place, customer: customer, verdicts)
      return WrittenArea(area: area, findings: findings, shown: shown)
    }
  }

  /// Ways are found for customers that are asked for: for all of them they would take longer than
  /// everything else.
  private func ways(_ customer: Int, _ area: Int) -> ((Int) -> [WayToPass])? {
    guard request.customers != nil else { return nil }
    return { facts.waysToPass(area: area, node: $0, customer: customer) }
  }

  private func write(
    _ customer: Int,
    _ areas: [WrittenArea],
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("schema", "rulec.eval/1")
      writer.member("asOf", facts.plan.asOf.description)
      writer.member("customer") { writer in
        writer.member("id", facts.customers[customer].id)
        writer.member("name", facts.customers[customer].name)
      }
      writer.member("choices", array: facts.plan.choices) { $0.write($1) }
      writer.member("areas", array: areas) { writer, area in
        NodeJSON(findings: area.findings, shown: area.shown, ways: ways(customer, area.area))
          .writeArea(to: &writer)
      }
    }
  }
}

/// An area of a customer with the nodes that are asked for.
private struct WrittenArea {
  /// An index in ``EvaluationPlan/areas``.
  let area: Int
  let findings: AreaFindings

  /// By node.
  let shown: [Bool]
}

extension JSONWriter {
  /// Begins a line behind a sign of the array around the values.
  fileprivate mutating func startLine(after sign: String) {
    buffer.append(sign)
    endLine()
  }

  mutating func write(_ choice: ChosenReading) {
    object { writer in
      writer.member("choice", choice.choice)
      writer.member("title", choice.title)
      writer.member("option", choice.option)
      writer.member("meaning", choice.meaning)
      writer.member("isDefault", choice.isDefault)
    }
  }
}
