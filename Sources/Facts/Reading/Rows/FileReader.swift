/// Reads pieces of one file into columns and accounts for each row.
///
/// Each row is taken or left by the first rule that applies: rejected, unknown, dropped, not
/// needed, used. A name of a closed kind that nobody declared is told of whatever else the row is.
/// Whether a used row repeats one of another file is decided later.
///
/// A batch of rows is read column by column: what belongs to a column is fetched once for all its
/// cells. Only rows that turn out to be faulty are looked at again one by one, in their order, to
/// say what is wrong with them.
struct FileReader {
  let plan: FilePlan
  let lookup: CatalogueLookup
  let separator: UInt8
  private let rowLines: [Int]?
  /// Cells by header name, when rows are to be compared with those of other files.
  let comparedCells: [Int]?
  /// As in ``ReadSettings/keepsLines``.
  let keepsLines: Bool
  /// Lines before the first row.
  let headerLines: Int
  var rows: FileRows
  var findings = FindingLog()

  /// The rows that are being read.
  var batch: RowBatch
  /// The form that each place of ``FilePlan/months`` is written in.
  var monthForms: [MonthForm?] = []
  /// What to add to the scanner's line to name a line.
  var lineBase = 0
  var cells: BatchCells

  init(
    _ file: MatchedFile,
    lookup: CatalogueLookup,
    comparesRows: Bool,
    keepsLines: Bool = false
  ) {
    plan = file.plan
    self.lookup = lookup
    separator = file.separator
    rowLines = file.rowLines
    comparedCells = comparesRows ? file.layout.cells : nil
    self.keepsLines = keepsLines
    headerLines = file.rowLines == nil ? file.headerLines : 0
    rows = FileRows(plan: file.plan)
    rows.isWellFormed = file.isWellFormed
    batch = RowBatch(width: file.plan.header.names.count)
    cells = BatchCells(plan: file.plan)
  }

  /// Reads all rows of a piece; the number of lines that they take.
  mutating func read(_ piece: Piece) -> Int {
    let bytes = piece.bytes.span.extracting(piece.range)
    if rows.isWellFormed, rowLines == nil, !isWellFormed(bytes) { rows.isWellFormed = false }
    monthForms = piece.monthForms
    lineBase = PieceLines.base(ofPiece: piece.index)
    var scanner = RowScanner(separator: separator, offset: 0)
    while batch.fill(from: &scanner, bytes) { readBatch(bytes) }
    return scanner.nextLine - 1
  }

  /// Whether the reader keeps the texts of many customers and tenants that will hardly come again:
  /// of a file in their order each has its rows in one place.
  ///
  /// Where each comes again and again, as in files by month, there are few rows to a text that was
  /// met once, and looking all of them up in the file's dictionary once more would be dear.
  var hasManyFinishedTexts: Bool {
    let count = rows.customers.count + rows.tenants.count
    return count > FileReader.manyTexts && rows.account.read > 8 * count
  }

  /// Source: our choice; a mebibyte of texts.
  private static let manyTexts = 1 << 14

  /// Hands over the columns of the pieces read, and begins new ones.
  mutating func takeColumns() -> RowColumns {
    let columns = rows.columns
    rows.columns = RowColumns(plan: plan)
    rows.columns.reserve(columns.rowCount * 9 / 8)
    return columns
  }

  /// Accounts for rows that did not even become text.
  mutating func addBrokenRows(_ broken: [BrokenRow]) {
    rows.account.read += broken.count
    rows.account.rejected += broken.count
    for row in broken { findings.add(.badJSON(row, file: plan.file)) }
  }

  /// The line of a row of the batch, as ``PieceLines`` has it.
  @inline(__always)
  func line(_ row: Int) -> Int {
    guard let rowLines else { return lineBase + batch.rows[row].line }
    let place = rows.account.read - batch.rows.count + row
    return rowLines.indices.contains(place) ? rowLines[place] : batch.rows[row].line
  }

  private mutating func readBatch(_ bytes: Span<UInt8>) {
    rows.account.read += batch.misshapen.count + batch.rows.count
    rejectMisshapenRows(bytes)
    readCheckedCells(bytes)
    rejectFaultyRows(bytes)
    readCustomers(bytes)
    readTenants(bytes)
    countMonths()
    readFilters(bytes)
    readNames(bytes)
    chooseUsedRows()
    append(bytes)
  }

  private mutating func readCustomers(_ bytes: Span<UInt8>) {
    guard let place = plan.customer else { return }
    addCodes(of: place.cell, &rows.customers, to: &cells.customers, cells.read, batch, bytes)
    guard let name = plan.customerName else { return }
    for row in cells.read where cells.customers[Int(row)] >= 0 {
      let row = Int(row)
      withText(of: batch[row, name.cell], in: bytes) { text in
        rows.customerNames.add(text, customer: Int(cells.customers[row]), line: line(row))
      }
    }
  }

