import Facts
import RuleSyntax

/// Lowers one area or track for one month: from syntax to the condition sequence tree.
///
/// The one step between the two trees. Names are looked up in the track, then in the area; what
/// is wrong is reported, and the parts that depend on it are left out without further words.
struct TreeLowering {
  let declarations: Declarations
  let chooser: VersionChooser
  var arena: PlanArena
  var diagnostics: [Diagnostic] = []

  let names: TreeScope

  var sets: [String: NameSet?] = [:]
  var selections: [String: Int?] = [:]
  var rates: [String: LoweredRate?] = [:]
  var measures: [String: Int?] = [:]
  var groups: [String: LoweredGroup?] = [:]

  /// Names of definitions by what they could stand for, such as `set of service`: for suggestions.
  var validNames: [String: [String]] = [:]

  /// Groups that are being lowered, to find circles.
  var groupsInProgress: [Word] = []

  /// How many conditions are being lowered, one in the other.
  var depth = 0

  /// Citations of the values that the current node has used so far.
  var usedCitations: [Citation] = []

  /// Where conditions use the association without a leaf that names one.
  var usesAssociation = false

  /// Whether what is lowered is used in this month: only then a version must be in force.
  var isUsed = true

  /// What leaves of the tree earn, by node.
  var earnings: [Int: LoweredEarning] = [:]

  /// Metrics, by node, of which a leaf could not be lowered or what it earns: their mistakes were
  /// reported.
  var brokenMetrics: Set<Int> = []

  /// Where the definitions stand that others, or nodes, use.
  var usedDefinitions: Set<SourceSpan> = []

  /// What is lowered, with where it stands, for who looks for mistakes; nil while planning.
  ///
  /// Citations are kept only while planning.
  var record: LoweringRecord?

  init(declarations: Declarations, chooser: VersionChooser, arena: PlanArena, names: TreeScope) {
    self.declarations = declarations
    self.chooser = chooser
    self.arena = arena
    self.names = names
  }

  init(
    declarations: Declarations,
    chooser: VersionChooser,
    arena: PlanArena,
    area: Placed<AreaSyntax>,
    track: TrackSyntax?
  ) {
    self.init(
      declarations: declarations,
      chooser: chooser,
      arena: arena,
      names: TreeScope(area: area, track: track)
    )
  }

  var file: Int { names.file }
  var track: String? { names.track }
  var scope: [String: DefinitionSyntax] { names.definitions }
  var sideTitles: [String: String] { names.sideTitles }
  var tracksOfNames: [String: [String]] { names.tracksOfNames }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }
}

/// A group and what it rests on.
struct LoweredGroup {
  let index: Int
  let entity: Entity
  let citations: [Citation]
  let usesAssociation: Bool
}
