import Facts
import RuleSemantics

/// In which month the association of each pair began, under one association.
struct AssociationDates: Sendable {
  /// ``Month/index`` by pair; ``none`` when no date up to the as-of month is known.
  let month: [Int]

  static let none = Int.max

  /// Of several dates the earliest counts.
  ///
  /// A line without a name is for all names of the tenant.
  init(
    _ facts: FactStore,
    _ catalogue: Catalogue,
    index: FactIndex,
    under: NameSet,
    kind: Int,
    asOf: Month
  ) {
    guard let space = index.pairs[kind] else {
      month = []
      return
    }
    var earliest: [UInt64: Int] = [:]
    for (table, schema) in zip(facts.tables, catalogue.tables) where schema.givesAssociationDates {
      let types =
        schema.associationColumn(associationKind: under.kind).map { table.names[$0] } ?? []
      let items = schema.itemColumns(associationKind: under.kind).first { $0.kind == kind }
      for row in 0..<table.rowCount {
        guard !types.isEmpty, under.contains(types[row]) else { continue }
        let item = items.map { table.names[$0.index] }.flatMap { $0.isEmpty ? nil : $0[row] } ?? -1
        let key = joinedKey(table.tenant[row], item)
        earliest[key] = min(earliest[key] ?? AssociationDates.none, Int(table.month[row]))
      }
    }
    var result = Array(repeating: AssociationDates.none, count: space.member.count)
    if !earliest.isEmpty {
      for pair in result.indices {
        let tenant = index.memberTenant[Int(space.member[pair])]
        let own = earliest[joinedKey(tenant, space.item[pair])] ?? AssociationDates.none
        let general = earliest[joinedKey(tenant, -1)] ?? AssociationDates.none
        let first = min(own, general)
        if first <= asOf.index { result[pair] = first }
      }
    }
    month = result
  }
}
