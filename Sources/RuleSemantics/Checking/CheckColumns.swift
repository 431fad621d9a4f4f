import Facts
import RuleSyntax

extension DeclarationCollector {
  /// Reports roles that a table lacks or has twice.
  ///
  /// A table needs a tenant, a month and a customer; a list of association dates a tenant and a
  /// date; a table about people a date. A table of texts alone needs nothing: it is known, and nothing is read from it. Of the
  /// other roles that rows are told apart by, none may stand twice.
  mutating func reportRoles(_ columns: [ColumnSchema], of entry: Placed<TableSyntax>) {
    let table = entry.syntax
    // A role that could not be read may be the one that seems to be missing.
    guard !table.columns.contains(where: { isBroken($0, of: table) }) else { return }
    let isAboutPeople = columns.contains { $0.role == .person }
    let needed =
      isAboutPeople
      ? ["date"]
      : table.givesAssociationDates ? ["tenant", "date"] : ["customer", "tenant", "month"]
    let isOnlyKnown = !columns.isEmpty && columns.allSatisfy { $0.role == .text }
    for word in isOnlyKnown ? [] : needed
    where !columns.contains(where: { $0.role == ColumnRole.builtIn[word] }) {
      diagnostics.append(
        Diagnostic(
          .missingDeclaration,
          "table `\(table.id.text)` has no column of the role `\(word)`",
          help: "declare one, such as `\(word): \(word) from \"Header\"`",
          file: entry.file,
          at: table.id.span
        )
      )
    }
    var first: [ColumnRole: Word] = [:]
    for (column, syntax) in zip(columns, table.columns)
    where column.role.isSingle && !(isAboutPeople && column.role == .date) {
      guard let earlier = first[column.role] else {
        first[column.role] = syntax.role
        continue
      }
      diagnostics.append(
        Diagnostic(
          .repeatedName,
          "table `\(table.id.text)` has two columns of the role `\(syntax.role.text)`",
          help: "give one of them the role `text`",
          file: entry.file,
          at: syntax.role.span,
          related: [RelatedPlace("the first one", file: entry.file, at: earlier.span)]
        )
      )
    }
  }

  private func isBroken(_ column: ColumnSyntax, of table: TableSyntax) -> Bool {
    declarations.mistakes.hasColumn(column.id.text, of: table.id.text)
  }
}

extension ColumnRole {
  /// Whether a table has one column of the role at most.
  fileprivate var isSingle: Bool {
    switch self {
    case .text, .number, .person: false
    default: true
    }
  }
}
