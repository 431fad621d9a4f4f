import Facts

/// Facts as a command reads them: the store, and every finding about files and rows.
struct ReadFacts {
  private(set) var store: FactStore

  /// How many bytes the files have; nil when nobody knows.
  let byteCount: Int?

  /// Findings of the reader and about files that could not be opened.
  var findings: [FactFinding]

  /// Reads all files and matches them with the tables of the rules.
  ///
  /// With `groupsRows` the store is to be evaluated in slices: see ``groupByCustomer()``. With
  /// `keepsLines` each row knows its file and line, which takes more memory and time.
  init(
    _ paths: [String],
    catalogue: Catalogue,
    _ workers: Workers,
    groupsRows: Bool = false,
    keepsLines: Bool = false
  ) throws(CommandError) {
    var files = try FactFiles(paths)
    byteCount = files.byteCount
    Terminal.progress.begin(.reading(bytes: byteCount))
    let settings = ReadSettings(
      workers: workers,
      groupsRows: groupsRows,
      keepsLines: keepsLines
    )
    store = readFacts(files.sources, catalogue: catalogue, settings: settings)
    Terminal.progress.end()
    try files.addLateProblems()
    findings = files.findings + store.account.findings
  }

  /// Puts rows in order of customers, so that some of these can be evaluated at a time.
  mutating func groupByCustomer() { store.groupByCustomer() }

  /// Whether some file fits a table.
  var hasMatches: Bool { store.account.files.contains { $0.table != nil } }

  /// Rows of all files by what became of them.
  var totals: FileAccount {
    store.account.files.reduce(into: FileAccount(file: "", table: nil)) { sum, file in
      sum.read += file.read
      sum.used += file.used
      sum.dropped += file.dropped
      sum.duplicate += file.duplicate
      sum.notNeeded += file.notNeeded
      sum.unknown += file.unknown
      sum.rejected += file.rejected
    }
  }

  /// Files that hold facts and were not read.
  var unreadFiles: [String] {
    let unmatched = Set(store.account.files.filter { $0.table == nil }.map(\.file))
    let errors = findings.filter { $0.level == .error && $0.code != .noFacts }
    return Set(errors.filter { $0.line == nil || unmatched.contains($0.file) }.map(\.file)).sorted()
  }

  /// Why results are incomplete, a line each; empty when they are not.
  func shortcomings(_ limit: RejectionLimit) -> [String] {
    var lines: [String] = []
    let unread = unreadFiles.count
    if unread > 0 {
      lines.append("error: \(unread) \(unread == 1 ? "file was" : "files were") not read")
    }
    let totals = totals
    if !limit.allows(rejected: totals.rejected, of: totals.read) {
      let rows = totals.rejected == 1 ? "1 row was" : "\(totals.rejected) rows were"
      lines.append("error: \(rows) rejected; `--allow-rejected` allows \(limit.text)")
    }
    return lines
  }
}
