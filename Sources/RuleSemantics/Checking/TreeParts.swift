import Facts
import RuleSyntax

/// The parts of an area's or track's tree that are lowered one by one, with what each depends on.
///
/// What a part says changes only in a month, or under an option, in which a version changes of
/// its own or of a part that it uses, directly or not. In all others a checker finds nothing new in
/// it. So every part is lowered as often as it has versions, not as often as the area has months.
struct TreeParts {
  let names: TreeScope

  /// Of the area, with all their scores.
  private let designations: [DesignationSyntax]

  /// In order of the file: definitions in force somewhere, gates and metrics, scores, and last what
  /// chooses the track.
  private var parts: [Part] = []

  /// For each part, those that use it.
  private var users: [[Int]] = []

  /// The parts with a version that begins or ends in a month.
  private var changes: [Month: [Int]] = [:]

  /// The parts with a version for an option of a choice.
  private var readings: [String: [Int]] = [:]

  private enum Part {
    case definition(DefinitionSyntax)
    case node(NodeSyntax, category: CategorySyntax?)
    case score(ScoreSyntax, designation: Int)
    case choice
  }

  /// By the id of a metric: the parts that have it in some month.
  private var metrics: [String: [Int]] = [:]

  init(area: Placed<AreaSyntax>, track: TrackSyntax?) {
    names = TreeScope(area: area, track: track)
    designations = area.syntax.designations
    let definitions = names.definitions.values.sorted { $0.id.span.start < $1.id.span.start }
    var places: [String: Int] = [:]
    for definition in definitions {
      places[definition.id.text] = parts.count
      add(.definition(definition), definition.versions)
    }
    for (place, definition) in definitions.enumerated() {
      link(place, to: NameReferences(definition), places)
    }
    let own = track?.nodes ?? []
    for node in own.isEmpty ? area.syntax.nodes : own { add(node, places) }
    for (index, designation) in designations.enumerated() {
      for score in designation.scores {
        add(.score(score, designation: index), [designation.version] + score.versions)
        link(parts.count - 1, to: NameReferences(score), places)
        guard case .metrics(let words) = score.source else { continue }
        for metric in words.flatMap({ metrics[$0.text] ?? [] }) {
          users[metric].append(parts.count - 1)
        }
      }
    }
    let conditions = track?.conditions ?? []
    add(.choice, area.syntax.trackChoices.map(\.version) + conditions.map(\.version))
    link(parts.count - 1, to: NameReferences(conditions), places)
    // With a track everything in it begins, and with the last one the area's own tree.
    for version in area.syntax.tracks.map(\.version) {
      for month in version.changeMonths { changes[month] = Array(parts.indices) }
      if let choice = version.choice?.text { readings[choice] = Array(parts.indices) }
    }
  }

  private mutating func add(_ node: NodeSyntax, _ places: [String: Int]) {
    switch node {
    case .category(let category):
      for inner in category.nodes { add(inner, category, places) }
    case .gate, .metric: add(node, nil, places)
    }
  }

  private mutating func add(
    _ node: NodeSyntax,
    _ category: CategorySyntax?,
    _ places: [String: Int]
  ) {
    switch node {
    case .category: add(node, places)
    case .gate(let gate):
      add(.node(node, category: category), node.versions)
      link(parts.count - 1, to: NameReferences([gate.body]), places)
    case .metric(let metric):
      metrics[metric.id.text, default: []].append(parts.count)
      add(.node(node, category: category), node.versions)
      link(parts.count - 1, to: NameReferences(metric.leaves.map(\.body)), places)
    }
  }

  private mutating func add(_ part: Part, _ versions: [VersionSyntax]) {
    let place = parts.count
    parts.append(part)
    users.append([])
    for month in Set(versions.flatMap(\.changeMonths)) { changes[month, default: []].append(place) }
    for choice in Set(versions.compactMap(\.choice?.text)) {
      readings[choice, default: []].append(place)
    }
  }

  private mutating func link(_ user: Int, to used: NameReferences, _ places: [String: Int]) {
    for name in used.names {
      if let place = places[name] { users[place].append(user) }
    }
  }
}

extension TreeParts {
  /// Some of the parts, by their places.
  struct Selection {
    fileprivate var places: Set<Int>

    /// Whether something is to be looked at.
    var isEmpty: Bool { places.isEmpty }
  }

  /// Whether the selection holds what chooses the track.
  func hasChoice(_ selection: Selection) -> Bool {
    selection.places.contains(parts.count - 1)
  }

  /// Whether the selection holds a score, whose points may be others then.
  func hasScores(_ selection: Selection) -> Bool {
    selection.places.contains { if case .score = parts[$0] { true } else { false } }
  }

  /// Whether the selection holds every part.
  func isWhole(_ selection: Selection) -> Bool { selection.places.count == parts.count }

  /// Every part.
  var all: Selection { Selection(places: Set(parts.indices)) }

  /// The parts that may say something else in a month than in the one before.
  func changed(in month: Month) -> Selection { closure(of: changes[month] ?? []) }

  /// The parts that may say something else under one option of a choice than under another.
  func reading(_ choice: String) -> Selection { closure(of: readings[choice] ?? []) }

  /// These parts and all that use them, directly or not.
  private func closure(of places: [Int]) -> Selection {
    var found = Set(places)
    var open = places
    while let place = open.popLast() {
      for user in users[place] where found.insert(user).inserted { open.append(user) }
    }
    return Selection(places: found)
  }

  /// The syntax of a selection: nodes, designations with their scores, and definitions.
  ///
  /// A score comes with all metrics that it lists.
  func syntax(
    of selection: Selection
  ) -> (nodes: [NodeSyntax], designations: [DesignationSyntax], definitions: [DefinitionSyntax]) {
    var places = selection.places
    for place in selection.places {
      guard case .score(let score, _) = parts[place], case .metrics(let words) = score.source
      else { continue }
      for word in words { places.formUnion(metrics[word.text] ?? []) }
    }
    var nodes: [NodeSyntax] = []
    var scores: [Int: [ScoreSyntax]] = [:]
    var definitions: [DefinitionSyntax] = []
    for place in places.sorted() {
      switch parts[place] {
      case .definition(let definition): definitions.append(definition)
      case .node(let node, category: nil): nodes.append(node)
      case .node(let node, category: var category?):
        category.nodes = [node]
        nodes.append(.category(category))
      case .score(let score, let designation): scores[designation, default: []].append(score)
      case .choice: break
      }
    }
    let chosen = scores.keys.sorted().map { index in
      var designation = designations[index]
      designation.scores = scores[index] ?? []
      return designation
    }
    return (nodes, chosen, definitions)
  }
}

extension TreeParts.Selection {
  /// The parts that both hold.
  func intersection(_ other: Self) -> Self { Self(places: places.intersection(other.places)) }
}
