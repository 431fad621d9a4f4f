import Facts
import RuleSyntax

/// One tree that an area has in some month.
struct TreeSyntax {
  /// `modern-work-smb`, or `azure` where no track is in force.
  let id: String
  let title: String
  let place: Word
  let track: TrackSyntax?
  let nodes: [NodeSyntax]
}

/// The trees of an area: one for each track in force, else the area itself if it has nodes.
///
/// A track without nodes of its own has those of the area.
func trees(of area: Placed<AreaSyntax>, _ chooser: VersionChooser) -> [TreeSyntax] {
  let tracks = area.syntax.tracks.filter { chooser.isInForce($0.version) }
  guard tracks.isEmpty else {
    return tracks.map { track in
      TreeSyntax(
        id: area.syntax.id.text + "-" + track.id.text,
        title: area.syntax.title.text + " - " + track.title.text,
        place: track.id,
        track: track,
        nodes: track.nodes.isEmpty ? area.syntax.nodes : track.nodes
      )
    }
  }
  guard !area.syntax.nodes.isEmpty else { return [] }
  return [
    TreeSyntax(
      id: area.syntax.id.text,
      title: area.syntax.title.text,
      place: area.syntax.id,
      track: nil,
      nodes: area.syntax.nodes
    )
  ]
}

extension Declarations {
  var defaultOptions: [String: String] {
    var options: [String: String] = [:]
    for choice in choices.map(\.syntax) {
      options[choice.id.text] = choice.options.first(where: \.isDefault)?.id.text
    }
    return options
  }

  /// The default options, and each other option on its own.
  func optionVariations(of defaults: [String: String]) -> [[String: String]] {
    var variations = [defaults]
    for choice in choices.map(\.syntax) {
      for option in choice.options where defaults[choice.id.text] != option.id.text {
        var other = defaults
        other[choice.id.text] = option.id.text
        variations.append(other)
      }
    }
    return variations
  }
}

extension TreeLowering {
  /// Lowers the definitions that no node uses, so that their mistakes are found too.
  mutating func lowerRemaining() {
    for entry in scope.values.sorted(by: { $0.syntax.id.span.start < $1.syntax.id.span.start }) {
      let definition = entry.syntax
      guard definition.versions.contains(where: chooser.isInForce) else { continue }
      switch definition.body {
      case .value: lowerUnusedValue(definition)
      case .set: _ = lowerSet(definition.id)
      case .rows: _ = lowerRows(definition.id)
      case .measure: _ = lowerMeasure(definition.id)
      case .group: _ = lowerGroup(definition.id)
      }
    }
  }

  private mutating func lowerUnusedValue(_ definition: DefinitionSyntax) {
    guard case .value(let versions) = definition.body else { return }
    for version in versions {
      _ = lowerUnit(version.unit)
      note(version.version.citations)
    }
  }
}
