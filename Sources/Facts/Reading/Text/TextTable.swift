/// A file as separated text: a header row, then rows.
struct TextTable {
  let bytes: [UInt8]
  let separator: UInt8

  /// The offset of the header row.
  let start: Int

  /// The 1-based line in the file of each row after the header, where `bytes` are not the file's
  /// own; nil when the scanner's line numbers are right.
  let rowLines: [Int]?

  /// Rows that did not even become text.
  let brokenRows: [BrokenRow]

  init(
    bytes: [UInt8],
    separator: UInt8,
    start: Int,
    rowLines: [Int]? = nil,
    brokenRows: [BrokenRow] = []
  ) {
    self.bytes = bytes
    self.separator = separator
    self.start = start
    self.rowLines = rowLines
    self.brokenRows = brokenRows
  }
}

/// A row of JSON that cannot be read.
struct BrokenRow {
  /// 1-based.
  let line: Int

  let column: String?
  let message: String
}

/// The rows of a file, by its name's ending or its first byte.
func textTable(of text: DecodedText, fileName: String) -> TextTable {
  if isJSON(text, fileName: fileName) {
    return readJSONRows(text.bytes.span, from: text.start)
  }
  let separator = detectSeparator(in: text.bytes.span, from: text.start).separator
  return TextTable(bytes: text.bytes, separator: separator, start: text.start)
}

/// Whether the text is to be read as JSON.
func isJSON(_ text: DecodedText, fileName: String) -> Bool {
  let name = folded(fileName)
  if [".json", ".ndjson"].contains(where: { name.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
    return true
  }
  let first = text.bytes[text.start...].first { !($0 == ASCII.space || (9...13).contains($0)) }
  return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
}
