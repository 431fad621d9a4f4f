/// Which table of the catalogue a file is.
enum TableMatch {
  /// `cells` by column of the table: where the file has it; nil for an absent optional column and
  /// for a column without headers.
  case table(Int, cells: [Int?])
  /// Several tables fit equally well.
  case ambiguous([Int])
  /// The header that a needed column goes by stands there more than once.
  case repeated(table: Int, cell: Int)
  /// Nearly fits, but these columns are absent.
  case missing(table: Int, columns: [Int])
  case none
}

/// How the columns of one table are found in a header.
private struct Fit {
  let table: Int
  let cells: [Int?]
  /// Columns that must be there and are not.
  let missing: [Int]
  let requiredCount: Int

  var foundCount: Int { cells.count { $0 != nil } }
}

/// Finds the table whose columns `header` has: of several the one of which it has most columns.
func matchTable(_ header: Header, _ lookup: CatalogueLookup) -> TableMatch {
  let fits = lookup.catalogue.tables.indices.map { fit($0, header, lookup) }
  let whole = fits.filter { $0.missing.isEmpty && $0.foundCount > 0 }
  let most = whole.map(\.foundCount).max()
  let best = whole.filter { $0.foundCount == most }
  guard best.count < 2 else { return .ambiguous(best.map(\.table)) }
  guard let match = best.first else { return nearMatch(fits) }
  let repeated = match.cells.compactMap(\.self).first { cell in
    header.cells(named: [header.keys[cell]]).count > 1
  }
  if let repeated { return .repeated(table: match.table, cell: repeated) }
  return .table(match.table, cells: match.cells)
}

private func fit(_ table: Int, _ header: Header, _ lookup: CatalogueLookup) -> Fit {
  let columns = lookup.catalogue.tables[table].columns
  let cells = lookup.headerKeys[table].map { header.cells(named: $0).first }
  // No file has a column without headers: its names are those of other columns.
  var required = columns.indices.filter { !columns[$0].isOptional && !columns[$0].headers.isEmpty }
  // Of the columns that say whom a row is about, each may be absent, but not all.
  let people = columns.indices.filter { columns[$0].role == .person }
  if let first = people.first, people.allSatisfy({ columns[$0].isOptional && cells[$0] == nil }) {
    required.append(first)
    required.sort()
  }
  return Fit(
    table: table,
    cells: cells,
    missing: required.filter { cells[$0] == nil },
    requiredCount: required.count
  )
}

/// A table is nearly met when one or two of its columns, and fewer than half, are absent.
private func nearMatch(_ fits: [Fit]) -> TableMatch {
  let near = fits.filter { fit in
    (1...2).contains(fit.missing.count) && fit.missing.count * 2 < fit.requiredCount
  }
  let best = near.min { left, right in
    left.missing.count != right.missing.count
      ? left.missing.count < right.missing.count : left.foundCount > right.foundCount
  }
  guard let best else { return .none }
  return .missing(table: best.table, columns: best.missing)
}
