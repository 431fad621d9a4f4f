package import Facts
import RuleSyntax

/// The versions that a gate or leaf is made of in one month, each with the months in which it is in
/// force.
package struct NodeRules: Sendable {
  /// What is published; nil where nothing is.
  package let criterion: ListedVersion?

  /// The test that it stands for.
  package let test: ListedVersion?

  /// The values that the test, and what it is made of, name; as in the file.
  package let values: [ListedVersion]

  /// The groups, measures and rows that it is made of and that cite something themselves; as in the
  /// file.
  package let definitions: [ListedVersion]

  /// The sets that they name, with all members; as in the file.
  package let sets: [ListedVersion]

  /// What they cite, as in the files.
  package let sources: [ListedSource]
}

/// Lists what the gates and leaves of all trees are made of in a month.
///
/// - Parameters:
///   - rules: checked without an error.
///   - asOf: the month.
/// - Returns: the rules by ``AreaPlan/id`` and ``NodePlan/path``.
package func nodeRules(
  _ rules: CheckedRuleSet,
  asOf: Month
) -> [String: [String: NodeRules]] {
  let declarations = rules.declarations
  let chooser = declarations.chooser(asOf, declarations.defaultOptions)
  let listing = list(rules, asOf: asOf)
  var found: [String: [String: NodeRules]] = [:]
  for (area, begin) in zip(declarations.areas, rules.areaBegins)
  where begin.map({ $0 <= asOf }) ?? true {
    for tree in trees(of: area, chooser) {
      let own = listing.selecting(
        areas: [tree.id],
        kinds: [.criterion, .test, .value, .set, .group, .measure, .rows, .source]
      )
      let lowering = TreeLowering(
        declarations: declarations,
        chooser: chooser,
        arena: PlanArena(),
        area: area,
        track: tree.track
      )
      for body in bodies(of: tree.nodes, chooser) {
        let uses = lowering.definitionsUsed(by: body)
        found[tree.id, default: [:]][body.path] =
          NodeRules(body.path, own, uses: uses, in: tree)
      }
    }
  }
  return found
}

extension NodeRules {
  /// Of the listing of a tree what is about the node at a path, and about what it uses.
  fileprivate init(
    _ path: String,
    _ listing: RuleListing,
    uses: Set<String>,
    in tree: TreeSyntax
  ) {
    func version(_ kind: ListedKind) -> ListedVersion? {
      let own = listing.versions.filter { $0.kind == kind && $0.id == path }
      // What a track has of its own comes before what its area has for all.
      return own.first { $0.part?.treeID == tree.id } ?? own.first
    }
    let used = listing.versions.filter { uses.contains($0.id) }
    criterion = version(.criterion)
    test = version(.test)
    values = used.filter { $0.kind == .value }
    sets = used.filter { $0.kind == .set }
    definitions = used.filter {
      [.group, .measure, .rows].contains($0.kind) && !$0.citations.isEmpty
    }
    let versions = [criterion, test].compactMap(\.self) + values + definitions + sets
    let cited = Set(versions.flatMap(\.citations).map(\.source))
    sources = listing.sources.filter { cited.contains($0.id) }
  }
}

/// A gate or leaf, as it is written.
private struct NodeBody {
  /// As in ``NodePlan/path``.
  let path: String
  let id: Word
  let under: Word?
  let isGate: Bool
  let syntax: LeafBodySyntax
}

/// The gates and leaves that are in force.
private func bodies(
  of nodes: [NodeSyntax],
  _ chooser: VersionChooser,
  prefix: String = ""
) -> [NodeBody] {
  nodes.flatMap { node -> [NodeBody] in
    switch node {
    case .category(let category):
      return bodies(of: category.nodes, chooser, prefix: category.id.text + "/")
    case .gate(let gate):
      guard chooser.isInForce(gate.version) else { return [] }
      let path = prefix + gate.id.text
      return [NodeBody(path: path, id: gate.id, under: nil, isGate: true, syntax: gate.body)]
    case .metric(let metric):
      guard chooser.isInForce(metric.version) else { return [] }
      return metric.leaves.filter { chooser.isInForce($0.version) }.map { leaf in
        NodeBody(
          path: metric.id.text + "/" + leaf.id.text,
          id: leaf.id,
          under: leaf.under,
          isGate: false,
          syntax: leaf.body
        )
      }
    }
  }
}

extension TreeLowering {
  /// The names of the definitions that a gate or leaf is made of.
  ///
  /// It is lowered with nothing at hand: what an earlier node has looked up is looked up again.
  fileprivate func definitionsUsed(by body: NodeBody) -> Set<String> {
    var own = self
    let under = body.under.flatMap { own.lowerUnder($0) }
    _ = own.lowerBody(body.syntax, of: body.id, under: under, isGate: body.isGate)
    let spans = own.usedDefinitions
    return Set(scope.values.filter { spans.contains($0.id.span) }.map(\.id.text))
  }
}
