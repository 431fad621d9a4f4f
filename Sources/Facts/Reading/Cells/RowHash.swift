/// Two hashes of a row's cells that know nothing of each other, in place of its text.
///
/// Rows with equal hashes are taken as equal. Among a billion rows some two that differ would have
/// the same 128 bits by chance once in 10^20 such sets of files: n(n-1)/2 pairs, 2^-128 each.
///
/// Wrapping arithmetic is meant: a hash is a number modulo 2^64.
struct RowHash: Hashable, Sendable {
  private(set) var first: UInt64 = 0x243F_6A88_85A3_08D3
  private(set) var second: UInt64 = 0x1319_8A2E_0370_7344

  /// Takes the next cell; its length stands before it, so that cells do not run together.
  @inline(__always)
  mutating func take(_ text: Span<UInt8>) {
    take(UInt64(truncatingIfNeeded: text.count))
    var place = 0
    while place + 8 <= text.count {
      take(text.word(at: place))
      place += 8
    }
    guard place < text.count else { return }
    var group: UInt64 = 0
    while place < text.count {
      group = group << 8 | UInt64(text[place])
      place += 1
    }
    take(group)
  }

  /// The multipliers are odd and have as many ones as zeros, or nearly so.
  ///
  /// Source: the fraction of the golden ratio, and a prime of xxHash.
  @inline(__always)
  private mutating func take(_ group: UInt64) {
    first = RowHash.mixed(first ^ group, 0x9E37_79B9_7F4A_7C15)
    second = RowHash.mixed(second ^ group, 0xC2B2_AE3D_27D4_EB4F)
  }

  /// Both halves of the product, so that each bit of the number reaches all bits of the hash.
  @inline(__always)
  private static func mixed(_ number: UInt64, _ multiplier: UInt64) -> UInt64 {
    let product = number.multipliedFullWidth(by: multiplier)
    let folded = product.high ^ product.low
    return folded ^ (folded >> 29)
  }
}
