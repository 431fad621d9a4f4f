/// Bytes of a report that are handed over in chunks, so that a report is never held as a whole.
struct OutputBuffer {
  /// The size, in bytes, above which a chunk is handed over.
  ///
  /// Source: our choice; a pipe holds 64 KiB.
  static let chunkSize = 1 << 16

  private(set) var bytes: [UInt8] = []

  init() { self.init(capacity: OutputBuffer.chunkSize + OutputBuffer.chunkSize / 4) }

  /// For a text of about so many bytes.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(contentsOf other: [UInt8]) { bytes.append(contentsOf: other) }

  mutating func append(contentsOf scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  mutating func append(line: String) {
    append(line)
    append(UInt8(ascii: "\n"))
  }

  /// Hands the bytes over once there are enough of them.
  mutating func flushIfFull<Failure: Error>(
    _ write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    if bytes.count >= OutputBuffer.chunkSize { try flush(write) }
  }

  mutating func flush<Failure: Error>(
    _ write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard !bytes.isEmpty else { return }
    try write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
