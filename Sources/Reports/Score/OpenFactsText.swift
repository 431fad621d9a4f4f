import Evaluation
import Facts

/// What keeps a metric from being exactly known, as a clause.
///
///     facts of Contoso and Fabrikam are missing: Usage report gives no number for Mail of 868368da in 2025-10
///     facts of 2,000 customers are missing: Usage report has no rows for 2024-10
///     Trainings has no rows
enum OpenFactsText {
  static func clause(_ open: OpenFacts, _ catalogue: Catalogue) -> String? {
    let facts = MissingText.clause(open.missing, catalogue)
    guard !open.customers.isEmpty else { return facts }
    return "facts of \(customers(open.customers)) are missing" + (facts.map { ": \($0)" } ?? "")
  }

  private static func customers(_ customers: [Customer]) -> String {
    guard customers.count <= ListText.mostNamed else {
      return "\(NumberText.grouped(Decimal(customers.count), places: 0)) customers"
    }
    return ListText.all(customers.map { $0.name.isEmpty ? $0.id : $0.name })
  }
}
