/// What became of every file and row.
///
/// For each file: read = used + dropped + duplicate + not needed + unknown + rejected.
package struct FactAccount: Sendable {
  /// In order of file name.
  package let files: [FileAccount]

  /// Findings in order of file name, line and column; at most ``mostFindings`` per file and code
  /// are kept, the rest are counted in ``FactFinding/more``.
  package let findings: [FactFinding]

  /// Source: our choice; enough to see a pattern.
  package static let mostFindings = 10

  package init(files: [FileAccount], findings: [FactFinding]) {
    self.files = files
    self.findings = findings
  }
}

/// One file's rows by what became of them.
///
/// They are counted as the file has them: a row of a split table once, whatever it becomes.
package struct FileAccount: Sendable {
  /// As given to ``readFacts(_:catalogue:)``.
  package let file: String

  /// The index in ``Catalogue/tables``; nil when the header matches no table.
  package let table: Int?

  /// Rows after the header, blank lines aside.
  package var read = 0

  /// Rows that count.
  package var used = 0

  /// By a declared rule, such as a duplicate flag.
  package var dropped = 0

  /// Equal to a row of another file of the same table.
  package var duplicate = 0

  /// Without a value that the declarations keep, or with a name that does not count.
  package var notNeeded = 0

  /// An undeclared name of a closed kind.
  package var unknown = 0

  /// With a cell that cannot be read, or too few or many cells.
  package var rejected = 0

  package init(file: String, table: Int?) {
    self.file = file
    self.table = table
  }
}

/// Something to tell the user about the facts.
package struct FactFinding: Hashable, Sendable {
  /// How grave a finding is: with an error, rows or files are not read.
  package enum Level: String, Hashable, Sendable {
    case error, warning, note
  }

  /// What kind of finding it is.
  package let code: FactCode

  /// How grave it is.
  package let level: Level

  /// The name of the file, or the id of the table for findings about all its files; empty when the
  /// finding is about everything.
  package let file: String

  /// 1-based line of the file; nil when the finding is about the whole file.
  package let line: Int?

  /// The header name of the column.
  package let column: String?

  /// The raw cell.
  package let text: String?

  /// What is wrong, without final period.
  package let message: String

  /// What to do.
  package let help: String?

  /// How many further rows have the same finding and are not listed.
  package var more: Int

  package init(
    code: FactCode,
    level: Level,
    file: String,
    line: Int? = nil,
    column: String? = nil,
    text: String? = nil,
    message: String,
    help: String? = nil,
    more: Int = 0
  ) {
    self.code = code
    self.level = level
    self.file = file
    self.line = line
    self.column = column
    self.text = text
    self.message = message
    self.help = help
    self.more = more
  }
}

/// Stable codes of findings about facts.
///
/// Codes are never renumbered or reused.
package enum FactCode: String, CaseIterable, Hashable, Sendable {
  case unreadableFile = "F0101"
  case notText = "F0102"
  case emptyFile = "F0103"
  case unmatchedFile = "F0104"
  case missingColumn = "F0105"
  case ambiguousTable = "F0106"
  case noFacts = "F0107"
  case repeatedColumn = "F0108"
  /// No column tells when what people hold expires.
  case absentExpiry = "F0109"

  case wrongCellCount = "F0201"
  case emptyKey = "F0202"
  case badMonth = "F0203"
  case badNumber = "F0204"
  case brokenQuote = "F0205"
  case otherMonthForm = "F0206"
  /// A JSON value that is no object of plain values, or no JSON at all.
  case badJSON = "F0207"

  case unknownName = "F0301"
  /// A name that is not among those of a kind that count.
  case otherName = "F0302"

  case tenantOfTwoCustomers = "F0401"
  case twoCustomerNames = "F0402"
  case missingMonth = "F0403"
  case thinMonth = "F0404"
  case negativeCount = "F0405"
  case usersAboveSeats = "F0406"
  case lateAssociation = "F0407"
  case fractionalCount = "F0408"
  case numberOverflow = "F0409"
  case uncoveredMonth = "F0410"
  case absentTable = "F0411"
  case overlappingFiles = "F0412"
  /// Somebody with an id in some rows, and without it in others.
  case personWithTwoIDs = "F0413"
}
