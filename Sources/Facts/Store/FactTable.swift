/// The used rows of one table, as columns; a row's index is the same in every column.
///
/// A used row of a split table is one row here for each name that it tells of, maybe none.
package struct FactTable: Sendable {
  /// Whether some file matched the table.
  package let isPresent: Bool

  /// Whether some file has a row that was not rejected, used or not.
  package let hasRows: Bool

  /// The length of every column that is not empty.
  package internal(set) var rowCount: Int

  /// The customer's code; empty for tables that only give association dates.
  package internal(set) var customer: [Int32]

  /// The tenant's code.
  package internal(set) var tenant: [Int32]

  /// The row's month as ``Month/index``; empty without a month column.
  ///
  /// For a table that gives association dates it is the month in which the association began.
  /// -1 is an empty cell of an optional column.
  package internal(set) var month: [Int32]

  /// The person's code; empty for tables that are about nobody.
  package internal(set) var person: [Int32]

  /// Days of completion and expiry by column (index in ``TableSchema/columns``), as ``Day/index``;
  /// empty for columns of other roles, and in tables that are about nobody.
  ///
  /// ``noDay`` is an empty cell.
  package internal(set) var days: [[Int32]]

  /// What an empty cell of dates holds.
  package static let noDay = Int32.min

  /// Codes by column (index in ``TableSchema/columns``); empty for columns of other roles.
  ///
  /// -1 is an empty cell of an optional column.
  package internal(set) var names: [[Int32]]

  /// Numbers by column (index in ``TableSchema/columns``); nil for columns of other roles, and
  /// for all but the first of the columns that hold the numbers of several names.
  package internal(set) var numbers: [NumberColumn?]

  /// Where each row stands; empty unless the reader was asked to keep lines.
  package internal(set) var rowPlaces: [RowPlace] = []

  /// The files of the table, in order of their names: ``RowPlace/file`` is an index here.
  package internal(set) var fileNames: [String] = []

  /// Months of rows that were not rejected, used or not, sorted; empty for tables about people.
  package let coveredMonths: [Month]

  /// The rows but for their numbers, where they are kept by what they are about; nil elsewhere.
  ///
  /// The numbers are then in the order of these rows, and all other columns are empty.
  var grouped: GroupedRows?

  /// The columns of names of a grouped table, with their place in a subject; nil for a column that
  /// no file has.
  var nameColumns: [(column: Int, place: Int?)] = []

  /// Where the rows of each tenant begin, and the end, in a grouped list of associations.
  var tenantStarts: [Int32] = []

  package init(
    isPresent: Bool,
    hasRows: Bool? = nil,
    rowCount: Int,
    customer: [Int32],
    tenant: [Int32],
    month: [Int32],
    person: [Int32] = [],
    days: [[Int32]] = [],
    names: [[Int32]],
    numbers: [NumberColumn?],
    coveredMonths: [Month]
  ) {
    self.isPresent = isPresent
    self.hasRows = hasRows ?? isPresent
    self.rowCount = rowCount
    self.customer = customer
    self.tenant = tenant
    self.month = month
    self.person = person
    self.days = days
    self.names = names
    self.numbers = numbers
    self.coveredMonths = coveredMonths
  }

  /// How many people the rows are about.
  package var peopleCount: Int { Set(person).count }
}

/// Where a row of a table stands.
package struct RowPlace: Hashable, Sendable {
  /// An index in ``FactTable/fileNames``.
  package let file: Int32

  /// 1-based, the first of the row's lines; of JSON the one in which the object begins.
  package let line: Int32

  package init(file: Int32, line: Int32) {
    self.file = file
    self.line = line
  }
}

/// Exact numbers of one column: `mantissas[row] / 10^scale`.
package struct NumberColumn: Sendable {
  /// Fraction digits, the same for the whole column: the most that any cell needs.
  package let scale: Int

  /// By row; 0 where the cell is empty.
  package internal(set) var mantissas: NumberStorage

  /// Rows whose cell is empty, ascending: their value is unknown, never zero.
  package internal(set) var emptyRows: [Int32]

  package init(scale: Int, mantissas: NumberStorage, emptyRows: [Int32]) {
    self.scale = scale
    self.mantissas = mantissas
    self.emptyRows = emptyRows
  }
}

/// Mantissas by row, of 4, 8 or 16 bytes each, as some number of the column needs.
package enum NumberStorage: Sendable {
  case small([Int32])
  case narrow([Int64])
  case wide([Int128])

  /// The mantissa of a row.
  package subscript(row: Int) -> Int128 {
    switch self {
    case .small(let values): Int128(values[row])
    case .narrow(let values): Int128(values[row])
    case .wide(let values): values[row]
    }
  }
}
