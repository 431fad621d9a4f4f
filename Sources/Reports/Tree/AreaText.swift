import Evaluation
import Facts
import RuleSemantics

/// One tree of one customer as lines of aligned columns.
///
///     Sample area: Not met
///       All gates are met; …
///
///       Status   Node                        Criterion                     Current
///       Met      Workloads                   All services            Storage
///                  Storage is found in 2024-11 to 2025-10.
///       Performance
///       Not met    Net customer adds
struct AreaText {
  let findings: AreaFindings
  let shown: [Bool]
  let style: RenderStyle

  private static let statusColumns = 9

  /// The widths of title, criterion and current value, without the blanks between them.
  private var columns: (title: Int, criterion: Int, current: Int) {
    let room = style.columns - 2 - AreaText.statusColumns - 4
    let title = room * 38 / 100
    let criterion = room * 34 / 100
    return (title, criterion, room - title - criterion)
  }

  var lines: [String] {
    let status = StatusText(findings.outcomes[0])
    let title = style.paint(DisplayText.clean(findings.area.title), .bold)
    var lines = ["\(title): \(style.paint(status.text, status.ink))"]
    lines += indented(reasonBelowTitle(of: 0, in: findings) + remark, by: 2)
    lines.append("")
    lines += row("Status", .dim, ["Node", "Criterion", "Current"], indent: 0)
    var category: String?
    for index in findings.area.nodes.indices.dropFirst() where shown[index] {
      let node = findings.area.nodes[index]
      if let heading = node.category, heading != category {
        lines.append("  " + style.paint(DisplayText.clean(heading), .bold))
      }
      category = node.category
      lines += nodeLines(index)
    }
    return lines
  }

  private func nodeLines(_ index: Int) -> [String] {
    let node = findings.area.nodes[index]
    let outcome = findings.outcomes[index]
    let status = StatusText(outcome)
    let indent = 2 * findings.area.depth(of: index)
    let current = ValueText.shown(outcome.current, near: findings.ends(of: index))
    let cells = [node.title, node.criterion ?? "", current]
    let textIndent = 2 + AreaText.statusColumns + indent + 2
    var lines = row(status.text, status.ink, cells, indent: indent)
    // A metric with one leaf says what the leaf says, in the line below.
    let leaf = findings.area.onlyLeaf(of: index)
    if leaf.map({ !shown[$0] }) ?? true {
      lines += indented(reasonBelowTitle(of: index, in: findings), by: textIndent)
    }
    if node.hasDetails {
      for detail in DetailText(ends: findings.ends(of: index)).lines(of: outcome.observation) {
        lines += indented(detail, by: textIndent, hanging: 2)
      }
    }
    return lines
  }

  /// Said once, and not at each node behind a gate.
  private var remark: String {
    guard findings.outcomes.contains(where: { $0.cause == .gate }) else { return "" }
    return " A gate that is not met decides about what is behind it, whatever the values there."
  }

  /// Cells side by side, each wrapped in its column.
  private func row(
    _ status: String,
    _ ink: RenderStyle.Ink,
    _ cells: [String],
    indent: Int
  ) -> [String] {
    let widths = columns
    let pad = String(repeating: " ", count: indent)
    let title = DisplayText.wrapped(cells[0], to: max(8, widths.title - indent)).map { pad + $0 }
    let criterion = DisplayText.wrapped(cells[1], to: widths.criterion)
    let current = DisplayText.wrapped(cells[2], to: widths.current)
    return (0..<max(title.count, criterion.count, current.count, 1)).map { line in
      let text = line == 0 ? status : ""
      let gap = String(repeating: " ", count: AreaText.statusColumns - text.count)
      var cells = DisplayText.padded(title.cell(line), to: widths.title) + "  "
      cells += DisplayText.padded(criterion.cell(line), to: widths.criterion) + "  "
      cells += current.cell(line)
      while cells.last == " " { cells.removeLast() }
      return "  " + style.paint(text, ink) + (cells.isEmpty ? "" : gap + cells)
    }
  }

  private func indented(_ text: String, by indent: Int, hanging: Int = 0) -> [String] {
    let width = style.columns - indent - hanging
    return DisplayText.wrapped(text, to: width).enumerated().map { place, line in
      String(repeating: " ", count: indent + (place == 0 ? 0 : hanging)) + line
    }
  }
}

/// The pill of the official report.
struct StatusText {
  let text: String
  let ink: RenderStyle.Ink

  init(_ outcome: NodeOutcome) {
    (text, ink) =
      outcome.isMet
      ? ("Met", .green) : outcome.cause == .noData ? ("No data", .yellow) : ("Not met", .red)
  }
}

extension [String] {
  fileprivate func cell(_ line: Int) -> String { line < count ? self[line] : "" }
}
