/// One file's rows as columns, with codes that are local to the file.
///
/// Codes become ranks over all files when the files are merged.
struct FileRows {
  var account: FileAccount

  /// Whether the text is UTF-8 throughout.
  var isWellFormed = true

  /// Ids as written, without outer blanks.
  var customers = ByteDictionary()
  var tenants = ByteDictionary()
  var customerNames = CustomerNames()
  /// Tenants with the customers that rows list them under.
  var owners = Pairings()
  var people = PersonCells()

  /// Rows that were not rejected, by ``Month/index`` minus the first known month.
  var monthCounts = [Int](repeating: 0, count: knownYears.count * 12)

  var names: [NameCells]
  var tallies: [NumberTallies]
  /// Of a table about people; empty for others.
  var days: [DayCells]

  var columns: RowColumns

  init(plan: FilePlan) {
    account = FileAccount(file: plan.file, table: plan.table)
    names = plan.names.map { NameCells(place: $0.place, kind: $0.kind) }
    tallies = plan.numbers.map { NumberTallies(isListed: $0.isListed) }
    days = plan.isAboutPeople ? plan.months.map { DayCells(place: $0) } : []
    columns = RowColumns(plan: plan)
  }

  /// Gives up whom the rows are about, once customers and tenants have their ranks.
  mutating func forgetIdentities() {
    customers = ByteDictionary()
    tenants = ByteDictionary()
    customerNames = CustomerNames()
    owners = Pairings()
  }

  /// The months that rows cover, with their number of rows.
  var coveredMonths: [Int: Int] {
    var counts: [Int: Int] = [:]
    for (place, count) in monthCounts.enumerated() where count > 0 {
      counts[firstKnownMonth + place] = count
    }
    return counts
  }

  /// Makes every line one of the file, now that it is known where each piece begins.
  mutating func resolveLines(_ lines: PieceLines) {
    customerNames.resolveLines(lines)
    owners.resolveLines(lines)
    for place in names.indices { names[place].resolveLines(lines) }
    for place in tallies.indices {
      tallies[place].negative.line = lines.line(tallies[place].negative.line)
      tallies[place].fractional.line = lines.line(tallies[place].fractional.line)
    }
    for place in columns.numbers.indices { columns.numbers[place].resolveLines(lines) }
    for row in columns.lines.indices { columns.lines[row] = lines.line(columns.lines[row]) }
  }
}

/// The used rows of a file, or of a piece of it, by column.
///
/// Codes are -1 where the file has no such cell, or an empty one.
struct RowColumns {
  private(set) var rowCount = 0
  var customer: [Int32] = []
  var tenant: [Int32] = []
  var month: [Int32] = []
  /// Codes of spellings, by place of ``FilePlan/names``.
  var names: [[Int32]]
  /// By place of ``FilePlan/numbers``.
  var numbers: [NumberCells]

  /// Of all cells, in an order that does not depend on the file; empty for the only file of a
  /// table, which cannot repeat another.
  var hashes: [RowHash] = []

  /// The line that each row begins in, as ``PieceLines`` names it until all pieces are read; empty
  /// where nobody asks for lines.
  var lines: [Int] = []

  /// Customers, tenants, names and months, where rows are grouped while they are read; nil where
  /// they have the columns above.
  var grouped: GroupedRows?

  /// With `plainRows` the rows are grouped, and so many of them may stand for themselves.
  init(plan: FilePlan, plainRows: Int? = nil) {
    grouped = plainRows.map { GroupedRows(nameCount: plan.names.count, plainRows: $0) }
    names = Array(repeating: [], count: plan.names.count)
    numbers = plan.numbers.map { NumberCells(place: $0.place) }
  }

  /// Gives up the numbers of a column, once they stand elsewhere.
  mutating func forgetNumbers(ofColumn column: Int) {
    for place in numbers.indices where numbers[place].place.column == column {
      numbers[place].forget()
    }
  }

  /// Puts grouped rows in order; does nothing to others.
  mutating func close() {
    grouped?.endFolding(&numbers)
    guard let rows = grouped?.close() else { return }
    for place in numbers.indices { numbers[place].arrange(by: rows) }
  }

  mutating func countRows(_ count: Int) { rowCount += count }

  /// Makes room for `count` rows in all.
  mutating func reserve(_ count: Int) {
    for place in numbers.indices { numbers[place].reserve(count) }
    guard grouped == nil else {
      grouped?.reserve(count)
      return
    }
    customer.reserveCapacity(count)
    tenant.reserveCapacity(count)
    month.reserveCapacity(count)
    for place in names.indices { names[place].reserveCapacity(count) }
    if !hashes.isEmpty { hashes.reserveCapacity(count) }
  }

  /// Adds the rows of the piece that follows.
  mutating func append(_ other: RowColumns) {
    if grouped != nil {
      let subjects = [other.customer, other.tenant] + other.names
      grouped?.add(subjects, months: other.month, other.numbers, to: &numbers)
      rowCount = grouped?.months.count ?? 0
      return
    }
    rowCount += other.rowCount
    for place in numbers.indices { numbers[place].append(other.numbers[place]) }
    customer.append(contentsOf: other.customer)
    tenant.append(contentsOf: other.tenant)
    month.append(contentsOf: other.month)
    for place in names.indices { names[place].append(contentsOf: other.names[place]) }
    hashes.append(contentsOf: other.hashes)
    lines.append(contentsOf: other.lines)
  }
}

/// As ``Month/index``.
let firstKnownMonth = knownYears.lowerBound * 12
