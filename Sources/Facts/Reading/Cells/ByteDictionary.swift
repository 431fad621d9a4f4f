/// Gives equal byte strings equal codes, in order of appearance: 0, 1, 2...
///
/// Workload: millions of look-ups of few or many different cells, most of them equal to the one
/// before. The texts stand one after the other in an arena; the table is open addressing with
/// linear probing, at most half full.
struct ByteDictionary {
  private var arena: [UInt8] = []
  /// The end of each text in `arena`; it starts where the one before ends.
  private var ends: [Int] = []
  /// By hash: the upper half of the text's hash and, below it, its code and one; 0 is a free slot.
  ///
  /// The count is a power of two. What is not equal is told from the slot alone, most times.
  private var slots: [UInt64] = []
  private var lastCode = -1

  /// How many different texts there are.
  var count: Int { ends.count }

  /// The code of `text`, a new one when it was not met before.
  @inline(__always)
  mutating func code(of text: Span<UInt8>) -> Int {
    if lastCode >= 0, isText(lastCode, text) { return lastCode }
    lastCode = findOrAdd(text)
    return lastCode
  }

  /// The bytes of the text with a code that ``code(of:)`` gave.
  func text(_ code: Int) -> ArraySlice<UInt8> {
    arena[range(code)]
  }

  /// Hands the bytes of a text to `body`.
  @inline(__always)
  func withText<Result>(_ code: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(arena.span.extracting(range(code)))
  }

  /// Whether the text with this code is `text`.
  @inline(__always)
  func isText(_ code: Int, _ text: Span<UInt8>) -> Bool {
    withText(code) { hasSameBytes($0, text) }
  }

  /// The rank of each code when the texts are sorted by code point.
  func ranks() -> (order: [Int], rankOfCode: [Int32]) {
    let order = (0..<count).sorted { precedes($0, $1) }
    var rankOfCode = [Int32](repeating: 0, count: count)
    for (rank, code) in order.enumerated() { rankOfCode[code] = Int32(rank) }
    return (order, rankOfCode)
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    withText(left) { leftText in
      withText(right) { rightText in
        for place in 0..<min(leftText.count, rightText.count)
        where leftText[place] != rightText[place] {
          return leftText[place] < rightText[place]
        }
        return leftText.count < rightText.count
      }
    }
  }

  @inline(__always)
  private func range(_ code: Int) -> Range<Int> {
    (code == 0 ? 0 : ends[code - 1])..<ends[code]
  }

  private mutating func findOrAdd(_ text: Span<UInt8>) -> Int {
    if ends.count * 2 >= slots.count { grow() }
    let hash = hashOfBytes(text)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let code = Int(slots[slot] & lowerHalf) - 1
      if (slots[slot] ^ hash) >> 32 == 0, isText(code, text) { return code }
      slot = (slot + 1) & mask
    }
    for place in text.indices { arena.append(text[place]) }
    ends.append(arena.count)
    slots[slot] = hash & ~lowerHalf | UInt64(ends.count)
    return ends.count - 1
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: max(16, slots.count * 2))
    let mask = slots.count - 1
    for code in ends.indices {
      let hash = withText(code) { hashOfBytes($0) }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & ~lowerHalf | UInt64(code + 1)
    }
  }
}

private var lowerHalf: UInt64 { 0xFFFF_FFFF }

/// A hash of bytes that no output depends on: FNV-1a over groups of eight, then mixed.
///
/// Wrapping arithmetic is meant: a hash is a number modulo 2^64.
@inline(__always)
func hashOfBytes(_ text: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: text.count)
  var place = 0
  while place + 8 <= text.count {
    hash = mixed(hash, text.word(at: place))
    place += 8
  }
  var group: UInt64 = 0
  while place < text.count {
    group = group << 8 | UInt64(text[place])
    place += 1
  }
  return mixed(hash, group)
}

@inline(__always)
private func mixed(_ hash: UInt64, _ group: UInt64) -> UInt64 {
  let product = (hash ^ group) &* 0x9E37_79B9_7F4A_7C15
  return product ^ (product >> 32)
}
