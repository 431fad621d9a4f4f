/// A file after its rows are read and compared with those of other files.
struct ReadFile {
  let matched: MatchedFile
  var rows: FileRows

  /// By used row: whether it repeats a row of another file; empty when no row does.
  var isRepeated: [Bool] = []

  var plan: FilePlan { matched.plan }

  /// The used rows that stay, as indices into the columns of `rows`.
  var keptRows: [Int] {
    isRepeated.isEmpty
      ? Array(rows.lines.indices) : isRepeated.indices.filter { !isRepeated[$0] }
  }
}
