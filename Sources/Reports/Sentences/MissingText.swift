import Evaluation
import Facts

/// What would settle what cannot be told.
///
///     Usage report has no rows for 2023-05
///     Seat report gives no number for Mail of 868368da in 2025-10
enum MissingText {
  /// Names tables, tenants, names and months; nil when nothing is missing.
  static func clause(_ facts: [MissingFact], _ catalogue: Catalogue) -> String? {
    facts.isEmpty ? nil : String { write(facts, catalogue, to: &$0) }
  }

  /// Writes the clause; nothing when nothing is missing.
  static func write(_ facts: [MissingFact], _ catalogue: Catalogue, to text: inout OutputBuffer) {
    text.append(list: gathered(facts)) { write($1, catalogue, to: &$0) }
  }

  /// One entry for each table, tenant and name, with all of its months.
  private static func gathered(_ facts: [MissingFact]) -> [MissingFact] {
    if facts.count < 2 { return facts }
    var order: [MissingFact] = []
    var months: [MissingFact: [Month]] = [:]
    for fact in facts {
      let key = MissingFact(table: fact.table, months: [], tenant: fact.tenant, item: fact.item)
      if months[key] == nil { order.append(key) }
      months[key, default: []] += fact.months
    }
    return order.map { key in
      MissingFact(table: key.table, months: months[key] ?? [], tenant: key.tenant, item: key.item)
    }
  }

  private static func write(
    _ fact: MissingFact,
    _ catalogue: Catalogue,
    to text: inout OutputBuffer
  ) {
    text.append(catalogue.tables.first { $0.id == fact.table }?.title ?? fact.table)
    if fact.tenant == nil, fact.item == nil {
      text.append(" has no rows")
      text.append(" for ", ifAny: { $0.append(months: fact.months) })
    } else {
      text.append(" gives no number for ")
      if let item = fact.item { text.append(item) }
      if let tenant = fact.tenant {
        if fact.item != nil { text.append(" of ") }
        text.append(tenant: tenant)
      }
      text.append(" in ", ifAny: { $0.append(months: fact.months) })
    }
  }
}
