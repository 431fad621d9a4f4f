import Facts
import RuleSyntax

extension TreeLowering {
  /// The condition sequence tree; nodes that are not in force are left out.
  mutating func lowerTree(id: String, title: String, place: Word, nodes: [NodeSyntax]) -> AreaPlan {
    var tree = TreeBuilder(file: declarations.files[file])
    tree.addArea(title: title, at: place.span)
    for node in nodes { lowerNode(node, category: nil, into: &tree) }
    return AreaPlan(id: id, title: title, nodes: tree.finished())
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
      guard let body = lowerBody(gate.body, of: gate.id, under: nil, isGate: true) else { return }
      tree.add(
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
      else { continue }
      if let word = leaf.under { checkTables(of: body.test, under: word) }
      tree.add(
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
    }
  }

  /// The one association under which a leaf is read.
  private mutating func lowerUnder(_ word: Word) -> NameSet? {
    guard let kind = declarations.associationKind else {
      let kind = Word("association", at: word.span)
      if !declarations.mistakes.names.contains(kind.text) {
        report(.unknown("kind", kind, among: Array(declarations.kindIDs.keys), file: file))
      }
      return nil
    }
    guard let member = declarations.member(word.text, kind: kind) else {
      report(.undeclaredMember(word, of: declarations.catalogue.kinds[kind], file: file))
      return nil
    }
    return NameSet(id: member.label, kind: kind, members: [member])
  }

  private mutating func lowerBody(
    _ body: LeafBodySyntax,
    of id: Word,
    under: NameSet?,
    isGate: Bool = false
  ) -> LoweredBody? {
    usedCitations = []
    usesAssociation = false
    let criterion = inForce(body.criteria, of: id, called: "criterion") { $0.version }
    if let criterion { note(criterion.version.citations) }
    guard
      let requirement = inForce(body.requirements, of: id, called: "`met when`", { $0.version }),
      let test = lowerTest(requirement.test)
    else { return nil }
    note(requirement.version.citations)
    if usesAssociation, under == nil {
      report(
        Diagnostic(
          .needsAssociation,
          "`\(id.text)` asks when an association began, and names none",
          help: isGate
            ? "a gate is about all associations: ask it in a leaf `under \"…\"`"
            : "write `under \"…\"` after the title of the leaf",
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
      test: test
    )
  }
}

extension CategorySyntax {
  fileprivate var hasGates: Bool {
    nodes.contains { if case .gate = $0 { true } else { false } }
  }
}
