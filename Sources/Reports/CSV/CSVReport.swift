import Evaluation
package import Facts
import RuleSemantics

/// Writes one line per customer and node, ordered by customer and then by tree.
///
/// Cells are quoted as RFC 4180 says, lines end in LF. Cells hold the data exactly: a customer name
/// that begins with `=`, `+`, `-` or `@` is written as it is, since the file is read by programs
/// that compare it with the downloads, and a spreadsheet has to import names as text.
///
/// - Parameters:
///   - parts: what was evaluated, or is as it is written.
///   - request: which rows are written; each row stands for itself.
///   - workers: who makes the lines.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func csvReport<Source, Failure: Error>(
  _ parts: ReportParts<Source>,
  _ request: ReportRequest,
  _ workers: Workers = .one,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  let areas = request.areas(of: parts.plan)
  let layout = areas.map { CSVArea(parts.plan.areas[$0], parts.catalogue) }
  let header = "customer_id,customer_name,area,node,status,change,current,required,unit,reason"
  try write(Array((header + "\n").utf8))
  try writeParts(parts, workers) { part in
    let facts = part.facts
    let table = VerdictTable(facts, areas: areas)
    var rows = CSVRows()
    for customer in part.customers {
      rows.begin(facts.customers[customer])
      for place in areas.indices {
        let verdicts = table.verdicts(at: place, customer: customer)
        guard verdicts.contains(where: request.includes) else { continue }
        let findings = table.findings(
          of: facts,
          at: place,
          customer: customer,
          verdicts,
          withEvidence: request.tellsReasons
        )
        rows.append(findings, layout[place], tellsReasons: request.tellsReasons) {
          request.includes(verdicts[$0])
        }
      }
    }
    return rows.buffer.bytes
  } each: { (bytes) throws(Failure) in
    try write(bytes)
  }
}

/// The cells of an area's nodes that are the same for every customer.
private struct CSVArea {
  /// `area,node,`, by node.
  let starts: [[UInt8]]

  /// `required,unit,` with a comma before, by node.
  let requirements: [[UInt8]]

  init(_ area: AreaPlan, _ catalogue: Catalogue) {
    starts = area.nodes.map { node in
      CSVArea.bytes { buffer in
        for cell in [area.id, node.path] {
          buffer.append(cell: cell)
          buffer.append(CSVRows.comma)
        }
      }
    }
    requirements = area.nodes.map { node in
      let required = ValueText.required(node.test, catalogue)
      return CSVArea.bytes { buffer in
        buffer.append(CSVRows.comma)
        for cell in [required.text, required.unit] {
          buffer.append(cell: cell)
          buffer.append(CSVRows.comma)
        }
      }
    }
  }

  private static func bytes(_ body: (inout OutputBuffer) -> Void) -> [UInt8] {
    var buffer = OutputBuffer(capacity: 64)
    body(&buffer)
    return buffer.bytes
  }
}

/// The lines of the CSV.
private struct CSVRows {
  static let comma = UInt8(ascii: ",")

  private(set) var buffer = OutputBuffer()

  /// `customer_id,customer_name,`.
  private var customer: [UInt8] = []

  mutating func begin(_ customer: Customer) {
    var start = OutputBuffer(capacity: 128)
    start.append(cell: customer.id)
    start.append(CSVRows.comma)
    start.append(cell: customer.name)
    start.append(CSVRows.comma)
    self.customer = start.bytes
  }

  /// Writes the nodes of an area that are asked for.
  mutating func append(
    _ findings: AreaFindings,
    _ layout: CSVArea,
    tellsReasons: Bool,
    where isIncluded: (Int) -> Bool
  ) {
    // A metric of one leaf says what the leaf says, in the next line.
    var told: (leaf: Int, cell: Range<Int>)?
    for node in findings.outcomes.indices where isIncluded(node) {
      append(node, findings.outcomes[node], layout)
      guard tellsReasons else {
        buffer.append(UInt8(ascii: "\n"))
        continue
      }
      let leaf = findings.area.onlyLeaf(of: node) ?? node
      let start = buffer.count
      if let told, told.leaf == leaf {
        buffer.append(copyOf: told.cell)
      } else {
        buffer.appendCell { writeReason(of: leaf, in: findings, to: &$0) }
      }
      told = (leaf, start..<buffer.count)
      buffer.append(UInt8(ascii: "\n"))
    }
  }

  /// Writes the cells before the reason.
  private mutating func append(_ node: Int, _ outcome: NodeOutcome, _ layout: CSVArea) {
    buffer.append(contentsOf: customer)
    buffer.append(contentsOf: layout.starts[node])
    buffer.append(outcome.isMet ? "met," : "not-met,")
    buffer.append(outcome.change?.rawValue ?? "")
    buffer.append(CSVRows.comma)
    buffer.appendCell { ValueText.writePlain(outcome.current, to: &$0) }
    buffer.append(contentsOf: layout.requirements[node])
  }
}
