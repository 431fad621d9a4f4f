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

  /// The area's and track's definitions by name; the track's win.
  let scope: [String: DefinitionSyntax]

  /// The id of the track; nil in the tree of the area itself.
  let track: String?

  /// Titles of the area's sides, by id.
  let sideTitles: [String: String]

  /// The tracks that declare a name which neither the area nor this track does, in their order.
  let tracksOfNames: [String: [String]]

  /// The file that the area stands in.
  let file: Int

  var sets: [String: NameSet?] = [:]
  var selections: [String: Int?] = [:]
  var rates: [String: LoweredRate?] = [:]
  var measures: [String: Int?] = [:]
  var groups: [String: LoweredGroup?] = [:]

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

  init(
    declarations: Declarations,
    chooser: VersionChooser,
    arena: PlanArena,
    area: Placed<AreaSyntax>,
    track: TrackSyntax?
  ) {
    self.declarations = declarations
    self.chooser = chooser
    self.arena = arena
    file = area.file
    self.track = track?.id.text
    sideTitles = Dictionary(area.syntax.sides.map { ($0.id.text, $0.title.text) }) { one, _ in one }
    var scope: [String: DefinitionSyntax] = [:]
    for definitions in [area.syntax.definitions, track?.definitions ?? []] {
      // Of a name that is declared twice, which was reported, the first counts.
      for definition in definitions.reversed() { scope[definition.id.text] = definition }
    }
    self.scope = scope
    var tracks: [String: [String]] = [:]
    for other in area.syntax.tracks {
      for definition in other.definitions where scope[definition.id.text] == nil {
        tracks[definition.id.text, default: []].append(other.id.text)
      }
    }
    tracksOfNames = tracks
  }

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
