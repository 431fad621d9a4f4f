/// Finds rows of different files that tell of the same thing: customer, tenant, names and month.
///
/// Equal rows count once and are not here any more. Rows that differ add up, which is right when
/// files list different locations, and wrong when one download restates another.
struct OverlapCheck {
  /// What a row is about.
  private struct Subject: Hashable {
    let customer: Int32
    let tenant: Int32
    let month: Int32
    let names: [Int32]
  }

  /// How many things are told by several files, and the first month of one; nil without any.
  static func overlap(
    in table: FactTable,
    rowCounts: [Int]
  ) -> (subjects: Int, month: Month)? {
    let months = sharedMonths(table, rowCounts)
    guard !months.isEmpty else { return nil }
    var fileOfSubject: [Subject: Int] = [:]
    var shared: Set<Subject> = []
    var row = 0
    for (file, count) in rowCounts.enumerated() {
      for place in row..<(row + count) where months.contains(table.month[place]) {
        let subject = Subject(
          customer: table.customer[place],
          tenant: table.tenant[place],
          month: table.month[place],
          names: table.names.compactMap { $0.isEmpty ? nil : $0[place] }
        )
        let first = fileOfSubject[subject, default: file]
        fileOfSubject[subject] = first
        if first != file { shared.insert(subject) }
      }
      row += count
    }
    return shared.map(\.month).min().map { (shared.count, Month(index: Int($0))) }
  }

  /// Months that rows of several files are of.
  private static func sharedMonths(_ table: FactTable, _ rowCounts: [Int]) -> Set<Int32> {
    var seen: Set<Int32> = []
    var shared: Set<Int32> = []
    var row = 0
    for count in rowCounts {
      let own = Set(table.month[row..<(row + count)])
      shared.formUnion(own.intersection(seen))
      seen.formUnion(own)
      row += count
    }
    return shared
  }
}

extension FactFinding {
  static func overlappingFiles(
    _ subjects: Int,
    month: Month,
    table: TableSchema,
    file: String
  ) -> FactFinding {
    FactFinding(
      code: .overlappingFiles,
      level: .warning,
      file: file,
      message: "several files of `\(table.title)` give different rows for the same tenant, names"
        + " and month (\(subjects) times, first in \(month)); they add up",
      help: "if one download restates another, take the older one away"
    )
  }
}
