/// Joins two codes into one sortable key.
///
/// Codes are 0 or more; -1 sorts last.
func joinedKey(_ high: Int32, _ low: Int32) -> UInt64 {
  UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
}

/// The keys of a column pair with repeats of the row before left out: facts mostly come in runs.
func distinctRuns(high: [Int32], low: [Int32]) -> [UInt64] {
  var keys: [UInt64] = []
  var last: UInt64?
  for row in high.indices {
    let key = joinedKey(high[row], low[row])
    if key != last { keys.append(key) }
    last = key
  }
  return keys
}

/// Ascending, each key once.
func sortedUnique(_ keys: [UInt64]) -> [UInt64] {
  var result: [UInt64] = []
  for key in keys.sorted() where key != result.last { result.append(key) }
  return result
}

/// The index in `keys` (ascending) of each row's key.
///
/// - Precondition: every key occurs.
func positions(high: [Int32], low: [Int32], in keys: [UInt64]) -> [Int32] {
  var result: [Int32] = []
  result.reserveCapacity(high.count)
  let starts = startsByHigh(keys)
  var lastKey: UInt64?
  var lastPosition: Int32 = 0
  for row in high.indices {
    let key = joinedKey(high[row], low[row])
    if key != lastKey {
      let owner = Int(high[row])
      let range =
        owner >= 0 && owner + 1 < starts.count
        ? Int(starts[owner])..<Int(starts[owner + 1]) : keys.indices
      lastPosition = Int32(truncatingIfNeeded: lowerBound(of: key, in: keys, range))
      lastKey = key
    }
    result.append(lastPosition)
  }
  return result
}

/// Where the keys of each high code begin, up to the last code of 0 or more, and their end.
private func startsByHigh(_ keys: [UInt64]) -> [Int32] {
  let last = keys.last { $0 >> 32 <= UInt64(Int32.max) }.map { Int($0 >> 32) } ?? -1
  var starts = [Int32](repeating: 0, count: last + 2)
  for key in keys where key >> 32 <= UInt64(Int32.max) { starts[Int(key >> 32) + 1] += 1 }
  for owner in 0..<(last + 1) { starts[owner + 1] += starts[owner] }
  return starts
}

/// The first index of `range` whose key is not below `key`; its end when there is none.
func lowerBound(of key: UInt64, in keys: [UInt64], _ range: Range<Int>) -> Int {
  var low = range.lowerBound
  var high = range.upperBound
  while low < high {
    let middle = (low + high) / 2
    if keys[middle] < key { low = middle + 1 } else { high = middle }
  }
  return low
}

/// For an ascending column of owners 0..<count: where each owner's entries begin, and the end.
func rangeStarts(of owners: [Int32], count: Int) -> [Int] {
  var starts = Array(repeating: 0, count: count + 1)
  for owner in owners { starts[Int(owner) + 1] += 1 }
  for owner in 0..<count { starts[owner + 1] += starts[owner] }
  return starts
}
