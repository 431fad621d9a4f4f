import RuleSyntax

/// Versions of which one is in force in a month.
struct VersionList {
  /// What they are versions of, as messages call it.
  let subject: String
  let versions: [VersionSyntax]

  /// Where each version stands.
  let places: [SourceSpan]

  /// What stands between the sign of each version and its dates.
  let bodies: [SourceSpan]

  /// Whether its versions may be put into another order, and say the same.
  let isReorderable: Bool

  /// For each version, whether others may begin in the same month: changes of a set do.
  let mayShareMonth: [Bool]

  init(
    _ subject: String,
    _ versions: [VersionSyntax],
    places: [SourceSpan],
    bodies: [SourceSpan]? = nil,
    isReorderable: Bool = false,
    mayShareMonth: [Bool]? = nil
  ) {
    self.subject = subject
    self.versions = versions
    self.places = places
    self.bodies = bodies ?? places
    self.isReorderable = isReorderable
    self.mayShareMonth = mayShareMonth ?? versions.map { _ in false }
  }

  init(_ subject: String, _ values: [ValueVersionSyntax]) {
    self.init(
      subject,
      values.map(\.version),
      places: values.map { $0.number.span.joined(with: $0.unit.span) },
      isReorderable: true
    )
  }
}

extension DefinitionSyntax {
  /// One list; of a rate, one for each name.
  var versionLists: [VersionList] {
    let subject = "`\(id.text)`"
    switch body {
    case .value(let list):
      return [VersionList(subject, list)]
    case .rate(_, let entries):
      return entries.map { VersionList("\(subject) of `\($0.name.text)`", $0.versions) }
    case .set(_, let list):
      return [
        VersionList(
          subject,
          versions,
          places: list.map { $0.members.first?.span ?? $0.span },
          bodies: list.map { version in
            version.members.dropFirst().reduce(version.members.first?.span ?? version.span) {
              $0.joined(with: $1.span)
            }
          },
          isReorderable: list.allSatisfy { $0.change == .all } || list.namesEachMemberOnce,
          mayShareMonth: list.map { $0.change != .all }
        )
      ]
    case .rows(let list):
      return [
        VersionList(
          subject,
          versions,
          places: list.map { $0.tables.first?.span ?? id.span },
          bodies: list.map(\.span),
          isReorderable: true
        )
      ]
    case .measure(let list):
      return [
        VersionList(
          subject,
          versions,
          places: list.map { $0.parts.first?.column.span ?? id.span },
          bodies: list.map(\.span),
          isReorderable: true
        )
      ]
    case .group(_, let list):
      return [
        VersionList(
          subject,
          versions,
          places: list.map { $0.version.from?.span ?? $0.condition.firstSpan ?? id.span },
          bodies: list.map(\.span),
          isReorderable: true
        )
      ]
    }
  }
}

extension [SetVersionSyntax] {
  /// Whether no member is added or taken away that another version names too.
  fileprivate var namesEachMemberOnce: Bool {
    var seen: Set<String> = []
    return flatMap(\.members).allSatisfy { seen.insert(Declarations.normalised($0.text)).inserted }
  }
}

extension NodeSyntax {
  /// The criteria and the requirements of gates and leaves.
  var versionLists: [VersionList] {
    switch self {
    case .gate(let gate): gate.body.versionLists(of: gate.id)
    case .metric(let metric): metric.leaves.flatMap { $0.body.versionLists(of: $0.id) }
    case .category(let category): category.nodes.flatMap(\.versionLists)
    }
  }

  /// The ids of the node and of all below it.
  var ids: [String] {
    switch self {
    case .gate(let gate): [gate.id.text]
    case .metric(let metric): [metric.id.text] + metric.leaves.map(\.id.text)
    case .category(let category): category.nodes.flatMap(\.ids)
    }
  }

  var versions: [VersionSyntax] {
    switch self {
    case .gate(let gate):
      [gate.version] + gate.body.versions
    case .metric(let metric):
      [metric.version] + metric.leaves.flatMap { [$0.version] + $0.body.versions }
    case .category(let category):
      category.nodes.flatMap(\.versions)
    }
  }
}

extension LeafBodySyntax {
  var versions: [VersionSyntax] {
    criteria.map(\.version) + requirements.map(\.version) + earnings.map(\.version)
  }

  /// Criteria as each track has them, then the requirements.
  fileprivate func versionLists(of id: Word) -> [VersionList] {
    var tracks: [String?] = []
    for track in criteria.map(\.track?.text) where !tracks.contains(track) { tracks.append(track) }
    // What holds for every track stands beside what a track has of its own.
    if tracks.count > 1 { tracks.removeAll { $0 == nil } }
    let published = tracks.map { track in
      let own = criteria.filter { $0.track == nil || $0.track?.text == track }
      return VersionList(
        "the criterion of `\(id.text)`",
        own.map(\.version),
        places: own.map(\.text.span),
        isReorderable: tracks.count <= 1
      )
    }
    return published + [
      VersionList(
        "`met when` of `\(id.text)`",
        requirements.map(\.version),
        places: requirements.map(\.span),
        isReorderable: true
      ),
      VersionList(
        "what `\(id.text)` earns",
        earnings.map(\.version),
        places: earnings.map(\.span),
        isReorderable: true
      ),
    ]
  }
}

extension DesignationSyntax {
  /// Every version that stands anywhere in it.
  var versions: [VersionSyntax] {
    [version] + scores.flatMap(\.versions)
  }
}

extension ScoreSyntax {
  /// Every version that stands anywhere in it.
  var versions: [VersionSyntax] {
    guard case .steps(let steps) = source else { return [version] }
    return [version] + steps.map(\.version) + steps.compactMap(\.people?.earning?.version)
  }
}

extension ConditionSyntax {
  /// Where the condition begins, for messages; nil where no word of its own tells.
  fileprivate var firstSpan: SourceSpan? {
    switch self {
    case .all(let parts), .any(let parts): parts.first?.firstSpan
    case .not(_, let span), .associated(_, let span): span
    case .some(let subject, _, _): subject.span
    case .membership(let membership): membership.subject.span
    case .comparison(let quantity, _, _), .average(let quantity, _): quantity.measure.span
    case .timed(let part, _): part.firstSpan
    }
  }
}
