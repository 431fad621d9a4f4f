import Facts
import RuleSyntax

extension TreeLowering {
  /// The members of a set in this month: each version adds to, takes from or replaces the earlier.
  mutating func lowerSet(_ word: Word) -> NameSet? {
    if let known = sets[word.text] { return known }
    var result: NameSet?
    if let definition = lookUp(word, "set") {
      if case .set(let kindWord, let versions) = definition.body {
        result = lowerSet(definition.id, kindWord, versions)
      } else {
        report(.wrongKind(word, is: definition.what, needed: "set", file: file))
      }
    }
    sets[word.text] = .some(result)
    return result
  }

  private mutating func lowerSet(
    _ id: Word,
    _ kindWord: Word,
    _ versions: [SetVersionSyntax]
  ) -> NameSet? {
    guard let kind = declarations.kind(kindWord.text) else {
      let known = declarations.catalogue.kinds.map(\.id)
      report(.unknown("kind", kindWord, among: known, file: file))
      return nil
    }
    var members: [NameSet.Member] = []
    var isInForce = false
    for version in versions where chooser.isInForce(version.version) {
      isInForce = true
      let listed = version.members.compactMap { member($0, kind: kind) }
      switch version.change {
      case .all: members = listed
      case .added: members += listed.filter { !members.contains($0) }
      case .removed: members.removeAll { listed.contains($0) }
      }
      note(version.version.citations)
    }
    guard isInForce else {
      _ = inForce(versions, of: id) { $0.version }
      return nil
    }
    return NameSet(id: id.text, kind: kind, members: members)
  }

  mutating func member(_ word: Word, kind: Int) -> NameSet.Member? {
    if let member = declarations.members[kind][Declarations.normalised(word.text)] { return member }
    let names = declarations.catalogue.kinds[kind]
    let known = names.names.flatMap { [$0.canonical] + $0.aliases }
    report(.undeclaredMember(word, kind: names.id, among: known, file: file))
    return nil
  }

  mutating func lowerRows(_ word: Word) -> Int? {
    if let known = selections[word.text] { return known }
    var result: Int?
    if let definition = lookUp(word, "selection of rows") {
      if case .rows(let versions) = definition.body {
        if let version = inForce(versions, of: definition.id, { $0.version }) {
          result = lowerRows(definition.id, version)
        }
      } else {
        report(.wrongKind(word, is: definition.what, needed: "selection of rows", file: file))
      }
    }
    selections[word.text] = .some(result)
    return result
  }

  private mutating func lowerRows(_ id: Word, _ version: RowsVersionSyntax) -> Int? {
    var tables: [Int] = []
    for word in version.tables {
      guard let table = declarations.table(word.text) else {
        if !declarations.brokenNames.contains(word.text) {
          let known = declarations.catalogue.tables.map(\.id)
          report(.unknown("table", word, among: known, file: file))
        }
        return nil
      }
      tables.append(table)
    }
    let kinds = Set(tables.map { itemKinds(of: $0) })
    guard kinds.count == 1, let itemKind = kinds.first?.first, kinds.first?.count == 1 else {
      report(
        Diagnostic(
          .wrongTable,
          "`\(id.text)` reads tables whose rows are not about one kind of name",
          help: "select rows of tables with one such column, besides the association",
          file: file,
          at: version.tables[0].span
        )
      )
      return nil
    }
    let filters = version.filters.compactMap { lowerFilter($0, tables: tables) }
    guard filters.count == version.filters.count else { return nil }
    return arena.add(
      SelectionPlan(id: id.text, tables: tables.sorted(), filters: filters, itemKind: itemKind)
    )
  }

  /// Kinds of the table's name columns but the association.
  private func itemKinds(of table: Int) -> [Int] {
    declarations.catalogue.tables[table].columns.compactMap { column in
      guard case .name(let kind) = column.role, kind != declarations.associationKind else {
        return nil
      }
      return kind
    }
  }

  /// `column in set`: the column's kind must be the set's, in every table.
  private mutating func lowerFilter(_ filter: MembershipSyntax, tables: [Int]) -> NameFilter? {
    guard let set = lowerSet(filter.container) else { return nil }
    for table in tables.map({ declarations.catalogue.tables[$0] }) {
      guard let column = table.columns.first(where: { $0.id == filter.subject.text }) else {
        report(.unknown("column", filter.subject, among: table.columns.map(\.id), file: file))
        return nil
      }
      guard column.role == .name(kind: set.kind) else {
        let kind = declarations.catalogue.kinds[set.kind].plural
        report(
          Diagnostic(
            .wrongKindOfName,
            "column `\(column.id)` does not hold \(kind), and `\(set.id)` is a set of \(kind)",
            file: file,
            at: filter.subject.span.joined(with: filter.container.span)
          )
        )
        return nil
      }
    }
    return NameFilter(set: set, isNegated: filter.isNegated)
  }

  mutating func lowerMeasure(_ word: Word) -> Int? {
    if let known = measures[word.text] { return known }
    var result: Int?
    if let definition = lookUp(word, "measure") {
      if case .measure(let versions) = definition.body {
        if let version = inForce(versions, of: definition.id, { $0.version }) {
          result = lowerMeasure(definition, version)
        }
      } else {
        report(.wrongKind(word, is: definition.what, needed: "measure", file: file))
      }
    }
    measures[word.text] = .some(result)
    return result
  }

  private mutating func lowerMeasure(
    _ definition: DefinitionSyntax,
    _ version: MeasureVersionSyntax
  ) -> Int? {
    guard let selection = lowerRows(version.rows) else { return nil }
    var columns: [Int] = []
    var numbers: [NumberRole] = []
    for table in arena.selections.values[selection].tables {
      let schema = declarations.catalogue.tables[table]
      guard let index = schema.columns.firstIndex(where: { $0.id == version.column.text }) else {
        report(.unknown("column", version.column, among: schema.columns.map(\.id), file: file))
        return nil
      }
      guard case .number(let unit, let total) = schema.columns[index].role else {
        report(.wrongKind(version.column, is: "column without numbers", needed: "number", file: file))
        return nil
      }
      columns.append(index)
      numbers.append(NumberRole(unit: unit, total: total))
    }
    guard let first = numbers.first, Set(numbers).count == 1, let unit = declarations.units[first.unit]
    else {
      report(
        Diagnostic(
          .incompatibleUnits,
          "`\(version.column.text)` has different units or totals in the tables",
          file: file,
          at: version.column.span
        )
      )
      return nil
    }
    return arena.add(
      MeasurePlan(
        id: definition.id.text,
        title: definition.title.text,
        selection: selection,
        columns: columns,
        unit: unit,
        total: first.total
      )
    )
  }
}

/// Unit and total of a number column.
private struct NumberRole: Hashable {
  let unit: String
  let total: TotalRule
}
