/// The names in the first row of a file.
struct Header {
  /// As written, without outer blanks.
  let names: [String]

  /// Folded, for comparison.
  let keys: [[UInt8]]

  /// The cells of each of `keys`, ascending.
  private let cellsByKey: [[UInt8]: [Int]]

  /// The 1-based line of the header; nil when the file is JSON and has none.
  let line: Int?

  /// Reads the header row that `scanner` read last.
  init(_ scanner: RowScanner, in bytes: Span<UInt8>, line: Int?) {
    var names: [String] = []
    var keys: [[UInt8]] = []
    for cell in scanner.cells {
      withText(of: cell, in: bytes) { text in
        names.append(String(decoding: trimmed(text), as: UTF8.self))
        keys.append(folded(text))
      }
    }
    self.names = names
    self.keys = keys
    cellsByKey = Dictionary(grouping: keys.indices) { keys[$0] }
    self.line = line
  }

  /// The cells with one of these folded names, the first name's cells first.
  func cells(named wanted: [[UInt8]]) -> [Int] {
    wanted.flatMap { cellsByKey[$0] ?? [] }
  }
}
