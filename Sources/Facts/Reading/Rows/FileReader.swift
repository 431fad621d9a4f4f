/// Reads the rows of one file into columns and accounts for each of them.
///
/// Each row is taken or left by the first rule that applies: rejected, unknown, dropped, not
/// needed, used. A name of a closed kind that nobody declared is told of whatever else the row is.
/// Whether a used row repeats one of another file is decided later.
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
  /// By place of ``FilePlan/months``, as ``Day/index``; empty but in tables about people.
  var rowDays: [Int32]
  /// The place in ``FilePlan/people`` of the cell that counts.
  var rowPerson = 0
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
    rowDays = Array(repeating: FactTable.noDay, count: rows.days.count)
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
    guard hasShape, hasKeys(bytes), hasPerson(bytes), readMonths(bytes), readNumbers(bytes) else {
      rows.account.rejected += 1
      return
    }
    let customer = readCustomer(bytes)
    let tenant = readTenant(bytes, customer: customer)
    if rowMonth >= 0 { rows.monthCounts[Int(rowMonth) - firstKnownMonth] += 1 }
    let filter = filter(bytes)
    switch (readNames(bytes, isTaken: filter == nil), filter) {
    case (.unknown, _): rows.account.unknown += 1
    case (_, .drop): rows.account.dropped += 1
    case (_, .keep), (.notNeeded, nil): rows.account.notNeeded += 1
    case (.wanted, nil):
      rows.account.used += 1
      append(customer: customer, tenant: tenant, bytes)
    }
  }

  /// The month that the row is of; -1 without one.
  private var rowMonth: Int32 { plan.isAboutPeople ? -1 : rowMonths.first ?? -1 }

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

  /// What a row's names make of it.
  private enum NameOutcome {
    case wanted
    /// One of a selective kind is not declared.
    case notNeeded
    /// One of a closed kind is not declared.
    case unknown
  }

  /// Reads the names.
  ///
  /// Of a row that is not taken, names of open and selective kinds are nobody's.
  private mutating func readNames(_ bytes: Span<UInt8>, isTaken: Bool) -> NameOutcome {
    var outcome = NameOutcome.wanted
    for index in plan.names.indices {
      let name = plan.names[index]
      guard isTaken || !(name.isOpen || name.isSelective) else { continue }
      let code = withText(of: scanner.cells[name.place.cell], in: bytes) { text in
        rows.names[index].code(of: text, lookup)
      }
      rowNames[index] = code
      guard !name.isOpen, rows.names[index].isUndeclared(code) else { continue }
      if name.isSelective {
        if outcome == .wanted { outcome = .notNeeded }
      } else {
        rows.names[index].countUndeclared(code, line: line)
        outcome = .unknown
      }
    }
    if outcome == .notNeeded { countOtherNames() }
    return outcome
  }

  /// Counts the names for which the row is not needed.
  private mutating func countOtherNames() {
    for index in plan.names.indices where plan.names[index].isSelective {
      guard rows.names[index].isUndeclared(rowNames[index]) else { continue }
      rows.names[index].countUndeclared(rowNames[index], line: line)
    }
  }

  private mutating func append(customer: Int, tenant: Int, _ bytes: Span<UInt8>) {
    rows.customer.append(Int32(truncatingIfNeeded: customer))
    rows.tenant.append(Int32(truncatingIfNeeded: tenant))
    rows.month.append(rowMonth)
    rows.lines.append(line)
    if plan.isAboutPeople { appendPerson(bytes) }
    for index in rowNames.indices { rows.names[index].codes.append(rowNames[index]) }
    for index in rowNumbers.indices {
      rows.numbers[index].append(rowNumbers[index], line: line)
    }
    appendComparison(bytes)
  }

  /// Takes the days of the row, and whom it is about.
  private mutating func appendPerson(_ bytes: Span<UInt8>) {
    for index in rowDays.indices { rows.days[index].days.append(rowDays[index]) }
    for index in plan.people.indices.dropFirst(rowPerson) {
      let place = plan.people[index]
      withText(of: scanner.cells[place.cell], in: bytes) { text in
        if index == rowPerson {
          rows.people.append(text, column: place.column)
        } else {
          rows.people.addBeside(text, column: place.column)
        }
      }
    }
  }

  /// Takes what other files' rows are compared with.
  private mutating func appendComparison(_ bytes: Span<UInt8>) {
    guard let comparedCells else { return }
    var hash: UInt64 = 0
    for cell in comparedCells {
      hash = withRawText(of: scanner.cells[cell], in: bytes) { hashOfBytes($0, seed: hash) }
    }
    rows.hashes.append(hash)
    rows.starts.append(scanner.rowStart)
  }
}
