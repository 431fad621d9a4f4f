import Evaluation
import Facts
import RuleSemantics

/// Writes for people what customers contribute to a metric: gained, lost, and what is left.
///
/// - Parameters:
///   - metrics: the metric by each track that is asked for.
///   - style: the look of the page.
///   - write: takes the bytes in chunks of whole lines.
/// - Throws: what `write` throws; nothing is written after that.
package func customersReport<Failure: Error>(
  _ metrics: [MetricCustomers],
  _ style: RenderStyle,
  into write: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var buffer = OutputBuffer()
  for (place, metric) in metrics.enumerated() {
    if place > 0 { buffer.append(line: "") }
    let title = metric.plan.designations[metric.designation].title
    let name =
      metric.area.title.hasPrefix(title) ? metric.area.title : "\(title) (\(metric.area.title))"
    let heading = "\(name), \(metric.title), as of \(metric.plan.asOf)"
    buffer.append(line: style.paint(DisplayText.clean(heading), .bold))
    if metric.leaves.isEmpty {
      buffer.append(line: "  People earn these points, not customers.")
    }
    for leaf in metric.leaves {
      buffer.append(line: "")
      let page = LeafCustomers(title: metric.area.nodes[leaf.node].title, leaf: leaf, style: style)
      for line in page.lines {
        buffer.append(line: line)
        try buffer.flushIfFull(write)
      }
    }
  }
  try buffer.flush(write)
}

/// The customers of one leaf.
private struct LeafCustomers {
  let title: String
  let leaf: MetricCustomers.Leaf
  let style: RenderStyle

  var lines: [String] {
    let gained = leaf.contributions.filter { isAbove($0.value.low) }
    // Most is lost first; of equals the first by id.
    let lost = leaf.contributions.filter { isBelow($0.value.high) }
      .sorted { (left, right) in
        let order = (left.value.high ?? .zero).compared(with: right.value.high ?? .zero)
        return order == 0 ? left.customer.id < right.customer.id : order < 0
      }
    let open = leaf.contributions.filter {
      $0.value.exact == nil && !isAbove($0.value.low) && !isBelow($0.value.high)
    }
    let zeros = leaf.contributions.count - gained.count - lost.count - open.count
    let groups = [("Gained", gained), ("Lost", lost), ("Not known", open)]
    var lines = [style.paint("  \(DisplayText.clean(title)): \(sum(leaf.contributions))", .bold)]
    for (name, parts) in groups where !parts.isEmpty {
      let total = name == "Not known" ? "" : ", \(sum(parts))"
      lines.append("    \(name): \(customers(parts.count))\(total)")
      lines += parts.map(line)
    }
    if zeros > 0 {
      let verb = zeros == 1 ? "contributes" : "contribute"
      lines.append("    \(customers(zeros)) \(verb) nothing.")
    }
    return lines
  }

  private func line(_ part: MetricCustomers.Part) -> String {
    let name = part.customer.name.isEmpty ? part.customer.id : part.customer.name
    let value = DisplayText.rightAligned(signed(part.value), in: 16)
    return "      \(value)  \(DisplayText.clean(name)) (\(DisplayText.clean(part.customer.id)))"
  }

  /// `+1`, `-120.00`.
  private func signed(_ value: ValueRange) -> String {
    let text = NumberText.number(value, leaf.unit, near: [.zero])
    return isAbove(value.exact) ? "+" + text : text
  }

  /// `3 tenants`; parts that do not fit a number leave it open.
  private func sum(_ parts: [MetricCustomers.Part]) -> String {
    func total(_ ends: [Decimal?]) -> Decimal? {
      ends.reduce(Decimal.zero) { sum, end in
        guard let sum, let end else { return nil }
        return Decimal.zero.minus(end).flatMap(sum.minus)
      }
    }
    let range = ValueRange(low: total(parts.map(\.value.low)), high: total(parts.map(\.value.high)))
    return NumberText.quantity(range, leaf.unit, near: [.zero])
  }

  private func customers(_ count: Int) -> String {
    "\(NumberText.grouped(Decimal(count), places: 0)) \(count == 1 ? "customer" : "customers")"
  }

  private func isAbove(_ end: Decimal?) -> Bool { (end?.mantissa ?? 0) > 0 }
  private func isBelow(_ end: Decimal?) -> Bool { (end?.mantissa ?? 0) < 0 }
}
