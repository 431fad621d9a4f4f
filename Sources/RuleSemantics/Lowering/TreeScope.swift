import RuleSyntax

/// What the names in an area or track stand for, whatever the month.
struct TreeScope {
  /// The file that the area stands in.
  let file: Int

  /// The id of the track; nil in the tree of the area itself.
  let track: String?

  /// The area's and track's definitions by name; the track's win.
  let definitions: [String: DefinitionSyntax]

  /// Titles of the area's sides, by id.
  let sideTitles: [String: String]

  /// The tracks that declare a name which neither the area nor this track does, in their order.
  let tracksOfNames: [String: [String]]

  init(area: Placed<AreaSyntax>, track: TrackSyntax?) {
    file = area.file
    self.track = track?.id.text
    sideTitles = Dictionary(area.syntax.sides.map { ($0.id.text, $0.title.text) }) { one, _ in one }
    var scope: [String: DefinitionSyntax] = [:]
    for definitions in [area.syntax.definitions, track?.definitions ?? []] {
      // Of a name that is declared twice, which was reported, the first counts.
      for definition in definitions.reversed() { scope[definition.id.text] = definition }
    }
    definitions = scope
    var tracks: [String: [String]] = [:]
    for other in area.syntax.tracks {
      for definition in other.definitions where scope[definition.id.text] == nil {
        tracks[definition.id.text, default: []].append(other.id.text)
      }
    }
    tracksOfNames = tracks
  }
}
