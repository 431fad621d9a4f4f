import Facts
import RuleSyntax

/// Something with versions, and what a list shows of each.
struct ListedItem {
  let part: ListedPart
  let kind: ListedKind
  let id: String
  let title: String
  var name: String?
  let list: VersionList

  /// What each version says.
  let contents: [ListedVersion.Content]

  /// Where each version stands.
  let places: [SourceSpan]

  /// All members of a set in the month of the list.
  var members: [String]?

  let file: Int

  /// Versions of what it stands in: a track, a metric, a leaf.
  let contexts: [VersionSyntax]

  /// The first month of the area; nil where it has no dates.
  let begin: Month?

  /// What a list shows of a period, which stands at `place`.
  func listed(_ period: VersionPeriod, at place: RulePlace) -> ListedVersion {
    let versions = period.versions.map { list.versions[$0] }
    let latest = period.versions.last ?? 0
    let isFirstSeen = (versions + contexts).contains {
      $0.isFirstSeen && period.from != nil && $0.firstMonth == period.from
    }
    return ListedVersion(
      part: part,
      kind: kind,
      id: id,
      title: title,
      name: name,
      content: members.map { .members(.all, $0) } ?? contents[latest],
      from: period.from,
      isFirstSeen: isFirstSeen,
      until: period.until,
      reading: versions.last?.reading,
      citations: versions.flatMap(\.citations).map(ListedCitation.init),
      place: place
    )
  }
}

extension ListedCitation {
  init(_ syntax: CitationSyntax) {
    self.init(source: syntax.source.text, quote: syntax.quote?.text)
  }
}

extension VersionSyntax {
  fileprivate var reading: ListedReading? {
    guard let choice, let option else { return nil }
    return ListedReading(choice: choice.text, option: option.text)
  }
}
