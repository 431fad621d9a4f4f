import Facts
import RuleSemantics

/// Writes what is the same of a node for every customer.
struct PageNode {
  let plan: EvaluationPlan
  let catalogue: Catalogue
  let area: AreaPlan
  let listing: RuleListing

  /// Writes the members of the object of a node.
  func write(_ index: Int, to writer: inout JSONWriter) {
    let node = area.nodes[index]
    let test = area.onlyLeaf(of: index).map { area.nodes[$0].test } ?? node.test
    writer.member("path", node.path)
    writer.member("title", node.title)
    writer.member("kind", node.kind.rawValue)
    writer.member("category", node.category)
    writer.member("parent", node.parent)
    writer.member("branch", node.branch)
    writer.member("isBestOf", node.isBestOf)
    writer.member("hasDetails", node.hasDetails)
    writer.member("criterion", node.criterion)
    writer.member("citations", array: node.citations) { $0.write($1) }
    write(listing.monthsInForce(of: node.path, inTree: area.id), to: &writer)
    writer.member("rule") { writer in
      writer.member("file", node.rule.file)
      writer.member("line", node.rule.line)
    }
    writer.member("required", node.test.map(required))
    writer.member("isYearOnYear", test?.isYearOnYear ?? false)
    let months = node.test?.months(asOf: plan.asOf)
    writer.member("now", months?.now ?? plan.asOf.description)
    writer.member("then", months?.then)
    writer.member("item", node.test.flatMap(plan.itemKind(of:)).map(heading))
  }

  private func write(_ months: ListedMonths?, to writer: inout JSONWriter) {
    writer.name("inForce")
    guard let months else { return writer.string(nil) }
    writer.object { writer in
      writer.member("from", months.from?.description)
      writer.member("firstSeen", months.isFirstSeen)
      writer.member("until", months.until?.description)
    }
  }

  /// `at least 1 tenant`; where any row is enough, `at least 1 workload`.
  private func required(_ test: TestPlan) -> String {
    guard case .presence(let presence) = test else {
      return test.bounds.map(RequirementText.amount) ?? ""
    }
    return "at least 1 " + words(presence.kind)
  }

  /// `Workload`: what the details of a node are about, as a heading.
  private func heading(_ kind: Int) -> String {
    let words = words(kind)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// `security service`: the id of a kind of names, as words.
  private func words(_ kind: Int) -> String {
    let id = catalogue.kinds.indices.contains(kind) ? catalogue.kinds[kind].id : "name"
    return id.split(separator: "-").joined(separator: " ")
  }
}

extension TestPlan {
  /// Whether the customer is compared with what it was a year ago, so that it grows or declines.
  fileprivate var isYearOnYear: Bool {
    switch self {
    case .net, .change, .growth, .anyGrowth: true
    case .total(_, _, _, let countsChange): countsChange
    case .presence, .largest, .count: false
    }
  }

  /// The months that values are of, and those that they are compared with.
  fileprivate func months(asOf month: Month) -> (now: String, then: String?) {
    let lastYear = month - 12
    func window(_ months: Int, _ last: Month) -> String {
      ListText.window(months, endingIn: last)
    }
    switch self {
    case .presence(let presence):
      return (window(presence.window, month), nil)
    case .largest, .count:
      return (month.description, nil)
    case .net(_, let less, _):
      return (month.description, less == nil ? lastYear.description : month.description)
    case .total(let quantity, _, _, let countsChange):
      let then = countsChange ? window(quantity.window, lastYear) : nil
      return (window(quantity.window, month), then)
    case .change(let quantity, _, _, _), .growth(let quantity, _, _), .anyGrowth(let quantity, _):
      return (window(quantity.window, month), window(quantity.window, lastYear))
    }
  }
}

extension EvaluationPlan {
  /// The kind of the names that details of a test are about, an index in ``Catalogue/kinds``; nil
  /// where they are about tenants alone.
  fileprivate func itemKind(of test: TestPlan) -> Int? {
    func kind(ofMeasure measure: Int) -> Int { selections[measures[measure].selection].itemKind }
    switch test {
    case .presence(let presence):
      return presence.kind
    case .net(let group, _, _), .count(let group, _):
      switch groups[group].entity {
      case .tenants: return nil
      case .items(let kind), .itemsPerTenant(let kind): return kind
      }
    case .largest(let measure, _):
      return kind(ofMeasure: measure)
    case .total(let quantity, _, _, _), .change(let quantity, _, _, _), .growth(let quantity, _, _),
      .anyGrowth(let quantity, _):
      return kind(ofMeasure: quantity.measure)
    }
  }
}
