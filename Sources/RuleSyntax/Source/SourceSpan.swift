/// A half-open range of UTF-8 bytes in one source file.
///
/// Offsets are 0-based byte counts from the start of the file. The file itself is known to the
/// owner of the span.
///
///     value limit = 5 seats
///           ^^^^^              start 6, end 11
package struct SourceSpan: Hashable, Sendable {
  /// The offset of the first byte, in bytes.
  package let start: UInt32

  /// The offset one past the last byte, in bytes.
  package let end: UInt32

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  /// How many bytes the span holds.
  package var length: Int { Int(end - start) }

  /// The smallest span that holds both.
  package func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(start: min(start, other.start), end: max(end, other.end))
  }
}
