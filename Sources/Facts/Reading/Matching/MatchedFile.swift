/// A file that is one table's, before its rows are read.
struct MatchedFile {
  /// Where the rows come from.
  enum Content {
    /// The whole text.
    case whole([UInt8])
    /// A file to be read from its beginning.
    case later(FactSource)
  }

  let plan: FilePlan
  let layout: RowLayout
  let content: Content
  let separator: UInt8

  /// The offset of the first byte after the header row.
  let start: Int

  /// Lines up to there.
  let headerLines: Int

  /// As ``TextTable/rowLines``.
  let rowLines: [Int]?
  let brokenRows: [BrokenRow]

  /// Whether the text is UTF-8 up to the first row; of JSON, throughout.
  let isWellFormed: Bool
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

/// Finds the table of a file; nil when its bytes cannot be had.
///
/// Findings tell why it is not read.
func matchFile(
  _ source: FactSource,
  _ lookup: CatalogueLookup,
  _ settings: ReadSettings
) -> MatchResult? {
  guard let head = source.head(settings.headBytes) else { return nil }
  if head.isWhole || hasHeader(head.bytes, fileName: source.name) {
    let content = head.isWhole ? nil : MatchedFile.Content.later(source)
    return matchFile(source.name, head.bytes, content, lookup)
  }
  return source.readAll().map { matchFile(source.name, $0, nil, lookup) }
}

/// Whether the beginning of a file is enough to find its table: it is separated text in UTF-8 whose
/// first row ends there.
private func hasHeader(_ head: [UInt8], fileName: String) -> Bool {
  let isUTF16 = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
  guard !isUTF16, let text = decodeText(head), !isJSON(text, fileName: fileName) else {
    return false
  }
  let (separator, isCertain) = detectSeparator(in: head.span, from: text.start)
  var scanner = RowScanner(separator: separator, offset: text.start)
  return isCertain && scanner.next(in: head.span) && scanner.row.isClosed
    && scanner.offset < head.count
}

/// `content` is where the rows are, when `bytes` are only the beginning.
private func matchFile(
  _ name: String,
  _ bytes: [UInt8],
  _ content: MatchedFile.Content?,
  _ lookup: CatalogueLookup
) -> MatchResult {
  var result = MatchResult()
  guard let text = decodeText(bytes) else {
    result.findings.add(.notText(file: name))
    return result
  }
  let table = textTable(of: text, fileName: name)
  var scanner = RowScanner(separator: table.separator, offset: table.start)
  guard scanner.next(in: table.bytes.span) else {
    for row in table.brokenRows { result.findings.add(.badJSON(row, file: name)) }
    if table.brokenRows.isEmpty { result.findings.add(.emptyFile(name)) }
    return result
  }
  if let fault = scanner.fault {
    result.findings.add(.brokenQuote(fault, file: name, text: nil))
    return result
  }
  let line = table.rowLines == nil ? scanner.line : nil
  let header = Header(scanner, in: table.bytes.span, line: line)
  let match = matchTable(header, lookup)
  guard case .table(let index, let cells) = match else {
    for row in table.brokenRows { result.findings.add(.badJSON(row, file: name)) }
    addFindings(match, header, file: name, lookup, to: &result.findings)
    return result
  }
  let checkedBytes =
    table.rowLines == nil ? table.bytes.span.extracting(0..<scanner.offset) : text.bytes.span
  addSpareColumns(cells, header, file: name, table: index, lookup, to: &result.findings)
  addAbsentExpiry(cells, header, file: name, table: index, lookup, to: &result.findings)
  result.file = MatchedFile(
    plan: FilePlan(file: name, table: index, cells: cells, header: header, lookup),
    layout: RowLayout(header),
    content: content ?? .whole(table.bytes),
    separator: table.separator,
    start: scanner.offset,
    headerLines: scanner.nextLine - 1,
    rowLines: table.rowLines,
    brokenRows: table.brokenRows,
    isWellFormed: isWellFormed(checkedBytes)
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
