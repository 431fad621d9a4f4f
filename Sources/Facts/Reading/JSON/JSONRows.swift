/// Reads an array of objects, or objects one after the other, as rows of separated text.
///
/// The keys of all objects, in order of appearance, are the header; a key that an object lacks
/// and `null` are empty cells. So JSON takes the same way as every other file from here on.
func readJSONRows(_ bytes: Span<UInt8>, from start: Int) -> TextTable {
  var reader = JSONRowReader(offset: start)
  reader.readAll(bytes)
  return reader.textTable()
}

private struct JSONRowReader {
  /// One value: where its text stands in `arena`.
  struct Value {
    let column: Int
    let text: Range<Int>
  }

  private var scanner: JSONScanner
  private var header: [[UInt8]] = []
  /// By folded key.
  private var columns: [[UInt8]: Int] = [:]
  /// The number of the object that had each key last.
  private var lastObjects: [Int] = []
  private var objectCount = 0
  private var arena: [UInt8] = []
  private var rows: [[Value]] = []
  private var rowLines: [Int] = []
  private var brokenRows: [BrokenRow] = []

  /// The most different keys of a file; objects with further ones are not read.
  ///
  /// Source: our choice, many times the columns of any download. Every row has a cell for every key.
  private static let mostKeys = 1000

  init(offset: Int) {
    scanner = JSONScanner(offset: offset)
  }

  mutating func readAll(_ bytes: Span<UInt8>) {
    let isArray = scanner.accept("[", bytes)
    if isArray, scanner.accept("]", bytes) { return checkEnd(bytes) }
    while let next = scanner.peek(bytes) {
      let line = scanner.line
      do throws(JSONFault) {
        try readRow(startingWith: next, line: line, bytes)
        guard isArray else { continue }
        if scanner.accept("]", bytes) { return checkEnd(bytes) }
        guard scanner.accept(",", bytes) else {
          throw JSONFault(message: "`,` or `]` is missing after an object")
        }
      } catch {
        brokenRows.append(BrokenRow(line: line, column: nil, message: error.message))
        // Inside an array nothing tells where the next object starts.
        if isArray { return }
        scanner.skipLine(bytes)
      }
    }
    if isArray {
      let message = "the array is not closed"
      brokenRows.append(BrokenRow(line: scanner.line, column: nil, message: message))
    }
  }

  /// Reports what follows the array.
  private mutating func checkEnd(_ bytes: Span<UInt8>) {
    guard scanner.peek(bytes) != nil else { return }
    let message = "text follows the array; it is not read"
    brokenRows.append(BrokenRow(line: scanner.line, column: nil, message: message))
  }

  private mutating func readRow(
    startingWith byte: UInt8,
    line: Int,
    _ bytes: Span<UInt8>
  ) throws(JSONFault) {
    guard byte == UInt8(ascii: "{") else {
      if byte == UInt8(ascii: "[") { try scanner.skipNested(bytes) }
      throw JSONFault(message: "an object is missing")
    }
    var fault: BrokenRow?
    let values = try readObject(line: line, fault: &fault, bytes)
    if let fault {
      brokenRows.append(fault)
    } else {
      rows.append(values)
      rowLines.append(line)
    }
  }

  /// Reads one object; `fault` gets what is wrong with it when reading can go on behind it.
  private mutating func readObject(
    line: Int,
    fault: inout BrokenRow?,
    _ bytes: Span<UInt8>
  ) throws(JSONFault) -> [Value] {
    var values: [Value] = []
    objectCount += 1
    _ = scanner.accept("{", bytes)
    if scanner.accept("}", bytes) { return values }
    repeat {
      var key: [UInt8] = []
      try scanner.readString(bytes, into: &key)
      guard scanner.accept(":", bytes) else { throw JSONFault(message: "`:` is missing") }
      let column = column(of: key)
      let text = try readValue(bytes)
      if let column, let text, lastObjects[column] < objectCount {
        values.append(Value(column: column, text: text))
        lastObjects[column] = objectCount
      } else {
        let shown = shownText(key.span)
        let message =
          if column == nil {
            "the file has more than \(JSONRowReader.mostKeys) different keys"
          } else if text == nil {
            "the value of `\(shown)` is an object or array"
          } else {
            "the key `\(shown)` stands twice in one object"
          }
        fault = BrokenRow(line: line, column: shown, message: message)
      }
    } while scanner.accept(",", bytes)
    guard scanner.accept("}", bytes) else {
      throw JSONFault(message: "`,` or `}` is missing in an object")
    }
    return values
  }

  /// Reads a plain value; nil when it is an object or array, which is skipped.
  private mutating func readValue(_ bytes: Span<UInt8>) throws(JSONFault) -> Range<Int>? {
    let start = arena.count
    switch scanner.peek(bytes) {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try scanner.skipNested(bytes)
      return nil
    case ASCII.quote:
      try scanner.readString(bytes, into: &arena)
    default:
      try scanner.readBareValue(bytes, into: &arena)
    }
    return start..<arena.count
  }

  /// The column of a key; nil when it is one too many.
  private mutating func column(of key: [UInt8]) -> Int? {
    let foldedKey = folded(key.span)
    if let column = columns[foldedKey] { return column }
    guard header.count < JSONRowReader.mostKeys else { return nil }
    columns[foldedKey] = header.count
    header.append(key)
    lastObjects.append(0)
    return header.count - 1
  }

  func textTable() -> TextTable {
    var text: [UInt8] = []
    appendRow(header.map { $0[...] }, to: &text)
    var cells = [ArraySlice<UInt8>](repeating: [], count: header.count)
    for row in rows {
      for value in row { cells[value.column] = arena[value.text] }
      appendRow(cells, to: &text)
      for value in row { cells[value.column] = [] }
    }
    return TextTable(
      bytes: text,
      separator: ASCII.comma,
      start: 0,
      rowLines: rowLines,
      brokenRows: brokenRows
    )
  }

  /// Writes cells in quotes, the first one also when it is empty: no row is taken for a blank line.
  private func appendRow(_ cells: [ArraySlice<UInt8>], to text: inout [UInt8]) {
    guard !cells.isEmpty else { return }
    for (place, cell) in cells.enumerated() {
      if place > 0 { text.append(ASCII.comma) }
      guard place == 0 || !cell.isEmpty else { continue }
      text.append(ASCII.quote)
      for byte in cell {
        if byte == ASCII.quote { text.append(ASCII.quote) }
        text.append(byte)
      }
      text.append(ASCII.quote)
    }
    text.append(ASCII.lineFeed)
  }
}
