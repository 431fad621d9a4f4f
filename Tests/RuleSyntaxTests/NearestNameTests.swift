import RuleSyntax
import TestSupport
import Testing

@Suite("Names that were meant")
struct NearestNameTests {
  @Test("Those within the distance, nearest first", arguments: 1...20 as ClosedRange<UInt64>)
  func likeAllPairs(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = ["a", "b", "c", "A", "-", "é", "É", "x"]
    func name() -> String {
      (0..<Int.random(in: 1...9, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }.joined()
    }
    let wanted = name()
    let candidates = (0..<400).map { _ in name() }
    let limit = wanted.count < 3 ? 1 : min(2, max(1, wanted.count / 3))
    let near = Set(candidates)
      .map { (Self.distance(Array($0.lowercased()), Array(wanted.lowercased())), $0) }
      .filter { $0.0 <= limit }
      .sorted { $0 < $1 }
    #expect(NearestNames.among(candidates, to: wanted) == near.prefix(3).map(\.1))
  }

  /// Edits between two names by the definition: insert, delete, replace, swap neighbours.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var rows = [Array(0...right.count)]
    for (row, one) in left.enumerated() {
      rows.append([row + 1])
      for (column, other) in right.enumerated() {
        var best = rows[row][column] + (one == other ? 0 : 1)
        best = min(best, rows[row][column + 1] + 1, rows[row + 1][column] + 1)
        if row > 0, column > 0, one == right[column - 1], other == left[row - 1] {
          best = min(best, rows[row - 1][column - 1] + 1)
        }
        rows[row + 1].append(best)
      }
    }
    return rows[left.count][right.count]
  }
}
