import Facts

/// What `rulec facts` shows: files with their tables and rows, months by table, and findings.
struct FactsReport {
  let facts: ReadFacts
  let catalogue: Catalogue

  private var files: [FileAccount] { facts.store.account.files }

  private func tableName(_ file: FileAccount) -> String? {
    file.table.map { catalogue.tables[$0].id }
  }

  private func months(ofTable index: Int) -> [Month] {
    facts.store.tables.indices.contains(index) ? facts.store.tables[index].coveredMonths : []
  }

  private func findings(_ isShown: (FactCode) -> Bool) -> [String] {
    facts.findings.filter { isShown($0.code) }.flatMap(FindingText.lines)
  }
}

extension FactsReport {
  /// Sections for people; those without content are left out.
  var text: String {
    let sections = [
      ("Files", filesText), ("Tables", tablesText),
      ("Unknown names", findings { $0 == .unknownName }),
      ("Names that do not count", findings { $0 == .otherName }),
      ("Findings", findings { $0 != .unknownName && $0 != .otherName }),
    ]
    return sections.filter { !$0.1.isEmpty }
      .map { "\($0.0)\n" + $0.1.map { "  \($0)" }.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private var filesText: [String] {
    let header = ["file", "table"] + AccountText.parts(facts.totals).map(\.name)
    var rows = files.map { file in
      [file.file, tableName(file) ?? "(none)"] + rowCounts(file)
    }
    if files.count > 1 { rows.append(["all", ""] + rowCounts(facts.totals)) }
    return aligned([header] + rows, textColumns: 2)
  }

  private func rowCounts(_ account: FileAccount) -> [String] {
    AccountText.parts(account).map { AccountText.grouped($0.rows) }
  }

  private var tablesText: [String] {
    let rows = catalogue.tables.indices.map { index in
      let count = files.count { $0.table == index }
      return [
        catalogue.tables[index].id,
        count == 0 ? "no file" : count == 1 ? "1 file" : "\(count) files",
        count == 0 ? "" : contents(ofTable: index),
      ]
    }
    return aligned(rows, textColumns: 3)
  }

  /// The months of a table; a table about people has none, but rows and people.
  private func contents(ofTable index: Int) -> String {
    let schema = catalogue.tables[index]
    guard !schema.isAboutPeople else {
      let table = facts.store.tables[index]
      let people = table.peopleCount
      return "\(AccountText.grouped(table.rowCount)) \(table.rowCount == 1 ? "row" : "rows") about "
        + "\(AccountText.grouped(people)) \(people == 1 ? "person" : "people")"
    }
    let months = FactsReport.runs(months(ofTable: index))
    return (schema.givesAssociationDates ? "associations began " : "") + months
  }

  /// Rows as columns two blanks apart; after the text columns numbers are set to the right.
  private func aligned(_ rows: [[String]], textColumns: Int) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return column < textColumns ? row[column] + padding : padding + row[column]
      }
      // No blanks at the end of a line.
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }

  /// `2024-10 to 2025-03, 2025-05`: runs of months without a gap.
  static func runs(_ months: [Month]) -> String {
    var runs: [(first: Month, last: Month)] = []
    for month in months {
      if let run = runs.last, run.last + 1 == month {
        runs[runs.count - 1].last = month
      } else {
        runs.append((month, month))
      }
    }
    return runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)" }
      .joined(separator: ", ")
  }
}
