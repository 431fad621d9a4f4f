/// What is said once about all rows of a file.
extension FileReader {
  mutating func addSummaries() {
    for (place, names) in zip(plan.names, rows.names) {
      if place.isSelective { addOtherNames(names) } else { addUnknownNames(names) }
    }
    for (number, numbers) in zip(plan.numbers, rows.tallies) {
      let column = plan.headerName(number.place)
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
    for spelling in names.undeclared {
      let rowCount = names.undeclaredRows[spelling]
      guard hasRoom(for: .unknownName, rowCount: rowCount) else { continue }
      findings.add(.unknownName(position(spelling, of: names), kind: kind, more: rowCount - 1))
    }
  }

  /// Notes the names of a selective kind that do not count; those that may be misspelt come first,
  /// since only some are kept.
  private mutating func addOtherNames(_ names: NameCells) {
    // Source: our choice, many times the titles of any download; each is compared with all names.
    let mostCompared = 1000
    let kind = lookup.catalogue.kinds[names.kind]
    var misspelt: [(spelling: Int, near: [String])] = []
    var others: [(spelling: Int, near: [String])] = []
    for (place, spelling) in names.undeclared.enumerated() {
      let text = names.spellings.withText(spelling) { trimmed($0) }
      let name = String(decoding: text, as: UTF8.self)
      let near = place < mostCompared ? nearestNames(to: name, of: kind) : []
      if near.isEmpty { others.append((spelling, near)) } else { misspelt.append((spelling, near)) }
    }
    for (spelling, near) in misspelt + others {
      let rowCount = names.undeclaredRows[spelling]
      guard hasRoom(for: .otherName, rowCount: rowCount) else { continue }
      let position = position(spelling, of: names)
      findings.add(.otherName(position, kind: kind, rowCount: rowCount, near: near))
    }
  }

  /// Where a spelling stands first.
  private func position(_ spelling: Int, of names: NameCells) -> CellPosition {
    CellPosition(
      file: plan.file,
      line: names.firstLines[spelling],
      column: plan.headerName(names.place),
      text: names.spellings.withText(spelling) { shownText($0) }
    )
  }
}

extension NameCells {
  /// The spellings that keep rows out, in order of their first lines.
  fileprivate var undeclared: [Int] {
    undeclaredRows.indices.filter { undeclaredRows[$0] > 0 }
      .sorted { firstLines[$0] < firstLines[$1] }
  }
}
