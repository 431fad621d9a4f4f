/// The name to show of each customer: of the names in the first file that has any, the smallest
/// by code points, so that the order of rows does not matter.
struct CustomerNaming {
  /// By customer rank; empty when no row gives a name.
  private(set) var names: [String]

  /// One name as a file gives it.
  private struct Entry {
    let customer: Int
    let name: [UInt8]
    let line: Int
  }

  init(
    _ files: [ReadFile],
    _ customerRanks: [[Int32]],
    ids: [String],
    findings: inout FindingLog
  ) {
    names = Array(repeating: "", count: ids.count)
    var chosen = [[UInt8]](repeating: [], count: ids.count)
    var isReported = [Bool](repeating: false, count: ids.count)
    for (file, readFile) in files.enumerated() {
      for entry in Self.entries(readFile.rows.customerNames, customerRanks[file]) {
        if chosen[entry.customer].isEmpty { chosen[entry.customer] = entry.name }
        guard chosen[entry.customer] != entry.name, !isReported[entry.customer] else { continue }
        isReported[entry.customer] = true
        findings.add(
          .twoCustomerNames(
            ids[entry.customer],
            shown: String(decoding: chosen[entry.customer], as: UTF8.self),
            other: String(decoding: entry.name, as: UTF8.self),
            plan: readFile.plan,
            line: entry.line
          )
        )
      }
    }
    names = chosen.map { String(decoding: $0, as: UTF8.self) }
  }

  /// By customer rank, then name.
  private static func entries(_ names: CustomerNames, _ ranks: [Int32]) -> [Entry] {
    names.pairings.entries.map { entry in
      let name = names.texts.withText(Int(entry.pair.other)) { trimmed($0) }
      return Entry(customer: Int(ranks[Int(entry.pair.one)]), name: name, line: entry.line)
    }.sorted { left, right in
      if left.customer != right.customer { return left.customer < right.customer }
      if left.name != right.name { return left.name.lexicographicallyPrecedes(right.name) }
      return left.line < right.line
    }
  }
}
