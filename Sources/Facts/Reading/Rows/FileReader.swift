/// Reads the rows of one file into columns and accounts for each of them.
///
/// Each row is taken or left by the first rule that applies: rejected, unknown, dropped, not
/// needed, used. A name that nobody declared is told of whatever else the row is. Whether a used row repeats one of another file is decided later.
struct FileReader {
  let plan: FilePlan
  let lookup: CatalogueLookup
  private let rowLines: [Int]?
  private let brokenRows: [BrokenRow]
  /// Cells by header name, when rows are to be compared with those of other files.
  private let comparedCells: [Int]?
  private(set) var scanner: RowScanner
  private(set) var rows: FileRows
  var findings = FindingLog()

  /// The form that each place of ``FilePlan/months`` is written in, from its first cell.
  var monthForms: [MonthForm?]
  var hasAllForms = false
  /// 1-based line of the row that is being read.
  private(set) var line = 0

  // Values of the row that is being read.
  var rowMonths: [Int32]
  private var rowNames: [Int32]
  var rowNumbers: [NumberCell]

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
    let hasShape = hasRightShape(bytes)
    if hasShape, !hasAllForms { noteMonthForms(bytes) }
    guard hasShape, hasKeys(bytes), readMonths(bytes), readNumbers(bytes) else {
      rows.account.rejected += 1
      return
    }
    let customer = readCustomer(bytes)
    let tenant = readTenant(bytes, customer: customer)
    if let month = rowMonths.first, month >= 0 {
      rows.monthCounts[Int(month) - firstKnownMonth] += 1
    }
    let filter = filter(bytes)
    guard readNames(bytes, isTaken: filter == nil) else {
      rows.account.unknown += 1
      return
    }
    switch filter {
    case .drop: rows.account.dropped += 1
    case .keep: rows.account.notNeeded += 1
    case nil:
      rows.account.used += 1
      append(customer: customer, tenant: tenant, bytes)
    }
  }

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

  /// What takes the row out: drops come before what is not kept; nil when it is taken.
  private func filter(_ bytes: Span<UInt8>) -> RowFilter.Action? {
    var action: RowFilter.Action?
    for filter in plan.filters {
      let isValue = withText(of: scanner.cells[filter.cell], in: bytes) { text in
        isSame(text, folded: filter.value.span)
      }
      switch filter.action {
      case .drop where isValue: return .drop
      case .keep where !isValue: action = .keep
      default: break
      }
    }
    return action
  }

  /// Reads the names; false when one of a closed kind is not declared.
  ///
  /// Of a row that is not taken, names of open kinds are nobody's.
  private mutating func readNames(_ bytes: Span<UInt8>, isTaken: Bool) -> Bool {
    var isKnown = true
    for index in plan.names.indices {
      let name = plan.names[index]
      guard isTaken || !lookup.catalogue.kinds[name.kind].isOpen else { continue }
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
}
