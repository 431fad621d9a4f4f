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
  var lastKey: UInt64?
  var lastPosition: Int32 = 0
  for row in high.indices {
    let key = joinedKey(high[row], low[row])
    if key != lastKey {
      lastPosition = Int32(lowerBound(of: key, in: keys))
      lastKey = key
    }
    result.append(lastPosition)
  }
  return result
}

/// The first index whose key is not below `key`.
func lowerBound(of key: UInt64, in keys: [UInt64]) -> Int {
  var low = 0
  var high = keys.count
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
