/// What is said once about all rows of a file.
extension FileReader {
  mutating func addSummaries() {
    for names in rows.names { addUnknownNames(names) }
    for numbers in rows.numbers {
      let column = plan.headerName(numbers.place)
      if numbers.negative.count > 0 {
        findings.add(.negativeCount(numbers.negative, file: plan.file, column: column))
      }
      if numbers.fractional.count > 0 {
        findings.add(.fractionalCount(numbers.fractional, file: plan.file, column: column))
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
