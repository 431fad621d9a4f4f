/// Joins the files of one table, in order of their names.
struct MergedTable {
  private let schema: TableSchema
  private var files: [ReadFile]
  /// The index in the list of all files, by file of the table.
  private let places: [Int]
  /// What the rows of each file become in a split table; empty for other tables.
  private let splits: [SplitRows]
  /// By file: the used row of the file that each row of the table is made of, ascending.
  private let keptRows: [KeptRows]

  private(set) var findings = FindingLog()

  /// Takes the columns of the table's files away from `all`.
  init(_ schema: TableSchema, taking places: [Int], of all: inout [ReadFile]) {
    self.schema = schema
    self.places = places
    files = places.map { all[$0] }
    for place in places { all[place].rows.columns = RowColumns(plan: all[place].plan) }
    splits = schema.splitColumn == nil ? [] : files.map { SplitRows($0, schema) }
    keptRows = splits.isEmpty ? files.map(\.keptRows) : splits.map { .some($0.usedRows) }
  }

  mutating func table(_ identities: Identities, _ nameCodes: NameCodes) -> FactTable {
    let counts = monthCounts()
    if schema.hasMonthlyRows, let file = files.first?.plan.file {
      addMonthFindings(counts, table: schema, file: file, to: &findings)
    }
    if schema.isAboutPeople { TwofoldPeople.addFinding(files, table: schema, to: &findings) }
    let hasCustomer =
      !schema.givesAssociationDates && schema.columns.contains { $0.role == .customer }
    let hasTenant = schema.columns.contains { $0.role == .tenant }
    let isPresent = !files.isEmpty
    let hasRows = files.contains { $0.rows.account.read > $0.rows.account.rejected }
    let rowCount = keptRows.reduce(0) { $0 + $1.count }
    let rowCounts = keptRows.map(\.count)
    let grouped = grouped(identities, nameCodes)
    var table = FactTable(
      isPresent: isPresent,
      hasRows: hasRows,
      rowCount: rowCount,
      customer: hasCustomer && grouped == nil
        ? codes(\.columns.customer, identities.customerRanks) : [],
      tenant: hasTenant && grouped == nil ? codes(\.columns.tenant, identities.tenantRanks) : [],
      month: schema.monthColumn == nil || grouped != nil ? [] : months(),
      person: schema.isAboutPeople ? codes(\.people.codes, identities.personRanks) : [],
      days: schema.columns.indices.map { days($0) },
      names: schema.columns.indices.map { grouped == nil ? names($0, nameCodes) : [] },
      numbers: schema.columns.indices.map { numbers($0) },
      coveredMonths: counts.keys.sorted().map { Month(index: $0) }
    )
    if let grouped {
      table.grouped = grouped
      table.nameColumns = nameColumns()
    }
    table.fileNames = files.map(\.plan.file)
    table.rowPlaces = rowPlaces()
    addOverlaps(table, rowCounts)
    return table
  }

  /// Where the kept rows stand; empty where their lines were not asked for.
  private func rowPlaces() -> [RowPlace] {
    var places: [RowPlace] = []
    for file in files.indices {
      let lines = files[file].rows.columns.lines
      guard !lines.isEmpty else { continue }
      keptRows[file].forEach { row in
        places.append(RowPlace(file: Int32(file), line: Int32(clamping: lines[row])))
      }
    }
    return places
  }

  /// Takes the rows of a file that were grouped while they were read, with codes as ranks.
  private mutating func grouped(_ identities: Identities, _ nameCodes: NameCodes) -> GroupedRows? {
    var result: GroupedRows?
    guard isOneFile, files[0].rows.columns.grouped != nil else { return nil }
    swap(&result, &files[0].rows.columns.grouped)
    let place = places[0]
    result?.subjects.replace(0, by: identities.customerRanks[place])
    result?.subjects.replace(1, by: identities.tenantRanks[place])
    for (name, codes) in nameCodes.codes[place].enumerated() {
      result?.subjects.replace(2 + name, by: codes)
    }
    return result
  }

  /// Where the names of each column stand in the subjects of the only file.
  private func nameColumns() -> [(column: Int, place: Int?)] {
    schema.columns.indices.compactMap { column in
      guard case .name = schema.columns[column].role else { return nil }
      let place = files[0].rows.names.firstIndex { $0.place.column == column }
      return (column, place.map { 2 + $0 })
    }
  }

  /// Warns when rows of several files tell of the same thing.
  private mutating func addOverlaps(_ table: FactTable, _ rowCounts: [Int]) {
    guard files.count > 1, schema.hasMonthlyRows, !table.customer.isEmpty,
      let overlap = OverlapCheck.overlap(in: table, rowCounts: rowCounts),
      let file = files.last?.plan.file
    else { return }
    findings.add(
      .overlappingFiles(overlap.subjects, month: overlap.month, table: schema, file: file)
    )
  }

