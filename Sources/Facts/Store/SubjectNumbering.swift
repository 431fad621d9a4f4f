/// Numbers what rows are about, so that it is kept once for all its months.
///
/// A subject is a customer, a tenant and a name in each column of names, as codes; -1 is an empty
/// cell. Workload: millions of rows in any order with far fewer subjects, often that of the row
/// before. The table is open addressing with linear probing, at most half full.
struct SubjectNumbering: Sendable {
  /// How many codes a subject has: customer, tenant, names.
  let width: Int

  /// The codes of each subject, one subject after the other, in order of appearance.
  private(set) var codes: [Int32] = []

  /// Indices of subjects by hash; -1 is a free slot.
  ///
  /// The count is a power of two.
  private var slots = [Int32](repeating: -1, count: 64)

  private(set) var count = 0

  init(width: Int) { self.width = width }

  /// A code of a subject by its place: customer, tenant, names.
  subscript(subject: Int, place: Int) -> Int32 { codes[subject * width + place] }

  /// Adds the subject of each row to `subjects`.
  ///
  /// `columns` are the codes by place and row.
  mutating func number(_ columns: [[Int32]], rowCount: Int, into subjects: inout [Int32]) {
    precondition(columns.count == width, "a column for each place")
    var hashes = [UInt64](repeating: 0, count: rowCount)
    for column in columns {
      for row in 0..<rowCount { hashes[row] = SubjectNumbering.mixed(hashes[row], column[row]) }
    }
    var last: Int32 = -1
    var lastHash: UInt64 = 0
    for row in 0..<rowCount {
      if last < 0 || hashes[row] != lastHash || !isSubject(last, ofRow: row, columns) {
        last = number(ofRow: row, columns, hash: hashes[row])
        lastHash = hashes[row]
      }
      subjects.append(last)
    }
  }

  /// Gives up what only further rows would need.
  mutating func close() { slots = [] }

  /// Replaces the codes of a place by others; -1 stays.
  ///
  /// Two subjects may become equal, as those of a name in two spellings; they stay two.
  mutating func replace(_ place: Int, by others: [Int32]) {
    for subject in 0..<count {
      let code = codes[subject * width + place]
      if code >= 0 { codes[subject * width + place] = others[Int(code)] }
    }
  }

  private func isSubject(_ subject: Int32, ofRow row: Int, _ columns: [[Int32]]) -> Bool {
    let first = Int(subject) * width
    for place in columns.indices where codes[first + place] != columns[place][row] { return false }
    return true
  }

  private mutating func number(ofRow row: Int, _ columns: [[Int32]], hash: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] >= 0 {
      if isSubject(slots[slot], ofRow: row, columns) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let subject = Int32(truncatingIfNeeded: count)
    slots[slot] = subject
    for column in columns { codes.append(column[row]) }
    count += 1
    if count * 2 > slots.count { grow() }
    return subject
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for subject in 0..<count {
      var hash: UInt64 = 0
      for place in 0..<width { hash = SubjectNumbering.mixed(hash, self[subject, place]) }
      var slot = Int(truncatingIfNeeded: hash >> 32) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: subject)
    }
  }

  /// Wrapping is meant: a hash is a number modulo 2^64.
  @inline(__always)
  private static func mixed(_ hash: UInt64, _ code: Int32) -> UInt64 {
    let product = (hash ^ UInt64(UInt32(bitPattern: code))) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 29)
  }
}
