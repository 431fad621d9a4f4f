import Evaluation
import Facts
import RuleSemantics

/// Writes one line per customer and node, ordered by customer and then by tree.
///
/// Cells are quoted as RFC 4180 says, lines end in LF. Cells hold the data exactly: a customer name
/// that begins with `=`, `+`, `-` or `@` is written as it is, since the file is read by programs
/// that compare it with the downloads, and a spreadsheet has to import names as text.
///
/// - Parameters:
///   - facts: what was evaluated.
///   - request: which rows are written; each row stands for itself.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func csvReport<Failure: Error>(
  _ facts: some ReportedFacts,
  _ request: ReportRequest,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  let areas = request.areas(of: facts.plan)
  let table = VerdictTable(facts, areas: areas)
  var rows = CSVRows()
  for customer in request.customers(of: facts) {
    for place in areas.indices {
      let verdicts = table.verdicts(at: place, customer: customer)
      guard verdicts.contains(where: request.includes) else { continue }
      let findings = table.findings(of: facts, at: place, customer: customer, verdicts)
      for node in verdicts.indices where request.includes(verdicts[node]) {
        rows.append(node, of: findings, facts.customers[customer])
      }
    }
    try rows.buffer.flushIfFull(write)
  }
  try rows.buffer.flush(write)
}

/// The lines of the CSV.
private struct CSVRows {
  var buffer = OutputBuffer()

  init() {
    buffer.append(
      line: "customer_id,customer_name,area,node,status,change,current,required,unit,reason"
    )
  }

  mutating func append(_ index: Int, of findings: AreaFindings, _ customer: Customer) {
    let node = findings.area.nodes[index]
    let outcome = findings.outcomes[index]
    let required = ValueText.required(node.test, findings.catalogue)
    buffer.append(cell: customer.id)
    append(next: customer.name)
    append(next: findings.area.id)
    append(next: node.path)
    append(next: outcome.isMet ? "met" : "not-met")
    append(next: outcome.change?.rawValue ?? "")
    append(next: ValueText.plain(outcome.current))
    append(next: required.text)
    append(next: required.unit)
    append(next: reason(of: index, in: findings))
    buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func append(next cell: String) {
    buffer.append(UInt8(ascii: ","))
    buffer.append(cell: cell)
  }
}
