import Facts
import RuleSyntax

/// Lowers everything in an area, used or not, for each month and option.
struct AreaChecker {
  let area: Placed<AreaSyntax>
  let declarations: Declarations

  /// The months from which something in the area changes.
  let months: [Month]
  private(set) var diagnostics: [Diagnostic] = []

  /// Ids of the trees that exist in some month.
  private(set) var treeIDs: [String] = []

  /// Where the definitions stand that something uses in some month.
  private var used: Set<SourceSpan> = []

  /// What was reported: the same in another month, under another option or in another track is
  /// the same mistake.
  private var seen: Set<Finding> = []

  /// What conditions can and cannot be, whatever the facts are.
  private var analysis: AreaAnalysis

  /// Of the area itself and of each track, by the place of its id.
  private var parts: [SourceSpan?: TreeParts] = [:]

  init(area: Placed<AreaSyntax>, declarations: Declarations) {
    self.area = area
    self.declarations = declarations
    months = area.syntax.changeMonths
    analysis = AreaAnalysis(area: area, declarations)
  }

  /// What is in order as a rule, but hardly says what was meant.
  var logicFindings: [Diagnostic] { analysis.diagnostics }

  private struct Finding: Hashable {
    let code: DiagnosticCode
    let span: SourceSpan?

    init(_ diagnostic: Diagnostic) {
      code = diagnostic.code
      // A chain of groups that is too long is so at many places.
      span = diagnostic.code == .nestedTooDeep ? nil : diagnostic.span
    }
  }

  mutating func check() {
    checkMonths()
    joinMissingAtBeginning()
  }

  /// Each part in the months and under the options in which it may say something new.
  private mutating func checkMonths() {
    let choices = Set(area.syntax.allVersions.compactMap(\.choice?.text))
    let defaults = declarations.defaultOptions
    let variations = declarations.optionVariations(of: defaults, among: choices)
    // Without any date everything is always in force.
    let months = months.isEmpty ? [Month(year: 2000, number: 1)] : months
    for month in months {
      for options in variations {
        let chooser = declarations.chooser(month, options)
        let other = options.first { defaults[$0.key] != $0.value }?.key
        let trees = trees(of: area, chooser)
        var asksForChoice = false
        for tree in trees {
          let parts = parts(of: tree.track)
          var selection = month == months.first ? parts.all : parts.changed(in: month)
          if let other { selection = selection.intersection(parts.reading(other)) }
          check(tree, chooser, parts, selection)
          if parts.hasScores(selection) { analysis.lookAtPoints(of: tree, parts.names, chooser) }
          asksForChoice = asksForChoice || parts.hasChoice(selection)
        }
        analysis.compare(trees, chooser)
        if asksForChoice { checkTrackChoice(trees, chooser) }
      }
    }
  }

  private mutating func parts(of track: TrackSyntax?) -> TreeParts {
    if let known = parts[track?.id.span] { return known }
    let made = TreeParts(area: area, track: track)
    parts[track?.id.span] = made
    return made
  }

  private mutating func check(
    _ tree: TreeSyntax,
    _ chooser: VersionChooser,
    _ parts: TreeParts,
    _ selection: TreeParts.Selection
  ) {
    if !treeIDs.contains(tree.id) { treeIDs.append(tree.id) }
    guard !selection.isEmpty else { return }
    let (nodes, designations, definitions) = parts.syntax(of: selection)
    let (lowering, lowered) = lower(tree, nodes, designations, definitions, parts.names, chooser)
    analysis.look(at: lowering, lowered, of: tree.track, (nodes, definitions))
    // What is said of a part, such as what could be meant, may depend on what else there is.
    let isNew = lowering.diagnostics.contains { !seen.contains(Finding($0)) }
    guard isNew, !parts.isWhole(selection) else { return take(lowering) }
    let all = parts.syntax(of: parts.all).definitions
    take(lower(tree, tree.nodes, area.syntax.designations, all, parts.names, chooser).0)
  }

  private func lower(
    _ tree: TreeSyntax,
    _ nodes: [NodeSyntax],
    _ designations: [DesignationSyntax],
    _ definitions: [DefinitionSyntax],
    _ names: TreeScope,
    _ chooser: VersionChooser
  ) -> (TreeLowering, AreaPlan) {
    var lowering = TreeLowering(
      declarations: declarations,
      chooser: chooser,
      arena: PlanArena(),
      names: names
    )
    lowering.record = LoweringRecord()
    if tree.nodes.isEmpty { lowering.reportNoNodes(tree) }
    let lowered = lowering.lowerTree(tree.with(nodes))
    _ = lowering.lowerDesignations(designations, of: lowered, at: 0, in: area.syntax.id.text)
    lowering.lowerRemaining(definitions)
    return (lowering, lowered)
  }

