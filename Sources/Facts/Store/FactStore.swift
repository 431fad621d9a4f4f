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
  package internal(set) var tables: [FactTable]

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
