/// A solution area: definitions, its condition sequence tree, and tracks.
package struct AreaSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
  package var definitions: [DefinitionSyntax] = []
  package var nodes: [NodeSyntax] = []
  package var tracks: [TrackSyntax] = []
}

/// A track: what it declares replaces what the area declares under the same name.
package struct TrackSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
  package let version: VersionSyntax
  package var definitions: [DefinitionSyntax] = []
  package var nodes: [NodeSyntax] = []
}

/// A named value, set, selection of rows, measure or group, with its dated versions.
package struct DefinitionSyntax: Hashable, Sendable {
  package let id: Word

  /// The title; for sets and rows, which have none, the id.
  package let title: Word
  package let body: Body

  package enum Body: Hashable, Sendable {
    case value([ValueVersionSyntax])
    case set(kind: Word, versions: [SetVersionSyntax])
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

/// `= "a", "b" …`, `+ "c" …` or `- "a" …`.
package struct SetVersionSyntax: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    case all, added, removed
  }

  package let change: Change
  package let members: [Word]
  package let version: VersionSyntax
  package let span: SourceSpan
}

/// `= table where column in set and …`.
package struct RowsVersionSyntax: Hashable, Sendable {
  package let tables: [Word]
  package let filters: [MembershipSyntax]
  package let version: VersionSyntax
}

/// `workload not in excluded`.
package struct MembershipSyntax: Hashable, Sendable {
  package let subject: Word
  package let isNegated: Bool
  package let container: Word
}

/// `= seats of eligible`.
package struct MeasureVersionSyntax: Hashable, Sendable {
  package let column: Word
  package let rows: Word
  package let version: VersionSyntax
}

/// `tenants`, or `workloads per tenant`.
package struct EntitySyntax: Hashable, Sendable {
  package let name: Word
  package let per: Word?
}

/// `= condition from 2022-10`.
package struct GroupVersionSyntax: Hashable, Sendable {
  package let condition: ConditionSyntax
  package let version: VersionSyntax
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
  package let hasDetails: Bool
  /// The side of the area that the gate is for.
  package let side: Word?
  package let version: VersionSyntax
  package let body: LeafBodySyntax
}

package struct MetricSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
  package let side: Word?
  package let version: VersionSyntax
  /// `best of`: one met leaf is enough.
  package var isBestOf = false
  package var leaves: [LeafSyntax] = []
}

package struct LeafSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
  package let hasDetails: Bool
  /// The one association under which everything in the leaf is read.
  package let under: Word?
  package let version: VersionSyntax
  package let body: LeafBodySyntax
}

/// The published criterion and the test it stands for.
package struct LeafBodySyntax: Hashable, Sendable {
  package var criteria: [CriterionSyntax] = []
  package var requirements: [RequirementSyntax] = []
}

package struct CriterionSyntax: Hashable, Sendable {
  package let text: Word
  package let version: VersionSyntax
}

/// `met when test`.
package struct RequirementSyntax: Hashable, Sendable {
  package let test: TestSyntax
  package let version: VersionSyntax
  package let span: SourceSpan
}
