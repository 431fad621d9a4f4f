/// Tables whose rows are grouped by whom they are about, so that those of some customers are taken
/// out at once.
///
/// The columns of a grouped table but for its numbers are empty; only ``slice(of:)`` gives rows.
extension FactTable {
  /// Whether the rows are only to be had by customer.
  package var isGrouped: Bool { grouped != nil }

  /// Whether rows are a list of tenants' associations.
  var isDated: Bool { grouped == nil && customer.isEmpty && person.isEmpty && !tenant.isEmpty }

  /// Groups the rows by customer, those of a list of associations by tenant.
  ///
  /// Rows about people stay, since whoever reads them reads all.
  mutating func group(customerCount: Int, tenantCount: Int) {
    if isDated {
      let order = RowOrder(of: tenant, count: tenantCount)
      tenantStarts = order.starts
      if let rows = order.rows { arrange(by: rows) }
      return
    }
    if grouped == nil, !customer.isEmpty, person.isEmpty { groupRows() }
    grouped?.orderByCustomer(count: customerCount)
  }

  /// Moves the columns of rows that were read one by one into groups.
  private mutating func groupRows() {
    let places = names.indices.filter { !names[$0].isEmpty }
    var rows = GroupedRows(nameCount: places.count, plainRows: .max)
    rows.add([customer, tenant] + places.map { names[$0] }, months: month)
    nameColumns = places.enumerated().map { (column: $1, place: 2 + $0) }
    (customer, tenant, month) = ([], [], [])
    for column in places { names[column] = [] }
    if let order = rows.close() {
      for column in numbers.indices { numbers[column]?.arrange(by: order) }
      Facts.arrange(&rowPlaces, by: order)
    }
    grouped = rows
  }

  /// The rows of some customers, numbered by their place in `wanted`, which ascends.
  func slice(of wanted: some Collection<Int>) -> FactTable {
    guard let grouped else { return self }
    var result = self
    result.grouped = nil
    var ranges: [Range<Int>] = []
    var codes = [[Int32]](repeating: [], count: grouped.subjects.width)
    for (place, customer) in wanted.enumerated() {
      for subject in grouped.subjects(of: customer) {
        let rows = grouped.rows(of: subject)
        ranges.appendJoined(rows)
        codes[0].append(contentsOf: repeatElement(Int32(place), count: rows.count))
        for place in codes.indices.dropFirst() {
          let code = grouped.subjects[Int(subject), place]
          codes[place].append(contentsOf: repeatElement(code, count: rows.count))
        }
      }
    }
    result.rowCount = codes[0].count
    result.customer = codes[0]
    result.tenant = codes[1]
    result.month = taken(ranges, of: grouped.months).map { month in
      month < 0 ? -1 : Int32(firstKnownMonth) + Int32(month)
    }
    for (column, place) in nameColumns {
      result.names[column] =
        place.map { codes[$0] } ?? Array(repeating: -1, count: result.rowCount)
    }
    result.numbers = numbers.map { $0?.rows(in: ranges) }
    result.rowPlaces = taken(ranges, of: rowPlaces)
    return result
  }

  /// The rows of some tenants, which ascend, of a list of associations.
  func slice(ofTenants wanted: [Int]) -> FactTable {
    var result = self
    var ranges: [Range<Int>] = []
    for tenant in wanted {
      ranges.appendJoined(Int(tenantStarts[tenant])..<Int(tenantStarts[tenant + 1]))
    }
    result.tenantStarts = []
    result.rowCount = ranges.reduce(0) { $0 + $1.count }
    result.tenant = taken(ranges, of: tenant)
    result.month = taken(ranges, of: month)
    result.names = names.map { taken(ranges, of: $0) }
    result.days = days.map { taken(ranges, of: $0) }
    result.numbers = numbers.map { $0?.rows(in: ranges) }
    result.rowPlaces = taken(ranges, of: rowPlaces)
    return result
  }

  /// Puts the rows in another order: `rows` is the present row by place.
  private mutating func arrange(by rows: [Int32]) {
    Facts.arrange(&tenant, by: rows)
    Facts.arrange(&month, by: rows)
    Facts.arrange(&rowPlaces, by: rows)
    for column in days.indices { Facts.arrange(&days[column], by: rows) }
    for column in names.indices { Facts.arrange(&names[column], by: rows) }
    for column in numbers.indices { numbers[column]?.arrange(by: rows) }
  }
}

extension [Range<Int>] {
  /// Adds a range, as one with the last where it follows.
  fileprivate mutating func appendJoined(_ range: Range<Int>) {
    if range.isEmpty { return }
    if let last, last.upperBound == range.lowerBound {
      self[count - 1] = last.lowerBound..<range.upperBound
    } else {
      append(range)
    }
  }
}

/// Replaces a column, which may be empty, by its values at `rows`.
private func arrange<Value>(_ column: inout [Value], by rows: [Int32]) {
  guard !column.isEmpty else { return }
  column = rows.map { column[Int($0)] }
}

/// The values of a column, which may be empty, in ranges of rows.
private func taken<Value>(_ ranges: [Range<Int>], of column: [Value]) -> [Value] {
  guard !column.isEmpty else { return [] }
  var result: [Value] = []
  result.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
  for range in ranges { result.append(contentsOf: column[range]) }
  return result
}

extension NumberColumn {
  /// Puts the rows in another order: `rows` is the present row by place.
  fileprivate mutating func arrange(by rows: [Int32]) {
    switch mantissas {
    case .small(var values):
      mantissas = .small([])
      Facts.arrange(&values, by: rows)
      mantissas = .small(values)
    case .narrow(var values):
      mantissas = .narrow([])
      Facts.arrange(&values, by: rows)
      mantissas = .narrow(values)
    case .wide(var values):
      mantissas = .wide([])
      Facts.arrange(&values, by: rows)
      mantissas = .wide(values)
    }
    guard !emptyRows.isEmpty else { return }
    var isEmpty = [Bool](repeating: false, count: rows.count)
    for row in emptyRows { isEmpty[Int(row)] = true }
    emptyRows = rows.indices.filter { isEmpty[Int(rows[$0])] }
      .map { Int32(truncatingIfNeeded: $0) }
  }

  /// The rows in some ranges of rows, at the scale of the whole column.
  fileprivate func rows(in ranges: [Range<Int>]) -> NumberColumn {
    var empty: [Int32] = []
    var taken = 0
    for range in ranges {
      var place = firstEmpty(from: range.lowerBound)
      while place < emptyRows.count, Int(emptyRows[place]) < range.upperBound {
        empty.append(Int32(truncatingIfNeeded: Int(emptyRows[place]) - range.lowerBound + taken))
        place += 1
      }
      taken += range.count
    }
    let values: NumberStorage =
      switch mantissas {
      case .small(let values): .small(Facts.taken(ranges, of: values))
      case .narrow(let values): .narrow(Facts.taken(ranges, of: values))
      case .wide(let values): .wide(Facts.taken(ranges, of: values))
      }
    return NumberColumn(scale: scale, mantissas: values, emptyRows: empty)
  }

  /// The place in ``emptyRows`` of the first one at a row or after it.
  private func firstEmpty(from row: Int) -> Int {
    var low = 0
    var high = emptyRows.count
    while low < high {
      let middle = (low + high) / 2
      if Int(emptyRows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the cell of a row is empty.
  package func isEmpty(_ row: Int) -> Bool {
    let place = firstEmpty(from: row)
    return place < emptyRows.count && Int(emptyRows[place]) == row
  }
}
