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
      guard let body = lowerBody(gate.body, of: gate.id, under: nil) else { return }
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
    let hasOwnGates = category?.nodes.contains { if case .gate = $0 { true } else { false } } ?? false
    let branch = metric.side?.text ?? (hasOwnGates ? category?.id.text : nil)
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
    for leaf in metric.leaves where chooser.isInForce(leaf.version) {
      let under = leaf.under.flatMap { lowerUnder($0) }
      guard leaf.under == nil || under != nil,
        let body = lowerBody(leaf.body, of: leaf.id, under: under)
      else { continue }
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
      report(.unknown("kind", Word("association", at: word.span), among: [], file: file))
      return nil
    }
    return member(word, kind: kind).map { NameSet(id: $0.label, kind: kind, members: [$0]) }
  }

  private mutating func lowerBody(
    _ body: LeafBodySyntax,
    of id: Word,
    under: NameSet?
  ) -> LoweredBody? {
    usedCitations = []
    usesAssociation = false
    let criterion = inForce(body.criteria, of: id) { $0.version }
    if let criterion { note(criterion.version.citations) }
    guard let requirement = inForce(body.requirements, of: id, { $0.version }),
      let test = lowerTest(requirement.test)
    else { return nil }
    note(requirement.version.citations)
    if usesAssociation, under == nil {
      report(
        Diagnostic(
          .needsAssociation,
          "`\(id.text)` asks when an association began, and names none",
          help: "write `under \"…\"` after the title of the leaf",
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

/// What a gate or leaf asks, and on what it rests.
struct LoweredBody {
  let criterion: String?
  let citations: [Citation]
  let under: NameSet?
  let test: TestPlan
}

/// Puts nodes in tree order with their links.
struct TreeBuilder {
  private let file: SourceText
  private var nodes: [NodePlan] = []
  private var children: [[Int]] = []

  init(file: SourceText) {
    self.file = file
  }

  mutating func addArea(title: String, at span: SourceSpan) {
    add(.area, id: "", title, parent: nil, at: span)
  }

  @discardableResult
  mutating func add(
    _ kind: NodePlan.Kind,
    id: String,
    _ title: String,
    parent: Int?,
    category: String? = nil,
    branch: String? = nil,
    isBestOf: Bool = false,
    hasDetails: Bool = false,
    body: LoweredBody? = nil,
    at span: SourceSpan
  ) -> Int {
    let index = nodes.count
    nodes.append(
      NodePlan(
        kind: kind,
        path: id,
        title: title,
        category: category,
        parent: parent,
        children: [],
        branch: branch,
        isBestOf: isBestOf,
        hasDetails: hasDetails,
        criterion: body?.criterion,
        citations: body?.citations ?? [],
        under: body?.under,
        test: body?.test,
        rule: RulePlace(file: file.name, line: file.line(at: span.start))
      )
    )
    children.append([])
    if let parent { children[parent].append(index) }
    return index
  }

  /// The nodes, each with its children.
  func finished() -> [NodePlan] {
    nodes.indices.map { nodes[$0].with(children: children[$0]) }
  }
}

extension NodePlan {
  fileprivate func with(children: [Int]) -> NodePlan {
    NodePlan(
      kind: kind,
      path: path,
      title: title,
      category: category,
      parent: parent,
      children: children,
      branch: branch,
      isBestOf: isBestOf,
      hasDetails: hasDetails,
      criterion: criterion,
      citations: citations,
      under: under,
      test: test,
      rule: rule
    )
  }
}
