import Facts
import RuleSemantics

/// An evaluation plan as text: short enough to review, complete enough to see any change.
struct PlanText {
  let plan: EvaluationPlan
  let catalogue: Catalogue

  var text: String {
    var lines = ["as of \(plan.asOf)", ""]
    for choice in plan.choices { lines.append("choice \(choice.choice) is \(choice.option)") }
    lines.append("")
    for area in plan.areas {
      lines += ["area \(area.id) \"\(area.title)\""] + area.nodes.dropFirst().flatMap(node) + [""]
    }
    for designation in plan.designations { lines += scores(of: designation) + [""] }
    for choice in plan.trackChoices { lines += ["track of \(choice.area): \(rule(choice))", ""] }
    for (index, group) in plan.groups.enumerated() {
      lines.append("group \(index) \(group.id) of \(entity(group.entity))")
      lines.append("  \(condition(group.condition))")
    }
    lines.append("")
    for (index, measure) in plan.measures.enumerated() {
      lines.append(
        "measure \(index) \(measure.id) \(measure.total) \(measure.unit.plural) of rows \(measure.selection)"
      )
      for rate in measure.parts.compactMap(\.rate) {
        lines.append("  plus \(rate.id) of \(kind(rate.kind))")
        lines += rate.entries.map { "    \($0.member.label) \($0.number)" }
      }
    }
    for (index, selection) in plan.selections.enumerated() {
      let tables = selection.tables.map { catalogue.tables[$0].id }.joined(separator: ", ")
      lines.append("rows \(index) \(selection.id) of \(tables) by \(kind(selection.itemKind))")
      lines += selection.clauses.filter { !$0.isEmpty }.enumerated().map { place, clause in
        (place == 0 ? "  where " : "  or ") + clause.map(filter).joined(separator: " and ")
      }
    }
    lines.append("")
    for set in sets { lines += ["set \(set.id)"] + members(set) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func node(_ node: NodePlan) -> [String] {
    let depth = String(repeating: "  ", count: node.parent == 0 ? 1 : 2)
    var title = "\(depth)\(node.kind.rawValue) \(node.path) \"\(node.title)\""
    if let category = node.category { title += " in \"\(category)\"" }
    if let branch = node.branch { title += " branch \(branch)" }
    if node.isBestOf { title += " best of" }
    if node.hasDetails { title += " details" }
    if let under = node.under { title += " under \(under.id)" }
    var lines = [title]
    if let criterion = node.criterion { lines.append("\(depth)  criterion \"\(criterion)\"") }
    if let test = node.test { lines.append("\(depth)  met when \(self.test(test))") }
    for citation in node.citations {
      lines.append(
        "\(depth)  cites \(citation.source)" + (citation.quote.map { " \"\($0)\"" } ?? "")
      )
    }
    return lines
  }

  private func test(_ test: TestPlan) -> String {
    switch test {
    case .presence(let presence):
      let names = presence.names.map { " " + filter($0) } ?? ""
      return
        "some \(kind(presence.kind))\(names) of rows \(presence.selection) in \(presence.window)"
    case .largest(let measure, let bounds):
      return "any \(plan.measures[measure].id) \(range(bounds))"
    case .net(let group, let less, let bounds):
      return "net \(name(group))\(less.map { " less " + name($0) } ?? "") \(range(bounds))"
    case .count(let group, let bounds):
      return "count \(name(group)) \(range(bounds))"
    case .total(let quantity, let group, let bounds, let countsChange):
      return
        "total \(sum(quantity, group)) \(range(bounds))\(countsChange ? " counts change" : "")"
    case .change(let quantity, let group, let since, let bounds):
      return "change \(sum(quantity, group))\(since ? " since association" : "") \(range(bounds))"
    case .growth(let quantity, let group, let bounds):
      return "growth \(sum(quantity, group)) \(range(bounds))"
    case .anyGrowth(let quantity, let group):
      return "any growth \(sum(quantity, group))"
    }
  }

  /// The condition in prefix form.
  private func condition(_ id: ConditionID) -> String {
    switch plan[id] {
    case .all(let parts): "(all \(parts.map(condition).joined(separator: " ")))"
    case .any(let parts): "(any \(parts.map(condition).joined(separator: " ")))"
    case .not(let part): "(not \(condition(part)))"
    case .some(let kind, let part): "(some \(self.kind(kind)) \(condition(part)))"
    case .nameIn(let names): "(\(filter(names)))"
    case .inGroup(let group): "(in \(name(group)))"
    case .comparison(let quantity, let bounds): "(\(sum(quantity, nil)) \(range(bounds)))"
    case .average(let quantity, let bounds): "(average \(sum(quantity, nil)) \(range(bounds)))"
    case .share(let part, let whole, let bounds):
      "(share \(sum(part, nil)) of \(sum(whole, nil)) \(range(bounds)))"
    case .associated(let months): "(associated \(months))"
    case .atAssociation(let part): "(at-association \(condition(part)))"
    case .shifted(let months, let part): "(shifted \(months) \(condition(part)))"
    case .anyOfLast(let months, let part): "(any-of-last \(months) \(condition(part)))"
    case .assumedNo(let part): "(assumed-no \(condition(part)))"
    }
  }

  private func name(_ group: Int) -> String { "\(group) \(plan.groups[group].id)" }

  private func sum(_ quantity: Quantity, _ group: Int?) -> String {
    let window = quantity.window == 1 ? "" : " over \(quantity.window)"
    return plan.measures[quantity.measure].id + window + (group.map { " of " + name($0) } ?? "")
  }

  private func range(_ bounds: Bounds) -> String { "\(bounds.required) \(bounds.unit.plural)" }

  private func filter(_ filter: NameFilter) -> String {
    (filter.isNegated ? "not in " : "in ") + filter.set.id
  }

  private func kind(_ kind: Int) -> String { catalogue.kinds[kind].id }

  private func entity(_ entity: Entity) -> String {
    switch entity {
    case .tenants: "tenants"
    case .items(let kind): catalogue.kinds[kind].plural
    case .itemsPerTenant(let kind): "\(catalogue.kinds[kind].plural) per tenant"
    }
  }

  private func members(_ set: NameSet) -> [String] {
    set.members.map { member in
      let others = member.codes.map { catalogue.kinds[set.kind].names[Int($0)].canonical }
        .filter { $0 != member.label }
      return "  \(member.label)" + (others.isEmpty ? "" : " with \(others.joined(separator: ", "))")
    }
  }

  /// The sets that something uses, each once, in order of use.
  private var sets: [NameSet] {
    var seen: Set<NameSet> = []
    let tests = plan.areas.flatMap(\.nodes).compactMap { node -> NameSet? in
      guard case .presence(let presence)? = node.test else { return nil }
      return presence.names?.set
    }
    let conditions = plan.conditions.compactMap { condition -> NameSet? in
      guard case .nameIn(let filter) = condition else { return nil }
      return filter.set
    }
    let filters = plan.selections.flatMap { $0.clauses.joined().map(\.set) }
    return (filters + conditions + tests).filter { seen.insert($0).inserted }
  }
}
