/// Joins the files of one table, in order of their names.
struct MergedTable {
  private let schema: TableSchema
  private let files: [ReadFile]
  /// The index in the list of all files, by file of the table.
  private let places: [Int]
  /// What the rows of each file become in a split table; empty for other tables.
  private let splits: [SplitRows]
  /// By file: the used row of the file that each row of the table is made of, ascending.
  private let keptRows: [[Int]]

  private(set) var findings = FindingLog()

  init(_ schema: TableSchema, all: [ReadFile], places: [Int]) {
    self.schema = schema
    self.places = places
    files = places.map { all[$0] }
    splits = schema.splitColumn == nil ? [] : files.map { SplitRows($0, schema) }
    keptRows = splits.isEmpty ? files.map(\.keptRows) : splits.map(\.usedRows)
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
    let table = FactTable(
      isPresent: !files.isEmpty,
      hasRows: files.contains { $0.rows.account.read > $0.rows.account.rejected },
      rowCount: keptRows.reduce(0) { $0 + $1.count },
      customer: hasCustomer ? codes(\.customer, identities.customerRanks) : [],
      tenant: hasTenant ? codes(\.tenant, identities.tenantRanks) : [],
      month: schema.monthColumn == nil ? [] : months(),
      person: schema.isAboutPeople ? codes(\.people.codes, identities.personRanks) : [],
      days: schema.columns.indices.map { days($0) },
      names: schema.columns.indices.map { names($0, nameCodes) },
      numbers: schema.columns.indices.map { numbers($0) },
      coveredMonths: counts.keys.sorted().map { Month(index: $0) }
    )
    addOverlaps(table)
    return table
  }

  /// Warns when rows of several files tell of the same thing.
  private mutating func addOverlaps(_ table: FactTable) {
    guard files.count > 1, schema.hasMonthlyRows, !table.customer.isEmpty,
      let overlap = OverlapCheck.overlap(in: table, rowCounts: keptRows.map(\.count)),
      let file = files.last?.plan.file
    else { return }
    findings.add(
      .overlappingFiles(overlap.subjects, month: overlap.month, table: schema, file: file)
    )
  }

  /// The kept rows' codes as ranks; -1 stays.
  private func codes(_ column: KeyPath<FileRows, [Int32]>, _ ranks: [[Int32]]) -> [Int32] {
    var result: [Int32] = []
    for (file, place) in places.enumerated() {
      appendRanks(files[file].rows[keyPath: column], keptRows[file], ranks[place], to: &result)
    }
    return result
  }

  private func appendRanks(
    _ codes: [Int32],
    _ rows: [Int],
    _ ranks: [Int32],
    to result: inout [Int32]
  ) {
    result.reserveCapacity(result.count + rows.count)
    for row in rows { result.append(codes[row] < 0 ? -1 : ranks[Int(codes[row])]) }
  }

  private func months() -> [Int32] {
    files.indices.flatMap { file in
      let months = files[file].rows.month
      return keptRows[file].map { months[$0] }
    }
  }

  private func days(_ column: Int) -> [Int32] {
    guard [.completion, .expiry].contains(schema.columns[column].role) else { return [] }
    return files.indices.flatMap { file in
      let cells = files[file].rows.days.first { $0.place.column == column }
      return keptRows[file].map { cells?.days[$0] ?? FactTable.noDay }
    }
  }

  private func names(_ column: Int, _ nameCodes: NameCodes) -> [Int32] {
    guard case .name = schema.columns[column].role else { return [] }
    // Declared names keep their codes, so these need no other.
    if column == schema.splitColumn { return splits.flatMap(\.names) }
    var result: [Int32] = []
    for (file, place) in places.enumerated() {
      let names = files[file].rows.names
      if let index = names.firstIndex(where: { $0.place.column == column }) {
        let codes = nameCodes.codes[place][index]
        appendRanks(names[index].codes, keptRows[file], codes, to: &result)
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
    return merged.column
  }

  private func part(_ column: Int, file: Int) -> MergedNumbers.Part {
    guard splits.isEmpty else {
      let cells = splits[file].numbers(column)
      return MergedNumbers.Part(cells: cells, keptRows: Array(keptRows[file].indices))
    }
    return MergedNumbers.Part(
      cells: files[file].rows.numbers.first { $0.place.column == column },
      keptRows: keptRows[file]
    )
  }

  /// Warns of a number that does not fit; `row` is one of the rows of the file's part.
  private mutating func addOverflow(_ column: Int, file: Int, row: Int, scale: Int) {
    let place =
      splits.isEmpty
      ? files[file].rows.numbers.first { $0.place.column == column }?.place
      : splits[file].place(ofColumn: column, row: row)
    guard let place else { return }
    findings.add(
      .numberOverflow(
        file: files[file].plan.file,
        line: files[file].rows.lines[splits.isEmpty ? row : keptRows[file][row]],
        column: files[file].plan.headerName(place),
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
        counts[Int(file.rows.month[row]), default: 0] -= 1
      }
    }
    return counts.filter { $0.key >= 0 }
  }
}
