/// Where the lines of each piece of a file begin.
///
/// A reader of a piece does not know how many lines are before it. It names a line by its piece and
/// the line in it, as one number whose order is that of the file:
///
///     piece 3, line 17 of it  ->  3 << 40 | 17  ->  lines before piece 3, plus 17
struct PieceLines {
  /// Lines before each piece whose number of lines is known.
  private var before: [Int]

  /// Lines of later pieces that were read already, by piece.
  private var waiting: [Int: Int] = [:]

  /// Bits of the line in its piece: enough for pieces of a tebibyte.
  private static let lineBits = 40

  /// `headerLines` are those before the first piece.
  init(headerLines: Int) { before = [headerLines] }

  /// What to add to a line of a piece to name it.
  static func base(ofPiece piece: Int) -> Int { piece << lineBits }

  mutating func add(piece: Int, lineCount: Int) {
    waiting[piece] = lineCount
    while let count = waiting.removeValue(forKey: before.count - 1) {
      before.append((before.last ?? 0) + count)
    }
  }

  /// The 1-based line of the file.
  func line(_ named: Int) -> Int {
    before[named >> PieceLines.lineBits] + (named & ((1 << PieceLines.lineBits) - 1))
  }
}
