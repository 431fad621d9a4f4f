import RuleSyntax

extension VersionChecker {
  /// Reports nodes that have one path in the same month, and sides that are on one side only.
  mutating func checkNodes(_ nodes: [NodeSyntax]) {
    var paths = PathOwners()
    addPaths(of: nodes, prefix: "", to: &paths)
    checkSides(nodes)
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

  /// A gate `for` a side that no metric is on would never be asked.
  private mutating func checkSides(_ nodes: [NodeSyntax]) {
    let gates = nodes.flatMap(\.gateSides)
    let metrics = nodes.flatMap(\.metricSides)
    let sides = (gates: Set(gates.map(\.text)), metrics: Set(metrics.map(\.text)))
    let lonely = gates.filter { !sides.metrics.contains($0.text) }
    for side in lonely {
      diagnostics.append(.unknown("metric for", side, among: Array(sides.metrics), file: file))
    }
    guard lonely.isEmpty, !gates.isEmpty else { return }
    for side in metrics where !sides.gates.contains(side.text) {
      diagnostics.append(.unknown("gate for", side, among: Array(sides.gates), file: file))
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
