/// Reads the rows of one file into columns and accounts for each of them.
///
/// Each row is taken or left by the first rule that applies: rejected, dropped, not needed,
/// unknown, used. Whether a used row repeats one of another file is decided later.
struct FileReader {
  private let plan: FilePlan
  private let lookup: CatalogueLookup
  private let rowLines: [Int]?
  private let brokenRows: [BrokenRow]
  /// Cells by header name, when rows are to be compared with those of other files.
  private let comparedCells: [Int]?
  private var scanner: RowScanner
  private(set) var rows: FileRows
  private(set) var findings = FindingLog()

  /// The form that each place of ``FilePlan/months`` is written in, from its first cell.
  private var monthForms: [MonthForm?]
  /// 1-based line of the row that is being read.
  private var line = 0
  private var rowMonths: [Int32]
  private var rowNames: [Int32]
  private var rowNumbers: [NumberCell]

  init(_ file: MatchedFile, lookup: CatalogueLookup, comparesRows: Bool) {
    plan = file.plan
    self.lookup = lookup
    rowLines = file.table.rowLines
    brokenRows = file.table.brokenRows
    comparedCells = comparesRows ? file.layout.cells : nil
    scanner = file.scanner
    rows = FileRows(plan: file.plan)
    monthForms = Array(repeating: nil, count: plan.months.count)
    rowMonths = Array(repeating: -1, count: plan.months.count)
    rowNames = Array(repeating: -1, count: plan.names.count)
    rowNumbers = Array(repeating: NumberCell(), count: plan.numbers.count)
  }

  mutating func readAll(_ bytes: Span<UInt8>) {
    while scanner.next(in: bytes) {
      line = physicalLine()
      rows.account.read += 1
      readRow(bytes)
    }
    for row in brokenRows {
      rows.account.read += 1
      rows.account.rejected += 1
      findings.add(.badJSON(row, file: plan.file))
    }
    addSummaries()
  }

  private func physicalLine() -> Int {
    guard let rowLines else { return scanner.line }
    let row = rows.account.read
    return rowLines.indices.contains(row) ? rowLines[row] : scanner.line
  }

  private mutating func readRow(_ bytes: Span<UInt8>) {
    guard hasRightShape(bytes), hasKeys(bytes), readMonths(bytes), readNumbers(bytes) else {
      rows.account.rejected += 1
      return
    }
    let customer = readCustomer(bytes)
    let tenant = readTenant(bytes, customer: customer)
    if let month = rowMonths.first, month >= 0 {
      rows.monthCounts[Int(month) - firstKnownMonth] += 1
    }
    guard passesFilters(bytes) else { return }
    guard readNames(bytes) else {
      rows.account.unknown += 1
      return
    }
    rows.account.used += 1
    append(customer: customer, tenant: tenant, bytes)
  }

  // MARK: Rejecting

  private mutating func hasRightShape(_ bytes: Span<UInt8>) -> Bool {
    if let fault = scanner.fault {
      guard hasRoom(for: .brokenQuote) else { return false }
      findings.add(.brokenQuote(fault, file: plan.file, text: rowText(bytes)))
      return false
    }
    guard scanner.cells.count != plan.header.names.count else { return true }
    guard hasRoom(for: .wrongCellCount) else { return false }
    findings.add(
      .wrongCellCount(
        scanner.cells.count,
        expected: plan.header.names.count,
        file: plan.file,
        line: line,
        text: rowText(bytes)
      )
    )
    return false
  }

  private func rowText(_ bytes: Span<UInt8>) -> String {
    shownText(bytes.extracting(scanner.rowStart..<(scanner.cells.last?.end ?? scanner.rowStart)))
  }

  private mutating func hasKeys(_ bytes: Span<UInt8>) -> Bool {
    for key in plan.keys {
      let isEmpty = withText(of: scanner.cells[key.cell], in: bytes) { $0.isEmpty }
      guard isEmpty else { continue }
      if hasRoom(for: .emptyKey) { findings.add(.emptyKey(at(key, text: ""))) }
      return false
    }
    return true
  }

  private mutating func readMonths(_ bytes: Span<UInt8>) -> Bool {
    var isReadable = true
    for index in plan.months.indices {
      let isMonth = withText(of: scanner.cells[plan.months[index].cell], in: bytes) { text in
        readMonthCell(text, index)
      }
      isReadable = isReadable && isMonth
    }
    return isReadable
  }

  private mutating func readMonthCell(_ text: Span<UInt8>, _ index: Int) -> Bool {
    let place = plan.months[index]
    guard !text.isEmpty else {
      rowMonths[index] = -1
      return true
    }
    guard let month = readMonth(text) else {
      if hasRoom(for: .badMonth) { findings.add(.badMonth(at(place, text: shownText(text)))) }
      return false
    }
    let form = monthForms[index] ?? month.form
    monthForms[index] = form
    guard form == month.form else {
      guard hasRoom(for: .otherMonthForm) else { return false }
      let position = at(place, text: shownText(text))
      findings.add(.otherMonthForm(month.form, expected: form, position))
      return false
    }
    rowMonths[index] = month.index
    return true
  }

  private mutating func readNumbers(_ bytes: Span<UInt8>) -> Bool {
    for index in plan.numbers.indices {
      let place = plan.numbers[index].place
      let isReadable = withText(of: scanner.cells[place.cell], in: bytes) { text in
        readNumberCell(text, index, place)
      }
      guard isReadable else { return false }
    }
    return true
  }

