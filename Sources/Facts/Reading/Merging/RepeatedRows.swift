/// Finds rows that several files of one table have in common, as overlapping downloads do.
///
/// A row that stands `k` times in one file and `n` times in another counts `max(k, n)` times:
/// equal rows of one file are amounts of their own. Rows with equal hashes are compared cell by
/// cell, so the outcome never rests on a hash.
struct RepeatedRows {
  /// Rows that are equal to each other.
  private struct Group {
    let hash: UInt64
    /// Where one of them stands.
    let file: Int
    let start: Int
    /// How many of them count so far.
    var kept = 1
    /// The file that was last met, how many of its rows were met, and how many counted before.
    var currentFile: Int
    var met = 1
    var keptBefore = 0
  }

  private var groups: [Group] = []
  /// Groups by hash; -1 is a free slot.
  ///
  /// The count is a power of two.
  private var slots: [Int32] = []

  /// Marks the repeated rows of the files of a table, which are in order of their names.
  static func mark(_ files: inout [ReadFile], _ places: [Int]) {
    var repeated = RepeatedRows()
    defer { for file in places { files[file].forgetText() } }
    for file in places where !files[file].rows.columns.hashes.isEmpty {
      var marks = [Bool](repeating: false, count: files[file].rows.columns.hashes.count)
      for row in marks.indices {
        marks[row] = repeated.isRepeated(file: file, row: row, files)
      }
      let count = marks.count { $0 }
      guard count > 0 else { continue }
      files[file].isRepeated = marks
      files[file].rows.account.used -= count
      files[file].rows.account.duplicate += count
    }
  }

  /// Whether the row is covered by one that counts already.
  private mutating func isRepeated(file: Int, row: Int, _ files: [ReadFile]) -> Bool {
    if groups.count * 2 >= slots.count { grow() }
    let hash = files[file].rows.columns.hashes[row]
    let start = files[file].rows.columns.starts[row]
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      let group = groups[place]
      if group.hash == hash,
        isEqualRow(files[group.file], group.start, files[file], start)
      {
        return isCovered(place, file: file)
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(truncatingIfNeeded: groups.count)
    groups.append(Group(hash: hash, file: file, start: start, currentFile: file))
    return false
  }

  /// Counts one more row of a group.
  private mutating func isCovered(_ place: Int, file: Int) -> Bool {
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
      var slot = Int(truncatingIfNeeded: group.hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: place)
    }
  }
}

/// Whether two rows, given by the offsets at which they start, have the same cells under the
/// same header names; quotes around cells and the separator do not matter.
private func isEqualRow(
  _ left: ReadFile,
  _ leftStart: Int,
  _ right: ReadFile,
  _ rightStart: Int
) -> Bool {
  guard left.layout.keys == right.layout.keys else { return false }
  let leftCells = cells(of: left, at: leftStart)
  let rightCells = cells(of: right, at: rightStart)
  for place in left.layout.cells.indices {
    let leftCell = leftCells[left.layout.cells[place]]
    let rightCell = rightCells[right.layout.cells[place]]
    let isEqual = withRawText(of: leftCell, in: left.bytes.span) { leftText in
      withRawText(of: rightCell, in: right.bytes.span) { rightText in
        hasSameBytes(leftText, rightText)
      }
    }
    guard isEqual else { return false }
  }
  return true
}

private func cells(of file: ReadFile, at start: Int) -> [Cell] {
  var scanner = RowScanner(separator: file.separator, offset: start)
  _ = scanner.next(in: file.bytes.span)
  return scanner.cells
}
