/// The bytes of one file with the name to show for it.
package struct SourceText: Sendable {
  /// As the user spelt the path.
  package let name: String

  /// The whole file; empty when it is too large.
  package let bytes: [UInt8]

  /// Offsets, in bytes, of the first byte of each line.
  private let lineStarts: [UInt32]

  /// Whether the file has more than ``mostBytes``; `bytes` are empty then, and ``tokenize`` says so.
  let isTooLarge: Bool

  /// The largest file that is read, in bytes: spans are 32 bits wide.
  package static let mostBytes = Int(Int32.max)

  package init(name: String, bytes: [UInt8], mostBytes: Int = SourceText.mostBytes) {
    self.name = name
    isTooLarge = bytes.count > mostBytes
    self.bytes = isTooLarge ? [] : bytes
    var starts: [UInt32] = [0]
    for (offset, byte) in self.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(UInt32(offset) + 1)
    }
    lineStarts = starts
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text of a span; bytes that are not UTF-8 are shown as U+FFFD.
  package func text(_ span: SourceSpan) -> String {
    let start = min(Int(span.start), bytes.count)
    return String(
      decoding: bytes[start..<min(max(start, Int(span.end)), bytes.count)],
      as: UTF8.self
    )
  }

  /// The 1-based line that holds `offset`.
  package func line(at offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The position of `offset` for people: 1-based line and 1-based column in characters.
  package func position(at offset: UInt32) -> TextPosition {
    let number = line(at: offset)
    return TextPosition(line: number, column: text(ofLine: number, before: offset).count + 1)
  }

  /// The position of `offset` for programs: 1-based line and 1-based column in Unicode code points.
  package func codePointPosition(at offset: UInt32) -> TextPosition {
    let number = line(at: offset)
    let before = text(ofLine: number, before: offset)
    return TextPosition(line: number, column: before.unicodeScalars.count + 1)
  }

  private func text(ofLine number: Int, before offset: UInt32) -> String {
    text(SourceSpan(start: lineSpan(number).start, end: offset))
  }

  /// The bytes of a 1-based line without its line end, and without a byte order mark before it.
  package func lineSpan(_ number: Int) -> SourceSpan {
    let hasMark = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let start = hasMark ? 3 : lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : UInt32(bytes.count)
    if end > start, bytes[Int(end) - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceSpan(start: start, end: end)
  }
}

/// A place in a file as people count: from 1.
package struct TextPosition: Hashable, Sendable {
  /// 1-based.
  package let line: Int

  /// 1-based, in the characters or code points that were asked for.
  package let column: Int
}