  private mutating func readNumberCell(
    _ text: Span<UInt8>,
    _ index: Int,
    _ place: FilePlan.Place
  ) -> Bool {
    guard !text.isEmpty else {
      rowNumbers[index] = NumberCell()
      return true
    }
    switch readNumber(text) {
    case .number(let mantissa, let scale):
      rowNumbers[index] = NumberCell(mantissa: mantissa, scale: scale, isEmpty: false)
      return true
    case .fault(let fault):
      guard hasRoom(for: .badNumber) else { return false }
      findings.add(.badNumber(fault, at(place, text: shownText(text))))
      return false
    }
  }

  private mutating func hasRoom(for code: FactCode, rowCount: Int = 1) -> Bool {
    findings.hasRoom(for: code, file: plan.file, rowCount: rowCount)
  }

  private func at(_ place: FilePlan.Place, text: String) -> CellPosition {
    CellPosition(file: plan.file, line: line, column: plan.headerName(place), text: text)
  }

  // MARK: Taking

  /// The local code of the row's customer; -1 without such a cell.
  private mutating func readCustomer(_ bytes: Span<UInt8>) -> Int {
    guard let place = plan.customer else { return -1 }
    let code = withText(of: scanner.cells[place.cell], in: bytes) { text in
      text.isEmpty ? -1 : rows.customers.code(of: text)
    }
    guard code >= 0, let name = plan.customerName else { return code }
    withText(of: scanner.cells[name.cell], in: bytes) { text in
      rows.customerNames.add(text, customer: code, line: line)
    }
    return code
  }

  /// The local code of the row's tenant; -1 without such a cell.
  private mutating func readTenant(_ bytes: Span<UInt8>, customer: Int) -> Int {
    guard let place = plan.tenant else { return -1 }
    let code = withText(of: scanner.cells[place.cell], in: bytes) { text in
      text.isEmpty ? -1 : rows.tenants.code(of: text)
    }
    if code >= 0, customer >= 0 { rows.owners.add(tenant: code, customer: customer, line: line) }
    return code
  }

  /// Counts the row as dropped or not needed when a filter takes it out; drops come first.
  private mutating func passesFilters(_ bytes: Span<UInt8>) -> Bool {
    var isNeeded = true
    for filter in plan.filters {
      let isValue = withText(of: scanner.cells[filter.cell], in: bytes) { text in
        isSame(text, folded: filter.value.span)
      }
      switch filter.action {
      case .drop where isValue:
        rows.account.dropped += 1
        return false
      case .keep where !isValue: isNeeded = false
      default: break
      }
    }
    if !isNeeded { rows.account.notNeeded += 1 }
    return isNeeded
  }

  /// Reads the names; false when one of a closed kind is not declared.
  private mutating func readNames(_ bytes: Span<UInt8>) -> Bool {
    var isKnown = true
    for index in plan.names.indices {
      let name = plan.names[index]
      let code = withText(of: scanner.cells[name.place.cell], in: bytes) { text in
        rows.names[index].code(of: text, lookup)
      }
      rowNames[index] = code
      let isOpen = lookup.catalogue.kinds[name.kind].isOpen
      guard code >= 0, !isOpen, rows.names[index].declared[Int(code)] == nil else { continue }
      rows.names[index].countUnknown(code, line: line)
      isKnown = false
    }
    return isKnown
  }

  private mutating func append(customer: Int, tenant: Int, _ bytes: Span<UInt8>) {
    rows.customer.append(Int32(truncatingIfNeeded: customer))
    rows.tenant.append(Int32(truncatingIfNeeded: tenant))
    rows.month.append(rowMonths.first ?? -1)
    rows.lines.append(line)
    for index in rowNames.indices { rows.names[index].codes.append(rowNames[index]) }
    for index in rowNumbers.indices {
      rows.numbers[index].append(rowNumbers[index], line: line)
    }
    guard let comparedCells else { return }
    var hash: UInt64 = 0
    for cell in comparedCells {
      hash = withRawText(of: scanner.cells[cell], in: bytes) { hashOfBytes($0, seed: hash) }
    }
    rows.hashes.append(hash)
    rows.starts.append(scanner.rowStart)
  }

  // MARK: Summing up

  private mutating func addSummaries() {
    for names in rows.names { addUnknownNames(names) }
    for numbers in rows.numbers {
      let column = plan.headerName(numbers.place)
      if numbers.negative.count > 0 {
        findings.add(.negativeSeats(numbers.negative, file: plan.file, column: column))
      }
      if numbers.fractional.count > 0 {
        findings.add(.fractionalSeats(numbers.fractional, file: plan.file, column: column))
      }
    }
  }

  private mutating func addUnknownNames(_ names: NameCells) {
    let kind = lookup.catalogue.kinds[names.kind]
    let unknown = names.unknownRows.indices.filter { names.unknownRows[$0] > 0 }
    let order = unknown.sorted { names.firstLines[$0] < names.firstLines[$1] }
    for spelling in order {
      let rowCount = names.unknownRows[spelling]
      guard hasRoom(for: .unknownName, rowCount: rowCount) else { continue }
      let position = CellPosition(
        file: plan.file,
        line: names.firstLines[spelling],
        column: plan.headerName(names.place),
        text: names.spellings.withText(spelling) { shownText($0) }
      )
      findings.add(.unknownName(position, kind: kind, more: rowCount - 1))
    }
  }
}
