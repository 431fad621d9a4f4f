import Facts
import RuleSyntax

extension DeclarationCollector {
  mutating func collectTables() {
    var schemas: [TableSchema] = []
    for entry in first(placed(\.tables), of: "table", id: \.id) {
      declarations.tableIDs[entry.syntax.id.text] = schemas.count
      for column in entry.syntax.columns + entry.syntax.splits.flatMap(\.columns) {
        let place = Placed(file: entry.file, syntax: column.role.span)
        declarations.columnPlaces[entry.syntax.id.text, default: [:]][column.id.text] = place
      }
      schemas.append(schema(entry))
    }
    declarations.catalogue = Catalogue(kinds: declarations.catalogue.kinds, tables: schemas)
  }

  private mutating func schema(_ entry: Placed<TableSyntax>) -> TableSchema {
    let table = entry.syntax
    first(table.columns.map { Placed(file: entry.file, syntax: $0) }, of: "column", id: \.id)
    let columns =
      table.columns.map { column in
        ColumnSchema(
          id: column.id.text,
          role: role(of: column, in: table, file: entry.file),
          headers: column.headers.map(\.text),
          isOptional: column.isOptional,
          isOfCustomer: declarations.kindsOfCustomers.contains(column.role.text),
          range: range(of: column)
        )
      } + splitColumns(of: entry)
    reportHeaders(of: entry)
    reportRoles(columns, of: entry)
    return TableSchema(
      id: table.id.text,
      title: table.title.text,
      columns: columns,
      rowFilters: table.filters.compactMap { rowFilter($0, columns, of: table, file: entry.file) },
      givesAssociationDates: table.givesAssociationDates
    )
  }

  /// What the numbers of a column can be, by its unit.
  func range(of column: ColumnSyntax) -> AmountRange {
    declarations.unit(column.role.text)?.range ?? AmountRange(least: nil, most: nil)
  }

  mutating func role(
    of column: ColumnSyntax,
    in table: TableSyntax,
    file: Int
  ) -> ColumnRole {
    if let role = role(column.role.text, total: column.total) {
      reportTotal(of: column, role, file: file)
      return role
    }
    let word = column.role.text
    let units = declarations.units.keys.filter {
      declarations.kindIDs[$0] == nil && declarations.kindPlurals[$0] == nil
    }
    let known = Array(ColumnRole.builtIn.keys) + Array(declarations.kindIDs.keys) + units
    if !declarations.mistakes.names.contains(word) {
      diagnostics.append(.unknownRole(column.role, among: known, file: file))
    }
    // What reads the column stays silent.
    declarations.mistakes.columns.insert(table.id.text + "." + column.id.text)
    let near = NearestNames.among(known, to: word).first
    let unit = near.flatMap { declarations.unit($0) }
    declarations.mistakes.units[word] = unit ?? Unit(singular: word, plural: word, decimals: 0)
    return near.flatMap { role($0, total: column.total) } ?? .text
  }

  private func role(_ word: String, total: Word?) -> ColumnRole? {
    if let role = ColumnRole.builtIn[word] { return role }
    if let kind = declarations.kind(id: word) { return .name(kind: kind) }
    guard let unit = declarations.unit(word), declarations.kindPlurals[word] == nil else {
      return nil
    }
    return .number(unit: unit.plural, total: total?.text == "listed" ? .listed : .summed)
  }

  /// `summed` and `listed` say how numbers make one: other columns have none.
  private mutating func reportTotal(of column: ColumnSyntax, _ role: ColumnRole, file: Int) {
    if case .number = role { return }
    guard let total = column.total else { return }
    diagnostics.append(
      Diagnostic(
        .wrongKindOfName,
        "column `\(column.id.text)` holds no numbers, so it cannot be \(total.text)",
        help: "delete `\(total.text)`, or give the column a unit",
        file: file,
        at: total.span,
        fix: .delete(total.span, total.text, .unsafe, file: file)
      )
    )
  }

  /// A header that stands for two columns would be read twice.
  private mutating func reportHeaders(of entry: Placed<TableSyntax>) {
    var owners: [String: (column: String, header: Word)] = [:]
    let own = entry.syntax.columns.map { ("column `\($0.id.text)`", $0) }
    let split = entry.syntax.splits.flatMap { split in
      split.columns.map { ("column `\($0.id.text)` of `\(split.name.text)`", $0) }
    }
    for (name, column) in own + split {
      for header in column.headers {
        let key = Declarations.normalised(header.text)
        guard let owner = owners[key] else {
          owners[key] = (name, header)
          continue
        }
        guard owner.column != name else { continue }
        let first = Placed(file: entry.file, syntax: owner.header)
        let place = Placed(file: entry.file, syntax: header)
        diagnostics.append(.clashing(place, owner: owner.column, first: first))
      }
    }
  }

  private mutating func rowFilter(
    _ filter: RowFilterSyntax,
    _ columns: [ColumnSchema],
    of table: TableSyntax,
    file: Int
  ) -> RowFilter? {
    guard let index = columns.firstIndex(where: { $0.id == filter.column.text }) else {
      let known = columns.filter { $0.role == .text }.map(\.id)
      diagnostics.append(
        .unknown(
          "column",
          filter.column,
          among: known,
          message: "table `\(table.id.text)` has no column `\(filter.column.text)`",
          file: file
        )
      )
      return nil
    }
    guard columns[index].role == .text else {
      diagnostics.append(
        Diagnostic(
          .wrongKindOfName,
          "rows are left out by a `text` column, and `\(filter.column.text)` is none",
          help: "name a column with the role `text`",
          file: file,
          at: filter.column.span,
          related: [
            RelatedPlace("declared here", file: file, at: table.columns[index].role.span)
          ]
        )
      )
      return nil
    }
    return RowFilter(action: filter.isDrop ? .drop : .keep, column: index, value: filter.value.text)
  }
}

extension ColumnRole {
  /// Roles that every rule set has, by their word.
  static let builtIn: [String: ColumnRole] = [
    "customer": .customer, "customer-name": .customerName, "tenant": .tenant, "month": .month,
    "date": .date, "person": .person, "completion": .completion, "expiry": .expiry, "text": .text,
  ]
}
