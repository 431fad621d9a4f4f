package import Facts

/// What keeps a metric of the partner from being exactly known.
package struct OpenFacts: Hashable, Sendable {
  /// How many of the customers that leave the metric open are asked for what is missing.
  ///
  /// Source: our choice; a sentence names three facts, and a table that covers no row of a month is
  /// missed by every customer alike.
  package static let asked = 20

  /// The customers whose contribution is not exactly known, in order; empty for people.
  package let customers: [Customer]

  /// What the first ``asked`` of them miss, each fact once.
  package let missing: [MissingFact]

  package init(customers: [Customer], missing: [MissingFact]) {
    self.customers = customers
    self.missing = missing
  }
}
