import Evaluation
import Facts
import RuleSemantics

/// Everything that is told of one customer, the most important first.
struct CustomerStory {
  private let facts: EvaluatedFacts
  private let request: StoryRequest
  private let customer: Int

  init(_ facts: EvaluatedFacts, _ request: StoryRequest, customer: Int) {
    self.facts = facts
    self.request = request
    self.customer = customer
  }

  var blocks: [StoryBlock] {
    let table = VerdictTable(facts, areas: areas)
    var stories: [AreaStory] = []
    for (place, area) in table.areas.enumerated() {
      let verdicts = table.verdicts(at: place, customer: customer)
      let findings = table.findings(of: facts, at: place, customer: customer, verdicts)
      stories.append(
        AreaStory(
          findings: findings,
          facts: facts,
          area: area,
          customer: customer,
          rules: request.rules[findings.area.id] ?? [:]
        )
      )
    }
    var blocks = [StoryBlock.title(title)]
    blocks += changedReadings
    if let node = request.node { return blocks + stories.flatMap { $0.blocks(ofNode: node.node) } }
    // Of a customer without any row, at least the areas are named.
    let told = stories.filter(\.hasRows)
    let silent = stories.filter { !$0.hasRows }
    if stories.count > 1 { blocks.append(.paragraph(summary(of: told))) }
    blocks += told.flatMap(\.blocks)
    guard !silent.isEmpty else { return blocks }
    let titles = StoryWords.all(silent.map(\.findings.area.title))
    let verb = silent.count == 1 ? "looks" : "look"
    blocks.append(.section(told.isEmpty ? "No rows" : "No rows in other areas", nil))
    blocks.append(
      .paragraph(StoryText("No file has rows of this customer that \(titles) \(verb) at."))
    )
    return blocks
  }

  /// Indices of the areas to tell of.
  private var areas: [Int] {
    request.node.map { [$0.area] } ?? request.report.areas(of: facts.plan)
  }

  private var title: StoryText {
    let customer = facts.customers[customer]
    let name = customer.name.isEmpty ? "Customer" : customer.name
    return StoryText("\(name) (\(customer.id)), as of \(facts.plan.asOf)")
  }

  private var changedReadings: [StoryBlock] {
    facts.plan.choices.filter { !$0.isDefault }.map { choice in
      .paragraph(
        StoryText("A reading that is not the default: \(choice.title): \(choice.meaning).")
      )
    }
  }

  /// Which areas have which status: `Met: Azure. Not met: Security and Modern Work - SMB`.
  private func summary(of stories: [AreaStory]) -> StoryText {
    let groups = [StoryStatus.met, .notMet, .noData].compactMap { status -> String? in
      let titles = stories.filter { $0.status(of: 0) == status }.map(\.findings.area.title)
      guard !titles.isEmpty else { return nil }
      return "\(status.rawValue): " + StoryWords.all(titles) + "."
    }
    return StoryText(groups.isEmpty ? "No area can be met." : groups.joined(separator: " "))
  }
}
