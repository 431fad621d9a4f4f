/// Rows of one subject and month add up, whoever reads them: once there are so many rows that some
/// must tell of the same, they are added up as they come, so that a table takes no more room than
/// its subjects and months do.
extension GroupedRows {
  /// Adds rows with their numbers, by column: `columns` are customers, tenants and names; months are
  /// as ``Month/index``.
  ///
  /// The rows of `numbers` are those of this table, now and then.
  mutating func add(
    _ columns: [[Int32]],
    months rowMonths: [Int32],
    _ added: [NumberCells],
    to numbers: inout [NumberCells]
  ) {
    if isFolding, !agreeOnScale(&numbers, added) { endFolding(&numbers) }
    guard isFolding else {
      add(columns, months: rowMonths)
      for place in numbers.indices { numbers[place].append(added[place]) }
      if hasManyRows() { beginFolding(&numbers) }
      return
    }
    var subjects: [Int32] = []
    number(columns, rowCount: rowMonths.count, into: &subjects)
    fold(subjects, rowMonths.map(GroupedRows.short), added, into: &numbers)
  }

  /// Ends the adding up of rows, before they are put in order.
  mutating func endFolding(_ numbers: inout [NumberCells]) {
    guard isFolding else { return }
    stopFolding()
    for place in numbers.indices { numbers[place].endFolding() }
  }

  /// Adds up the rows so far.
  private mutating func beginFolding(_ numbers: inout [NumberCells]) {
    guard numbers.allSatisfy(\.scales.isEmpty) else { return }
    let old = takeRows()
    let oldNumbers = numbers
    for place in numbers.indices { numbers[place].beginFolding() }
    fold(old.subjects, old.months, oldNumbers, into: &numbers)
  }

  /// Adds each row to the one of its subject and month, or behind all others.
  private mutating func fold(
    _ subjects: [Int32],
    _ months: [Int16],
    _ added: [NumberCells],
    into numbers: inout [NumberCells]
  ) {
    let isEmpty = added.map { $0.emptyFlags }
    for row in subjects.indices {
      if let target = foldedRow(of: subjects[row], in: months[row]),
        numbers.indices.allSatisfy({ numbers[$0].canAdd(added[$0], row, to: target) })
      {
        for place in numbers.indices {
          numbers[place].add(added[place], row, isEmpty: isEmpty[place][row], to: target)
        }
      } else {
        append(subjects[row], months[row])
        for place in numbers.indices {
          numbers[place].append(added[place], row, isEmpty: isEmpty[place][row])
        }
      }
    }
  }

  /// Brings all columns to one scale with their new rows; false where that cannot be.
  private func agreeOnScale(_ numbers: inout [NumberCells], _ added: [NumberCells]) -> Bool {
    for place in numbers.indices {
      guard numbers[place].agree(with: added[place]) else { return false }
    }
    return true
  }
}
