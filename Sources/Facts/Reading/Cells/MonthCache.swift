/// Months as ``readMonth(_:)`` reads them, kept by the bytes of their cells.
///
/// Workload: millions of cells with a few hundred different texts of at most 16 bytes. A text that
/// meets another in its place takes the place.
struct MonthCache {
  private struct Entry {
    var count = -1
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var reading: MonthReading?
  }

  private var entries = Array(repeating: Entry(), count: 256)

  /// What a trimmed cell that is not empty is as a month.
  @inline(__always)
  mutating func month(_ cell: Span<UInt8>) -> MonthReading? {
    guard (8...16).contains(cell.count) else { return readMonth(cell) }
    // All bytes: the two words overlap, or meet.
    let head = cell.word(at: 0)
    let tail = cell.word(at: cell.count - 8)
    // A place, not an identity; wrapping is meant.
    let place = Int(truncatingIfNeeded: ((head ^ tail &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    let entry = entries[place]
    if entry.count == cell.count, entry.head == head, entry.tail == tail { return entry.reading }
    let reading = readMonth(cell)
    entries[place] = Entry(count: cell.count, head: head, tail: tail, reading: reading)
    return reading
  }
}
