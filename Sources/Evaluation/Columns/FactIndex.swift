import Facts
import RuleSemantics

/// The entities of a fact store, in dense numbered spaces that nest.
///
///     customer ⊃ member (a tenant of a customer) ⊃ pair (a name of a member)
///
/// Members are sorted by customer and tenant, pairs by member and name, so that each customer's
/// and each member's share of a space is a range.
struct FactIndex: Sendable {
  let customerCount: Int

  /// The tenant's code by member.
  let memberTenant: [Int32]

  /// The customer's code by member.
  let memberCustomer: [Int32]

  /// Where each customer's members begin; one entry more than customers.
  let customerMembers: [Int]

  /// By kind (an index in ``Catalogue/kinds``); nil for kinds that no table is about.
  let pairs: [PairSpace?]

  /// The member of each row, by table.
  let rowMember: [[Int32]]

  init(_ facts: FactStore, _ catalogue: Catalogue, associationKind: Int) {
    precondition(!facts.tables.contains { $0.isGrouped }, "a grouped store gives slices")
    customerCount = facts.customers.count
    var memberNumbers = KeyNumbering()
    var members = facts.tables.map { table in
      table.customer.isEmpty ? [] : memberNumbers.numbers(high: table.customer, low: table.tenant)
    }
    let (keys, ranks) = memberNumbers.sorted()
    for table in members.indices { rank(&members[table], by: ranks) }
    rowMember = members
    memberCustomer = keys.map { Int32(truncatingIfNeeded: $0 >> 32) }
    memberTenant = keys.map { Int32(truncatingIfNeeded: $0) }
    customerMembers = rangeStarts(of: memberCustomer, count: facts.customers.count)
    let itemColumns = catalogue.tables.map { schema in
      schema.itemColumns(associationKind: associationKind)
    }
    var spaces: [PairSpace?] = []
    for kind in catalogue.kinds.indices {
      var pairNumbers = KeyNumbering()
      var isUsed = false
      for (table, columns) in itemColumns.enumerated() {
        guard let column = columns.first(where: { $0.kind == kind }) else { continue }
        isUsed = true
        pairNumbers.add(high: rowMember[table], low: facts.tables[table].names[column.index])
      }
      spaces.append(
        isUsed
          ? PairSpace(
            pairNumbers.sorted().keys,
            memberCustomer: memberCustomer,
            customerCount: customerCount
          )
          : nil
      )
    }
    pairs = spaces
  }

  /// The pairs of a kind that the members of a customer have.
  func pairs(ofCustomer customer: Int, kind: Int) -> Range<Int> {
    guard let pairs = pairs[kind] else { return 0..<0 }
    let members = members(of: customer)
    return pairs.memberPairs[members.lowerBound]..<pairs.memberPairs[members.upperBound]
  }

  /// The entity of a space that a pair of a kind belongs to.
  func owner(ofPair pair: Int, kind: Int, in space: Space) -> Int {
    guard let pairs = pairs[kind] else { return pair }
    return switch space {
    case .members: Int(pairs.member[pair])
    case .pairs: pair
    case .customerItems: Int(pairs.customerItemOfPair[pair])
    }
  }

  /// The pairs of a kind that an entity of a space stands for.
  func pairs(of entity: Int, in space: Space, kind: Int) -> [Int] {
    guard let pairs = pairs[kind] else { return [] }
    switch space {
    case .pairs:
      return [entity]
    case .members:
      return Array(pairs.pairs(of: entity))
    case .customerItems:
      let customer = customer(ofItem: entity, in: pairs)
      return members(of: customer).flatMap { pairs.pairs(of: $0) }
        .filter { Int(pairs.customerItemOfPair[$0]) == entity }
    }
  }

  /// The customer whose items an item is among.
  private func customer(ofItem item: Int, in pairs: PairSpace) -> Int {
    var low = 0
    var high = customerCount
    while low + 1 < high {
      let middle = (low + high) / 2
      if pairs.customerItems[middle] <= item { low = middle } else { high = middle }
    }
    return low
  }

  func members(of customer: Int) -> Range<Int> {
    customerMembers[customer]..<customerMembers[customer + 1]
  }
}

/// The (member, name) pairs of one kind of names that occur in any row.
struct PairSpace: Sendable {
  /// `member << 32 | name code`, ascending.
  let keys: [UInt64]

  /// The member by pair.
  let member: [Int32]

  /// The name's code by pair; -1 for an empty cell.
  let item: [Int32]

  /// Where each member's pairs begin; one entry more than members.
  let memberPairs: [Int]

  /// Names of each customer over all its tenants: where the customer's names begin.
  let customerItems: [Int]

  /// The name's code by customer item.
  let itemOfCustomerItem: [Int32]

  /// The customer item of each pair.
  let customerItemOfPair: [Int32]

  init(_ keys: [UInt64], memberCustomer: [Int32], customerCount: Int) {
    self.keys = keys
    member = keys.map { Int32(truncatingIfNeeded: $0 >> 32) }
    item = keys.map { Int32(truncatingIfNeeded: $0) }
    memberPairs = rangeStarts(of: member, count: memberCustomer.count)
    let customer = member.map { memberCustomer[Int($0)] }
    let itemKeys = sortedUnique(distinctRuns(high: customer, low: item))
    customerItems = rangeStarts(
      of: itemKeys.map { Int32(truncatingIfNeeded: $0 >> 32) },
      count: customerCount
    )
    itemOfCustomerItem = itemKeys.map { Int32(truncatingIfNeeded: $0) }
    customerItemOfPair = positions(high: customer, low: item, in: itemKeys)
  }

  func pairs(of member: Int) -> Range<Int> { memberPairs[member]..<memberPairs[member + 1] }

  func items(of customer: Int) -> Range<Int> {
    customerItems[customer]..<customerItems[customer + 1]
  }
}

extension TableSchema {
  /// Columns of names other than the association and those of the customer: what rows are about.
  func itemColumns(associationKind: Int) -> [(kind: Int, index: Int)] {
    columns.enumerated().compactMap { index, column in
      guard case .name(let kind) = column.role, kind != associationKind, !column.isOfCustomer else {
        return nil
      }
      return (kind, index)
    }
  }

  /// The column of the association; nil without one.
  func associationColumn(associationKind: Int) -> Int? {
    columns.firstIndex { $0.role == .name(kind: associationKind) }
  }
}
