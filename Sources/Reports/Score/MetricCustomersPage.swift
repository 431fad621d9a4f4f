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
    let title = "\(metric.block.title), \(metric.metric.plan.title)"
    let heading = "\(title), as of \(metric.block.plan.asOf)"
    buffer.append(line: style.paint(DisplayText.clean(heading), .bold))
    for leaf in metric.leaves {
      buffer.append(line: "")
      for line in LeafCustomers(leaf: leaf, style: style).lines {
        buffer.append(line: line)
        try buffer.flushIfFull(write)
      }
    }
  }
  try buffer.flush(write)
}

/// The customers of one leaf, or the people of a step.
private struct LeafCustomers {
  let leaf: MetricCustomers.Leaf
  let style: RenderStyle

  var lines: [String] {
    let heading = "\(leaf.title): \(NumberText.quantity(leaf.measure, leaf.unit, near: [.zero]))"
    let title = style.paint("  " + DisplayText.clean(heading), .bold)
    return [title] + (leaf.needed.isEmpty ? customerLines : personLines)
  }

  private var personLines: [String] {
    let needed = "Counts whoever has \(leaf.needed.joined(separator: ", and "))."
    return IndentedText.lines(needed, by: 4, style, hanging: 2)
      + leaf.parts.sorted { ($0.label, $0.id) < ($1.label, $1.id) }.map { "      " + name($0) }
  }

  private var customerLines: [String] {
    let gained = leaf.parts.filter { isAbove($0.value.low) }
    // Most is lost first; of equals the first by id.
    let lost = leaf.parts.filter { isBelow($0.value.high) }
      .sorted { (left, right) in
        let order = (left.value.high ?? .zero).compared(with: right.value.high ?? .zero)
        return order == 0 ? left.id < right.id : order < 0
      }
    let open = leaf.parts.filter {
      $0.value.exact == nil && !isAbove($0.value.low) && !isBelow($0.value.high)
    }
    let zeros = leaf.parts.count - gained.count - lost.count - open.count
    var lines = sharedLines
    lines += group("Gained", gained, total: sum(gained))
    lines += group("Lost", lost, total: sum(lost))
    lines += group("Not known", open, total: nil)
    if zeros > 0 {
      let verb = zeros == 1 ? "contributes" : "contribute"
      lines.append("    \(customers(zeros)) \(verb) nothing.")
    }
    return lines
  }

  /// Why the parts add up to more than the partner has.
  private var sharedLines: [String] {
    guard let whole = leaf.measure.exact, let parts = total(leaf.parts).exact,
      whole.compared(with: parts) != 0
    else { return [] }
    return [
      "    One that several customers have counts once; by customer they are \(sum(leaf.parts))."
    ]
  }

  private func group(
    _ name: String,
    _ parts: [MetricCustomers.Part],
    total: String?
  ) -> [String] {
    guard !parts.isEmpty else { return [] }
    let heading = "    \(name): \(customers(parts.count))" + (total.map { ", \($0)" } ?? "")
    return [heading] + parts.map(line)
  }

  private func line(_ part: MetricCustomers.Part) -> String {
    "      \(DisplayText.rightAligned(signed(part.value), in: 16))  \(name(part))"
  }

  private func name(_ part: MetricCustomers.Part) -> String {
    let id = DisplayText.clean(part.id)
    if part.name.isEmpty, !leaf.needed.isEmpty { return id }
    return "\(DisplayText.clean(part.label)) (\(id))"
  }

  /// `+1`, `-120.00`.
  private func signed(_ value: ValueRange) -> String {
    let text = NumberText.number(value, leaf.unit, near: [.zero])
    return isAbove(value.exact) ? "+" + text : text
  }

  /// `3 tenants`.
  private func sum(_ parts: [MetricCustomers.Part]) -> String {
    NumberText.quantity(total(parts), leaf.unit, near: [.zero])
  }

  /// Parts that do not fit a number leave it open.
  private func total(_ parts: [MetricCustomers.Part]) -> ValueRange {
    func sum(_ ends: [Decimal?]) -> Decimal? {
      ends.reduce(Decimal.zero) { sum, end in end.flatMap { sum?.plus($0) } }
    }
    return ValueRange(low: sum(parts.map(\.value.low)), high: sum(parts.map(\.value.high)))
  }

  private func customers(_ count: Int) -> String {
    "\(NumberText.grouped(Decimal(count), places: 0)) \(count == 1 ? "customer" : "customers")"
  }

  private func isAbove(_ end: Decimal?) -> Bool { (end?.mantissa ?? 0) > 0 }
  private func isBelow(_ end: Decimal?) -> Bool { (end?.mantissa ?? 0) < 0 }
}
