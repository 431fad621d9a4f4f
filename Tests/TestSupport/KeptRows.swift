package import Facts

extension FactStore {
  /// The store with some rows only, given by table; whatever else it tells, such as which months
  /// are covered, stays.
  package func keeping(_ rows: [Int: Set<Int>]) -> FactStore {
    FactStore(
      customers: customers,
      tenants: tenants,
      names: names,
      people: people,
      tables: tables.enumerated().map { $1.keeping((rows[$0] ?? []).sorted()) },
      account: account
    )
  }
}

extension FactTable {
  fileprivate func keeping(_ rows: [Int]) -> FactTable {
    func taken<Value>(_ column: [Value]) -> [Value] {
      column.isEmpty ? [] : rows.map { column[$0] }
    }
    return FactTable(
      isPresent: isPresent,
      hasRows: hasRows,
      rowCount: rows.count,
      customer: taken(customer),
      tenant: taken(tenant),
      month: taken(month),
      person: taken(person),
      days: days.map { taken($0) },
      names: names.map { taken($0) },
      numbers: numbers.map { $0?.keeping(rows) },
      coveredMonths: coveredMonths
    )
  }
}

extension NumberColumn {
  fileprivate func keeping(_ rows: [Int]) -> NumberColumn {
    let empty = Set(emptyRows)
    return NumberColumn(
      scale: scale,
      mantissas: .wide(rows.map { mantissas[$0] }),
      emptyRows: rows.indices.filter { empty.contains(Int32(rows[$0])) }.map { Int32($0) }
    )
  }
}
