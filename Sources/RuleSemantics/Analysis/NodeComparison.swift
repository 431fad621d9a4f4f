import Facts
import RuleSyntax

/// Compares the tests of one tree with each other: a gate, or a leaf that is needed, that another
/// one implies.
///
/// The tests are kept from month to month; of those that change, the new ones replace the old ones.
struct NodeComparison {
  private let file: Int

  /// By path.
  private var tests: [String: ComparedNode] = [:]

  /// How often each pair was compared, and how often one implied the other, with the finding.
  private var looks: [Pair: Int] = [:]
  private var implied: [Pair: (count: Int, finding: Diagnostic)] = [:]

  /// Two places: that which adds nothing, and that which implies it.
  private struct Pair: Hashable {
    let place: SourceSpan
    let other: SourceSpan
  }

  private struct ComparedNode {
    let test: ComparedTest

    /// Only nodes of one scope are all needed: the gates of a branch, the leaves of a metric.
    let scope: String
    let under: NameSet?
  }

  init(file: Int) {
    self.file = file
  }

  /// Pairs of which one implied the other whenever they were compared.
  var diagnostics: [Diagnostic] {
    implied.filter { looks[$0.key] == $0.value.count }.map(\.value.finding)
  }

  /// Takes the tests of a tree, of which only nodes at these paths were lowered.
  mutating func look(at tree: AreaPlan, _ lowering: TreeLowering, paths: Set<String>) {
    guard let record = lowering.record else { return }
    for path in paths { tests[path] = nil }
    var changed: [String] = []
    for (index, node) in tree.nodes.enumerated() {
      guard let plan = node.test, let lowered = record.tests[index],
        let test = ComparedTest(plan, lowered.syntax, lowering.arena)
      else { continue }
      let metric = node.parent.map { tree.nodes[$0] }
      guard node.kind == .gate || metric?.isBestOf == false else { continue }
      let scope = node.kind == .gate ? "gate " + (node.branch ?? "") : metric?.path ?? ""
      tests[node.path] = ComparedNode(test: test, scope: scope, under: node.under)
      changed.append(node.path)
    }
    let byScope = Dictionary(grouping: tests.keys.sorted()) { tests[$0]?.scope ?? "" }
    for path in changed {
      for other in byScope[tests[path]?.scope ?? ""] ?? [] where other != path {
        compare(path, other)
        if !changed.contains(other) { compare(other, path) }
      }
    }
  }

  private mutating func compare(_ path: String, _ otherPath: String) {
    guard let one = tests[path], let other = tests[otherPath], one.under == other.under else {
      return
    }
    let pair = Pair(place: one.test.place, other: other.test.place)
    looks[pair, default: 0] += 1
    guard one.test.isImplied(by: other.test) else { return }
    // Of two that say the same, the later one.
    if other.test.isImplied(by: one.test), one.test.place.start < other.test.place.start { return }
    let isSame = other.test.isImplied(by: one.test)
    let finding = Diagnostic(
      .impliedCondition,
      "`\(path)` adds nothing: whoever meets `\(otherPath)` meets it too",
      help: isSame
        ? "delete one of the two, or correct it: they ask the same"
        : "delete it, or correct its limits: `\(otherPath)` decides",
      file: file,
      at: one.test.place,
      related: [RelatedPlace("the stricter one", file: file, at: other.test.place)]
    )
    implied[pair] = ((implied[pair]?.count ?? 0) + 1, finding)
  }
}
