/// Joins what several readers find in the pieces of one file.
///
/// Each reader has codes of its own. They become those of the file as soon as a piece is read, and
/// the columns of pieces are put together in order of the file.
struct JoinedRows {
  /// By reader: the code in the file of each of its codes.
  private struct CodeMaps {
    var customers: [Int32] = []
    var tenants: [Int32] = []
    var names: [[Int32]]
  }

  var lines: PieceLines

  private var reader: FileReader
  private var maps: [CodeMaps]
  private var findings: [FindingLog] = []

  /// Columns of pieces that some earlier piece has to come before, by piece.
  private var waiting: [Int: RowColumns] = [:]
  private var nextPiece = 0
  private var room: RoomEstimate

  /// `plainRows` are those that may stand for themselves where rows are grouped; nil where they are
  /// not.
  init(_ reader: FileReader, readers: Int, byteCount: Int, plainRows: Int?) {
    self.reader = reader
    self.reader.rows.columns = RowColumns(plan: reader.plan, plainRows: plainRows)
    room = RoomEstimate(byteCount: byteCount)
    lines = PieceLines(headerLines: reader.headerLines)
    maps = Array(
      repeating: CodeMaps(names: Array(repeating: [], count: reader.plan.names.count)),
      count: readers
    )
  }

  /// Takes the rows of a piece from the only reader, whose codes are those of the file.
  mutating func add(_ columns: RowColumns, bytesRead: Int) {
    reader.rows.columns.append(columns)
    room.reserve(&reader.rows.columns, bytesRead: bytesRead)
  }

  /// Takes everything from the only reader, the columns only if they were not added before.
  mutating func take(_ other: FileReader, withColumns: Bool) {
    let columns = withColumns ? other.rows.columns : reader.rows.columns
    reader = other
    reader.rows.columns = columns
    findings = [other.findings]
  }

  /// Takes the rows of a piece.
  mutating func add(_ columns: RowColumns, of piece: Piece, from other: FileReader, worker: Int) {
    addCodes(of: other.rows, worker: worker)
    var columns = columns
    let maps = maps[worker]
    map(&columns.customer, maps.customers)
    map(&columns.tenant, maps.tenants)
    for place in columns.names.indices { map(&columns.names[place], maps.names[place]) }
    waiting[piece.index] = columns
    while let next = waiting.removeValue(forKey: nextPiece) {
      reader.rows.columns.append(next)
      nextPiece += 1
    }
    room.reserve(&reader.rows.columns, bytesRead: nextPiece * piece.range.count)
  }

  private func map(_ codes: inout [Int32], _ codeOf: [Int32]) {
    for row in codes.indices where codes[row] >= 0 { codes[row] = codeOf[Int(codes[row])] }
  }

  /// Gives new texts of a reader a code of the file.
  private mutating func addCodes(of other: FileRows, worker: Int) {
    for code in maps[worker].customers.count..<other.customers.count {
      let own = other.customers.withText(code) { reader.rows.customers.code(of: $0) }
      maps[worker].customers.append(Int32(truncatingIfNeeded: own))
    }
    for code in maps[worker].tenants.count..<other.tenants.count {
      let own = other.tenants.withText(code) { reader.rows.tenants.code(of: $0) }
      maps[worker].tenants.append(Int32(truncatingIfNeeded: own))
    }
    for place in other.names.indices {
      let spellings = other.names[place].spellings
      let names = reader.lookup.names[other.names[place].kind]
      for code in maps[worker].names[place].count..<spellings.count {
        let own = spellings.withText(code) { reader.rows.names[place].code(of: $0, names) }
        maps[worker].names[place].append(own)
      }
    }
  }

  /// Takes from a reader what it counted over all its pieces; a worker's next one begins anew.
  mutating func finish(_ other: FileReader, worker: Int) {
    addCodes(of: other.rows, worker: worker)
    let maps = maps[worker]
    self.maps[worker] = CodeMaps(names: Array(repeating: [], count: maps.names.count))
    reader.rows.account.add(other.rows.account)
    reader.rows.isWellFormed = reader.rows.isWellFormed && other.rows.isWellFormed
    reader.rows.customerNames.add(other.rows.customerNames, customers: maps.customers)
    for entry in other.rows.owners.entries {
      let tenant = Int(maps.tenants[Int(entry.pair.one)])
      reader.rows.owners.add(
        tenant,
        Int(maps.customers[Int(entry.pair.other)]),
        line: entry.line
      )
    }
    for month in other.rows.monthCounts.indices {
      reader.rows.monthCounts[month] += other.rows.monthCounts[month]
    }
    for place in other.rows.names.indices {
      let names = other.rows.names[place]
      for code in names.undeclaredRows.indices where names.undeclaredRows[code] > 0 {
        reader.rows.names[place].countUndeclared(
          maps.names[place][code],
          line: names.firstLines[code],
          rowCount: names.undeclaredRows[code]
        )
      }
    }
    for place in other.rows.tallies.indices {
      reader.rows.tallies[place].negative.add(other.rows.tallies[place].negative)
      reader.rows.tallies[place].fractional.add(other.rows.tallies[place].fractional)
    }
    findings.append(other.findings)
  }

  /// The rows of the file, with lines of the file, and what is wrong with them.
  consuming func finish(brokenRows: [BrokenRow]) -> (rows: FileRows, findings: FindingLog) {
    reader.findings = FindingLog.joined(findings)
    reader.findings.resolveLines(lines)
    reader.rows.resolveLines(lines)
    reader.addBrokenRows(brokenRows)
    if !reader.rows.isWellFormed {
      reader.findings.add(.otherEncoding(file: reader.plan.file))
    }
    reader.addSummaries()
    reader.rows.columns.close()
    return (reader.rows, reader.findings)
  }
}

/// How much room the columns of a file need.
struct RoomEstimate {
  /// The bytes of the file.
  let byteCount: Int

  private var rowCount = 0

  init(byteCount: Int) { self.byteCount = byteCount }

  /// Makes room for all rows of the file when `bytesRead` of its bytes gave those of `columns`.
  ///
  /// Memory that is not written to costs nothing; growing again and again would be dear.
  mutating func reserve(_ columns: inout RowColumns, bytesRead: Int) {
    guard columns.rowCount > rowCount * 9 / 10, bytesRead > 0 else { return }
    let perByte = Double(columns.rowCount) / Double(bytesRead)
    rowCount = max(columns.rowCount * 5 / 4, Int(perByte * Double(byteCount) * 1.1)) + 1
    columns.reserve(rowCount)
  }
}

extension FileAccount {
  /// Adds other rows of the file.
  fileprivate mutating func add(_ other: FileAccount) {
    read += other.read
    used += other.used
    dropped += other.dropped
    notNeeded += other.notNeeded
    unknown += other.unknown
    rejected += other.rejected
  }
}
