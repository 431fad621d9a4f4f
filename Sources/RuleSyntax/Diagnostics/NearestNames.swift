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
    var found: [(distance: Int, name: String)] = []
    for candidate in Set(candidates) {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      if distance <= limit { found.append((distance, candidate)) }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// "did you mean `a` or `b`?", or nil without candidates; a word that is in the wrong place is
  /// not asked for itself.
  package static func question(_ candidates: some Sequence<String>, to name: String) -> String? {
    let names = among(candidates, to: name).filter { $0 != name }.map { "`\($0)`" }
    return names.isEmpty ? nil : "did you mean \(names.joined(separator: " or "))?"
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
