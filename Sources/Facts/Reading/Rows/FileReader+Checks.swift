/// The checks that reject a row; the first that fails reports it.
extension FileReader {
  mutating func hasRightShape(_ bytes: Span<UInt8>) -> Bool {
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

  mutating func hasKeys(_ bytes: Span<UInt8>) -> Bool {
    for key in plan.keys {
      let isEmpty = withText(of: scanner.cells[key.cell], in: bytes) { $0.isEmpty }
      guard isEmpty else { continue }
      if hasRoom(for: .emptyKey) { findings.add(.emptyKey(at(key, text: ""))) }
      return false
    }
    return true
  }

  /// Finds whom the row is about: the first of several cells that is not empty.
  mutating func hasPerson(_ bytes: Span<UInt8>) -> Bool {
    guard let first = plan.people.first else { return true }
    for index in plan.people.indices {
      let cell = scanner.cells[plan.people[index].cell]
      guard !withText(of: cell, in: bytes, { $0.isEmpty }) else { continue }
      rowPerson = index
      return true
    }
    guard hasRoom(for: .emptyKey) else { return false }
    findings.add(.emptyPerson(at(first, text: ""), columns: plan.people.map(plan.headerName)))
    return false
  }

  mutating func readMonths(_ bytes: Span<UInt8>) -> Bool {
    for index in plan.months.indices {
      let isReadable = withText(of: scanner.cells[plan.months[index].cell], in: bytes) { text in
        readMonthCell(text, index)
      }
      guard isReadable else { return false }
    }
    return true
  }

  /// Takes the form of each column of months from its first readable cell, also in a row that is
  /// rejected for another cell.
  mutating func noteMonthForms(_ bytes: Span<UInt8>) {
    for index in plan.months.indices where monthForms[index] == nil {
      monthForms[index] = withText(of: scanner.cells[plan.months[index].cell], in: bytes) { text in
        readMonth(text)?.form
      }
    }
    hasAllForms = monthForms.allSatisfy { $0 != nil }
  }

  private mutating func readMonthCell(_ text: Span<UInt8>, _ index: Int) -> Bool {
    let place = plan.months[index]
    guard !text.isEmpty else {
      rowMonths[index] = -1
      if plan.isAboutPeople { rowDays[index] = FactTable.noDay }
      return true
    }
    guard let month = readMonth(text) else {
      guard hasRoom(for: .badMonth) else { return false }
      let position = at(place, text: shownText(text))
      findings.add(plan.isAboutPeople ? .badDate(position) : .badMonth(position))
      return false
    }
    guard let form = monthForms[index], form != month.form else {
      rowMonths[index] = month.index
      if plan.isAboutPeople { rowDays[index] = month.dayIndex }
      return true
    }
    guard hasRoom(for: .otherMonthForm) else { return false }
    let position = at(place, text: shownText(text))
    let word = plan.isAboutPeople ? "date" : "month"
    findings.add(.otherMonthForm(month.form, expected: form, word: word, position))
    return false
  }

  mutating func readNumbers(_ bytes: Span<UInt8>) -> Bool {
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

  mutating func hasRoom(for code: FactCode, rowCount: Int = 1) -> Bool {
    findings.hasRoom(for: code, file: plan.file, rowCount: rowCount)
  }

  private func at(_ place: FilePlan.Place, text: String) -> CellPosition {
    CellPosition(file: plan.file, line: line, column: plan.headerName(place), text: text)
  }
}
