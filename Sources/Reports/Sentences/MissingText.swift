import Evaluation
import Facts

/// What would settle what cannot be told.
///
///     Usage report has no rows for 2023-05
///     Seat report gives no number for Mail of 868368da in 2025-10
enum MissingText {
  /// Names tables, tenants, names and months; nil when nothing is missing.
  static func clause(_ facts: [MissingFact], _ catalogue: Catalogue) -> String? {
    guard !facts.isEmpty else { return nil }
    return ListText.all(gathered(facts).map { text($0, catalogue) })
  }

  /// One entry for each table, tenant and name, with all of its months.
  private static func gathered(_ facts: [MissingFact]) -> [MissingFact] {
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

  private static func text(_ fact: MissingFact, _ catalogue: Catalogue) -> String {
    let table = catalogue.tables.first { $0.id == fact.table }?.title ?? fact.table
    let months = ListText.months(fact.months)
    guard fact.tenant != nil || fact.item != nil else {
      return "\(table) has no rows" + (months.isEmpty ? "" : " for \(months)")
    }
    let owner = [fact.item, fact.tenant].compactMap(\.self).joined(separator: " of ")
    return "\(table) gives no number for \(owner)" + (months.isEmpty ? "" : " in \(months)")
  }
}
