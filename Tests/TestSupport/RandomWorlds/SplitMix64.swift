/// A small seeded source of random numbers: the same seed gives the same world everywhere.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// Whether something with a chance of so many percent happens.
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of the values; there must be some.
  mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }

  /// At least one of the values, in their order.
  mutating func some<Value>(of values: [Value]) -> [Value] {
    let first = number(0...values.count - 1)
    return values.enumerated().filter { $0.offset == first || chance(35) }.map(\.element)
  }
}
