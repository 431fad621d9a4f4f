import Facts
import RuleSyntax

extension TreeLowering {
  /// The condition sequence tree; nodes that are not in force are left out.
  mutating func lowerTree(_ syntax: TreeSyntax) -> AreaPlan {
    let nodes = syntax.nodes
    var tree = TreeBuilder(file: declarations.files[file])
    tree.addArea(title: syntax.title, at: syntax.place.span)
    for node in nodes { lowerNode(node, category: nil, into: &tree) }
    let categories = nodes.compactMap { node -> (String, String)? in
      guard case .category(let category) = node else { return nil }
      return (category.id.text, category.title.text)
    }
    let titles = sideTitles.merging(categories) { side, _ in side }
    let lowered = tree.finished()
    let branches = Set(lowered.compactMap(\.branch))
    return AreaPlan(
      id: syntax.id,
      title: syntax.title,
      nodes: lowered,
      branchTitles: titles.filter { branches.contains($0.key) }
    )
  }

  private mutating func lowerNode(
    _ node: NodeSyntax,
    category: CategorySyntax?,
    into tree: inout TreeBuilder
  ) {
    switch node {
    case .category(let category):
      for child in category.nodes { lowerNode(child, category: category, into: &tree) }
    case .gate(let gate):
      guard chooser.isInForce(gate.version) else { return }
      let prefix = category.map { $0.id.text + "/" } ?? ""
      let branch = gate.side?.text ?? category?.id.text
      if let earning = gate.body.earnings.first { report(.gateEarns(earning, file: file)) }
      guard let body = lowerBody(gate.body, of: gate.id, under: nil, isGate: true) else { return }
      let node = tree.add(
        .gate,
        id: prefix + gate.id.text,
        gate.title.text,
        parent: 0,
        category: category?.title.text,
        branch: branch,
        hasDetails: gate.hasDetails,
        body: body,
        at: gate.id.span
      )
      record?.tests[node] = LoweredTest(syntax: body.requirement, under: nil)
    case .metric(let metric):
      lowerMetric(metric, category: category, into: &tree)
    }
  }

  private mutating func lowerMetric(
    _ metric: MetricSyntax,
    category: CategorySyntax?,
    into tree: inout TreeBuilder
  ) {
    guard chooser.isInForce(metric.version) else { return }
    let branch = metric.side?.text ?? (category?.hasGates == true ? category?.id.text : nil)
    let parent = tree.add(
      .metric,
      id: metric.id.text,
      metric.title.text,
      parent: 0,
      category: category?.title.text,
      branch: branch,
      isBestOf: metric.isBestOf,
      at: metric.id.span
    )
    let leaves = metric.leaves.filter { chooser.isInForce($0.version) }
    if leaves.isEmpty, !metric.leaves.isEmpty {
      _ = inForce(metric.leaves, of: metric.id, called: "leaf") { $0.version }
    }
    for leaf in leaves {
      let under = leaf.under.flatMap { lowerUnder($0) }
      guard leaf.under == nil || under != nil,
        let body = lowerBody(leaf.body, of: leaf.id, under: under)
      else {
        brokenMetrics.insert(parent)
        continue
      }
      if let word = leaf.under { checkTables(of: body.test, under: word) }
      let node = tree.add(
        .leaf,
        id: metric.id.text + "/" + leaf.id.text,
        leaf.title.text,
        parent: parent,
        category: category?.title.text,
        branch: branch,
        hasDetails: leaf.hasDetails,
        body: body,
        at: leaf.id.span
      )
      record?.tests[node] = LoweredTest(syntax: body.requirement, under: leaf.under)
      let before = diagnostics.count
      earnings[node] = lowerEarning(of: leaf, body.test)
      if diagnostics.count > before { brokenMetrics.insert(parent) }
    }
  }

  /// The one association under which a leaf is read.
  mutating func lowerUnder(_ word: Word) -> NameSet? {
    guard let kind = declarations.associationKind else {
      let kind = Word("association", at: word.span)
      if !declarations.mistakes.names.contains(kind.text) {
        report(.unknownKind(kind, among: Array(declarations.kindIDs.keys), file: file))
      }
      return nil
    }
    guard let member = declarations.member(word.text, kind: kind) else {
      report(.undeclaredMember(word, of: declarations.catalogue.kinds[kind], file: file))
      return nil
    }
    return NameSet(id: member.label, kind: kind, members: [member])
  }

  mutating func lowerBody(
    _ body: LeafBodySyntax,
    of id: Word,
    under: NameSet?,
    isGate: Bool = false
  ) -> LoweredBody? {
    usedCitations = []
    usesAssociation = false
    let published = body.criteria.filter { $0.track == nil || $0.track?.text == track }
    let isDivided = published.count < body.criteria.count
    let what = "criterion" + (isDivided ? track.map { " for track `\($0)`" } ?? "" : "")
    let missing = isDivided ? track.map { "add a criterion `for \($0)`" } : nil
    let criterion = inForce(published, of: id, called: what, help: missing) { $0.version }
    if let criterion { note(criterion.version.citations) }
    guard
      let requirement = inForce(body.requirements, of: id, called: "`met when`", { $0.version }),
      let test = lowerTest(requirement.test)
    else { return nil }
    note(requirement.version.citations)
    if under == nil, usesAssociation || !hasAssociations(test) {
      report(
        Diagnostic(
          .needsAssociation,
          "`\(id.text)` asks when an association began, and names none",
          help: isGate
            ? "a gate is about all associations: ask it in a leaf `under \"…\"`"
            : "write `under \"…\"` after the title of the leaf"
              + (usesAssociation ? "" : ", or select rows with `association in` a set"),
          file: file,
          at: id.span
        )
      )
      return nil
    }
    return LoweredBody(
      criterion: criterion?.text.text,
      citations: usedCitations,
      under: under,
      test: test,
      requirement: requirement
    )
  }
}

extension TreeLowering {
  /// Whether the test itself says of which associations it asks when they began: a change since
  /// the association of the rows that it adds up.
  private func hasAssociations(_ test: TestPlan) -> Bool {
    guard case .change(let quantity, _, sinceAssociation: true, _) = test else { return true }
    let selection = arena.selections.values[arena.measures.values[quantity.measure].selection]
    return selection.clauses.allSatisfy { clause in
      clause.contains { $0.set.kind == declarations.associationKind && !$0.isNegated }
    }
  }
}

extension CategorySyntax {
  fileprivate var hasGates: Bool {
    nodes.contains { if case .gate = $0 { true } else { false } }
  }
}
