import Facts
import RuleSyntax

extension DefinitionLister {
  /// Lists an area with its tracks; in a month only what some tree of that month has.
  mutating func list(_ area: Placed<AreaSyntax>, since begin: Month?) {
    let syntax = area.syntax
    var hasNodes = true
    if let asOf {
      if let begin, asOf < begin { return }
      let trees = trees(of: area, declarations.chooser(asOf, declarations.defaultOptions))
      guard !trees.isEmpty else { return }
      presentIDs.formUnion([syntax.id.text] + trees.map(\.id))
      hasNodes = trees.contains { $0.track?.nodes.isEmpty ?? true }
    }
    let scope = ListedScope(area: area, track: nil, begin: begin)
    for definition in syntax.definitions { add(definition, scope) }
    if hasNodes {
      for node in syntax.nodes { add(node, scope) }
    }
    for track in syntax.tracks {
      let inner = ListedScope(area: area, track: track, begin: begin).within(track.version)
      for definition in track.definitions { add(definition, inner) }
      for node in track.nodes { add(node, inner) }
    }
    addTracks(of: scope)
    for designation in syntax.designations { add(designation, scope) }
  }

  private mutating func add(_ definition: DefinitionSyntax, _ scope: ListedScope) {
    let file = scope.area.file
    guard uses?.contains(Placed(file: file, syntax: definition.id.span)) ?? true else { return }
    var parts = [definition.contents { text($0, in: file) }]
    var names: [String?] = [nil]
    if case .rate(_, let entries) = definition.body {
      parts = entries.map { amounts($0.versions) }
      names = entries.map(\.name.text)
    }
    for (place, list) in definition.versionLists.enumerated() {
      var item = ListedItem(
        part: scope.part,
        kind: definition.listedKind,
        id: definition.id.text,
        title: definition.kind == .set ? definition.role : definition.title.text,
        name: names[place],
        list: list,
        contents: parts[place].map(\.content),
        places: parts[place].map(\.span),
        file: file,
        contexts: scope.contexts,
        begin: scope.begin
      )
      if definition.kind == .set { item.members = members(of: definition, scope) }
      add(item)
    }
  }

  /// All members of a set in the month of the list.
  private func members(of set: DefinitionSyntax, _ scope: ListedScope) -> [String]? {
    guard let asOf else { return nil }
    var lowering = TreeLowering(
      declarations: declarations,
      chooser: declarations.chooser(asOf, declarations.defaultOptions),
      arena: PlanArena(),
      area: scope.area,
      track: scope.track
    )
    return lowering.lowerSet(set.id)?.members.map(\.label)
  }

  private mutating func add(_ node: NodeSyntax, _ scope: ListedScope, prefix: String = "") {
    switch node {
    case .category(let category):
      for inner in category.nodes { add(inner, scope, prefix: category.id.text + "/") }
    case .gate(let gate):
      add(gate.body, prefix + gate.id.text, gate.title.text, scope.within(gate.version))
    case .metric(let metric):
      for leaf in metric.leaves {
        add(
          leaf.body,
          metric.id.text + "/" + leaf.id.text,
          leaf.title.text,
          scope.within(metric.version).within(leaf.version)
        )
      }
    }
  }

  /// What is published of a node, what it asks and what it earns.
  private mutating func add(
    _ body: LeafBodySyntax,
    _ path: String,
    _ title: String,
    _ scope: ListedScope
  ) {
    // What holds for every track is in force beside what a track has of its own.
    for name in [nil] + scope.area.syntax.tracks.map(\.id.text) {
      let own = body.criteria.filter { $0.track == nil || $0.track?.text == name }
      let track = scope.area.syntax.tracks.first { $0.id.text == name }
      add(
        .criterion,
        (path, title),
        own.map {
          (ListedPiece(content: .text($0.text.text), span: $0.text.span), $0.version)
        },
        track.map { scope.within($0.version) } ?? scope,
        part: scope.part(of: track ?? scope.track)
      )
    }
    let requirements = body.requirements.map { (pieceOfText($0.span, scope), $0.version) }
    add(.test, (path, title), requirements, scope)
    let earnings = body.earnings.map { (pieceOfText($0.span, scope), $0.version) }
    add(.points, (path, title), earnings, scope)
  }

  /// What is written in a span.
  func pieceOfText(_ span: SourceSpan, _ scope: ListedScope) -> ListedPiece {
    ListedPiece(content: .text(text(span, in: scope.area.file)), span: span)
  }

  /// Lists versions of something in a scope; they belong to its part, or to another one.
  mutating func add(
    _ kind: ListedKind,
    _ names: (id: String, title: String),
    _ versions: [(piece: ListedPiece, version: VersionSyntax)],
    _ scope: ListedScope,
    part: ListedPart? = nil
  ) {
    let places = versions.map(\.piece.span)
    add(
      ListedItem(
        part: part ?? scope.part,
        kind: kind,
        id: names.id,
        title: names.title,
        list: VersionList(names.id, versions.map(\.version), places: places),
        contents: versions.map(\.piece.content),
        places: places,
        file: scope.area.file,
        contexts: scope.contexts,
        begin: scope.begin
      )
    )
  }
}
