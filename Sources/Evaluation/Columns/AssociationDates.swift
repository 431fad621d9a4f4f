import Facts
import RuleSemantics

/// In which month the association of each pair began.
struct AssociationDates: Sendable {
  /// ``Month/index`` by pair; ``none`` when no date up to the as-of month is known.
  let month: [Int]

  static let none = Int.max

  /// Of several associations the earliest counts; one without a known date is older than all.
  init(_ key: ColumnStore.DatesKey, _ store: inout ColumnStore) {
    let (kind, types) = store.associations(of: key)
    guard let space = store.index.pairs[kind] else {
      month = []
      return
    }
    let listed = store.listings(of: types, key)
    var result: [Int?] = Array(repeating: nil, count: space.member.count)
    for (place, type) in types.enumerated() {
      let dates = KnownDates(of: type, kind: kind, store)
      for pair in result.indices where listed.map({ $0[place][pair] }) ?? true {
        let tenant = store.index.memberTenant[Int(space.member[pair])]
        let date = dates.month(tenant: tenant, item: space.item[pair])
        let known = date <= store.plan.asOf.index ? date : AssociationDates.none
        result[pair] = AssociationDates.earliest(result[pair], known)
      }
    }
    month = result.map { $0 ?? AssociationDates.none }
  }

  /// An association without a date began before every other.
  private static func earliest(_ one: Int?, _ other: Int) -> Int {
    guard let one, one != none, other != none else { return one == nil ? other : none }
    return min(one, other)
  }
}

/// The dates that the facts give for one association.
private struct KnownDates {
  /// By tenant and name, -1 for all names of the tenant: of several dates the earliest.
  private var earliest: [UInt64: Int] = [:]

  init(of type: NameSet.Member, kind: Int, _ store: ColumnStore) {
    let associationKind = store.plan.associationKind
    for (table, schema) in zip(store.facts.tables, store.catalogue.tables)
    where schema.givesAssociationDates {
      guard
        let types = schema.associationColumn(associationKind: associationKind)
          .map({ table.names[$0] }), !types.isEmpty
      else { continue }
      let column = schema.itemColumns(associationKind: associationKind).first { $0.kind == kind }
      let items = column.map { table.names[$0.index] } ?? []
      for row in 0..<table.rowCount
      where table.month[row] >= 0 && type.codes.contains(types[row]) {
        let key = joinedKey(table.tenant[row], items.isEmpty ? -1 : items[row])
        earliest[key] = min(earliest[key] ?? AssociationDates.none, Int(table.month[row]))
      }
    }
  }

  func month(tenant: Int32, item: Int32) -> Int {
    guard !earliest.isEmpty else { return AssociationDates.none }
    let own = earliest[joinedKey(tenant, item)] ?? AssociationDates.none
    let general = earliest[joinedKey(tenant, -1)] ?? AssociationDates.none
    return min(own, general)
  }
}

extension ColumnStore {
  /// The kind of names that associations are for, and the associations.
  fileprivate func associations(of key: DatesKey) -> (kind: Int, types: [NameSet.Member]) {
    switch key {
    case .under(let under, let kind):
      return (kind, under.members)
    case .listed(let index):
      let selection = plan.selections[index]
      let filters = selection.clauses.joined()
        .filter { $0.set.kind == plan.associationKind && !$0.isNegated }
      return (selection.itemKind, filters.flatMap(\.set.members).unique())
    }
  }

  /// By association and pair: whether rows of the selection list the pair under it in M-12..M.
  ///
  /// Nil where the association is given, whether rows list it or not.
  fileprivate mutating func listings(of types: [NameSet.Member], _ key: DatesKey) -> [[Bool]]? {
    guard case .listed(let index) = key else { return nil }
    let selection = plan.selections[index]
    let count = count(of: .pairs(kind: selection.itemKind))
    var result = types.map { _ in Array(repeating: false, count: count) }
    for table in selection.tables {
      guard let cube = cubes[table] else { continue }
      let eligible = eligibleSeries(EligibleKey(table: table, selection: index, under: nil))
      let seen = cube.seriesWithRows(in: (plan.asOf - 12)...plan.asOf)
      for series in eligible.indices where eligible[series] && seen[series] {
        for (place, type) in types.enumerated() where type.codes.contains(cube.association[series])
        {
          result[place][Int(cube.pair[series])] = true
        }
      }
    }
    return result
  }
}