  /// Whether all rows are those of one file: its columns become the table's, without a copy.
  private var isOneFile: Bool {
    guard files.count == 1, case .all = keptRows[0] else { return false }
    return true
  }

  /// The kept rows' codes as ranks; -1 stays.
  private mutating func codes(
    _ column: WritableKeyPath<FileRows, [Int32]>,
    _ ranks: [[Int32]]
  ) -> [Int32] {
    var result: [Int32] = []
    if isOneFile {
      swap(&result, &files[0].rows[keyPath: column])
      replaceCodes(&result, by: ranks[places[0]])
      return result
    }
    for (file, place) in places.enumerated() {
      appendRanks(files[file].rows[keyPath: column], keptRows[file], ranks[place], to: &result)
    }
    return result
  }

  private func replaceCodes(_ codes: inout [Int32], by ranks: [Int32]) {
    for row in codes.indices where codes[row] >= 0 { codes[row] = ranks[Int(codes[row])] }
  }

  private func appendRanks(
    _ codes: [Int32],
    _ rows: KeptRows,
    _ ranks: [Int32],
    to result: inout [Int32]
  ) {
    result.reserveCapacity(result.count + rows.count)
    rows.forEach { row in result.append(codes[row] < 0 ? -1 : ranks[Int(codes[row])]) }
  }

  private mutating func months() -> [Int32] {
    var result: [Int32] = []
    if isOneFile {
      swap(&result, &files[0].rows.columns.month)
      return result
    }
    result.reserveCapacity(keptRows.reduce(0) { $0 + $1.count })
    for file in files.indices {
      let months = files[file].rows.columns.month
      keptRows[file].forEach { result.append(months[$0]) }
    }
    return result
  }

  private func days(_ column: Int) -> [Int32] {
    guard [.completion, .expiry].contains(schema.columns[column].role) else { return [] }
    var result: [Int32] = []
    for file in files.indices {
      let cells = files[file].rows.days.first { $0.place.column == column }
      keptRows[file].forEach { result.append(cells?.days[$0] ?? FactTable.noDay) }
    }
    return result
  }

  private mutating func names(_ column: Int, _ nameCodes: NameCodes) -> [Int32] {
    guard case .name = schema.columns[column].role else { return [] }
    // Declared names keep their codes, so these need no other.
    if column == schema.splitColumn { return splits.flatMap(\.names) }
    var result: [Int32] = []
    for (file, place) in places.enumerated() {
      let names = files[file].rows.names
      if let index = names.firstIndex(where: { $0.place.column == column }) {
        let codes = nameCodes.codes[place][index]
        if isOneFile {
          swap(&result, &files[file].rows.columns.names[index])
          replaceCodes(&result, by: codes)
        } else {
          let column = files[file].rows.columns.names[index]
          appendRanks(column, keptRows[file], codes, to: &result)
        }
      } else {
        result.append(contentsOf: repeatElement(-1, count: keptRows[file].count))
      }
    }
    return result
  }

  private mutating func numbers(_ column: Int) -> NumberColumn? {
    guard schema.holdsNumbers(column) else { return nil }
    let merged = MergedNumbers(files.indices.map { part(column, file: $0) })
    for overflow in merged.overflows {
      addOverflow(column, file: overflow.part, row: overflow.row, scale: merged.column.scale)
    }
    if splits.isEmpty {
      for file in files.indices { files[file].rows.columns.forgetNumbers(ofColumn: column) }
    }
    return merged.column
  }

  private func part(_ column: Int, file: Int) -> MergedNumbers.Part {
    guard splits.isEmpty else {
      let cells = splits[file].numbers(column)
      return MergedNumbers.Part(cells: cells, keptRows: .all(keptRows[file].count))
    }
    return MergedNumbers.Part(
      cells: files[file].rows.columns.numbers.first { $0.place.column == column },
      keptRows: keptRows[file]
    )
  }

  /// Warns of a number that does not fit; `row` is one of the rows of the file's part.
  private mutating func addOverflow(_ column: Int, file: Int, row: Int, scale: Int) {
    let cells =
      splits.isEmpty
      ? files[file].rows.columns.numbers.first { $0.place.column == column }
      : splits[file].source(ofColumn: column, row: row)
    let fileRow = splits.isEmpty ? row : keptRows[file][row]
    guard let cells, let line = cells.line(ofLargeRow: fileRow) else { return }
    findings.add(
      .numberOverflow(
        file: files[file].plan.file,
        line: line,
        column: files[file].plan.headerName(cells.place),
        scale: scale
      )
    )
  }

  /// Rows by month as ``Month/index``: not rejected, and not repeated from another file.
  private func monthCounts() -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for file in files {
      counts.merge(file.rows.coveredMonths, uniquingKeysWith: +)
      for (row, isRepeated) in file.isRepeated.enumerated() where isRepeated {
        counts[Int(file.rows.columns.month[row]), default: 0] -= 1
      }
    }
    return counts.filter { $0.key >= 0 }
  }
}
