import Facts
import RuleSyntax

extension TreeLowering {
  mutating func lowerMeasure(_ word: Word) -> Int? {
    if let known = measures[word.text] { return known }
    var result: Int?
    if let definition = lookUp(word, .measure), case .measure(let versions) = definition.body,
      let version = inForce(versions, of: definition.id, usedAt: word, { $0.version })
    {
      result = lowerMeasure(definition, version)
    }
    measures[word.text] = .some(result)
    return result
  }

  private mutating func lowerMeasure(
    _ definition: DefinitionSyntax,
    _ version: MeasureVersionSyntax
  ) -> Int? {
    guard let selection = lowerRows(version.rows) else { return nil }
    var columns: [NumberColumn] = []
    for table in arena.selections.values[selection].tables {
      guard let column = numberColumn(version.column, of: declarations.catalogue.tables[table])
      else { return nil }
      columns.append(column)
    }
    guard let first = columns.first, let unit = declarations.unit(first.unit) else { return nil }
    if let other = columns.first(where: { !$0.isLike(first) }) {
      report(
        Diagnostic(
          .incompatibleUnits,
          "`\(version.column.text)` is \(first.description), and \(other.description)",
          help: "make a measure for each table, or declare the columns alike",
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
        columns: columns.map(\.index),
        unit: unit,
        total: first.total
      )
    )
  }

  private mutating func numberColumn(_ word: Word, of table: TableSchema) -> NumberColumn? {
    guard !isBroken(word.text, of: table) else { return nil }
    let index = table.columns.firstIndex { $0.id == word.text }
    if let index, case .number(let unit, let total) = table.columns[index].role {
      return NumberColumn(index: index, table: table.id, unit: unit, total: total)
    }
    let known = table.columns.filter { if case .number = $0.role { true } else { false } }.map(\.id)
    report(
      .wrongColumn(word, of: table, isThere: index != nil, needed: "numbers", known, file: file)
    )
    return nil
  }
}

/// A column of a table with numbers.
private struct NumberColumn {
  /// The index in ``TableSchema/columns``.
  let index: Int
  let table: String
  let unit: String
  let total: TotalRule

  func isLike(_ other: NumberColumn) -> Bool { unit == other.unit && total == other.total }

  var description: String {
    "\(total == .listed ? "listed" : "summed") \(unit) in `\(table)`"
  }
}
