/// The tree of one rule file, as written: no name is looked up, no unit compared.
package struct RuleFileSyntax: Hashable, Sendable {
  package var uses: [Word] = []
  package var sources: [SourceSyntax] = []
  package var units: [UnitSyntax] = []
  package var kinds: [KindSyntax] = []
  package var names: [NameSyntax] = []
  package var tables: [TableSyntax] = []
  package var programs: [ProgramSyntax] = []
  package var choices: [ChoiceSyntax] = []
  package var areas: [AreaSyntax] = []

  /// Declared names whose declaration could not be read; uses of them are not reported again.
  package var brokenNames: Set<String> = []

  package init() {}
}

/// `source S1 "title" at "address" dated "2024"`: where a citation points.
package struct SourceSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word

  /// Where it is published, as the author wrote it.
  package let address: Word?

  /// When, as the author wrote it; nothing is computed from it.
  package let date: Word?

  /// The whole declaration.
  package let span: SourceSpan
}

/// `unit seat plural seats decimals 0 at least 0 at most 10000000`.
package struct UnitSyntax: Hashable, Sendable {
  package let id: Word

  /// Nil when it is the same as the unit.
  package let plural: Word?

  /// How many decimals are shown; nil for none.
  package let decimals: Word?

  /// The least that an amount of facts can be; nil where nothing is said.
  package let least: Word?

  /// The most that an amount of facts can be; nil where nothing is said.
  package let most: Word?

  /// The whole declaration.
  package let span: SourceSpan
}

/// `kind workload plural workloads closed`.
package struct KindSyntax: Hashable, Sendable {
  package let id: Word
  package let plural: Word

  /// Which names cells may hold.
  package let openness: Openness

  /// Whether the names tell of the customer of a row, not of what the row is about.
  package let isOfCustomers: Bool

  package enum Openness: Hashable, Sendable {
    /// Any name will do.
    case open
    /// An undeclared name is a mistake.
    case closed
    /// Rows with undeclared names are not needed.
    case selective
  }
}

/// `workload "Viva Engage" also "Yammer"`.
package struct NameSyntax: Hashable, Sendable {
  package let kind: Word
  package let name: Word

  /// Other spellings of the name.
  package let aliases: [Word]

  /// Names that it stands for besides itself.
  package let covered: [Word]

  /// When it was given up; nil while it is not.
  package let retirement: RetirementSyntax?

  /// The whole declaration.
  package let span: SourceSpan
}

/// `retires 2026-06-01 counts until 2027-06 cite L-AZ-26`.
package struct RetirementSyntax: Hashable, Sendable {
  package let day: Word

  /// The last month in which it counts.
  package let lastMonth: Word
  package let citations: [CitationSyntax]
}

/// `program "title" { areas azure, modern-work }`.
package struct ProgramSyntax: Hashable, Sendable {
  package let title: Word
  package let areas: [Word]

  /// When a designation is earned; nil where it is not said.
  package let qualification: QualificationSyntax?
}

/// `qualified when total >= 70 of 100 points and every score > 0 points in any of the last six months`.
package struct QualificationSyntax: Hashable, Sendable {
  package let total: Word

  /// The points that there are in all; nil where it is not said.
  package let outOf: Word?

  /// What every score must be more than; nil where only the total counts.
  package let everyScore: Word?
  package let months: Int
  package let citations: [CitationSyntax]
}

/// A reading that the published pages leave open, with its options.
package struct ChoiceSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
  package let options: [OptionSyntax]
}

/// `option id "title" default`.
package struct OptionSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word

  /// Whether it is in force where nothing else is asked for.
  package let isDefault: Bool
}

/// One kind of download.
package struct TableSyntax: Hashable, Sendable {
  package let id: Word
  package let title: Word
  package var columns: [ColumnSyntax] = []

  /// Columns that are about one name each, where a row of the download tells of several.
  package var splits: [SplitSyntax] = []
  package var filters: [RowFilterSyntax] = []

  /// Whether `gives association dates` is written.
  package var givesAssociationDates = false
}

/// `seats: seats from "PaidAvailableUnits" listed`.
package struct ColumnSyntax: Hashable, Sendable {
  package let id: Word

  /// What its cells hold: a word of the language, a kind of names or a unit.
  package let role: Word

  /// Header names that mean this column; at least one.
  package let headers: [Word]

  /// Whether files may lack it.
  package let isOptional: Bool

  /// `summed` or `listed`, where written.
  package let total: Word?
}

/// `workload "Intune" { seats: seats from "IntunePaidAvailableUnits" listed }`.
package struct SplitSyntax: Hashable, Sendable {
  package let kind: Word

  /// What the columns are about.
  package let name: Word
  package var columns: [ColumnSyntax] = []
}

/// `drop rows where duplicate is "1"`.
package struct RowFilterSyntax: Hashable, Sendable {
  /// Whether rows with the value are dropped; otherwise only they are kept.
  package let isDrop: Bool
  package let column: Word
  package let value: Word
}

/// When a version is in force, under which reading, and where it is published.
package struct VersionSyntax: Hashable, Sendable {
  /// The first month in force; nil for the beginning.
  package var from: Word?

  /// Whether `from` is only the first month in which the value was seen.
  package var isFirstSeen = false

  /// The last month in force.
  package var until: Word?

  /// The choice under which it is in force; nil for every one.
  package var choice: Word?

  /// The option of `choice`.
  package var option: Word?
  package var citations: [CitationSyntax] = []

  /// Whether a part could not be read: what is missing is not reported again.
  package var isBroken = false
}

/// `S1 "the published words"`.
package struct CitationSyntax: Hashable, Sendable {
  package let source: Word

  /// The published words.
  package let quote: Word?
}
