package import Facts
package import RuleSemantics

/// A catalogue, facts and a plan that fit together, made from a seed.
package struct RandomWorld: Sendable {
  package let seed: UInt64
  package let catalogue: Catalogue
  package let facts: FactStore
  package let plan: EvaluationPlan

  package init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let vocabulary = Vocabulary(&random)
    self.seed = seed
    catalogue = vocabulary.catalogue
    facts = randomFacts(vocabulary, &random)
    plan = randomPlan(vocabulary, &random)
  }

  /// The test of a node and what it rests on, for the message of a failure.
  package func description(area: Int, node: Int, customer: Int) -> String {
    let plan = self.plan.areas[area].nodes[node]
    let rows = facts.tables.reduce(0) { $0 + $1.rowCount }
    let groups = self.plan.groups.enumerated().map { "  group \($0): \($1)" }
    let conditions = self.plan.conditions.enumerated().map { "  condition \($0): \($1)" }
    let measures = self.plan.measures.enumerated().map { "  measure \($0): \($1)" }
    let selections = self.plan.selections.enumerated().map { "  selection \($0): \($1)" }
    return """
      seed \(seed), \(plan.kind) `\(plan.path)`, branch \(plan.branch ?? "-"), \
      customer \(customer), \(rows) rows, as of \(self.plan.asOf) (\(self.plan.asOf.index))
      under \(plan.under.map { "\($0.members.flatMap(\.codes))" } ?? "-")
      test \(plan.test.map { "\($0)" } ?? "-")
      \((groups + conditions + measures + selections).joined(separator: "\n"))
      """
  }
}

/// The names and tables of a random world.
struct Vocabulary {
  static let asOf = Month(year: 2025, number: 10)

  let associationKind: Int
  let itemKind: Int

  /// How many names of each kind are declared, and how many there are.
  let declared: [Int]
  let known: [Int]
  let catalogue: Catalogue

  /// The tables with numbers, and the one with association dates.
  let numberTables: [Int]
  let dateTable: Int

  init(_ random: inout SplitMix64) {
    associationKind = random.number(0...1)
    itemKind = 1 - associationKind
    let associations = random.number(2...4)
    let items = random.number(2...4)
    let undeclared = random.chance(30) ? 1 : 0
    let counts = associationKind == 0 ? [associations, items] : [items, associations]
    declared = counts
    known = counts.enumerated().map { [itemKind] in $0 == itemKind ? $1 + undeclared : $1 }
    let kinds = counts.enumerated().map { [itemKind] kind, count in
      let id = kind == itemKind ? "workload" : "association"
      let names = (0..<count).map { DeclaredName(canonical: "\(id) \($0)", aliases: []) }
      return NameKind(id: id, plural: id + "s", isOpen: kind == itemKind, names: names)
    }
    let count = random.number(1...3)
    dateTable = random.number(0...count)
    var tables: [TableSchema] = []
    for place in 0...count {
      let isDates = place == dateTable
      var columns: [(String, ColumnRole)] = [
        ("tenant", .tenant), ("association", .name(kind: associationKind)),
        ("workload", .name(kind: itemKind)),
      ]
      columns +=
        isDates
        ? [("began", .date)]
        : [
          ("customer", .customer), ("month", .month),
          ("seats", .number(unit: "seats", total: .listed)),
          ("users", .number(unit: "seats", total: .listed)),
          ("revenue", .number(unit: "USD", total: .summed)),
          ("cost", .number(unit: "USD", total: .summed)),
        ]
      columns.shuffle(using: &random)
      tables.append(
        TableSchema(
          id: "table-\(place)",
          title: "Table \(place)",
          columns: columns.map {
            ColumnSchema(id: $0.0, role: $0.1, headers: [$0.0], isOptional: true)
          },
          rowFilters: [],
          givesAssociationDates: isDates
        )
      )
    }
    catalogue = Catalogue(kinds: kinds, tables: tables)
    numberTables = (0...count).filter { [dateTable] in $0 != dateTable }
  }
}
