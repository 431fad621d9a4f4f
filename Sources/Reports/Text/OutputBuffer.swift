/// Bytes of a report that are handed over in chunks, so that a report is never held as a whole.
///
/// Sentences are written straight into it: a text put together from strings takes several times as
/// long.
struct OutputBuffer {
  /// The size, in bytes, above which a chunk is handed over.
  ///
  /// Source: our choice; a pipe holds 64 KiB.
  static let chunkSize = 1 << 16

  private(set) var bytes: [UInt8] = []

  init() { self.init(capacity: OutputBuffer.chunkSize + OutputBuffer.chunkSize / 4) }

  /// For a text of about so many bytes.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// How the sentence that is being written calls tenants; nil outside of sentences.
  var tenantNames: TenantNames?

  var count: Int { bytes.count }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes the id of a tenant, in a sentence as short as it allows.
  mutating func append(tenant: String) {
    if let name = tenantNames?.name(of: tenant) {
      bytes.append(contentsOf: name.utf8)
    } else {
      append(tenant)
    }
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(contentsOf other: [UInt8]) { bytes.append(contentsOf: other) }

  mutating func append(contentsOf scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  mutating func append(line: String) {
    append(line)
    append(UInt8(ascii: "\n"))
  }

  /// Writes `lead` and then what `body` writes, or nothing where `body` writes nothing.
  mutating func append(_ lead: String, ifAny body: (inout OutputBuffer) -> Void) {
    let start = count
    append(lead)
    let end = count
    body(&self)
    if count == end { truncate(to: start) }
  }

  /// Takes away all but the first bytes.
  mutating func truncate(to count: Int) { bytes.removeSubrange(count...) }

  /// Writes again what stands in the range.
  mutating func append(copyOf range: Range<Int>) {
    // A slice would share the buffer, and appending to it would copy the whole.
    let copy = Array(bytes[range])
    bytes += copy
  }

  /// Replaces bytes in the middle.
  mutating func replace(_ range: Range<Int>, with other: ArraySlice<UInt8>) {
    bytes.replaceSubrange(range, with: other)
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

extension String {
  /// The text that `write` writes.
  init(_ write: (inout OutputBuffer) -> Void) {
    var buffer = OutputBuffer(capacity: 128)
    write(&buffer)
    self.init(decoding: buffer.bytes, as: UTF8.self)
  }
}