  private mutating func readTenants(_ bytes: Span<UInt8>) {
    guard let place = plan.tenant else { return }
    addCodes(of: place.cell, &rows.tenants, to: &cells.tenants, cells.read, batch, bytes)
    guard plan.customer != nil else { return }
    for row in cells.read {
      let tenant = cells.tenants[Int(row)]
      let customer = cells.customers[Int(row)]
      guard tenant >= 0, customer >= 0, rows.owners.partner(of: Int(tenant)) != customer else {
        continue
      }
      rows.owners.add(Int(tenant), Int(customer), line: line(Int(row)))
    }
  }

  private mutating func countMonths() {
    guard !plan.isAboutPeople, !plan.months.isEmpty else { return }
    for row in cells.read where cells.months[0][Int(row)] >= 0 {
      rows.monthCounts[Int(cells.months[0][Int(row)]) - firstKnownMonth] += 1
    }
  }

  /// Finds what takes rows out: drops come before what is not kept.
  private mutating func readFilters(_ bytes: Span<UInt8>) {
    for filter in plan.filters {
      for row in cells.read {
        let isValue = withText(of: batch[Int(row), filter.cell], in: bytes) { text in
          isSame(text, folded: filter.value.span)
        }
        switch filter.action {
        case .drop where isValue: cells.fates[Int(row)] = .dropped
        case .keep where !isValue && cells.fates[Int(row)] == .used:
          cells.fates[Int(row)] = .filtered
        default: break
        }
      }
    }
  }

  /// Reads the names.
  ///
  /// Of a row that a filter takes out, names of open and selective kinds are nobody's.
  private mutating func readNames(_ bytes: Span<UInt8>) {
    for index in plan.names.indices {
      let name = plan.names[index]
      let isForAll = !(name.isOpen || name.isSelective)
      addNameCodes(
        of: name.place.cell,
        &rows.names[index],
        to: &cells.names[index],
        cells.read,
        unlessTaken: isForAll ? [] : cells.fates,
        lookup.names[name.kind],
        batch,
        bytes
      )
      guard !name.isOpen else { continue }
      for row in cells.read {
        let row = Int(row)
        guard isForAll || cells.fates[row].isTaken else { continue }
        guard rows.names[index].isUndeclared(cells.names[index][row]) else { continue }
        if name.isSelective {
          if cells.fates[row] == .used { cells.fates[row] = .otherName }
        } else {
          rows.names[index].countUndeclared(cells.names[index][row], line: line(row))
          cells.unknown[row] = true
        }
      }
    }
    countOtherNames()
  }

  /// Counts the names for which rows are not needed.
  private mutating func countOtherNames() {
    for index in plan.names.indices where plan.names[index].isSelective {
      for row in cells.read {
        let row = Int(row)
        guard cells.fates[row] == .otherName, !cells.unknown[row] else { continue }
        guard rows.names[index].isUndeclared(cells.names[index][row]) else { continue }
        rows.names[index].countUndeclared(cells.names[index][row], line: line(row))
      }
    }
  }

  private mutating func chooseUsedRows() {
    cells.used.removeAll(keepingCapacity: true)
    for row in cells.read {
      switch cells.fates[Int(row)] {
      case _ where cells.unknown[Int(row)]: rows.account.unknown += 1
      case .dropped: rows.account.dropped += 1
      case .filtered, .otherName: rows.account.notNeeded += 1
      case .used: cells.used.append(row)
      }
    }
    rows.account.used += cells.used.count
  }
}

/// Looks up the codes of a column's cells; -1 for empty ones.
private func addCodes(
  of cell: Int,
  _ dictionary: inout ByteDictionary,
  to codes: inout [Int32],
  _ rows: [Int32],
  _ batch: borrowing RowBatch,
  _ bytes: Span<UInt8>
) {
  for row in rows {
    codes[Int(row)] = withText(of: batch[Int(row), cell], in: bytes) { text in
      text.isEmpty ? -1 : Int32(truncatingIfNeeded: dictionary.code(of: text))
    }
  }
}

/// Looks up the codes of a column's names; where there are `fates`, in rows that no filter takes out.
private func addNameCodes(
  of cell: Int,
  _ names: inout NameCells,
  to codes: inout [Int32],
  _ rows: [Int32],
  unlessTaken fates: [BatchCells.Fate],
  _ declared: [[UInt8]: Int32],
  _ batch: borrowing RowBatch,
  _ bytes: Span<UInt8>
) {
  for row in rows where fates.isEmpty || fates[Int(row)].isTaken {
    codes[Int(row)] = withText(of: batch[Int(row), cell], in: bytes) { text in
      names.code(of: text, declared)
    }
  }
}
