import Evaluation
import Facts
import RuleSemantics

extension AreaStory {
  private var nodes: [NodePlan] { findings.area.nodes }

  /// A metric with its leaves: what is met, the values of both months, and what is missing.
  func story(ofMetric metric: Int) -> [StoryBlock] {
    let heading = StoryBlock.heading(title(of: metric), status(of: metric))
    if let leaf = findings.area.onlyLeaf(of: metric) {
      return [heading, .paragraph(StoryText(reasonBelowTitle(of: leaf, in: findings)))]
        + details(of: leaf) + waysBlocks(of: leaf)
    }
    var blocks = [heading, .paragraph(StoryText(reasonBelowTitle(of: metric, in: findings)))]
    for leaf in nodes[metric].children {
      let lead = StoryText.strong(nodes[leaf].title) + ": \(status(of: leaf).rawValue). "
      blocks.append(.item(lead + reasonBelowTitle(of: leaf, in: findings), depth: 0))
      blocks += details(of: leaf, depth: 1) + ways(of: leaf).map { .item($0, depth: 1) }
    }
    return blocks
  }

  /// One node alone, with all that is behind it.
  func blocks(ofNode node: Int) -> [StoryBlock] {
    guard node != 0 else { return blocks }
    var blocks = [StoryBlock.section(fullTitle(of: node), status(of: node))]
    let gates = findings.unmetGates(before: node)
    if !gates.isEmpty {
      let statuses = String { findings.writeGateStatuses(gates, to: &$0) }
      blocks.append(
        .paragraph(
          StoryText(StoryWords.capitalized(statuses) + ", so that its own values decide nothing.")
        )
      )
    }
    if nodes[node].kind == .metric {
      // The heading says what the section does.
      blocks += story(ofMetric: node).dropFirst()
    } else {
      blocks.append(.paragraph(StoryText(reasonBelowTitle(of: node, in: findings))))
      blocks += details(of: node) + waysBlocks(of: node)
    }
    let tested = nodes[node].kind == .metric ? nodes[node].children : [node]
    let isAlone = tested.count == 1
    for leaf in tested {
      let heading = isAlone ? "Rows" : "Rows: \(nodes[leaf].title)"
      blocks.append(.heading(heading, nil))
      blocks += rowBlocks(of: leaf, tellsAll: true)
    }
    for leaf in tested {
      blocks.append(.heading(isAlone ? "Rule" : "Rule: \(nodes[leaf].title)", nil))
      blocks += ruleBlocks(of: leaf, tellsAll: true)
    }
    return blocks + sourceBlocks(of: tested, tellsAll: true)
  }

  /// `Azure, Net customer adds, Net qualified tenants`.
  private func fullTitle(of node: Int) -> String {
    var titles = [nodes[node].title]
    if nodes[node].kind == .gate, let category = nodes[node].category { titles.append(category) }
    var parent = nodes[node].parent
    while let index = parent {
      titles.append(nodes[index].title)
      parent = nodes[index].parent
    }
    return titles.reversed().joined(separator: ", ")
  }

  /// Tenants and workloads with the values of both months.
  private func details(of leaf: Int, depth: Int = 0) -> [StoryBlock] {
    DetailText(ends: findings.ends(of: leaf)).lines(of: findings.outcomes[leaf].observation)
      .map { .item(StoryText($0), depth: depth) }
  }

  /// The smallest changes that would be enough, smallest first: `To pass: 3 more paid seats …`, `Or: …`.
  func ways(of node: Int) -> [StoryText] {
    facts.waysText(area: area, node: node, customer: customer).enumerated().map { place, way in
      StoryText.strong(place == 0 ? "To pass" : "Or") + ": \(way)."
    }
  }

  func waysBlocks(of node: Int) -> [StoryBlock] { ways(of: node).map { .paragraph($0) } }

  /// The rows and rules of nodes that ask something, in tree order.
  func evidence(of shown: [Int]) -> [StoryBlock] {
    let tested = shown.filter { nodes[$0].test != nil }
    guard !tested.isEmpty else { return [] }
    var blocks = [StoryBlock.heading("Evidence and rules", nil)]
    if let other = nodes.indices.first(where: { nodes[$0].test != nil && !shown.contains($0) }) {
      let option = "--node \(findings.area.id)/\(nodes[other].path)"
      blocks.append(
        .paragraph(
          StoryText("What stands behind a closed gate has rows and rules too: ") + .literal(option)
            + " and so on shows them."
        )
      )
    }
    for node in tested {
      blocks.append(.subheading(title(of: node)))
      blocks += rowBlocks(of: node, tellsAll: false)
      blocks.append(.paragraph(StoryText("What it goes by:")))
      blocks += ruleBlocks(of: node, tellsAll: false)
    }
    return blocks + sourceBlocks(of: tested, tellsAll: false)
  }
}
