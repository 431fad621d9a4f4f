/// The checks that reject a row; the first that fails reports it.
///
/// All rows of a batch are checked column by column; those that fail are then looked at again in
/// their order, check by check, to say why.
extension FileReader {
  /// Reports the rows with broken quotes, too few or too many cells.
  mutating func rejectMisshapenRows(_ bytes: Span<UInt8>) {
    rows.account.rejected += batch.misshapen.count
    for row in batch.misshapen {
      if let fault = row.fault {
        guard hasRoom(for: .brokenQuote) else { continue }
        let named = QuoteFault(line: lineBase + fault.line, isUnterminated: fault.isUnterminated)
        let text = shownText(bytes.extracting(row.start..<row.end))
        findings.add(.brokenQuote(named, file: plan.file, text: text))
      } else {
        guard hasRoom(for: .wrongCellCount) else { continue }
        findings.add(
          .wrongCellCount(
            row.cellCount,
            expected: plan.header.names.count,
            file: plan.file,
            line: lineBase + row.line,
            text: shownText(bytes.extracting(row.start..<row.end))
          )
        )
      }
    }
  }

  /// Reads the cells that may reject a row: keys, people, months and numbers.
  mutating func readCheckedCells(_ bytes: Span<UInt8>) {
    let count = batch.rows.count
    cells.begin(count)
    for key in plan.keys {
      for row in 0..<count where isEmpty(row, key, bytes) { cells.reject(row) }
    }
    if !plan.people.isEmpty {
      for row in 0..<count {
        let counting = plan.people.indices.first { !isEmpty(row, plan.people[$0], bytes) }
        if let counting { cells.people[row] = counting } else { cells.reject(row) }
      }
    }
    for index in plan.months.indices { readMonths(index, count, bytes) }
    for index in plan.numbers.indices {
      readNumberCells(
        of: plan.numbers[index],
        into: &cells.numbers[index],
        &cells.isFaulty,
        &cells.hasFaults,
        count,
        batch,
        bytes
      )
    }
  }

  @inline(__always)
  private func isEmpty(_ row: Int, _ place: FilePlan.Place, _ bytes: Span<UInt8>) -> Bool {
    let cell = batch[row, place.cell]
    // What begins with a sign of ASCII is not empty.
    if cell.start < cell.end, bytes[cell.start] > ASCII.space, bytes[cell.start] < 0x80 {
      return false
    }
    return withText(of: cell, in: bytes) { $0.isEmpty }
  }

  private mutating func readMonths(_ index: Int, _ count: Int, _ bytes: Span<UInt8>) {
    let form = monthForms[index]
    let cell = plan.months[index].cell
    for row in 0..<count {
      let month = withText(of: batch[row, cell], in: bytes) { text in
        text.isEmpty ? MonthCell.empty : MonthCell(cells.monthCache.month(text), form)
      }
      switch month {
      case .empty:
        cells.months[index][row] = -1
        if plan.isAboutPeople { cells.days[index][row] = FactTable.noDay }
      case .month(let reading):
        cells.months[index][row] = reading.index
        if plan.isAboutPeople { cells.days[index][row] = reading.dayIndex }
      case .faulty:
        cells.reject(row)
      }
    }
  }

  /// Takes the faulty rows out of those that are read, and says what is wrong with them.
  mutating func rejectFaultyRows(_ bytes: Span<UInt8>) {
    let count = batch.rows.count
    cells.chooseRead(count)
    guard cells.hasFaults else { return }
    for row in 0..<count where cells.isFaulty[row] {
      rows.account.rejected += 1
      report(row, bytes)
    }
  }

  /// Adds a finding for the first check that the row fails.
  private mutating func report(_ row: Int, _ bytes: Span<UInt8>) {
    for key in plan.keys where isEmpty(row, key, bytes) {
      if hasRoom(for: .emptyKey) { findings.add(.emptyKey(at(key, row, text: ""))) }
      return
    }
    if let first = plan.people.first, plan.people.allSatisfy({ isEmpty(row, $0, bytes) }) {
      guard hasRoom(for: .emptyKey) else { return }
      let columns = plan.people.map(plan.headerName)
      return findings.add(.emptyPerson(at(first, row, text: ""), columns: columns))
    }
    for index in plan.months.indices {
      let isReported = withText(of: batch[row, plan.months[index].cell], in: bytes) { text in
        reportMonth(text, index, row)
      }
      if isReported { return }
    }
    for number in plan.numbers {
      let isReported = withText(of: batch[row, number.place.cell], in: bytes) { text in
        reportNumber(text, number, row)
      }
      if isReported { return }
    }
  }

