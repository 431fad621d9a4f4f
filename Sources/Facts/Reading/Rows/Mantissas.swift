/// Whole numbers in 32 bits each, or in 64 from the first one on that needs more: counts of seats
/// fit, and columns of them are long.
struct Mantissas: Sendable {
  /// Empty once some number does not fit.
  private(set) var small: [Int32] = []

  /// Empty while all numbers fit 32 bits.
  private(set) var large: [Int64] = []

  private var isSmall = true

  var count: Int { isSmall ? small.count : large.count }

  @inline(__always)
  subscript(row: Int) -> Int64 { isSmall ? Int64(small[row]) : large[row] }

  /// As a store has them.
  var storage: NumberStorage { isSmall ? .small(small) : .narrow(large) }

  @inline(__always)
  mutating func append(_ number: Int64) {
    if isSmall, let fitting = Int32(exactly: number) {
      small.append(fitting)
    } else {
      appendLarge(number)
    }
  }

  mutating func append(contentsOf other: Mantissas) {
    if isSmall, other.isSmall {
      small.append(contentsOf: other.small)
    } else {
      for row in 0..<other.count { append(other[row]) }
    }
  }

  /// Replaces the number of a row.
  mutating func set(_ number: Int64, at row: Int) {
    if isSmall, let fitting = Int32(exactly: number) {
      small[row] = fitting
    } else {
      if isSmall { enlarge() }
      large[row] = number
    }
  }

  mutating func reserve(_ count: Int) {
    if isSmall { small.reserveCapacity(count) } else { large.reserveCapacity(count) }
  }

  /// Puts the numbers in another order: `rows` is the present row by place.
  mutating func arrange(by rows: [Int32]) {
    if isSmall {
      small = rows.map { small[Int($0)] }
    } else {
      large = rows.map { large[Int($0)] }
    }
  }

  private mutating func appendLarge(_ number: Int64) {
    if isSmall { enlarge() }
    large.append(number)
  }

  private mutating func enlarge() {
    large.reserveCapacity(small.capacity)
    for number in small { large.append(Int64(number)) }
    small = []
    isSmall = false
  }
}
