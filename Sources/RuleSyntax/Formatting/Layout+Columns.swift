/// Lines whose parts stand below each other.
extension Layout {
  /// Moves tokens right to where those of the lines around stand, if the author did so with one of
  /// them.
  mutating func align() {
    let lines = lines(in: tokens.indices)
    // Most files have few columns that were moved.
    let moved = Set(tokens.indices.filter { isMoved($0) }.compactMap { tokens[$0].column })
    measure(tokens.indices)
    for column in Column.allCases where moved.contains(column) {
      let runs = column.reachesFar ? farRuns(of: column, lines) : nearRuns(of: column, lines)
      for run in runs where run.contains(where: { isMoved($0.place) }) {
        let target = run.map(\.column).max() ?? 0
        for member in run {
          if let place = member.place { padding[place] = target - member.column }
        }
      }
      measure(tokens.indices)
    }
  }

  /// A line of a run: the token to move, if it has one, and where that stands or would stand.
  private typealias Member = (place: Int?, column: Int)

  private func isMoved(_ place: Int?) -> Bool {
    guard let place else { return false }
    return !tokens[place].beganLine && tokens[place].blanks > 1
  }

  /// The token of a line that is aligned so; one that begins the line is not.
  private func place(of column: Column, in line: Range<Int>) -> Int? {
    line.dropFirst().first { tokens[$0].column == column }
  }

  /// Lines that follow each other without anything between them.
  private func nearRuns(of column: Column, _ lines: [Range<Int>]) -> [[Member]] {
    var runs: [[Member]] = []
    var open: ArraySlice<UInt8>?
    for line in lines {
      guard let place = place(of: column, in: line) else {
        open = nil
        continue
      }
      let kind = kind(of: line, column)
      let start = tokens[line.lowerBound]
      let isItem = start.first == line.lowerBound
      let empty = start.comments.map(\.emptyLines) + [start.emptyLines]
      if kind != open || isItem && empty.contains(where: { $0 > 0 }) { runs.append([]) }
      runs[runs.count - 1].append((place, columns[place]))
      open = kind
    }
    return runs
  }

  /// What lines of a run have in common: that they begin with a version, or the word of their item.
  private func kind(of line: Range<Int>, _ column: Column) -> ArraySlice<UInt8> {
    let start = tokens[line.lowerBound]
    switch column {
    // Rows and the measures of them stand together, and columns begin with their names.
    case .definition, .role, .headers, .headersEnd: return []
    default: return start.mark == .version ? [] : bytes(tokens[start.first].span)
    }
  }

  /// The first lines of statements of one kind in one block, until two empty lines.
  private func farRuns(of column: Column, _ lines: [Range<Int>]) -> [[Member]] {
    let statement = column == .clause ? LayoutToken.Statement.name : .entry
    var runs: [[Member]] = []
    var kind: ArraySlice<UInt8>?
    for line in lines {
      let start = tokens[line.lowerBound]
      guard start.first == line.lowerBound else { continue }
      guard start.statement == statement else {
        kind = nil
        continue
      }
      let word = bytes(start.span)
      let empty = start.comments.map(\.emptyLines) + [start.emptyLines]
      if kind != word || empty.contains(where: { $0 >= Layout.mostEmptyLines }) { runs.append([]) }
      kind = word
      let last = line.upperBound - 1
      if let place = place(of: column, in: line) {
        runs[runs.count - 1].append((place, columns[place]))
      } else if column == .clause {
        // A name without other spellings is as wide as its column, too.
        runs[runs.count - 1].append((nil, columns[last] + tokens[last].width + 1))
      }
    }
    return runs
  }
}
