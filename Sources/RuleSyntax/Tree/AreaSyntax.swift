/// A solution area: definitions, its condition sequence tree, and tracks.
package struct AreaSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
  package var definitions: [DefinitionSyntax] = []
  package var nodes: [NodeSyntax] = []

  /// Sides that gates and metrics are `for`.
  package var sides: [SideSyntax] = []

  /// How one of the tracks is chosen for the partner, version by version.
  package var trackChoices: [TrackChoiceSyntax] = []

  /// What the partner can earn.
  package var designations: [DesignationSyntax] = []

  /// In the order of the file; they replace definitions, and may replace the nodes.
  package var tracks: [TrackSyntax] = []
}

/// `side azure "Azure"`: a part of the tree with gates of its own.
package struct SideSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
}

/// A track: what it declares replaces what the area declares under the same name.
package struct TrackSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
  package let version: VersionSyntax

  /// For which partners it counts, version by version; empty where it counts for all others.
  package var conditions: [TrackConditionSyntax] = []
  package var definitions: [DefinitionSyntax] = []
  package var nodes: [NodeSyntax] = []
}

/// A named value, set, selection of rows, measure or group, with its dated versions.
package struct DefinitionSyntax: Hashable, Sendable {
  package let id: Word

  /// The title; for sets and rows, which have none, the id.
  package let title: Word

  /// What is defined, version by version.
  package let body: Body

  /// From its first word to the end of its last version.
  package var span = SourceSpan(start: 0, end: 0)

  /// The versions of a definition, in the order of the file.
  package enum Body: Hashable, Sendable {
    case value([ValueVersionSyntax])
    case set(kind: Word, versions: [SetVersionSyntax])
    case rate(kind: Word, entries: [RateEntrySyntax])
    case rows([RowsVersionSyntax])
    case measure([MeasureVersionSyntax])
    case group(EntitySyntax, versions: [GroupVersionSyntax])
  }
}

/// `= 1000 USD from 2022-10 cite S1`.
package struct ValueVersionSyntax: Hashable, Sendable {
  package let number: Word
  package let unit: Word
  package let version: VersionSyntax
}

/// `for "Business Central" = 1000 MCV from 2022-10`: what one unit of a name's numbers comes to.
package struct RateEntrySyntax: Hashable, Sendable {
  package let name: Word
  package let versions: [ValueVersionSyntax]
}

/// `= "a", "b" …`, `+ "c" …` or `- "a" …`.
package struct SetVersionSyntax: Hashable, Sendable {
  /// What a version does to the members of the one before.
  package enum Change: Hashable, Sendable {
    case all, added, removed
  }

  package let change: Change

  /// The names that it lists, added or removed.
  package let members: [Word]
  package let version: VersionSyntax
  package let span: SourceSpan
}

/// `= table where column in set and … or …`.
package struct RowsVersionSyntax: Hashable, Sendable {
  /// Names of tables; at least one.
  package let tables: [Word]

  /// All filters of some clause must hold for a row; empty where every row will do.
  package let clauses: [[MembershipSyntax]]
  package let version: VersionSyntax

  /// What is selected, without the words of the version.
  package let span: SourceSpan
}

/// `workload not in excluded`.
package struct MembershipSyntax: Hashable, Sendable {
  /// What may be in it: a column, a kind of name, or `tenant`.
  package let subject: Word

  /// Whether `not in` is written.
  package let isNegated: Bool

  /// A set or group.
  package let container: Word
}

/// `= seats of eligible`, `= users at user-rate + capacity at capacity-rate of used`.
package struct MeasureVersionSyntax: Hashable, Sendable {
  /// What adds up; at least one.
  package let parts: [MeasurePartSyntax]
  package let rows: Word
  package let version: VersionSyntax

  /// What is measured, without the words of the version.
  package let span: SourceSpan
}

/// `users at user-rate`.
package struct MeasurePartSyntax: Hashable, Sendable {
  /// A column of numbers.
  package let column: Word

  /// A rate that turns its numbers into another unit; nil where they stay as they are.
  package let rate: Word?
}

/// `tenants`, or `workloads per tenant`.
package struct EntitySyntax: Hashable, Sendable {
  package let name: Word

  /// `tenant`, or nil where members do not belong to a tenant each.
  package let per: Word?
}

/// `= condition from 2022-10`.
package struct GroupVersionSyntax: Hashable, Sendable {
  package let condition: ConditionSyntax
  package let version: VersionSyntax

  /// The condition, without the words of the version.
  package let span: SourceSpan
}

/// A node of the condition sequence tree.
package indirect enum NodeSyntax: Hashable, Sendable {
  case gate(GateSyntax)
  case metric(MetricSyntax)
  case category(CategorySyntax)
}

/// A heading of the tree; gates inside hold for the metrics inside.
package struct CategorySyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
  package var nodes: [NodeSyntax] = []
}

/// A condition on whether the customer is eligible at all.
package struct GateSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word

  /// Whether `details` is written: reports list what the node counts.
  package let hasDetails: Bool

  /// The side of the area that the gate is for.
  package let side: Word?
  package let version: VersionSyntax
  package let body: LeafBodySyntax
}

/// `metric id "title" for side { leaf… }`, or with all leaves in `best of { … }`.
package struct MetricSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word

  /// The side that it is for, where an area has two.
  package let side: Word?
  package let version: VersionSyntax

  /// `best of`: one met leaf is enough.
  package var isBestOf = false
  package var leaves: [LeafSyntax] = []
}

/// `leaf id "title" under "association" { criterion… met when… }`.
package struct LeafSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word

  /// Whether `details` is written: reports list what the node counts.
  package let hasDetails: Bool

  /// The one association under which everything in the leaf is read.
  package let under: Word?
  package let version: VersionSyntax
  package let body: LeafBodySyntax
}

/// The published criterion and the test it stands for.
package struct LeafBodySyntax: Hashable, Sendable {
  /// What is published, version by version.
  package var criteria: [CriterionSyntax] = []

  /// What it stands for, version by version.
  package var requirements: [RequirementSyntax] = []

  /// What the partner earns by it, version by version.
  package var earnings: [EarningSyntax] = []
}

/// `criterion "text" for smb` with its version.
package struct CriterionSyntax: Hashable, Sendable {
  package let text: Word

  /// The one track in which it is published so; nil for all.
  package let track: Word?
  package let version: VersionSyntax
}

/// `met when test`.
package struct RequirementSyntax: Hashable, Sendable {
  package let test: TestSyntax
  package let version: VersionSyntax
  package let span: SourceSpan
}
