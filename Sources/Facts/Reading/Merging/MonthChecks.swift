/// Warns of months that a table lacks in the middle, and of months with strangely few rows.
///
/// `counts` are rows by month, as ``Month/index``.
func addMonthFindings(
  _ counts: [Int: Int],
  table: TableSchema,
  file: String,
  to findings: inout FindingLog
) {
  guard let first = counts.keys.min(), let last = counts.keys.max() else { return }
  for month in first...last {
    guard let count = counts[month] else {
      findings.add(.missingMonth(Month(index: month), table: table, file: file))
      continue
    }
    if isThin(count, counts[month - 1], counts[month + 1]) {
      findings.add(.thinMonth(Month(index: month), rowCount: count, table: table, file: file))
    }
  }
}

/// Whether a month has under a fifth of the rows of each neighbour that is there.
///
/// Source of the limit: the criteria's page on missing months.
private func isThin(_ count: Int, _ before: Int?, _ after: Int?) -> Bool {
  let neighbours = [before, after].compactMap(\.self)
  return !neighbours.isEmpty && neighbours.allSatisfy { count * 5 < $0 }
}
