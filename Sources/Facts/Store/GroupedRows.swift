/// The rows of a table in order of what they are about, which is kept once for all months.
///
///     subject  customer  tenant  names        subject  0        1     2
///     0        a         t       Storage      rows     0 1 2    3 4   5
///     1        a         t       Compute      month    5 6 7    5 6   7
///     2        b         u       Storage
///
/// A month is 2 bytes in place of some 16 for the codes of a row.
struct GroupedRows: Sendable {
  /// Whom and what rows are about.
  var subjects: SubjectNumbering

  /// By row, as ``Month/index`` less ``firstKnownMonth``; -1 for an empty cell.
  private(set) var months: [Int16] = []

  /// Where the rows of each subject begin, and the end; empty while rows are added.
  private(set) var starts: [Int32] = []

  /// The subjects in order of their customers, and where those of each customer begin there.
  private(set) var order: [Int32] = []
  private(set) var customerStarts: [Int32] = []

  /// The subject of each row, while rows are added.
  private var rowSubjects: [Int32] = []

  /// The rows to which further ones are added; nil while each row stands for itself.
  private var cells: FoldedCells?

  /// The number of rows at which to look again whether most of them tell of what others tell of.
  private var nextCheck: Int

  /// `nameCount` is the number of columns of names, `plainRows` that of rows below which none are
  /// added up.
  init(nameCount: Int, plainRows: Int) {
    subjects = SubjectNumbering(width: 2 + nameCount)
    nextCheck = plainRows
  }

  /// Adds rows: `columns` are customers, tenants and names; `rowMonths` are as ``Month/index``.
  mutating func add(_ columns: [[Int32]], months rowMonths: [Int32]) {
    subjects.number(columns, rowCount: rowMonths.count, into: &rowSubjects)
    for month in rowMonths { months.append(GroupedRows.short(month)) }
  }

  /// A month as ``months`` has it.
  static func short(_ month: Int32) -> Int16 {
    month < 0 ? -1 : Int16(Int(month) - firstKnownMonth)
  }

  /// Whether rows are added up.
  var isFolding: Bool { cells != nil }

  /// Whether there are so many rows that a part of them tells of what others tell of.
  mutating func hasManyRows() -> Bool {
    guard months.count > nextCheck else { return false }
    nextCheck = months.count * 9 / 8
    var sample = FoldedCells()
    var (rowCount, cellCount) = (0, 0)
    for row in months.indices where rowSubjects[row] % GroupedRows.sampled == 0 {
      let (subject, month) = (rowSubjects[row] / GroupedRows.sampled, months[row])
      rowCount += 1
      if sample.row(of: subject, in: month) == nil {
        sample.set(row, of: subject, in: month)
        cellCount += 1
      }
    }
    return rowCount > cellCount * 5 / 4
  }

  /// Of how many subjects one is looked at.
  ///
  /// Source: our choice; some ten thousand of them tell enough.
  private static let sampled: Int32 = 16

  /// Each row stands for itself from now on.
  mutating func stopFolding() {
    cells = nil
    nextCheck = .max
  }

  /// The row of the subject and month that further ones are added to; nil when there is none.
  mutating func foldedRow(of subject: Int32, in month: Int16) -> Int? {
    cells?.row(of: subject, in: month)
  }

  /// Adds the subject of each row to `rows`.
  mutating func number(_ columns: [[Int32]], rowCount: Int, into rows: inout [Int32]) {
    subjects.number(columns, rowCount: rowCount, into: &rows)
  }

  /// Adds a row, to which further ones of its kind are added.
  mutating func append(_ subject: Int32, _ month: Int16) {
    cells?.set(months.count, of: subject, in: month)
    rowSubjects.append(subject)
    months.append(month)
  }

  /// Gives up all rows, to add those of a kind up from now on.
  mutating func takeRows() -> (subjects: [Int32], months: [Int16]) {
    let rows = (rowSubjects, months)
    (rowSubjects, months) = ([], [])
    reserve(rows.0.count)
    cells = FoldedCells()
    return rows
  }

  mutating func reserve(_ rowCount: Int) {
    rowSubjects.reserveCapacity(rowCount)
    months.reserveCapacity(rowCount)
  }

  /// Puts the rows in order of their subjects.
  ///
  /// - Returns: the former row by place, for whatever else belongs to rows; nil when they stay.
  mutating func close() -> [Int32]? {
    subjects.close()
    let sorted = RowOrder(of: rowSubjects, count: subjects.count)
    rowSubjects = []
    starts = sorted.starts
    if let rows = sorted.rows { months = rows.map { months[Int($0)] } }
    return sorted.rows
  }

  /// Puts the subjects in order of their customers, of whom there are `count`.
  mutating func orderByCustomer(count: Int) {
    let customers = (0..<subjects.count).map { subjects[$0, 0] }
    let sorted = RowOrder(of: customers, count: count)
    customerStarts = sorted.starts
    order = sorted.rows ?? customers.indices.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The subjects of a customer.
  func subjects(of customer: Int) -> ArraySlice<Int32> {
    precondition(!customerStarts.isEmpty, "subjects are in order of customers")
    return order[Int(customerStarts[customer])..<Int(customerStarts[customer + 1])]
  }

  /// The rows of a subject.
  func rows(of subject: Int32) -> Range<Int> {
    Int(starts[Int(subject)])..<Int(starts[Int(subject) + 1])
  }
}

/// The order in which rows are grouped by owner.
struct RowOrder {
  /// Where the rows of each owner begin, and the end.
  private(set) var starts: [Int32]

  /// The present row by place; nil when rows are in order already.
  private(set) var rows: [Int32]?

  /// A counting sort: files come sorted most times, and rows are many.
  init(of owners: [Int32], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    var isSorted = true
    var last: Int32 = 0
    for owner in owners {
      precondition(owner >= 0, "every row has an owner")
      starts[Int(owner) + 1] += 1
      isSorted = isSorted && owner >= last
      last = owner
    }
    for owner in 0..<count { starts[owner + 1] += starts[owner] }
    guard !isSorted else { return }
    var next = starts
    var order = [Int32](repeating: 0, count: owners.count)
    for row in owners.indices {
      let owner = Int(owners[row])
      order[Int(next[owner])] = Int32(truncatingIfNeeded: row)
      next[owner] += 1
    }
    rows = order
  }
}
