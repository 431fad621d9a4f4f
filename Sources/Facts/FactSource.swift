/// One file with the name to show for it.
package struct FactSource: Sendable {
  /// Where the bytes are.
  private enum Content {
    case bytes([UInt8])
    case file(open: @Sendable () -> ByteStream?)
  }

  /// Shown in findings, and the order of files.
  package let name: String

  private let content: Content

  /// A file whose bytes are at hand.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .bytes(bytes)
  }

  /// A file that is opened when it is read; `open` gives nil when it cannot be.
  ///
  /// It is opened once for all bytes, and before that maybe once for the first bytes.
  /// A file that cannot be read to its end is left out of the store and its account: who opens it
  /// has to tell of it.
  package init(name: String, open: @escaping @Sendable () -> ByteStream?) {
    self.name = name
    content = .file(open: open)
  }

  /// Opens a source that is not at hand; nil when it cannot be opened.
  func open() -> ByteStream? {
    guard case .file(let open) = content else { return nil }
    return open()
  }

  /// All bytes; nil when they cannot be read.
  func readAll() -> [UInt8]? {
    switch content {
    case .bytes(let bytes): bytes
    case .file(let open): open()?.readAll()
    }
  }

  /// The first bytes, all of a source that is at hand; nil when they cannot be read.
  func head(_ count: Int) -> (bytes: [UInt8], isWhole: Bool)? {
    switch content {
    case .bytes(let bytes): return (bytes, true)
    case .file(let open):
      var bytes = [UInt8](repeating: 0, count: count + 1)
      guard let end = open()?.fill(&bytes, 0..<(count + 1)) else { return nil }
      return (Array(bytes[..<end]), end <= count)
    }
  }
}
