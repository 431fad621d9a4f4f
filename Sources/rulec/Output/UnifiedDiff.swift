/// What changes from one text to another, in the form that `patch` reads.
///
/// Source: GNU diffutils manual, "Detailed Description of Unified Format".
struct UnifiedDiff {
  private enum Change: Equatable {
    case same, removed, added

    var sign: UInt8 {
      switch self {
      case .same: UInt8(ascii: " ")
      case .removed: UInt8(ascii: "-")
      case .added: UInt8(ascii: "+")
      }
    }
  }

  /// Lines with their ends, in the order in which they are shown.
  private var lines: [(change: Change, text: ArraySlice<UInt8>)] = []

  /// Lines shown before and after those that change.
  ///
  /// Source: as `diff` and `git diff` show.
  private static let context = 3

  init(from old: [UInt8], to new: [UInt8]) {
    let oldLines = UnifiedDiff.lines(of: old)
    let newLines = UnifiedDiff.lines(of: new)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in newLines.difference(from: oldLines) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var (oldPlace, newPlace) = (0, 0)
    while oldPlace < oldLines.count || newPlace < newLines.count {
      if removed.contains(oldPlace) {
        lines.append((.removed, oldLines[oldPlace]))
        oldPlace += 1
      } else if added.contains(newPlace) {
        lines.append((.added, newLines[newPlace]))
        newPlace += 1
      } else {
        lines.append((.same, oldLines[oldPlace]))
        oldPlace += 1
        newPlace += 1
      }
    }
  }

  /// Lines with their ends; the last one may have none.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// The whole diff; empty when nothing changes.
  func text(of name: String) -> [UInt8] {
    let hunks = self.hunks
    guard !hunks.isEmpty else { return [] }
    var text = Array("--- \(name)\n+++ \(name)\n".utf8)
    var (old, new) = (0, 0)
    var place = 0
    for hunk in hunks {
      for line in lines[place..<hunk.lowerBound] {
        if line.change != .added { old += 1 }
        if line.change != .removed { new += 1 }
      }
      let oldCount = lines[hunk].count { $0.change != .added }
      let newCount = lines[hunk].count { $0.change != .removed }
      text += "@@ -\(range(old, oldCount)) +\(range(new, newCount)) @@\n".utf8
      for line in lines[hunk] { add(line.change, line.text, to: &text) }
      place = hunk.upperBound
      old += oldCount
      new += newCount
    }
    return text
  }

  private func add(_ change: Change, _ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
    text.append(change.sign)
    text += line
    if line.last != UInt8(ascii: "\n") { text += "\n\\ No newline at end of file\n".utf8 }
  }

  /// The number of the first line, from 1, and how many lines; no line stands after the one before.
  private func range(_ before: Int, _ count: Int) -> String {
    "\(count == 0 ? before : before + 1)" + (count == 1 ? "" : ",\(count)")
  }

  /// Lines that change, with those around; what would touch is one.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for place in lines.indices where lines[place].change != .same {
      let start = max(0, place - UnifiedDiff.context)
      let end = min(lines.count, place + 1 + UnifiedDiff.context)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }
}
