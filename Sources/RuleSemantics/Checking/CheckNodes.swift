import RuleSyntax

extension VersionChecker {
  /// Reports nodes that have one path in the same month, and sides that are on one side only.
  mutating func checkNodes(_ nodes: [NodeSyntax], sides: [SideSyntax]) {
    var paths = PathOwners()
    addPaths(of: nodes, prefix: "", to: &paths)
    checkSides(nodes, sides)
  }

  /// Reports tracks that have one id in the same month.
  mutating func checkTracks(_ tracks: [TrackSyntax]) {
    var owners = PathOwners()
    for track in tracks {
      if let first = owners.add(track.id.text, track.id, [track.version]) {
        reportRepeat("track", track.id, first)
      }
    }
  }

  /// A criterion `for` a track that there is not would never be shown.
  mutating func checkTrackNames(_ nodes: [NodeSyntax], known: [String]) {
    for node in nodes {
      for track in node.criteria.compactMap(\.track) where !known.contains(track.text) {
        wrongNames.formUnion(node.ids)
        guard !declarations.mistakes.names.contains(track.text) else { continue }
        diagnostics.append(.unknown("track", track, among: known, file: file))
      }
    }
  }

  private mutating func addPaths(of nodes: [NodeSyntax], prefix: String, to paths: inout PathOwners)
  {
    for node in nodes {
      switch node {
      case .gate(let gate):
        let first = paths.add(prefix + gate.id.text, gate.id, [gate.version])
        if let first { reportRepeat("gate", gate.id, first) }
      case .metric(let metric):
        if let first = paths.add(metric.id.text, metric.id, [metric.version]) {
          reportRepeat("metric", metric.id, first)
          continue
        }
        for leaf in metric.leaves {
          let path = metric.id.text + "/" + leaf.id.text
          let first = paths.add(path, leaf.id, [metric.version, leaf.version])
          if let first { reportRepeat("leaf", leaf.id, first) }
        }
      case .category(let category):
        if let first = paths.add("category " + category.id.text, category.id, []) {
          reportRepeat("category", category.id, first)
        }
        addPaths(of: category.nodes, prefix: category.id.text + "/", to: &paths)
      }
    }
  }

  private mutating func reportRepeat(_ what: String, _ word: Word, _ first: Word) {
    diagnostics.append(
      .repeated(
        what,
        Placed(file: file, syntax: word),
        first: Placed(file: file, syntax: first)
      )
    )
  }

  /// Gates and metrics are `for` sides that are declared, and each side has both.
  private mutating func checkSides(_ nodes: [NodeSyntax], _ sides: [SideSyntax]) {
    let gates = nodes.flatMap(\.gateSides)
    let metrics = nodes.flatMap(\.metricSides)
    let known = sides.map(\.id.text)
    for (index, side) in sides.enumerated() {
      guard let first = sides[..<index].first(where: { $0.id.text == side.id.text }) else {
        continue
      }
      reportRepeat("side", side.id, first.id)
    }
    let unknown = (gates + metrics).filter { !known.contains($0.text) }
    for side in unknown where !declarations.mistakes.names.contains(side.text) {
      diagnostics.append(.unknown("side", side, among: known, file: file))
    }
    guard unknown.isEmpty, !nodes.isEmpty else { return }
    for side in sides {
      let id = side.id.text
      let hasGate = gates.contains { $0.text == id }
      guard !hasGate || !metrics.contains(where: { $0.text == id }),
        !declarations.mistakes.names.contains(id)
      else { continue }
      diagnostics.append(
        Diagnostic(
          .missingDeclaration,
          "side `\(id)` has no \(hasGate ? "metric" : "gate")",
          help: "write `for \(id)` after the title of a gate and of a metric, or delete the side",
          file: file,
          at: side.id.span
        )
      )
    }
  }
}

/// Which nodes have a path, and when.
private struct PathOwners {
  private var owners: [String: [(word: Word, versions: [VersionSyntax])]] = [:]

  /// Adds a node; returns one that has the path in the same month.
  mutating func add(_ path: String, _ word: Word, _ versions: [VersionSyntax]) -> Word? {
    let other = owners[path, default: []].first { VersionSyntax.overlap($0.versions, versions) }
    owners[path, default: []].append((word, versions))
    return other?.word
  }
}

extension NodeSyntax {
  /// Of the node and all below it.
  fileprivate var criteria: [CriterionSyntax] {
    switch self {
    case .gate(let gate): gate.body.criteria
    case .metric(let metric): metric.leaves.flatMap(\.body.criteria)
    case .category(let category): category.nodes.flatMap(\.criteria)
    }
  }

  fileprivate var gateSides: [Word] {
    switch self {
    case .gate(let gate): gate.side.map { [$0] } ?? []
    case .metric: []
    case .category(let category): category.nodes.flatMap(\.gateSides)
    }
  }

  fileprivate var metricSides: [Word] {
    switch self {
    case .gate: []
    case .metric(let metric): metric.side.map { [$0] } ?? []
    case .category(let category): category.nodes.flatMap(\.metricSides)
    }
  }
}
