/// One file's rows as columns, with codes that are local to the file.
///
/// Codes become ranks over all files when the files are merged.
struct FileRows {
  var account: FileAccount

  /// Ids as written, without outer blanks.
  var customers = ByteDictionary()
  var tenants = ByteDictionary()
  var customerNames = CustomerNames()
  var owners = TenantOwners()
  var people = PersonCells()

  /// Rows that were not rejected, by ``Month/index`` minus the first known month.
  var monthCounts = [Int](repeating: 0, count: knownYears.count * 12)

  // By used row; codes are -1 where the file has no such cell.
  var customer: [Int32] = []
  var tenant: [Int32] = []
  var month: [Int32] = []
  var lines: [Int] = []
  var names: [NameCells]
  var numbers: [NumberCells]
  /// Of a table about people; empty for others.
  var days: [DayCells]

  /// Hash of all cells and offset of the first byte, by used row; empty for the only file of a
  /// table, which cannot repeat another.
  var hashes: [UInt64] = []
  var starts: [Int] = []

  init(plan: FilePlan) {
    account = FileAccount(file: plan.file, table: plan.table)
    names = plan.names.map { NameCells(place: $0.place, kind: $0.kind) }
    numbers = plan.numbers.map { NumberCells(place: $0.place, isListed: $0.isListed) }
    days = plan.isAboutPeople ? plan.months.map { DayCells(place: $0) } : []
  }

  /// The months that rows cover, with their number of rows.
  var coveredMonths: [Int: Int] {
    var counts: [Int: Int] = [:]
    for (place, count) in monthCounts.enumerated() where count > 0 {
      counts[firstKnownMonth + place] = count
    }
    return counts
  }
}

/// As ``Month/index``.
let firstKnownMonth = knownYears.lowerBound * 12

/// The cells of a column of names.
struct NameCells {
  let place: FilePlan.Place
  let kind: Int

  /// Spellings without outer blanks.
  var spellings = ByteDictionary()

  /// The declared code of each spelling; nil when it is not declared.
  var declared: [Int32?] = []

  /// By spelling: rows that it keeps out because nobody declared it, and the line of the first
  /// one.
  var undeclaredRows: [Int] = []
  var firstLines: [Int] = []

  /// The spelling by used row; -1 is an empty cell.
  var codes: [Int32] = []

  init(place: FilePlan.Place, kind: Int) {
    self.place = place
    self.kind = kind
  }

  /// The local code of a cell; -1 when it is empty.
  mutating func code(of text: Span<UInt8>, _ lookup: CatalogueLookup) -> Int32 {
    guard !text.isEmpty else { return -1 }
    let code = spellings.code(of: text)
    if code == declared.count {
      declared.append(lookup.names[kind][folded(text)])
      undeclaredRows.append(0)
      firstLines.append(0)
    }
    return Int32(code)
  }

  /// Whether a cell is neither empty nor a declared name.
  func isUndeclared(_ code: Int32) -> Bool {
    code >= 0 && declared[Int(code)] == nil
  }

  mutating func countUndeclared(_ code: Int32, line: Int) {
    let place = Int(code)
    if undeclaredRows[place] == 0 { firstLines[place] = line }
    undeclaredRows[place] += 1
  }
}

/// The cells of a column of numbers.
struct NumberCells {
  let place: FilePlan.Place
  let isListed: Bool

  /// `mantissas[row] / 10^scales[row]` by used row; 0 for empty cells.
  var mantissas: [Int64] = []
  var scales: [Int8] = []

  /// Used rows whose cell is empty, ascending.
  var emptyRows: [Int32] = []

  var negative = Tally()
  var fractional = Tally()

  init(place: FilePlan.Place, isListed: Bool) {
    self.place = place
    self.isListed = isListed
  }

  /// How many numbers are odd in some way, and which was the first.
  struct Tally {
    var count = 0
    var line = 0
    var number = Decimal.zero

    mutating func add(_ cell: NumberCell, line: Int) {
      if count == 0 {
        self.line = line
        number = Decimal(mantissa: Int128(cell.mantissa), scale: Int(max(0, cell.scale)))
      }
      count += 1
    }
  }

  mutating func append(_ cell: NumberCell, line: Int) {
    if cell.isEmpty { emptyRows.append(Int32(truncatingIfNeeded: mantissas.count)) }
    if isListed {
      if cell.mantissa < 0 { negative.add(cell, line: line) }
      if cell.scale > 0 { fractional.add(cell, line: line) }
    }
    mantissas.append(cell.mantissa)
    scales.append(cell.scale)
  }
}

/// One number of the row that is being read.
struct NumberCell {
  var mantissa: Int64 = 0
  var scale: Int8 = 0
  var isEmpty = true
}
