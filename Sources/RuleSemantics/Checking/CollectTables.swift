import Facts
import RuleSyntax

extension DeclarationCollector {
  mutating func collectTables() {
    let tables = placed(\.tables)
    reportRepeats(tables, of: "table") { $0.id }
    var schemas: [TableSchema] = []
    for entry in tables where !schemas.contains(where: { $0.id == entry.syntax.id.text }) {
      schemas.append(schema(entry))
    }
    declarations.catalogue = Catalogue(kinds: declarations.catalogue.kinds, tables: schemas)
  }

  private mutating func schema(_ entry: Placed<TableSyntax>) -> TableSchema {
    let table = entry.syntax
    let columns = table.columns.map { Placed(file: entry.file, syntax: $0) }
    reportRepeats(columns, of: "column") { $0.id }
    var schemas: [ColumnSchema] = []
    for column in table.columns {
      schemas.append(
        ColumnSchema(
          id: column.id.text,
          role: role(of: column, in: table, file: entry.file),
          headers: column.headers.map(\.text),
          isOptional: column.isOptional
        )
      )
    }
    reportMissingRoles(schemas, of: entry)
    return TableSchema(
      id: table.id.text,
      title: table.title.text,
      columns: schemas,
      rowFilters: table.filters.compactMap { rowFilter($0, of: table, file: entry.file) },
      givesAssociationDates: table.givesAssociationDates
    )
  }

  private mutating func role(
    of column: ColumnSyntax,
    in table: TableSyntax,
    file: Int
  ) -> ColumnRole {
    switch column.role.text {
    case "customer": return .customer
    case "customer-name": return .customerName
    case "tenant": return .tenant
    case "month": return .month
    case "date": return .date
    case "text": return .text
    default: break
    }
    if let kind = declarations.kind(column.role.text) { return .name(kind: kind) }
    if let unit = declarations.units[column.role.text] {
      let total: TotalRule = column.total?.text == "listed" ? .listed : .summed
      return .number(unit: unit.plural, total: total)
    }
    let roles = ["customer", "customer-name", "tenant", "month", "date", "text"]
    let known = roles + declarations.catalogue.kinds.map(\.id) + declarations.units.keys.sorted()
    diagnostics.append(.unknownRole(column.role, among: known, file: file))
    return .text
  }

  /// A table needs a tenant, a month and a customer; a list of association dates a date instead.
  private mutating func reportMissingRoles(_ columns: [ColumnSchema], of entry: Placed<TableSyntax>) {
    let needed: [(ColumnRole, String)] =
      entry.syntax.givesAssociationDates
      ? [(.tenant, "tenant"), (.date, "date")]
      : [(.customer, "customer"), (.tenant, "tenant"), (.month, "month")]
    for (role, word) in needed {
      let count = columns.filter { $0.role == role }.count
      guard count != 1 else { continue }
      diagnostics.append(
        Diagnostic(
          .missingDeclaration,
          "table `\(entry.syntax.id.text)` has \(count) columns of the role `\(word)`, it needs one",
          help: "declare one, such as `\(word): \(word) from \"Header\"`",
          file: entry.file,
          at: entry.syntax.id.span
        )
      )
    }
  }

  private mutating func rowFilter(
    _ filter: RowFilterSyntax,
    of table: TableSyntax,
    file: Int
  ) -> RowFilter? {
    guard let index = table.columns.firstIndex(where: { $0.id.text == filter.column.text }) else {
      let known = table.columns.map(\.id.text)
      diagnostics.append(.unknown("column", filter.column, among: known, file: file))
      return nil
    }
    guard table.columns[index].role.text == "text" else {
      diagnostics.append(
        Diagnostic(
          .wrongKindOfName,
          "rows are left out by a column of the role `text`; `\(filter.column.text)` is none",
          help: "declare the column as `text`",
          file: file,
          at: filter.column.span
        )
      )
      return nil
    }
    return RowFilter(action: filter.isDrop ? .drop : .keep, column: index, value: filter.value.text)
  }
}
