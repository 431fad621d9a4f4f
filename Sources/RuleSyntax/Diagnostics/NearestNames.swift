/// "Did you mean": the names nearest to a misspelt one.
package enum NearestNames {
  /// Longer names are compared with none: comparing takes time by the square of the length.
  ///
  /// Source: our choice, twice a line.
  private static let mostBytes = 200

  /// At most three candidates within a small edit distance (2, and a third of the length), nearest
  /// first, then by spelling.
  package static func among(_ candidates: some Sequence<String>, to name: String) -> [String] {
    guard name.utf8.count <= mostBytes else { return [] }
    let wanted = Array(name.lowercased().unicodeScalars)
    let limit = wanted.count < 3 ? 1 : min(2, max(1, wanted.count / 3))
    let letters = name.utf8.map(\.lowercased)
    var seen: Set<String> = []
    var found: [(distance: Int, name: String)] = []
    // An edit adds a character, which has four bytes at most. Thousands of names of a large file are
    // far away, and told apart at once.
    for candidate in candidates where abs(candidate.utf8.count - letters.count) <= limit * 4 {
      guard isNear(letters, 0, Array(candidate.utf8), 0, limit), seen.insert(candidate).inserted
      else { continue }
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      if distance <= limit { found.append((distance, candidate)) }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Whether what is left of the two, from these offsets, is at most `limit` edits apart; true
  /// where other than ASCII letters stand.
  private static func isNear(
    _ left: [UInt8],
    _ leftStart: Int,
    _ right: [UInt8],
    _ rightStart: Int,
    _ limit: Int
  ) -> Bool {
    var (row, column) = (leftStart, rightStart)
    while row < left.count, column < right.count {
      let (one, other) = (left[row], right[column].lowercased)
      if one | other >= 0x80 { return true }
      if one != other { break }
      row += 1
      column += 1
    }
    let (leftRest, rightRest) = (left.count - row, right.count - column)
    if leftRest == 0 || rightRest == 0 {
      let isForeign =
        left[row...].contains { $0 >= 0x80 } || right[column...].contains { $0 >= 0x80 }
      return isForeign || max(leftRest, rightRest) <= limit
    }
    guard limit > 0 else { return false }
    return isNear(left, row + 1, right, column + 1, limit - 1)
      || isNear(left, row + 1, right, column, limit - 1)
      || isNear(left, row, right, column + 1, limit - 1)
      || leftRest > 1 && rightRest > 1 && left[row + 1] == right[column].lowercased
        && isNear(left, row + 2, right, column + 2, limit - 1)
  }

  /// What may have been meant by a name; a word that is in the wrong place is not asked for itself.
  package static func suggestion(
    _ candidates: some Sequence<String>,
    to name: String
  ) -> Suggestion {
    Suggestion(names: among(candidates, to: name).filter { $0 != name })
  }

  /// "did you mean `a` or `b`?", or nil without candidates.
  package static func question(_ candidates: some Sequence<String>, to name: String) -> String? {
    suggestion(candidates, to: name).question
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...max(1, left.count) where row <= left.count {
      var current = [row]
      for column in 1...max(1, right.count) where column <= right.count {
        let replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var best = min(replaced, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

/// The names that may have been meant, nearest first.
package struct Suggestion: Sendable {
  package let names: [String]

  /// "did you mean `a` or `b`?", or nil without names.
  package var question: String? {
    let list = names.map { "`\($0)`" }.joined(separator: " or ")
    return names.isEmpty ? nil : "did you mean \(list)?"
  }

  /// The name that was probably meant; nil where there are several.
  package var only: String? { names.count == 1 ? names[0] : nil }

  /// Writes the only name in a place; `written` makes of the name what stands in the file.
  package func fix(
    _ span: SourceSpan,
    file: Int,
    written: (String) -> String = { $0 }
  ) -> Fix? {
    only.map { .replace(span, with: written($0), .unsafe, file: file) }
  }
}

extension UInt8 {
  /// Of an ASCII letter the small one; every other byte as it is.
  fileprivate var lowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
