import RuleSyntax

/// What analysis finds in one area, from what is lowered of it month by month.
struct AreaAnalysis {
  private let file: Int
  private let defaults: [String: String]
  private var conditions: LogicChecker
  private var tracks: TrackComparison
  private var points: PointsCheck?

  /// By track, and of the area's own tree.
  private var nodes: [SourceSpan?: NodeComparison] = [:]

  init(area: Placed<AreaSyntax>, _ declarations: Declarations) {
    file = area.file
    defaults = declarations.defaultOptions
    conditions = LogicChecker(file: area.file)
    tracks = TrackComparison(file: area.file)
    points = PointsCheck(area: area, declarations)
  }

  /// Findings about rules that are in order, but hardly say what was meant.
  var diagnostics: [Diagnostic] {
    conditions.diagnostics + tracks.diagnostics + nodes.values.flatMap(\.diagnostics)
      + (points?.diagnostics ?? [])
  }

  /// Looks at what conditions and tests say, by themselves and beside each other; only these nodes
  /// and definitions were lowered.
  mutating func look(
    at lowering: TreeLowering,
    _ plan: AreaPlan,
    of track: TrackSyntax?,
    _ lowered: (nodes: [NodeSyntax], definitions: [DefinitionSyntax])
  ) {
    conditions.look(at: lowering)
    conditions.look(atTestsOf: plan, lowering)
    let paths = Set(lowered.nodes.flatMap { $0.testPaths() })
    nodes[track?.id.span, default: NodeComparison(file: file)]
      .look(at: plan, lowering, paths: paths)
    guard let track, lowering.chooser.options == defaults else { return }
    let groups = lowered.definitions.filter { $0.kind == .group }.map { "group " + $0.id.text }
    tracks.look(at: plan, track: track.id.text, lowering, keys: paths.union(groups))
  }

  /// Looks at the points of a tree, of which some score may have changed.
  mutating func lookAtPoints(of tree: TreeSyntax, _ scope: TreeScope, _ chooser: VersionChooser) {
    guard chooser.options == defaults else { return }
    points?.look(at: tree, scope, chooser)
  }

  /// Compares the trees of one month, after all that changed in it was looked at.
  mutating func compare(_ trees: [TreeSyntax], _ chooser: VersionChooser) {
    guard chooser.options == defaults else { return }
    tracks.compare(trees.compactMap(\.track?.id.text), in: chooser.month)
  }
}
