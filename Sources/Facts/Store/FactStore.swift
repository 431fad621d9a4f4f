/// A partner's facts, read once into columns.
///
/// All codes are ranks: customers and tenants are sorted by code point, and so are undeclared
/// names after the declared ones. The store is the same whatever the order of rows and files.
package struct FactStore: Sendable {
  /// Sorted by id.
  ///
  /// A customer's index is its code.
  package let customers: [Customer]

  /// Tenant ids in lower case, sorted.
  ///
  /// A tenant's index is its code.
  package let tenants: [String]

  /// The spelling to show of each name, by kind (as in ``Catalogue/kinds``) and code.
  ///
  /// Declared names come first, with their index in ``NameKind/names`` as code.
  package let names: [[String]]

  /// People that used rows are about, sorted by id.
  ///
  /// A person's index is the code.
  package let people: [Person]

  /// One entry per table of the catalogue, in its order; empty tables for absent downloads.
  package let tables: [FactTable]

  /// What became of each file and row.
  package let account: FactAccount

  package init(
    customers: [Customer],
    tenants: [String],
    names: [[String]],
    people: [Person] = [],
    tables: [FactTable],
    account: FactAccount
  ) {
    self.customers = customers
    self.tenants = tenants
    self.names = names
    self.people = people
    self.tables = tables
    self.account = account
  }
}

/// A customer as the downloads name it.
package struct Customer: Hashable, Sendable {
  /// Exact text without outer blanks.
  package let id: String

  /// Of several names the first in file-name order; empty when no row gives one.
  package let name: String

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// Somebody whom rows are about.
package struct Person: Hashable, Sendable {
  /// The first cell of a row that says who it is, in lower case, such as a number.
  package let id: String

  /// What stands beside the id, in lower case, such as an e-mail; nil where nothing does, or where
  /// it stands beside several ids.
  package let otherName: String?

  /// By which people know the person.
  package var label: String { otherName ?? id }

  package init(id: String, otherName: String? = nil) {
    self.id = id
    self.otherName = otherName
  }
}

/// The used rows of one table, as columns; a row's index is the same in every column.
///
/// A used row of a split table is one row here for each name that it tells of, maybe none.
package struct FactTable: Sendable {
  /// Whether some file matched the table.
  package let isPresent: Bool

  /// Whether some file has a row that was not rejected, used or not.
  package let hasRows: Bool

  /// The length of every column that is not empty.
  package let rowCount: Int

  /// The customer's code; empty for tables that only give association dates.
  package let customer: [Int32]

  /// The tenant's code.
  package let tenant: [Int32]

  /// The row's month as ``Month/index``; empty without a month column.
  ///
  /// For a table that gives association dates it is the month in which the association began.
  /// -1 is an empty cell of an optional column.
  package let month: [Int32]

  /// The person's code; empty for tables that are about nobody.
  package let person: [Int32]

  /// Days of completion and expiry by column (index in ``TableSchema/columns``), as ``Day/index``;
  /// empty for columns of other roles, and in tables that are about nobody.
  ///
  /// ``noDay`` is an empty cell.
  package let days: [[Int32]]

  /// What an empty cell of dates holds.
  package static let noDay = Int32.min

  /// Codes by column (index in ``TableSchema/columns``); empty for columns of other roles.
  ///
  /// -1 is an empty cell of an optional column.
  package let names: [[Int32]]

  /// Numbers by column (index in ``TableSchema/columns``); nil for columns of other roles, and
  /// for all but the first of the columns that hold the numbers of several names.
  package let numbers: [NumberColumn?]

  /// Months of rows that were not rejected, used or not, sorted; empty for tables about people.
  package let coveredMonths: [Month]

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

/// Exact numbers of one column: `mantissas[row] / 10^scale`.
package struct NumberColumn: Sendable {
  /// Fraction digits, the same for the whole column: the most that any cell needs.
  package let scale: Int

  /// By row; 0 where the cell is empty.
  package let mantissas: NumberStorage

  /// Rows whose cell is empty, ascending: their value is unknown, never zero.
  package let emptyRows: [Int32]

  package init(scale: Int, mantissas: NumberStorage, emptyRows: [Int32]) {
    self.scale = scale
    self.mantissas = mantissas
    self.emptyRows = emptyRows
  }
}

/// Mantissas by row: 8 bytes each unless some number of the column needs more.
package enum NumberStorage: Sendable {
  case narrow([Int64])
  case wide([Int128])

  /// The mantissa of a row.
  package subscript(row: Int) -> Int128 {
    switch self {
    case .narrow(let values): Int128(values[row])
    case .wide(let values): values[row]
    }
  }
}
