/// Numbers pairs of codes as they come, and then puts them in order.
///
/// Workload: millions of rows in any order with far fewer different pairs, often the one of the row
/// before. The table is open addressing with linear probing, at most half full.
struct KeyNumbering {
  /// Each pair once, in order of appearance.
  private var keys: [UInt64] = []

  /// Indices into `keys` by hash; -1 is a free slot.
  ///
  /// The count is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  /// The number of each row's pair, to be ranked when all are known.
  mutating func numbers(high: [Int32], low: [Int32]) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(high.count)
    var lastKey: UInt64 = 0
    var lastNumber: Int32 = -1
    for row in high.indices {
      let key = joinedKey(high[row], low[row])
      if key != lastKey || lastNumber < 0 {
        lastNumber = number(of: key)
        lastKey = key
      }
      numbers.append(lastNumber)
    }
    return numbers
  }

  /// Takes the pairs of rows that nobody asks the numbers of.
  mutating func add(high: [Int32], low: [Int32]) {
    var lastKey: UInt64?
    for row in high.indices {
      let key = joinedKey(high[row], low[row])
      if key != lastKey { _ = number(of: key) }
      lastKey = key
    }
  }

  /// All pairs, ascending, and the index there of each number.
  func sorted() -> (keys: [UInt64], ranks: [Int32]) {
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    var ranks = [Int32](repeating: 0, count: keys.count)
    for (rank, number) in order.enumerated() { ranks[number] = Int32(truncatingIfNeeded: rank) }
    return (order.map { keys[$0] }, ranks)
  }

  private mutating func number(of key: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = KeyNumbering.hash(key) & mask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(truncatingIfNeeded: keys.count)
    slots[slot] = number
    keys.append(key)
    if keys.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, key) in keys.enumerated() {
      var slot = KeyNumbering.hash(key) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// Wrapping is meant: a hash is a number modulo 2^64.
  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (product ^ (product >> 32)) >> 1)
  }
}

/// Replaces numbers by their ranks.
func rank(_ numbers: inout [Int32], by ranks: [Int32]) {
  for row in numbers.indices { numbers[row] = ranks[Int(numbers[row])] }
}
