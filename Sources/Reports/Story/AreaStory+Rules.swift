import Facts
import RuleSemantics

extension AreaStory {
  /// What is published of a gate or leaf, the rule that stands for it, and the values that it names.
  ///
  /// Each stands with its place, its months and its sources. With `tellsAll` the sets of names too.
  func ruleBlocks(of node: Int, tellsAll: Bool) -> [StoryBlock] {
    let plan = findings.area.nodes[node]
    let rules = rules[plan.path]
    var items: [StoryText] = []
    if let criterion = plan.criterion {
      items.append(.strong("Published") + ": \(criterion)" + origin(of: rules?.criterion))
    }
    if let test = rules?.test {
      items.append(.strong("Rule") + ": " + .literal(ListedText.value(test)) + origin(of: test))
    } else {
      items.append(.strong("Rule") + ": " + .literal("\(plan.rule.file):\(plan.rule.line)"))
    }
    for version in rules?.values ?? [] {
      let title = StoryWords.capitalized(version.title)
      items.append(.strong(title) + ": \(ListedText.value(version))" + origin(of: version))
    }
    for version in rules?.definitions ?? [] {
      let title = StoryWords.capitalized(version.title)
      items.append(
        .strong(title) + ": " + .literal(ListedText.value(version)) + origin(of: version)
      )
    }
    for version in tellsAll ? rules?.sets ?? [] : [] {
      guard case .members(_, let names) = version.content else { continue }
      items.append(
        .strong("Names") + " in " + .literal(version.id) + ": \(StoryWords.all(names))"
          + origin(of: version)
      )
    }
    return items.map { .item($0, depth: 0) }
  }

  /// ` (Rules/azure.rules:22, in force since 2022-10; S4 "A customer is …")`.
  private func origin(of version: ListedVersion?) -> StoryText {
    guard let version else { return StoryText("") }
    let citations = ListedText.citations(version)
    return " (" + .literal("\(version.place.file):\(version.place.line)")
      + ", \(period(of: version))\(citations.isEmpty ? "" : "; " + citations))"
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

  /// Where what the rules of some nodes cite is published, each source once.
  func sourceBlocks(of shown: [Int], tellsAll: Bool) -> [StoryBlock] {
    let told = shown.compactMap { rules[findings.area.nodes[$0].path] }
    let versions = told.flatMap { rules in
      [rules.criterion, rules.test].compactMap(\.self) + rules.values + rules.definitions
        + (tellsAll ? rules.sets : [])
    }
    var cited = Set(versions.flatMap(\.citations).map(\.source))
    let sources = told.flatMap(\.sources).filter { cited.remove($0.id) != nil }
    guard !sources.isEmpty else { return [] }
    return [.subheading("Sources")]
      + sources.sorted { $0.id < $1.id }.map { source in
        let publication = ListedText.publication(source)
        let rest = publication.isEmpty ? "" : ", \(publication)"
        return .item(.strong(source.id) + ": \(source.title)\(rest)", depth: 0)
      }
  }
}
