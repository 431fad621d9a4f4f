import RuleSyntax

/// The names that a piece of syntax refers to, in any of its versions.
struct NameReferences {
  private(set) var names: Set<String> = []

  init(_ definition: DefinitionSyntax) {
    switch definition.body {
    case .value, .set, .rate: break
    case .rows(let versions):
      for filter in versions.lazy.flatMap(\.clauses).joined() { add(filter.container) }
    case .measure(let versions):
      for version in versions {
        add(version.rows)
        for part in version.parts { add(part.rate) }
      }
    case .group(_, let versions):
      for version in versions { add(version.condition) }
    }
  }

  init(_ bodies: [LeafBodySyntax]) {
    for body in bodies {
      for requirement in body.requirements { add(requirement.test) }
      for earning in body.earnings { add(earning) }
    }
  }

  /// Metrics aside, whose names are those of nodes.
  init(_ score: ScoreSyntax) {
    add(score.most)
    guard case .steps(let steps) = score.source else { return }
    for people in steps.compactMap(\.people) {
      for holding in people.holdings { add(holding.set) }
      if let needs = people.needs { add(needs) }
      if let earning = people.earning { add(earning) }
    }
  }

  init(_ conditions: [TrackConditionSyntax]) {
    for test in conditions.flatMap(\.tests) {
      switch test {
      case .count(let group, let relation, _):
        add(group)
        add(relation)
      case .total(let quantity, let relation):
        add(quantity.measure)
        add(relation)
      case .share(let rows, let set, let relation):
        add(rows)
        add(set)
        add(relation)
      }
    }
  }

  private mutating func add(_ word: Word?) {
    if let word { names.insert(word.text) }
  }

  private mutating func add(_ amount: AmountSyntax) {
    if case .named(let word) = amount { add(word) }
  }

  private mutating func add(_ relation: RelationSyntax) {
    switch relation.bounds {
    case .one(_, let amount): add(amount)
    case .between(let low, let high):
      add(low)
      add(high)
    }
  }

  private mutating func add(_ earning: EarningSyntax) {
    add(earning.points)
    add(earning.target)
    if let baseline = earning.baseline { add(baseline) }
  }

  private mutating func add(_ test: TestSyntax) {
    switch test {
    case .presence(let presence):
      add(presence.set)
      add(presence.rows)
    case .net(let group, let less, let relation):
      add(group)
      add(less)
      add(relation)
    case .largest(let word, let relation), .count(let word, let relation):
      add(word)
      add(relation)
    case .total(let quantity, let group, let relation, _),
      .change(let quantity, let group, _, let relation),
      .growth(let quantity, let group, let relation):
      add(quantity.measure)
      add(group)
      add(relation)
    case .anyGrowth(let quantity, let group):
      add(quantity.measure)
      add(group)
    }
  }

  private mutating func add(_ condition: ConditionSyntax) {
    switch condition {
    case .all(let parts), .any(let parts):
      for part in parts { add(part) }
    case .not(let part, _), .timed(let part, _): add(part)
    case .some(_, let restriction, let body):
      add(restriction?.container)
      if let body { add(body) }
    case .associated: break
    case .membership(let membership): add(membership.container)
    case .comparison(let quantity, let whole, let relation):
      add(quantity.measure)
      add(whole)
      add(relation)
    case .average(let quantity, let relation):
      add(quantity.measure)
      add(relation)
    }
  }
}
