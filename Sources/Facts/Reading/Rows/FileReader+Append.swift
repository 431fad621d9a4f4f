/// What is kept of the used rows of a batch.
extension FileReader {
  mutating func append(_ bytes: Span<UInt8>) {
    let used = cells.used
    rows.columns.countRows(used.count)
    FileReader.append(cells.customers, of: used, to: &rows.columns.customer)
    FileReader.append(cells.tenants, of: used, to: &rows.columns.tenant)
    if plan.isAboutPeople || plan.months.isEmpty {
      rows.columns.month.append(contentsOf: repeatElement(-1, count: cells.used.count))
    } else {
      FileReader.append(cells.months[0], of: used, to: &rows.columns.month)
    }
    for index in plan.names.indices {
      FileReader.append(cells.names[index], of: used, to: &rows.columns.names[index])
    }
    for index in plan.numbers.indices {
      for row in cells.used {
        let number = cells.numbers[index][Int(row)]
        let line = line(Int(row))
        rows.tallies[index].add(number, line: line)
        rows.columns.numbers[index].append(number, line: line)
      }
    }
    if keepsLines {
      for row in used { rows.columns.lines.append(line(Int(row))) }
    }
    if plan.isAboutPeople { appendPeople(bytes) }
    appendComparisons(bytes)
  }

  /// Of the reader itself it would see a copy, which makes each column one of two: appending to
  /// such a column copies all of it.
  private static func append(_ values: [Int32], of used: [Int32], to column: inout [Int32]) {
    for row in used { column.append(values[Int(row)]) }
  }

  /// Takes the days of the rows, and whom they are about.
  private mutating func appendPeople(_ bytes: Span<UInt8>) {
    for index in rows.days.indices {
      for row in cells.used { rows.days[index].days.append(cells.days[index][Int(row)]) }
    }
    for row in cells.used {
      let counting = cells.people[Int(row)]
      for index in plan.people.indices.dropFirst(counting) {
        let place = plan.people[index]
        withText(of: batch[Int(row), place.cell], in: bytes) { text in
          if index == counting {
            rows.people.append(text, column: place.column)
          } else {
            rows.people.addBeside(text, column: place.column)
          }
        }
      }
    }
  }

  /// Takes what other files' rows are compared with.
  private mutating func appendComparisons(_ bytes: Span<UInt8>) {
    guard let comparedCells else { return }
    for row in cells.used {
      var hash = RowHash()
      for cell in comparedCells {
        withRawText(of: batch[Int(row), cell], in: bytes) { hash.take($0) }
      }
      rows.columns.hashes.append(hash)
    }
  }
}
