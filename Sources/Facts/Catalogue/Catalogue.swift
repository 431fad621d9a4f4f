/// What the downloads look like: tables, columns and names, as the rule files declare them.
///
/// Nothing in it comes from Swift code; the reader of facts knows roles (customer, tenant, month,
/// names of a kind, numbers), and a `Catalogue` says which header plays which role.
package struct Catalogue: Hashable, Sendable {
  /// Kinds of names (workload, service, partner association), in order of declaration.
  package let kinds: [NameKind]

  /// In order of declaration; a table's index is its place here.
  package let tables: [TableSchema]

  package init(kinds: [NameKind], tables: [TableSchema]) {
    self.kinds = kinds
    self.tables = tables
  }
}

/// A kind of names that cells may hold, such as workloads.
package struct NameKind: Hashable, Sendable {
  /// The word that rule files use for one of them: `workload`.
  package let id: String

  /// `workloads`.
  package let plural: String

  /// Whether cells may hold names that no rule file declares.
  ///
  /// An undeclared name of a closed kind is reported and its rows are kept out as unknown; of an
  /// open kind it is a name like any other.
  package let isOpen: Bool

  /// Whether rows with undeclared names are not needed: of a kind that is neither open nor closed,
  /// rule files declare those names that count.
  package let isSelective: Bool

  /// The declared names; a name's index here is its code in a `FactStore`.
  package let names: [DeclaredName]

  package init(
    id: String,
    plural: String,
    isOpen: Bool,
    isSelective: Bool = false,
    names: [DeclaredName]
  ) {
    self.id = id
    self.plural = plural
    self.isOpen = isOpen
    self.isSelective = isSelective
    self.names = names
  }
}

/// One declared name with its other spellings.
package struct DeclaredName: Hashable, Sendable {
  /// The spelling that reports show.
  package let canonical: String

  /// Other spellings of the same thing; cells are compared without case and outer blanks.
  package let aliases: [String]

  /// When what the name stands for was given up; nil while it is not.
  package let retirement: Retirement?

  /// A day from which a certificate is no more given, and how long an earlier one counts.
  package struct Retirement: Hashable, Sendable {
    package let day: Day

    /// The last month in which one that was completed before the day counts.
    package let lastMonth: Month

    package init(day: Day, lastMonth: Month) {
      self.day = day
      self.lastMonth = lastMonth
    }
  }

  package init(canonical: String, aliases: [String], retirement: Retirement? = nil) {
    self.canonical = canonical
    self.aliases = aliases
    self.retirement = retirement
  }
}

/// One kind of download.
package struct TableSchema: Hashable, Sendable {
  package let id: String
  package let title: String

  /// In order of declaration, which is not that of any file.
  package let columns: [ColumnSchema]

  /// Rows that a declaration takes out; counted as dropped (`drop`) or not needed (`keep`).
  package let rowFilters: [RowFilter]

  /// Whether the table is a list of dates on which associations began, and nothing else.
  package let givesAssociationDates: Bool

  /// The kind of the names that some columns are about, where a row of the download tells of
  /// several names beside each other; nil for other tables.
  ///
  /// The table then has a column with this kind as its role and without headers. A row becomes one
  /// row for each name of which some cell is not empty.
  package var splitKind: Int? {
    columns.first { $0.kind != nil && $0.headers.isEmpty }?.kind
  }

  /// Whether rows are about people, and neither about customers nor of a month.
  package var isAboutPeople: Bool { columns.contains { $0.role == .person } }

  package init(
    id: String,
    title: String,
    columns: [ColumnSchema],
    rowFilters: [RowFilter],
    givesAssociationDates: Bool
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rowFilters = rowFilters
    self.givesAssociationDates = givesAssociationDates
  }
}

/// A needed column of a table.
package struct ColumnSchema: Hashable, Sendable {
  package let id: String

  /// What its cells are.
  package let role: ColumnRole

  /// Header names that mean this column, compared without case; the first is the usual one.
  package let headers: [String]

  /// Whether the column may be absent and its cells may be empty.
  package let isOptional: Bool

  /// The one name that the column's numbers are about, a code of the table's
  /// ``TableSchema/splitKind``; nil for columns that are about the whole row.
  ///
  /// Columns of different names have the same id; the first of them holds the numbers of all in a
  /// `FactTable`.
  package let splitName: Int32?

  /// Whether the names tell of the row's customer, and not of what the row is about.
  package let isOfCustomer: Bool

  /// What its numbers can be; a row with another one is rejected.
  package let range: AmountRange

  /// The kind of its names, an index in ``Catalogue/kinds``; nil for columns of other roles.
  package var kind: Int? {
    if case .name(let kind) = role { kind } else { nil }
  }

  package init(
    id: String,
    role: ColumnRole,
    headers: [String],
    isOptional: Bool,
    splitName: Int32? = nil,
    isOfCustomer: Bool = false,
    range: AmountRange = AmountRange(least: nil, most: nil)
  ) {
    self.id = id
    self.role = role
    self.headers = headers
    self.isOptional = isOptional
    self.splitName = splitName
    self.isOfCustomer = isOfCustomer
    self.range = range
  }
}

/// What the cells of a column are.
package enum ColumnRole: Hashable, Sendable {
  /// The customer's id: exact text without outer blanks.
  case customer
  /// The customer's name, for people; may be empty.
  case customerName
  /// The tenant's id, compared without case.
  case tenant
  /// The month that the row's numbers belong to.
  case month
  /// The day on which an association began.
  case date
  /// The day since which the row's person holds what its names say.
  case completion
  /// The last day on which the person holds it; an empty cell is none.
  case expiry
  /// Whom the row is about, compared without case and outer blanks: of several columns the first
  /// that is not empty.
  case person
  /// Text that only row filters read, or that nothing reads.
  case text
  /// A name of the kind with this index in ``Catalogue/kinds``.
  case name(kind: Int)
  /// A number in a declared unit; `unit` is the unit's id, such as `seats` or `USD`.
  case number(unit: String, total: TotalRule)
}

/// How the rows of one tenant, name and month make one number.
package enum TotalRule: Hashable, Sendable {
  /// Each row is an amount of its own: they add up.
  case summed
  /// The same amounts are listed once under every association: rows of one association (as
  /// downloaded) and table add up, and the largest of these totals counts.
  case listed
}

/// A declared reason to leave rows out.
package struct RowFilter: Hashable, Sendable {
  /// What becomes of rows.
  package enum Action: Hashable, Sendable {
    /// Rows with the value are dropped.
    case drop
    /// Rows without the value are not needed.
    case keep
  }

  /// What becomes of rows that have the value, or lack it.
  package let action: Action

  /// The index of a text column in ``TableSchema/columns``.
  package let column: Int

  /// Compared without case and outer blanks.
  package let value: String

  package init(action: Action, column: Int, value: String) {
    self.action = action
    self.column = column
    self.value = value
  }
}