  private mutating func reportMonth(_ text: Span<UInt8>, _ index: Int, _ row: Int) -> Bool {
    guard !text.isEmpty else { return false }
    guard let month = readMonth(text) else {
      guard hasRoom(for: .badMonth) else { return true }
      let position = at(plan.months[index], row, text: shownText(text))
      findings.add(plan.isAboutPeople ? .badDate(position) : .badMonth(position))
      return true
    }
    guard let form = monthForms[index], form != month.form else { return false }
    guard hasRoom(for: .otherMonthForm) else { return true }
    let position = at(plan.months[index], row, text: shownText(text))
    let word = plan.isAboutPeople ? "date" : "month"
    findings.add(.otherMonthForm(month.form, expected: form, word: word, position))
    return true
  }

  private mutating func reportNumber(
    _ text: Span<UInt8>,
    _ number: FilePlan.Number,
    _ row: Int
  ) -> Bool {
    guard !text.isEmpty, let fault = number.fault(of: readNumber(text)) else { return false }
    guard hasRoom(for: .badNumber) else { return true }
    findings.add(.badNumber(fault, at(number.place, row, text: shownText(text))))
    return true
  }

  mutating func hasRoom(for code: FactCode, rowCount: Int = 1) -> Bool {
    findings.hasRoom(for: code, file: plan.file, rowCount: rowCount)
  }

  private func at(_ place: FilePlan.Place, _ row: Int, text: String) -> CellPosition {
    CellPosition(file: plan.file, line: line(row), column: plan.headerName(place), text: text)
  }
}

/// A cell of months or days.
private enum MonthCell {
  case empty
  case month(MonthReading)
  /// No month, or one in another form than the column's.
  case faulty

  @inline(__always)
  init(_ reading: MonthReading?, _ form: MonthForm?) {
    guard let reading, form == nil || reading.form == form else {
      self = .faulty
      return
    }
    self = .month(reading)
  }
}

extension FilePlan.Number {
  /// Why a reading of a cell is not taken; nil where it is.
  fileprivate func fault(of reading: NumberReading) -> NumberFault? {
    switch reading {
    case .fault(let fault): fault
    case .number(let mantissa, let scale):
      range.flatMap { takes(mantissa, scale) ? nil : .outside($0) }
    }
  }

  /// Whether the column's amounts can be `mantissa / 10^scale`.
  fileprivate func takes(_ mantissa: Int64, _ scale: Int8) -> Bool {
    guard let range else { return true }
    if scale == 0, let plainRange, plainRange.contains(mantissa) { return true }
    // Only zeros before the decimal point did not fit.
    let zeros = Decimal.powerOfTen(Int(max(0, -scale))) ?? 1
    let (whole, overflow) = Int128(mantissa).multipliedReportingOverflow(by: zeros)
    return !overflow && range.contains(Decimal(mantissa: whole, scale: Int(max(0, scale))))
  }
}

/// Reads a column of numbers, and marks the rows whose cell is none.
private func readNumberCells(
  of column: FilePlan.Number,
  into numbers: inout [NumberCell],
  _ isFaulty: inout [Bool],
  _ hasFaults: inout Bool,
  _ count: Int,
  _ batch: borrowing RowBatch,
  _ bytes: Span<UInt8>
) {
  let cell = column.place.cell
  for row in 0..<count {
    let number = withText(of: batch[row, cell], in: bytes) { text in
      text.isEmpty ? .number(mantissa: 0, scale: 0) : readNumber(text)
    }
    if case .number(let mantissa, let scale) = number {
      let isEmpty = mantissa == 0 && withText(of: batch[row, cell], in: bytes) { $0.isEmpty }
      if isEmpty || column.takes(mantissa, scale) {
        numbers[row] = NumberCell(mantissa: mantissa, scale: scale, isEmpty: isEmpty)
        continue
      }
    }
    isFaulty[row] = true
    hasFaults = true
  }
}
