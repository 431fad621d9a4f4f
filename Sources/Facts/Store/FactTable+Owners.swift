/// Rows in order of whom they are about, so that those of some customers are taken out at once.
extension FactTable {
  /// Whom rows are grouped by.
  enum Owners {
    case customers, tenants, nobody
  }

  /// Nobody for rows about people, which whoever reads them reads as a whole.
  var owners: Owners {
    if !customer.isEmpty { return .customers }
    return tenant.isEmpty || !person.isEmpty ? .nobody : .tenants
  }

  /// Puts the rows in order of their owners; those of one owner stay in their order.
  ///
  /// One column after the other, so that no more than one is there twice.
  mutating func groupByOwner(customerCount: Int, tenantCount: Int) {
    guard ownerStarts == nil else { return }
    let order: RowOrder
    switch owners {
    case .nobody: return
    case .customers: order = RowOrder(of: customer, count: customerCount)
    case .tenants: order = RowOrder(of: tenant, count: tenantCount)
    }
    ownerStarts = order.starts
    guard let rows = order.rows else { return }
    arrange(&customer, by: rows)
    arrange(&tenant, by: rows)
    arrange(&month, by: rows)
    arrange(&person, by: rows)
    for column in days.indices { arrange(&days[column], by: rows) }
    for column in names.indices { arrange(&names[column], by: rows) }
    for column in numbers.indices { numbers[column]?.arrange(by: rows) }
  }

  /// The rows in some ranges of rows, which ascend.
  func rows(in ranges: [Range<Int>]) -> FactTable {
    var result = self
    result.ownerStarts = nil
    result.rowCount = ranges.reduce(0) { $0 + $1.count }
    result.customer = taken(ranges, of: customer)
    result.tenant = taken(ranges, of: tenant)
    result.month = taken(ranges, of: month)
    result.person = taken(ranges, of: person)
    result.days = days.map { taken(ranges, of: $0) }
    result.names = names.map { taken(ranges, of: $0) }
    result.numbers = numbers.map { $0?.rows(in: ranges) }
    return result
  }

  /// The rows of an owner.
  func rows(ofOwner owner: Int) -> Range<Int> {
    guard let ownerStarts else { preconditionFailure("rows are not grouped") }
    return Int(ownerStarts[owner])..<Int(ownerStarts[owner + 1])
  }
}

/// The order in which rows are grouped by owner.
private struct RowOrder {
  /// Where the rows of each owner begin, and the end.
  private(set) var starts: [Int32]

  /// The present row by place; nil when rows are in order already.
  private(set) var rows: [Int32]?

  /// A counting sort: files come sorted by customer most times, and rows are many.
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

/// Replaces a column, which may be empty, by its values at `rows`.
private func arrange<Value>(_ column: inout [Value], by rows: [Int32]) {
  guard !column.isEmpty else { return }
  column = rows.map { column[Int($0)] }
}

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
}
