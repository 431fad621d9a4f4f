// Bytes looked at many at a time.
//
// The only unsafe code of the reader. Every load is checked against the bounds of its span, and
// any bits make a number, so that no input can break a promise here.

extension Span where Element == UInt8 {
  /// Eight bytes as one number, the first in the lowest bits.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    // The load traps unless all eight bytes lie in the span.
    UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    )
  }

  /// Which of the 64 bytes from `place` on are the separator, LF, CR or a quote: bit 0 is the first.
  ///
  /// Near the end the missing bytes count as none of these.
  @inline(__always)
  func marks(at place: Int, separator: UInt8) -> UInt64 {
    guard place + 64 <= count else { return marksNearEnd(at: place, separator: separator) }
    var marks: UInt64 = 0
    for group in 0..<4 {
      let first = place + group * 16
      let words = SIMD2<UInt64>(word(at: first), word(at: first + 8))
      // Both are sixteen plain bytes.
      let text = unsafe unsafeBitCast(words, to: SIMD16<UInt8>.self)
      let found =
        (equal(text, separator) | equal(text, ASCII.lineFeed))
        | (equal(text, ASCII.carriageReturn) | equal(text, ASCII.quote))
      marks |= (packed(found[0]) | packed(found[1]) << 8) << UInt64(group * 16)
    }
    return marks
  }

  private func marksNearEnd(at place: Int, separator: UInt8) -> UInt64 {
    var marks: UInt64 = 0
    for offset in 0..<Swift.min(64, Swift.max(0, count - place)) {
      switch self[place + offset] {
      case separator, ASCII.lineFeed, ASCII.carriageReturn, ASCII.quote:
        marks |= 1 << UInt64(offset)
      default: break
      }
    }
    return marks
  }

  /// The first quote from `place` on; nil when there is none.
  func nextQuote(from place: Int) -> Int? {
    var place = place
    while place + 16 <= count {
      let words = SIMD2<UInt64>(word(at: place), word(at: place + 8))
      // Both are sixteen plain bytes.
      let found = equal(unsafe unsafeBitCast(words, to: SIMD16<UInt8>.self), ASCII.quote)
      if found[0] | found[1] != 0 { break }
      place += 16
    }
    while place < count {
      if self[place] == ASCII.quote { return place }
      place += 1
    }
    return nil
  }

  /// The next part from `place` on that holds all bytes beyond ASCII up to eight ASCII bytes; nil
  /// when only ASCII follows.
  func nextBeyondASCII(from place: Int) -> Range<Int>? {
    var start = place
    while start + 32 <= count {
      let words =
        (word(at: start) | word(at: start + 8)) | (word(at: start + 16) | word(at: start + 24))
      guard words & highBits == 0 else { break }
      start += 32
    }
    while start + 8 <= count, word(at: start) & highBits == 0 { start += 8 }
    guard start < count else { return nil }
    var end = start
    while end + 8 <= count, word(at: end) & highBits != 0 { end += 8 }
    return start..<(end + 8 <= count ? end : count)
  }
}

/// The bit of each of eight bytes that no ASCII has.
private var highBits: UInt64 { 0x8080_8080_8080_8080 }

/// All ones in the bytes that are `byte`, zeros elsewhere.
///
/// `SIMD16<UInt8>` is spelled out: left to inference, the comparison is the generic one, which goes
/// byte by byte and is a hundred times slower, as are `replacing(with:where:)`, `any` and `.|`.
@inline(__always)
private func equal(_ text: SIMD16<UInt8>, _ byte: UInt8) -> SIMD2<UInt64> {
  // A mask of sixteen bytes is sixteen bytes of zeros or ones.
  unsafe unsafeBitCast(text .== SIMD16<UInt8>(repeating: byte), to: SIMD2<UInt64>.self)
}

/// Eight bytes of zeros or ones as eight bits; wrapping is meant, the upper half is dropped.
@inline(__always)
private func packed(_ mask: UInt64) -> UInt64 {
  ((mask & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) >> 56
}
