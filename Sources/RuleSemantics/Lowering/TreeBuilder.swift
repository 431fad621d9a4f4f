import Facts
import RuleSyntax

/// What a gate or leaf asks, and on what it rests.
struct LoweredBody {
  let criterion: String?
  let citations: [Citation]
  let under: NameSet?
  let test: TestPlan
  let requirement: RequirementSyntax
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
