/// The number of letters to insert, delete, replace or swap with a neighbour to turn one text
/// into the other (optimal string alignment).
///
/// - Complexity: O(*n* * *m*) in the lengths of the texts.
func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let isEqual = left[row] == right[column]
      var best = min(previous[column + 1] + 1, current[column] + 1)
      best = min(best, previous[column] + (isEqual ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current.append(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}

/// What a user may have meant: `spellings` of a thing and the name to show for it.
struct Suggestion {
  let shown: String
  let spellings: [String]
}

/// At most three suggestions near `text`, nearest first, then in their order.
///
/// Near is an edit distance of at most 2 and at most a third of the length, but at least 1, when
/// case does not count. Source: the style guide of our diagnostics.
func nearest(to text: String, among suggestions: [Suggestion]) -> [String] {
  let mostLetters = 200
  let wanted = scalars(text)
  guard !wanted.isEmpty, wanted.count <= mostLetters else { return [] }
  let limit = max(1, min(2, wanted.count / 3))
  var found: [(distance: Int, shown: String)] = []
  for suggestion in suggestions {
    var best = limit + 1
    for spelling in suggestion.spellings {
      let candidate = scalars(spelling)
      guard abs(candidate.count - wanted.count) <= limit else { continue }
      best = min(best, editDistance(wanted, candidate))
    }
    if best <= limit { found.append((best, suggestion.shown)) }
  }
  let order = found.indices.sorted {
    found[$0].distance != found[$1].distance
      ? found[$0].distance < found[$1].distance : $0 < $1
  }
  return order.prefix(3).map { found[$0].shown }
}

/// The declared names of a kind near `text`, by their canonical spellings.
func nearestNames(to text: String, of kind: NameKind) -> [String] {
  let suggestions = kind.names.map { name in
    Suggestion(shown: name.canonical, spellings: [name.canonical] + name.aliases)
  }
  return nearest(to: text, among: suggestions)
}

private func scalars(_ text: String) -> [Unicode.Scalar] {
  Array(String(decoding: folded(text), as: UTF8.self).unicodeScalars)
}

/// `` `a`, `b` or `c` ``; empty for an empty list.
func quotedList(_ texts: [String], lastWord: String) -> String {
  let quoted = texts.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " \(lastWord) " + last
}
