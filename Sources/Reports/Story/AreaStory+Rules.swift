import Facts
import RuleSemantics

extension AreaStory {
  /// Where the rule of a gate or leaf stands, what is published, and since when it is in force.
  func ruleBlocks(of node: Int) -> [StoryBlock] {
    let plan = findings.area.nodes[node]
    let rules = rules[plan.path]
    var items: [StoryText] = []
    if let criterion = plan.criterion {
      let dates = rules?.criterion.map { ", \(period(of: $0))" } ?? ""
      items.append(
        .strong("Published criterion") + ": \(criterion)\(dates) " + place(rules?.criterion)
      )
    }
    if let test = rules?.test {
      items.append(
        .strong("Rule") + ": " + .literal(ListedText.value(test)) + ", \(period(of: test)) "
          + place(test)
      )
    } else {
      items.append(.strong("Rule") + " " + .literal("\(plan.rule.file):\(plan.rule.line)"))
    }
    for version in rules?.values ?? [] {
      items.append(
        "\(StoryWords.capitalized(version.title)): \(ListedText.value(version)),"
          + " \(period(of: version)) " + place(version)
      )
    }
    for version in rules?.sets ?? [] {
      guard case .members(_, let names) = version.content else { continue }
      items.append(
        StoryText("\(version.id): \(ListText.all(names)), \(period(of: version)) ")
          + place(version)
      )
    }
    return items.map { .item($0, depth: 0) } + sources(of: plan).map { .item($0, depth: 0) }
  }

  private func place(_ version: ListedVersion?) -> StoryText {
    version.map { .literal("\($0.place.file):\($0.place.line)") } ?? StoryText("")
  }

  /// `in force since 2023-03`, `in force from 2022-10 to 2023-02`.
  private func period(of version: ListedVersion) -> String {
    let orEarlier = version.isFirstSeen ? " or earlier" : ""
    let reading = version.reading.map { ", where \($0.choice) is \($0.option)" } ?? ""
    switch (version.from, version.until) {
    case (let from?, nil): return "in force since \(from)\(orEarlier)\(reading)"
    case (let from?, let until?):
      return "in force from \(from)\(orEarlier) to \(until)\(reading)"
    case (nil, let until?): return "in force until \(until)\(reading)"
    case (nil, nil): return "in force always\(reading)"
    }
  }

  /// Each source once, with the words that are cited.
  private func sources(of node: NodePlan) -> [StoryText] {
    var order: [String] = []
    var quotes: [String: [String]] = [:]
    for citation in node.citations {
      if quotes[citation.source] == nil { order.append(citation.source) }
      let known = quotes[citation.source] ?? []
      let own = citation.quote.map { [$0] } ?? []
      quotes[citation.source] = known + own.filter { !known.contains($0) }
    }
    return order.compactMap { source in
      guard let citation = node.citations.first(where: { $0.source == source }) else { return nil }
      let address = citation.address.map { ", \($0)" } ?? ""
      let words = (quotes[source] ?? []).map { "\"\($0)\"" }.joined(separator: "; ")
      return .strong("Source \(source)")
        + ": \(citation.title)\(address)\(words.isEmpty ? "" : ": \(words)")"
    }
  }
}
