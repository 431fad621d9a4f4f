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
    let selection = lowerRows(version.rows)
    guard let selection else {
      for part in version.parts { if let rate = part.rate { _ = lookUp(rate, .rate) } }
      return nil
    }
    let parts = version.parts.map { lowerPart($0, of: selection) }
    let known = parts.compactMap(\.self)
    guard known.count == parts.count, let first = known.first else { return nil }
    if let (other, syntax) = zip(known, version.parts).first(where: { !$0.0.isLike(first) }) {
      report(
        Diagnostic(
          .incompatibleUnits,
          "`\(syntax.column.text)` is \(other.difference(from: first)), "
            + "and what it is added to \(first.difference(from: other))",
          help: other.unit == first.unit
            ? "add columns that are both `summed` or both `listed`"
            : "add numbers of one unit: a rate turns them into another",
          file: file,
          at: syntax.column.span,
          related: version.parts.first.map {
            [RelatedPlace(first.difference(from: other), file: file, at: $0.column.span)]
          } ?? []
        )
      )
      return nil
    }
    return arena.add(
      MeasurePlan(
        id: definition.id.text,
        title: definition.title.text,
        selection: selection,
        parts: known.map(\.plan),
        unit: first.unit,
        total: first.total
      )
    )
  }

  /// A column of every table of the selection, at its rate.
  private mutating func lowerPart(_ part: MeasurePartSyntax, of selection: Int) -> LoweredPart? {
    var columns: [NumberColumn] = []
    for table in arena.selections.values[selection].tables {
      guard let column = numberColumn(part.column, of: declarations.catalogue.tables[table])
      else { return nil }
      columns.append(column)
    }
    guard let first = columns.first, let unit = declarations.unit(first.unit) else { return nil }
    if let other = columns.first(where: { !$0.isLike(first) }) {
      report(
        Diagnostic(
          .incompatibleUnits,
          "`\(part.column.text)` is \(first.description), and \(other.description)",
          help: "make a measure for each table, or declare the columns alike",
          file: file,
          at: part.column.span,
          related: [first, other].compactMap { columnPlace(part.column.text, ofTable: $0.table) }
        )
      )
      return nil
    }
    var rate: LoweredRate?
    if let word = part.rate {
      rate = lowerRate(word, of: arena.selections.values[selection].itemKind)
      guard rate != nil else { return nil }
    }
    return LoweredPart(
      plan: MeasurePart(columns: columns.map(\.index), unit: unit, rate: rate?.plan),
      unit: rate?.unit ?? unit,
      total: first.total
    )
  }

  /// The rate, if it is one of names of the kind.
  private mutating func lowerRate(_ word: Word, of kind: Int) -> LoweredRate? {
    let declarations = declarations
    let found = lookUp(word, called: "rate", needed: "rate of \(kindID(kind))") { definition in
      guard case .rate(let own, _) = definition.body else { return false }
      return declarations.kind(id: own.text) == kind
    }
    return found == nil ? nil : lowerRate(word)
  }

  /// Where a table declares what a column holds.
  private func columnPlace(_ column: String, ofTable table: String) -> RelatedPlace? {
    declarations.columnPlaces[table]?[column].map {
      RelatedPlace("in table `\(table)`", file: $0.file, at: $0.syntax)
    }
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

/// What is added up in a measure.
private struct LoweredPart {
  let plan: MeasurePart

  /// Of the numbers at their rate.
  let unit: Unit
  let total: TotalRule

  func isLike(_ other: LoweredPart) -> Bool { unit == other.unit && total == other.total }

  /// `in users`, or `listed` where the unit is the same.
  func difference(from other: LoweredPart) -> String {
    guard unit == other.unit else { return "in \(unit.plural)" }
    return total == .listed ? "listed" : "summed"
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
