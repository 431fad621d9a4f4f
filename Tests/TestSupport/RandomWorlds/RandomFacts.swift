import Facts

/// Small facts in few months, so that sums meet limits and months a year apart meet each other.
func randomFacts(_ vocabulary: Vocabulary, _ random: inout SplitMix64) -> FactStore {
  let customers = random.number(1...6)
  var owners: [(customer: Int, tenant: Int)] = []
  var tenants = 0
  for customer in 0..<customers {
    for _ in 0..<random.number(1...3) {
      let isShared = tenants > 0 && random.chance(10)
      owners.append((customer, isShared ? random.number(0...tenants - 1) : tenants))
      if !isShared { tenants += 1 }
    }
  }
  let isWhole = random.chance(50)
  let emptyShare = random.chance(40) ? 5 : 0
  var tables: [FactTable] = []
  for place in vocabulary.catalogue.tables.indices {
    if place == vocabulary.dateTable {
      tables.append(randomDates(vocabulary, tenants, &random))
    } else {
      tables.append(
        randomRows(vocabulary, place, owners, isWhole: isWhole, emptyShare: emptyShare, &random)
      )
    }
  }
  let names = vocabulary.known.enumerated().map { kind, count in
    (0..<count).map { code in
      let declared = vocabulary.catalogue.kinds[kind].names
      return code < declared.count ? declared[code].canonical : "other \(code)"
    }
  }
  return FactStore(
    customers: (0..<customers).map { Customer(id: "customer \($0)", name: "") },
    tenants: (0..<tenants).map { "tenant " + ($0 < 10 ? "0" : "") + String($0) },
    names: names,
    tables: tables,
    account: FactAccount(files: [], findings: [])
  )
}

private func randomRows(
  _ vocabulary: Vocabulary,
  _ place: Int,
  _ owners: [(customer: Int, tenant: Int)],
  isWhole: Bool,
  emptyShare: Int,
  _ random: inout SplitMix64
) -> FactTable {
  let now = Vocabulary.asOf.index
  let covered = (now - 50...now + 1).filter { _ in isWhole || random.chance(85) }
  let favourites = [0, 1, 11, 12, 13, 24].map { now - $0 }.filter(covered.contains)
  let count = covered.isEmpty ? 0 : random.number(3...12) * owners.count
  var customer: [Int32] = []
  var tenant: [Int32] = []
  var month: [Int32] = []
  for _ in 0..<count {
    let owner = random.one(of: owners)
    customer.append(Int32(owner.customer))
    tenant.append(Int32(owner.tenant))
    let isFavourite = !favourites.isEmpty && random.chance(80)
    let near = covered.filter { $0 >= now - 26 }
    let others = near.isEmpty ? covered : near
    month.append(Int32(isFavourite ? random.one(of: favourites) : random.one(of: others)))
  }
  let columns = vocabulary.catalogue.tables[place].columns
  return FactTable(
    isPresent: true,
    rowCount: count,
    customer: customer,
    tenant: tenant,
    month: month,
    names: columns.map { randomNames($0.role, vocabulary, count, isDates: false, &random) },
    numbers: columns.map { column in
      guard case .number = column.role else { return nil }
      return randomNumbers(count, emptyShare: emptyShare, &random)
    },
    coveredMonths: covered.map { Month(index: $0) }
  )
}

private func randomDates(
  _ vocabulary: Vocabulary,
  _ tenants: Int,
  _ random: inout SplitMix64
) -> FactTable {
  let now = Vocabulary.asOf.index
  let count = random.number(0...random.one(of: [3, 8]) * tenants)
  let month = (0..<count).map { _ -> Int32 in
    switch random.number(1...100) {
    case 1...5: -1
    case 6...15: Int32(now + random.number(1...3))
    case 16...75: Int32(now - random.number(0...12))
    default: Int32(now - random.number(13...20))
    }
  }
  let columns = vocabulary.catalogue.tables[vocabulary.dateTable].columns
  return FactTable(
    isPresent: true,
    rowCount: count,
    customer: [],
    tenant: (0..<count).map { _ in Int32(random.number(0...tenants - 1)) },
    month: month,
    names: columns.map { randomNames($0.role, vocabulary, count, isDates: true, &random) },
    numbers: columns.map { _ in nil },
    coveredMonths: Set(month.filter { $0 >= 0 }).sorted().map { Month(index: Int($0)) }
  )
}

/// Name codes; a row with numbers always has a workload, any other name may be missing.
private func randomNames(
  _ role: ColumnRole,
  _ vocabulary: Vocabulary,
  _ count: Int,
  isDates: Bool,
  _ random: inout SplitMix64
) -> [Int32] {
  guard case .name(let kind) = role else { return [] }
  let emptyShare = kind == vocabulary.itemKind ? isDates ? 30 : 0 : 5
  return (0..<count).map { _ in
    random.chance(emptyShare) ? -1 : Int32(random.number(0...vocabulary.known[kind] - 1))
  }
}

private func randomNumbers(
  _ count: Int,
  emptyShare: Int,
  _ random: inout SplitMix64
) -> NumberColumn {
  let scale = random.one(of: [0, 0, 1, 2])
  let isSigned = random.chance(30)
  let mantissas = (0..<count).map { _ -> Int64 in
    let whole = random.chance(15) ? 0 : random.number(1...9)
    let digits = Int64(whole) * [1, 10, 100][scale] + (random.chance(40) ? Int64(scale) * 5 : 0)
    return isSigned && random.chance(20) ? -digits : digits
  }
  let emptyRows = (0..<count).filter { _ in random.chance(emptyShare) }
  return NumberColumn(
    scale: scale,
    mantissas: random.chance(20) ? .wide(mantissas.map { Int128($0) }) : .narrow(mantissas),
    emptyRows: emptyRows.map { Int32($0) }
  )
}
