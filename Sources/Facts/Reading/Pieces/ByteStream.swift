/// The bytes of a file that is open, one part after the other.
package struct ByteStream: Sendable {
  /// How many bytes are to be expected; nil when nobody knows.
  package let byteCount: Int?

  /// Writes the next bytes to a range of a buffer, from its start on: how many, 0 at the end; nil
  /// when they cannot be read.
  private let readPart: @Sendable (inout [UInt8], Range<Int>) -> Int?

  package init(
    byteCount: Int?,
    read: @escaping @Sendable (inout [UInt8], Range<Int>) -> Int?
  ) {
    self.byteCount = byteCount
    readPart = read
  }

  /// Fills a range of `buffer` unless the bytes end before: how many were written, nil when they
  /// cannot be read.
  func fill(_ buffer: inout [UInt8], _ range: Range<Int>) -> Int? {
    var end = range.lowerBound
    while end < range.upperBound {
      guard let count = readPart(&buffer, end..<range.upperBound) else { return nil }
      if count == 0 { break }
      end += count
    }
    return end - range.lowerBound
  }

  /// All bytes; nil when they cannot be read.
  func readAll() -> [UInt8]? {
    // One more than expected, so that the end is met and not only the number of bytes.
    var bytes = [UInt8](repeating: 0, count: (byteCount ?? 0) + 1)
    var end = 0
    while true {
      guard let count = fill(&bytes, end..<bytes.count) else { return nil }
      end += count
      guard end == bytes.count else { break }
      bytes.append(contentsOf: repeatElement(0, count: max(1 << 16, bytes.count / 2)))
    }
    bytes.removeLast(bytes.count - end)
    return bytes
  }
}
