/// The spellings in a column of names.
struct NameCells {
  let place: FilePlan.Place
  let kind: Int

  /// Spellings without outer blanks.
  private(set) var spellings = ByteDictionary()

  /// The declared code of each spelling; nil when it is not declared.
  private(set) var declared: [Int32?] = []

  /// By spelling: rows that it keeps out because nobody declared it, and the line of the first
  /// one.
  private(set) var undeclaredRows: [Int] = []
  private(set) var firstLines: [Int] = []

  init(place: FilePlan.Place, kind: Int) {
    self.place = place
    self.kind = kind
  }

  /// The local code of a cell; -1 when it is empty.
  @inline(__always)
  mutating func code(of text: Span<UInt8>, _ names: [[UInt8]: Int32]) -> Int32 {
    guard !text.isEmpty else { return -1 }
    let code = spellings.code(of: text)
    if code == declared.count { declare(text, names) }
    return Int32(truncatingIfNeeded: code)
  }

  private mutating func declare(_ text: Span<UInt8>, _ names: [[UInt8]: Int32]) {
    declared.append(names[folded(text)])
    undeclaredRows.append(0)
    firstLines.append(0)
  }

  /// Whether a cell is neither empty nor a declared name.
  @inline(__always)
  func isUndeclared(_ code: Int32) -> Bool {
    code >= 0 && declared[Int(code)] == nil
  }

  mutating func countUndeclared(_ code: Int32, line: Int, rowCount: Int = 1) {
    let place = Int(code)
    if undeclaredRows[place] == 0 || line < firstLines[place] { firstLines[place] = line }
    undeclaredRows[place] += rowCount
  }

  mutating func resolveLines(_ lines: PieceLines) {
    for place in firstLines.indices { firstLines[place] = lines.line(firstLines[place]) }
  }
}
