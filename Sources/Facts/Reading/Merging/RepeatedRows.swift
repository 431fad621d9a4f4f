/// Finds rows that several files of one table have in common, as overlapping downloads do.
///
/// A row that stands `k` times in one file and `n` times in another counts `max(k, n)` times:
/// equal rows of one file are amounts of their own. Rows are told apart by ``RowHash``, so that no
/// text of a file has to be kept.
struct RepeatedRows {
  /// Rows that are equal to each other.
  private struct Group {
    let hash: RowHash
    /// The header names of the row's file, as in ``layouts(of:_:)``.
    let layout: Int32
    /// How many of them count so far.
    var kept: Int32 = 1
    /// The file that was last met, how many of its rows were met, and how many counted before.
    var currentFile: Int32
    var met: Int32 = 1
    var keptBefore: Int32 = 0
  }

  private var groups: [Group] = []
  /// Groups by hash; -1 is a free slot.
  ///
  /// The count is a power of two.
  private var slots: [Int32] = []

  /// Marks the repeated rows of the files of a table, which are in order of their names.
  static func mark(_ files: inout [ReadFile], _ places: [Int]) {
    var repeated = RepeatedRows()
    let layouts = layouts(of: files, places)
    for (layout, file) in zip(layouts, places) where !files[file].rows.columns.hashes.isEmpty {
      let hashes = files[file].rows.columns.hashes
      files[file].rows.columns.hashes = []
      let marks = hashes.map { repeated.isRepeated($0, file: Int32(file), layout: layout) }
      let count = marks.count { $0 }
      guard count > 0 else { continue }
      files[file].isRepeated = marks
      files[file].rows.account.used -= count
      files[file].rows.account.duplicate += count
    }
  }

  /// The same number for files with the same header names: only their rows can be equal.
  private static func layouts(of files: [ReadFile], _ places: [Int]) -> [Int32] {
    places.map { file in
      let first = places.first { files[$0].layout.keys == files[file].layout.keys }
      return Int32(first ?? file)
    }
  }

  /// Whether the row is covered by one that counts already.
  private mutating func isRepeated(_ hash: RowHash, file: Int32, layout: Int32) -> Bool {
    if groups.count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash.first) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if groups[place].hash == hash, groups[place].layout == layout {
        return isCovered(place, file: file)
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(truncatingIfNeeded: groups.count)
    groups.append(Group(hash: hash, layout: layout, currentFile: file))
    return false
  }

  /// Counts one more row of a group.
  private mutating func isCovered(_ place: Int, file: Int32) -> Bool {
    if groups[place].currentFile != file {
      groups[place].currentFile = file
      groups[place].met = 0
      groups[place].keptBefore = groups[place].kept
    }
    groups[place].met += 1
    if groups[place].met <= groups[place].keptBefore { return true }
    groups[place].kept += 1
    return false
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: max(1024, slots.count * 2))
    let mask = slots.count - 1
    for (place, group) in groups.enumerated() {
      var slot = Int(truncatingIfNeeded: group.hash.first) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: place)
    }
  }
}
