import Evaluation
import Facts
import RuleSemantics

/// How near customers are listed.
package enum NearFormat: String, CaseIterable, Sendable {
  case text, csv
}

/// Writes who is close to another verdict, from either side.
///
/// - Parameters:
///   - near: the customers.
///   - format: for people, or a line for each customer.
///   - style: the look of text.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func nearReport<Failure: Error>(
  _ near: NearCustomers,
  _ format: NearFormat,
  _ style: RenderStyle,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var buffer = OutputBuffer()
  switch format {
  case .text:
    for line in NearText(near: near, style: style).lines {
      buffer.append(line: line)
      try buffer.flushIfFull(write)
    }
  case .csv:
    buffer.append(line: "customer_id,customer_name,area,node,side,change,unit,percent,to_do")
    for (side, customers) in [("gained", near.gained), ("lost", near.lost)] {
      for one in customers {
        buffer.append(cells: cells(one, side: side, near))
        try buffer.flushIfFull(write)
      }
    }
  }
  try buffer.flush(write)
}

/// `change` and `unit` list the numbers that have to change, `;` between them; `percent` is the largest
/// change in percent of what the number is now, empty where it is zero.
private func cells(_ one: NearCustomers.Near, side: String, _ near: NearCustomers) -> [String] {
  [
    one.customer.id, one.customer.name, near.area.id, near.node.path, side,
    one.distance.amounts.map(\.change.description).joined(separator: ";"),
    one.distance.amounts.map(\.unit.plural).joined(separator: ";"),
    one.distance.percent?.description ?? "",
    one.change,
  ]
}

/// The lists for people.
private struct NearText {
  let near: NearCustomers
  let style: RenderStyle

  var lines: [String] {
    let title = "\(near.area.title), \(near.titleOfNode), as of \(near.month)"
    var lines = [style.paint(DisplayText.clean(title), .bold)]
    if let criterion = near.node.criterion {
      lines += IndentedText.lines("Criterion: \(criterion)", by: 2, style)
    }
    lines.append("")
    lines += list("About to be gained", near.gained, of: near.counts.gained)
    lines += list("About to be lost", near.lost, of: near.counts.lost)
    if near.behindGates > 0 {
      let verb = near.behindGates == 1 ? "is" : "are"
      lines.append("\(customers(near.behindGates)) behind a closed gate \(verb) left out.")
    }
    if near.untold > 0 {
      lines.append("\(customers(near.untold)) cannot be told, as facts are missing.")
    }
    return lines
  }

  private func list(_ title: String, _ found: [NearCustomers.Near], of count: Int) -> [String] {
    guard count > 0 else {
      let nobody =
        near.isLimited ? "nobody so close" : "nobody, by any amount of \(near.month) alone"
      return ["\(title): \(nobody).", ""]
    }
    let rest = count > found.count ? ", the closest \(found.count) of them" : ", closest first"
    var lines = [style.paint("\(title): \(customers(count))\(rest)", .bold)]
    for one in found {
      let name = one.customer.name.isEmpty ? "" : "\(one.customer.name) "
      lines.append("  " + DisplayText.clean("\(name)(\(one.customer.id))"))
      lines += IndentedText.lines(DisplayText.clean(one.change), by: 4, style, hanging: 2)
    }
    return lines + [""]
  }

  private func customers(_ count: Int) -> String {
    "\(NumberText.grouped(Decimal(count), places: 0)) \(count == 1 ? "customer" : "customers")"
  }
}

extension NearCustomers {
  /// The title, of a leaf behind that of its metric.
  fileprivate var titleOfNode: String {
    guard node.kind == .leaf, let metric = node.parent, area.nodes[metric].title != node.title
    else {
      return node.title
    }
    return "\(area.nodes[metric].title), \(node.title)"
  }
}
