package import Facts

/// What rule files define, version by version, with the months in which each is in force.
package struct RuleListing: Sendable {
  /// The month whose versions are listed; nil for all of them.
  package let asOf: Month?

  /// By area in report order, then by kind, then as in the file; what belongs to no area comes last.
  package var versions: [ListedVersion]

  /// As in the files.
  package var sources: [ListedSource]

  /// Ids of all areas and of their trees, in report order.
  package let areaIDs: [String]

  /// The area of each tree of a track, by id.
  let areasOfTrees: [String: String]

  /// Those of the ``areaIDs`` that exist in the month of the list.
  package let presentIDs: [String]

  init(
    asOf: Month?,
    versions: [ListedVersion],
    sources: [ListedSource],
    areaIDs: [String],
    areasOfTrees: [String: String],
    presentIDs: [String]
  ) {
    self.asOf = asOf
    self.areasOfTrees = areasOfTrees
    self.presentIDs = presentIDs
    self.versions = versions
    self.sources = sources
    self.areaIDs = areaIDs
  }
}

/// One version of something that rule files define, over months in which it is in force.
///
/// A version that another one interrupts is listed once for each stretch of months.
package struct ListedVersion: Hashable, Sendable {
  /// The area, and the track where it belongs to one; nil for what is the same in all areas.
  package let part: ListedPart?
  package let kind: ListedKind

  /// The name; of what a node asks its path, `net-customer-adds/net-qualified-tenants`.
  package let id: String

  /// The title; the id where it has none.
  package let title: String

  /// Of a rate the name that it is for, of a choice the option.
  package let name: String?
  package let content: Content

  /// The first month in force; nil where nothing in the area has a date.
  package let from: Month?

  /// Whether `from` is only the first month in which it was seen.
  package let isFirstSeen: Bool

  /// The last month in force; nil while no end is known.
  package let until: Month?

  /// The reading under which it is in force; nil for every one.
  package let reading: ListedReading?
  package let citations: [ListedCitation]

  /// Where it stands: the name of the file, and the line, from 1.
  package let place: RulePlace

  /// What is defined.
  package enum Content: Hashable, Sendable {
    /// As written: digits, and the unit.
    case amount(number: String, unit: String)
    /// All members, or those that come or go.
    case members(Change, [String])
    /// As written, in one line.
    case text(String)
    case option(String, isDefault: Bool)
  }

  /// What a version of a set does to the members of the one before, with its sign.
  package enum Change: String, Hashable, Sendable {
    case all = "="
    case added = "+"
    case removed = "-"
  }
}

/// What can be listed by itself, in the order of the list.
package enum ListedKind: String, CaseIterable, Hashable, Sendable {
  case value, rate, set, criterion, test, points, score, step, group, measure, rows, track
  case trackChoice = "track-choice"
  case qualification, retirement, choice, source
}

/// An area, or a track of it.
package struct ListedPart: Hashable, Sendable {
  /// The id of the area.
  package let area: String
  package let track: String?

  /// `Modern Work - SMB`.
  package let title: String

  /// The id of the tree: `modern-work-smb`.
  package var treeID: String { area + (track.map { "-" + $0 } ?? "") }
}

/// `if growth-period is one-month`.
package struct ListedReading: Hashable, Sendable {
  package let choice: String
  package let option: String
}

/// The short name of a source, and the published words.
package struct ListedCitation: Hashable, Sendable {
  package let source: String
  package let quote: String?
}

/// A publication that versions cite.
package struct ListedSource: Hashable, Sendable {
  package let id: String
  package let title: String

  /// Where it is published, and when, as the author wrote it.
  package let address: String?
  package let date: String?

  /// How many of all listed versions cite it.
  package let citedBy: Int
  package let place: RulePlace
}