  /// Where tracks are in force and something can be earned, one must be chosen.
  private mutating func checkTrackChoice(_ trees: [TreeSyntax], _ chooser: VersionChooser) {
    guard !area.syntax.designations.isEmpty, !trees.isEmpty else { return }
    let track = trees.map(\.track).first { chooser.condition(of: $0) != nil } ?? nil
    var lowering = TreeLowering(
      declarations: declarations,
      chooser: chooser,
      arena: PlanArena(),
      names: parts(of: track).names
    )
    lowering.record = LoweringRecord()
    let indexed = trees.enumerated().map { IndexedTree(index: $0, track: $1.track) }
    _ = lowering.lowerTrackChoice(area.syntax, indexed)
    take(lowering)
  }

  /// Takes what a lowering reported and used.
  private mutating func take(_ lowering: TreeLowering) {
    used.formUnion(lowering.usedDefinitions)
    for diagnostic in lowering.diagnostics where seen.insert(Finding(diagnostic)).inserted {
      diagnostics.append(diagnostic)
    }
  }

  /// A month too early lets the area begin before everything else in it: one mistake.
  private mutating func joinMissingAtBeginning() {
    guard let begin = months.first else { return }
    let isMissing = { (diagnostic: Diagnostic) in
      diagnostic.code == .noVersionInForce && diagnostic.message.contains(" in force in \(begin)")
    }
    let missing = diagnostics.filter(isMissing)
    let first = area.syntax.allVersions.compactMap { $0.from ?? $0.until }
      .min { (Month($0.text) ?? begin) < (Month($1.text) ?? begin) }
    guard missing.count > 1, let first else { return }
    diagnostics.removeAll(where: isMissing)
    diagnostics.append(
      Diagnostic(
        .noVersionInForce,
        "area `\(area.syntax.id.text)` begins in \(begin), and \(missing.count) parts of it do not",
        help: "correct the month, or let every version that is needed then begin `from \(begin)`",
        file: area.file,
        at: first.span,
        related: missing.prefix(3).map {
          RelatedPlace("not in force then", file: $0.file, at: $0.span)
        }
      )
    )
  }

  /// Definitions that nothing uses in any month; those that only unused ones use are not named.
  var unusedDefinitions: [Diagnostic] {
    var found: [Diagnostic] = []
    for definition in area.syntax.definitions where !used.contains(definition.id.span) {
      found.append(unused(definition))
    }
    for track in area.syntax.tracks {
      let replaced = Set(track.definitions.map(\.id.text))
      let open = area.syntax.definitions.filter { !replaced.contains($0.id.text) }
      for definition in track.definitions where !used.contains(definition.id.span) {
        let alike = found.leaveRoomForSuggestions ? open.filter { $0.kind == definition.kind } : []
        let near = NearestNames.question(alike.map(\.id.text), to: definition.id.text)
        found.append(unused(definition, meaning: near))
      }
    }
    return found
  }

  /// A definition of a track may be meant to replace another one: then `near` asks.
  private func unused(_ definition: DefinitionSyntax, meaning near: String? = nil) -> Diagnostic {
    Diagnostic(
      .unusedDefinition,
      "nothing uses \(definition.kind.rawValue) `\(definition.id.text)`",
      help: near ?? "delete it, or use it where it is meant to count",
      file: area.file,
      at: definition.id.span,
      fix: .deleteStatement(
        definition.span,
        definition.id.text,
        // It may be a threshold that is not used yet, or whose use is misspelt.
        .unsafe,
        in: declarations.files[area.file],
        file: area.file
      )
    )
  }
}

extension TreeLowering {
  /// Lowers the definitions that no node uses, so that their mistakes are found too.
  ///
  /// They need not be complete: a group of an earlier year may use values that have ended.
  fileprivate mutating func lowerRemaining(_ definitions: [DefinitionSyntax]) {
    isUsed = false
    for definition in definitions
    where definition.versions.contains(where: chooser.isInForce) {
      switch definition.kind {
      case .value: break
      case .set: _ = lowerSet(definition.id)
      case .rate: _ = lowerRate(definition.id)
      case .rows: _ = lowerRows(definition.id)
      case .measure: _ = lowerMeasure(definition.id)
      case .group: _ = lowerGroup(definition.id)
      }
    }
  }

  fileprivate mutating func reportNoNodes(_ tree: TreeSyntax) {
    report(
      Diagnostic(
        .missingDeclaration,
        "\(tree.track == nil ? "area" : "track") `\(tree.place.text)` asks nothing of customers",
        help: "declare its gates and metrics: `gate NAME \"…\" { … }`",
        file: file,
        at: tree.place.span
      )
    )
  }
}
