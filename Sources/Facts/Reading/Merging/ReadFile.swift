/// A file after its rows are read and compared with those of other files.
struct ReadFile {
  let plan: FilePlan
  let layout: RowLayout
  var rows: FileRows

  /// By used row: whether it repeats a row of another file; empty when no row does.
  var isRepeated: [Bool] = []

  init(_ matched: MatchedFile, _ rows: FileRows) {
    plan = matched.plan
    layout = matched.layout
    self.rows = rows
  }

  /// The used rows that stay, as indices into the columns of `rows`.
  var keptRows: KeptRows {
    isRepeated.isEmpty
      ? .all(rows.columns.rowCount) : .some(isRepeated.indices.filter { !isRepeated[$0] })
  }
}

/// Rows of a file that stay, ascending.
enum KeptRows {
  case all(Int)
  case some([Int])

  var count: Int {
    switch self {
    case .all(let count): count
    case .some(let rows): rows.count
    }
  }

  /// Calls `body` for each row.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    switch self {
    case .all(let count): for row in 0..<count { body(row) }
    case .some(let rows): for row in rows { body(row) }
    }
  }

  /// The row at a place among those that stay.
  subscript(place: Int) -> Int {
    switch self {
    case .all: place
    case .some(let rows): rows[place]
    }
  }
}
