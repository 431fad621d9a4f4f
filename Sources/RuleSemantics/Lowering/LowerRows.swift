import Facts
import RuleSyntax

extension TreeLowering {
  mutating func lowerRows(_ word: Word) -> Int? {
    if let known = selections[word.text] { return known }
    var result: Int?
    if let definition = lookUp(word, .rows), case .rows(let versions) = definition.body,
      let version = inForce(versions, of: definition.id, usedAt: word, { $0.version })
    {
      result = lowerRows(definition.id, version)
    }
    selections[word.text] = .some(result)
    return result
  }

  private mutating func lowerRows(_ id: Word, _ version: RowsVersionSyntax) -> Int? {
    guard let tables = lowerTables(version.tables),
      let itemKind = itemKind(of: tables, version.tables)
    else {
      // Names in the filters are looked up all the same, so that each mistake is reported.
      for filter in version.clauses.joined() { _ = lookUp(filter.container, .set) }
      return nil
    }
    let clauses = version.clauses.map { clause in
      clause.map { lowerFilter($0, tables: tables) }
    }
    let known = clauses.map { $0.compactMap(\.self) }
    guard zip(clauses, known).allSatisfy({ $0.count == $1.count }) else { return nil }
    return arena.add(
      SelectionPlan(
        id: id.text,
        tables: tables.sorted(),
        clauses: known.isEmpty ? [[]] : known,
        itemKind: itemKind
      )
    )
  }

  private mutating func lowerTables(_ words: [Word]) -> [Int]? {
    var tables: [Int] = []
    var places: [Int: Word] = [:]
    var isComplete = true
    for word in words {
      guard let table = declarations.tableIDs[word.text] else {
        isComplete = false
        if !declarations.mistakes.names.contains(word.text) {
          let known = declarations.catalogue.tables.filter { !$0.givesAssociationDates }.map(\.id)
          report(.unknown("table", word, among: known, file: file))
        }
        continue
      }
      if let first = places[table] {
        report(
          .repeated(
            "table",
            Placed(file: file, syntax: word),
            first: Placed(file: file, syntax: first),
            verb: "read",
            fix: .deleteListed(word, in: declarations.files[file], file: file)
          )
        )
        isComplete = false
      }
      places[table] = word
      tables.append(table)
    }
    return isComplete ? tables : nil
  }

  /// The one kind of name that the rows of all tables are about, besides the association.
  private mutating func itemKind(of tables: [Int], _ words: [Word]) -> Int? {
    var first: (kind: Int, word: Word)?
    for (index, word) in zip(tables, words) {
      let table = declarations.catalogue.tables[index]
      guard !table.givesAssociationDates else {
        report(
          .wrongTable(
            "table `\(word.text)` gives dates of associations, and no rows to count",
            help: "select rows of a table with months",
            file: file,
            at: word.span
          )
        )
        return nil
      }
      let kinds = itemKinds(of: table)
      guard let kind = kinds.first, kinds.count == 1 else {
        if !declarations.mistakes.names.contains(table.id),
          !table.columns.contains(where: { isBroken($0.id, of: table) })
        {
          report(.notAboutOneKind(word, kinds.map { kindID($0) }, file: file))
        }
        return nil
      }
      if let first, first.kind != kind {
        report(
          .wrongTable(
            "`\(first.word.text)` is about \(plural(first.kind)), and `\(word.text)` about \(plural(kind))",
            help: "make two selections, one for each kind",
            file: file,
            at: word.span,
            related: [
              RelatedPlace("about \(plural(first.kind))", file: file, at: first.word.span)
            ]
          )
        )
        return nil
      }
      first = first ?? (kind, word)
    }
    return first?.kind
  }

  /// Kinds of the table's name columns but the association.
  private func itemKinds(of table: TableSchema) -> [Int] {
    table.columns.compactMap { column in
      guard case .name(let kind) = column.role, kind != declarations.associationKind,
        !column.isOfCustomer
      else { return nil }
      return kind
    }
  }

  /// `column in set`: the column's kind must be the set's, in every table.
  private mutating func lowerFilter(_ filter: MembershipSyntax, tables: [Int]) -> NameFilter? {
    guard let kind = nameColumn(filter.subject, of: tables) else {
      _ = lookUp(filter.container, .set)
      return nil
    }
    return lowerSet(filter.container, of: kind).map {
      NameFilter(set: $0, isNegated: filter.isNegated)
    }
  }

  /// The kind of names that a column holds in all tables; nil after reporting that there is none.
  mutating func nameColumn(_ word: Word, of tables: [Int]) -> Int? {
    var kind: Int?
    for table in tables.map({ declarations.catalogue.tables[$0] }) {
      guard let own = nameColumn(word, of: table) else { return nil }
      if let kind, kind != own {
        report(
          .wrongTable(
            "`\(word.text)` holds \(plural(kind)) in one table, \(plural(own)) in another",
            help: "make a selection for each table",
            file: file,
            at: word.span
          )
        )
        return nil
      }
      kind = own
    }
    return kind
  }

  /// The kind of names that a column holds; nil after reporting that it holds none.
  private mutating func nameColumn(_ word: Word, of table: TableSchema) -> Int? {
    guard !isBroken(word.text, of: table) else { return nil }
    let column = table.columns.first { $0.id == word.text }
    if let column, case .name(let kind) = column.role { return kind }
    let known = table.columns.filter { if case .name = $0.role { true } else { false } }.map(\.id)
    report(
      .wrongColumn(word, of: table, isThere: column != nil, needed: "names", known, file: file)
    )
    return nil
  }

  /// Whether a mistake in the table's declaration may be why the column is not as needed.
  func isBroken(_ column: String, of table: TableSchema) -> Bool {
    declarations.mistakes.names.contains(table.id)
      || declarations.mistakes.hasColumn(column, of: table.id)
  }

  func kindID(_ kind: Int) -> String { declarations.catalogue.kinds[kind].id }

  func plural(_ kind: Int) -> String { declarations.catalogue.kinds[kind].plural }
}
