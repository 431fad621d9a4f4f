/// Collects findings; keeps the first ``FactAccount/mostFindings`` of each file and code and
/// counts the rest.
struct FindingLog {
  private struct Key: Hashable {
    let file: String
    let code: FactCode
  }

  private struct Tally {
    let count: Int
    /// The index of the last one in `kept`.
    let last: Int
  }

  private var kept: [FactFinding] = []
  private var tallies: [Key: Tally] = [:]

  /// Whether a further finding would be kept; when not, it is counted instead.
  ///
  /// Asking first spares making sentences that nobody sees. `rowCount` is how many rows the
  /// finding stands for.
  mutating func hasRoom(for code: FactCode, file: String, rowCount: Int = 1) -> Bool {
    guard let tally = tallies[Key(file: file, code: code)] else { return true }
    if tally.count < FactAccount.mostFindings { return true }
    kept[tally.last].more += rowCount
    return false
  }

  mutating func add(_ finding: FactFinding) {
    guard hasRoom(for: finding.code, file: finding.file, rowCount: 1 + finding.more) else {
      return
    }
    let key = Key(file: finding.file, code: finding.code)
    tallies[key] = Tally(count: (tallies[key]?.count ?? 0) + 1, last: kept.count)
    kept.append(finding)
  }

  mutating func add(contentsOf other: FindingLog) {
    for finding in other.kept { add(finding) }
  }

  /// Joins what the readers of one file found: the first rows' findings are kept, as if one reader
  /// had read them all.
  static func joined(_ logs: [FindingLog]) -> FindingLog {
    var joined = FindingLog()
    let all = logs.flatMap(\.kept)
    let order = all.indices.sorted { (all[$0].line ?? 0, $0) < (all[$1].line ?? 0, $1) }
    for place in order { joined.add(all[place]) }
    return joined
  }

  /// Makes every line one of the file, now that it is known where each piece begins.
  mutating func resolveLines(_ lines: PieceLines) {
    for place in kept.indices { kept[place] = kept[place].onLine(kept[place].line.map(lines.line)) }
  }

  /// By file, line, column and code.
  func sorted() -> [FactFinding] {
    kept.enumerated().sorted { left, right in
      isBefore(left.element, right.element) ?? (left.offset < right.offset)
    }.map(\.element)
  }

  private func isBefore(_ left: FactFinding, _ right: FactFinding) -> Bool? {
    if left.file != right.file { return isBefore(left.file, right.file) }
    if left.line != right.line { return left.line ?? 0 < right.line ?? 0 }
    let columns = (left.column ?? "", right.column ?? "")
    if columns.0 != columns.1 { return isBefore(columns.0, columns.1) }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    return left.message == right.message ? nil : isBefore(left.message, right.message)
  }

  private func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

extension FactFinding {
  fileprivate func onLine(_ line: Int?) -> FactFinding {
    FactFinding(
      code: code,
      level: level,
      file: file,
      line: line,
      column: column,
      text: text,
      message: message,
      help: help,
      more: more
    )
  }
}
