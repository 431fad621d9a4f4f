import Facts
import RuleSyntax

/// Where parts of an area or track stand.
struct ListedScope {
  let area: Placed<AreaSyntax>
  let track: TrackSyntax?

  /// The first month of the area; nil where it has no dates.
  let begin: Month?

  /// Versions that must be in force around them.
  var contexts: [VersionSyntax] = []

  var part: ListedPart { part(of: track) }

  func part(of track: TrackSyntax?) -> ListedPart {
    ListedPart(
      area: area.syntax.id.text,
      track: track?.id.text,
      title: area.syntax.title.text + (track.map { " - " + $0.title.text } ?? "")
    )
  }

  func within(_ version: VersionSyntax) -> ListedScope {
    var inner = self
    inner.contexts.append(version)
    return inner
  }
}
