import Facts
import RuleSyntax

extension DeclarationCollector {
  /// Reports roles that a table lacks or has twice.
  ///
  /// A table needs a tenant, a month and a customer; a list of association dates a tenant and a
  /// date; a table about people a day of completion for the names that they hold. A table of texts
  /// alone needs nothing: it is known, and nothing is read from it. Of the other roles that rows are
  /// told apart by, none may stand twice.
  mutating func reportRoles(_ columns: [ColumnSchema], of entry: Placed<TableSyntax>) {
    let table = entry.syntax
    // A role that could not be read may be the one that seems to be missing.
    guard !table.columns.contains(where: { isBroken($0, of: table) }) else { return }
    let isAboutPeople = columns.contains { $0.role == .person }
    guard !reportDays(columns, of: entry, isAboutPeople: isAboutPeople) else { return }
    let needed =
      isAboutPeople
      ? columns.contains { $0.kind != nil } ? ["completion"] : []
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
    for (column, syntax) in zip(columns, table.columns) where column.role.isSingle {
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

  /// Reports days of people where nobody is, and other days beside people: nothing would read them.
  ///
  /// - Returns: whether there are any.
  private mutating func reportDays(
    _ columns: [ColumnSchema],
    of entry: Placed<TableSyntax>,
    isAboutPeople: Bool
  ) -> Bool {
    let unread: [ColumnRole] = isAboutPeople ? [.date] : [.completion, .expiry]
    let roles = zip(columns, entry.syntax.columns).filter { unread.contains($0.0.role) }
      .map(\.1.role)
    guard let role = roles.first else { return false }
    let table = "table `\(entry.syntax.id.text)`"
    diagnostics.append(
      Diagnostic(
        .wrongKindOfName,
        isAboutPeople
          ? "\(table) is about people, and no `\(role.text)` is read there"
          : "\(table) is about nobody, and no `\(role.text)` is read there",
        help: isAboutPeople
          ? "write `completion` or `expiry`, or `text` for what nothing reads"
          : "declare a column of the role `person`, or write `text`",
        file: entry.file,
        at: role.span,
        related: roles.dropFirst().map { RelatedPlace("and here", file: entry.file, at: $0.span) }
      )
    )
    return true
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
