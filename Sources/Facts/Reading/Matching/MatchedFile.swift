/// A file that is one table's, before its rows are read.
struct MatchedFile {
  let plan: FilePlan
  let table: TextTable
  let layout: RowLayout

  /// Stands after the header row.
  let scanner: RowScanner
}

/// The columns of a file in an order that does not depend on the file.
///
/// Rows of two files can only be equal when the files have the same header names.
struct RowLayout {
  /// Folded header names, sorted.
  let keys: [[UInt8]]

  /// The cell of each of `keys`.
  let cells: [Int]

  init(_ header: Header) {
    cells = header.keys.indices.sorted { left, right in
      header.keys[left] == header.keys[right]
        ? left < right : header.keys[left].lexicographicallyPrecedes(header.keys[right])
    }
    keys = cells.map { header.keys[$0] }
  }
}

/// What is known of a source before its rows are read.
struct MatchResult {
  /// Nil when the file is not read.
  var file: MatchedFile?
  var findings = FindingLog()
}

/// Decodes a file and finds its table; findings tell why it is not read.
func matchFile(_ source: FactSource, _ lookup: CatalogueLookup) -> MatchResult {
  var result = MatchResult()
  guard let text = decodeText(source.bytes) else {
    result.findings.add(.notText(file: source.name))
    return result
  }
  let table = textTable(of: text, fileName: source.name)
  var scanner = RowScanner(separator: table.separator, offset: table.start)
  guard scanner.next(in: table.bytes.span) else {
    for row in table.brokenRows { result.findings.add(.badJSON(row, file: source.name)) }
    if table.brokenRows.isEmpty { result.findings.add(.emptyFile(source.name)) }
    return result
  }
  if let fault = scanner.fault {
    result.findings.add(.brokenQuote(fault, file: source.name, text: nil))
    return result
  }
  let line = table.rowLines == nil ? scanner.line : nil
  let header = Header(scanner, in: table.bytes.span, line: line)
  let match = matchTable(header, lookup)
  guard case .table(let index, let cells) = match else {
    for row in table.brokenRows { result.findings.add(.badJSON(row, file: source.name)) }
    addFindings(match, header, file: source.name, lookup, to: &result.findings)
    return result
  }
  if !text.isWellFormed { result.findings.add(.otherEncoding(file: source.name)) }
  addSpareColumns(cells, header, file: source.name, table: index, lookup, to: &result.findings)
  addAbsentExpiry(cells, header, file: source.name, table: index, lookup, to: &result.findings)
  result.file = MatchedFile(
    plan: FilePlan(file: source.name, table: index, cells: cells, header: header, lookup),
    table: table,
    layout: RowLayout(header),
    scanner: scanner
  )
  return result
}

/// Says why the header matched no table.
private func addFindings(
  _ match: TableMatch,
  _ header: Header,
  file: String,
  _ lookup: CatalogueLookup,
  to findings: inout FindingLog
) {
  let tables = lookup.catalogue.tables
  switch match {
  case .table:
    break
  case .ambiguous(let candidates):
    let ids = candidates.map { tables[$0].id }
    findings.add(.ambiguousTable(ids, file: file, line: header.line))
  case .repeated(let table, let cell):
    let name = header.names[cell]
    findings.add(.repeatedColumn(name, table: tables[table], file: file, line: header.line))
  case .missing(let table, let columns):
    for column in columns {
      let schema = tables[table].columns[column]
      findings.add(.missingColumn(schema, table: tables[table], header: header, file: file))
    }
  case .none:
    findings.add(.unmatchedFile(file))
  }
}

/// Notes the columns that go by another accepted header of a column that is already found.
private func addSpareColumns(
  _ cells: [Int?],
  _ header: Header,
  file: String,
  table: Int,
  _ lookup: CatalogueLookup,
  to findings: inout FindingLog
) {
  let columns = lookup.catalogue.tables[table].columns
  for (column, cell) in cells.enumerated() {
    // A download may name people in several ways; one of them is enough.
    guard let cell, columns[column].role != .person else { continue }
    for other in header.cells(named: lookup.headerKeys[table][column])
    where other != cell && !cells.contains(other) {
      findings.add(
        .spareColumn(
          header.names[other],
          taken: header.names[cell],
          table: lookup.catalogue.tables[table],
          file: file,
          line: header.line
        )
      )
    }
  }
}

/// Warns where the table tells when what people hold expires, and the file does not.
private func addAbsentExpiry(
  _ cells: [Int?],
  _ header: Header,
  file: String,
  table: Int,
  _ lookup: CatalogueLookup,
  to findings: inout FindingLog
) {
  let columns = lookup.catalogue.tables[table].columns
  guard let expiry = columns.firstIndex(where: { $0.role == .expiry }), cells[expiry] == nil,
    let kind = columns.lazy.compactMap(\.kind).first
  else { return }
  let names = lookup.catalogue.kinds[kind].plural
  findings.add(.absentExpiry(columns[expiry], of: names, header: header, file: file))
}
