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

  /// The paths of the tests that ask for the same number, in order of appearance.
  private var paths: [Scope: [String]] = [:]

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
    let scope: Scope
  }

  /// What tests are compared within: only those of one scope are all needed, the gates of a branch
  /// and the leaves of a metric.
  private struct Scope: Hashable {
    let owner: String
    let under: NameSet?
    let subject: ComparedTest.Subject
  }

  /// Of more tests for one number, each is compared with the first ones.
  ///
  /// Source: our choice; all pairs would take time by the square of their number.
  private static let mostCompared = 20

  init(file: Int) {
    self.file = file
  }

  /// Pairs of which one implied the other whenever they were compared.
  var diagnostics: [Diagnostic] {
    implied.filter { looks[$0.key] == $0.value.count }.map(\.value.finding)
  }

  /// Takes the tests of a tree, of which only nodes at these paths were lowered.
  mutating func look(at tree: AreaPlan, _ lowering: TreeLowering, paths changed: Set<String>) {
    guard let record = lowering.record else { return }
    for path in changed { remove(path) }
    var added: [String] = []
    for (index, node) in tree.nodes.enumerated() {
      guard let plan = node.test, let lowered = record.tests[index],
        let test = ComparedTest(plan, lowered.syntax, lowering.arena)
      else { continue }
      let metric = node.parent.map { tree.nodes[$0] }
      guard node.kind == .gate || metric?.isBestOf == false else { continue }
      let owner = node.kind == .gate ? "gate " + (node.branch ?? "") : metric?.path ?? ""
      let scope = Scope(owner: owner, under: node.under, subject: test.subject)
      tests[node.path] = ComparedNode(test: test, scope: scope)
      paths[scope, default: []].append(node.path)
      added.append(node.path)
    }
    for path in added {
      guard let scope = tests[path]?.scope else { continue }
      for other in (paths[scope] ?? []).prefix(Self.mostCompared) where other != path {
        compare(path, other)
        if !changed.contains(other) { compare(other, path) }
      }
    }
  }

  private mutating func remove(_ path: String) {
    guard let scope = tests.removeValue(forKey: path)?.scope else { return }
    paths[scope]?.removeAll { $0 == path }
  }

  private mutating func compare(_ path: String, _ otherPath: String) {
    guard let one = tests[path], let other = tests[otherPath] else { return }
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
