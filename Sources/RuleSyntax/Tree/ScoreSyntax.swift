/// What the partner earns: a list of scores.
package struct DesignationSyntax: Hashable, Sendable {
  /// Nil where it has the id of the tree that it scores.
  package let id: Word?
  package let title: Word
  package let version: VersionSyntax
  package var scores: [ScoreSyntax] = []
}

/// `category id "title" { score … }`: a heading over scores.
package struct ScoreCategorySyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
}

/// `score id "title" at most amount of metric, metric`, or with steps.
package struct ScoreSyntax: Hashable, Sendable {
  /// What it stands under; nil where it stands in the designation itself.
  package let category: ScoreCategorySyntax?
  package let id: Word
  package let title: Word
  package let most: AmountSyntax
  package let version: VersionSyntax
  package let source: Source

  /// Where the points come from.
  package enum Source: Hashable, Sendable {
    /// `of metric, metric`: metrics of the tree.
    case metrics([Word])
    /// `{ step … }`: people with certificates.
    case steps([StepSyntax])
  }
}

/// `step id "title" after other { people with any of set needs amount earns … }`.
package struct StepSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word

  /// Steps that come before.
  package let after: [Word]
  package let version: VersionSyntax

  /// Nil where it could not be read.
  package var people: PeopleSyntax?
}

/// `people with all of required and any of elective needs amount earns …`.
package struct PeopleSyntax: Hashable, Sendable {
  package let holdings: [HoldingSyntax]
  package let needs: AmountSyntax?
  package let earning: EarningSyntax?
}

/// `all of required`.
package struct HoldingSyntax: Hashable, Sendable {
  package let isAll: Bool
  package let set: Word
}

/// `earns points at target with baseline >= floor`.
package struct EarningSyntax: Hashable, Sendable {
  package let points: AmountSyntax
  package let target: AmountSyntax

  /// What a growth must grow from.
  package let baseline: RelationSyntax?
  package let version: VersionSyntax
  package let span: SourceSpan
}

/// `choose track by higher total`.
package struct TrackChoiceSyntax: Hashable, Sendable {
  package let version: VersionSyntax
  package let span: SourceSpan
}

/// `chosen when …` in a track: the track counts for partners that fulfil all tests.
package struct TrackConditionSyntax: Hashable, Sendable {
  package let tests: [PartnerTestSyntax]
  package let version: VersionSyntax
  package let span: SourceSpan
}

/// What the partner as a whole is asked.
package enum PartnerTestSyntax: Hashable, Sendable {
  /// `count of selling >= amount a year earlier`
  case count(group: Word, RelationSyntax, isYearEarlier: Bool)
  /// `total acr over the last twelve months < amount`
  case total(QuantitySyntax, RelationSyntax)
  /// `share of customers of rows in set >= amount`
  case share(rows: Word, set: Word, RelationSyntax)
}
