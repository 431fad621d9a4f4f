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

  /// The same tree with other nodes.
  func with(_ nodes: [NodeSyntax]) -> TreeSyntax {
    TreeSyntax(id: id, title: title, place: place, track: track, nodes: nodes)
  }
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
  let isDraft = area.syntax.tracks.isEmpty
  guard !area.syntax.nodes.isEmpty || isDraft else { return [] }
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
  /// The option of each choice that is in force where nothing else is asked for.
  var defaultOptions: [String: String] {
    var options: [String: String] = [:]
    for choice in choices.map(\.syntax) {
      let option = choice.options.first(where: \.isDefault) ?? choice.options.first
      options[choice.id.text] = option?.id.text
    }
    return options
  }

  /// The default options, and each other option of these choices on its own.
  func optionVariations(
    of defaults: [String: String],
    among names: Set<String>
  ) -> [[String: String]] {
    var variations = [defaults]
    for choice in choices.map(\.syntax) where names.contains(choice.id.text) {
      for option in choice.options where defaults[choice.id.text] != option.id.text {
        var other = defaults
        other[choice.id.text] = option.id.text
        variations.append(other)
      }
    }
    return variations
  }

  func chooser(_ month: Month, _ options: [String: String]) -> VersionChooser {
    var known: [String: Set<String>] = [:]
    for choice in choices.map(\.syntax) {
      known[choice.id.text] = Set(choice.options.map(\.id.text))
    }
    return VersionChooser(month: month, options: options, known: known)
  }
}
