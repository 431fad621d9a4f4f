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
  let scope: [String: Placed<DefinitionSyntax>]

  /// The file that the area stands in.
  let file: Int

  var sets: [String: NameSet?] = [:]
  var selections: [String: Int?] = [:]
  var measures: [String: Int?] = [:]
  var groups: [String: LoweredGroup?] = [:]

  /// Groups that are being lowered, to find circles.
  var groupsInProgress: [String] = []

  /// Citations of the values that the current node has used so far.
  var usedCitations: [Citation] = []

  /// Where conditions use the association without a leaf that names one.
  var usesAssociation = false

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
    var scope: [String: Placed<DefinitionSyntax>] = [:]
    for definition in area.syntax.definitions + (track?.definitions ?? []) {
      scope[definition.id.text] = Placed(file: area.file, syntax: definition)
    }
    self.scope = scope
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// The definition that a name stands for; nil after reporting that there is none.
  mutating func lookUp(_ word: Word, _ what: String) -> DefinitionSyntax? {
    if let found = scope[word.text] { return found.syntax }
    if !declarations.brokenNames.contains(word.text) {
      let candidates = scope.values.filter { $0.syntax.what == what }.map(\.syntax.id.text)
      report(.unknown(what, word, among: candidates, file: file))
    }
    return nil
  }

  /// The version in force; nil after reporting that there is none.
  mutating func inForce<Item>(
    _ items: [Item],
    of name: Word,
    _ version: (Item) -> VersionSyntax
  ) -> Item? {
    if let item = chooser.latest(items, version: version) { return item }
    report(
      Diagnostic(
        .noVersionInForce,
        "`\(name.text)` has no version in force in \(chooser.month)",
        help: "let a version begin `from \(chooser.month)` or earlier",
        file: file,
        at: name.span
      )
    )
    return nil
  }
}

/// A group and what it rests on.
struct LoweredGroup {
  let index: Int
  let entity: Entity
  let citations: [Citation]
  let usesAssociation: Bool
}

extension DefinitionSyntax {
  /// What kind of definition it is, as messages call it.
  var what: String {
    switch body {
    case .value: "value"
    case .set: "set"
    case .rows: "selection of rows"
    case .measure: "measure"
    case .group: "group"
    }
  }
}
