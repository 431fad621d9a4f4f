/// Finds people who stand with an id in some rows and without it in others.
///
///     MCPID  Email
///     7      ann@example.com    the person `7`
///            ann@example.com    the person `ann@example.com`
///
/// Nothing says that the two are one, so they count as two; who reads the answer should know.
struct TwofoldPeople {
  /// A folded text in a column of people.
  private struct Standing: Hashable {
    let column: Int
    let text: [UInt8]
  }

  /// Where a text counts, in a row of any file.
  private var counting: Set<Standing> = []

  /// Where a text stands beside an earlier column that counts.
  private var beside: Set<Standing> = []

  /// Adds a finding when `files`, those of one table, have such people.
  static func addFinding(_ files: [ReadFile], table: TableSchema, to findings: inout FindingLog) {
    var people = TwofoldPeople()
    for file in files { people.add(file.rows.people) }
    let twofold = people.counting.intersection(people.beside)
    let first = twofold.min { left, right in
      left.text == right.text
        ? left.column < right.column : left.text.lexicographicallyPrecedes(right.text)
    }
    guard let first else { return }
    let example = String(decoding: first.text, as: UTF8.self)
    let count = Set(twofold.map(\.text)).count
    findings.add(
      .personWithTwoIDs(example, count: count, column: first.column, table: table)
    )
  }

  private mutating func add(_ cells: PersonCells) {
    guard !cells.codes.isEmpty else { return }
    for standing in cells.counting {
      let text = cells.texts.withText(standing.text) { folded($0) }
      counting.insert(Standing(column: standing.column, text: text))
    }
    for standing in cells.beside {
      let text = cells.besideTexts.withText(standing.text) { folded($0) }
      beside.insert(Standing(column: standing.column, text: text))
    }
  }
}
