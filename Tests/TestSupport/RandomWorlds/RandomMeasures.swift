import Facts
import RuleSemantics

extension PlanBuilder {
  /// The first selection is everything, so that every table is read.
  mutating func addSelections() {
    for place in 0..<random.number(2...4) {
      selections.append(
        SelectionPlan(
          id: "selection-\(place)",
          tables: place == 0 ? vocabulary.numberTables : random.some(of: vocabulary.numberTables),
          clauses: place == 0 ? [[]] : (0..<random.number(1...3)).map { _ in clause() },
          itemKind: vocabulary.itemKind
        )
      )
    }
  }

  /// Most clauses ask for associations, as rules do; one without filters takes every row.
  private mutating func clause() -> [NameFilter] {
    var filters: [NameFilter] = []
    if random.chance(50) { filters.append(filter(vocabulary.itemKind)) }
    if random.chance(75) { filters.append(filter(vocabulary.associationKind)) }
    if random.chance(10) { filters.append(filter(random.number(0...1))) }
    return filters.shuffled(using: &random)
  }

  /// At least one that adds up, which conditions on a tenant alone need.
  mutating func addMeasures() {
    for place in 0..<random.number(2...5) {
      let isSummed = place == 0 || random.chance(35)
      let columns = isSummed ? ["revenue", "cost"] : ["seats", "users"]
      let selection = random.number(0...selections.count - 1)
      let isRated = random.chance(45)
      let unit = isSummed ? PlanBuilder.dollar : PlanBuilder.seat
      var parts: [MeasurePart] = []
      for _ in 0..<random.one(of: [1, 1, 2, 2, 3]) {
        let id = random.one(of: columns)
        parts.append(
          MeasurePart(
            columns: selections[selection].tables.map { table in
              vocabulary.catalogue.tables[table].columns.firstIndex { $0.id == id } ?? 0
            },
            unit: unit,
            rate: isRated && random.chance(85) ? rate() : nil
          )
        )
      }
      measures.append(
        MeasurePlan(
          id: "measure-\(place)",
          title: columns[0],
          selection: selection,
          parts: parts,
          unit: unit,
          total: isSummed ? .summed : .listed
        )
      )
    }
  }

  /// Rates of some names, no name in two entries; zero is one of them.
  private mutating func rate() -> RatePlan {
    let kind = vocabulary.itemKind
    let names = vocabulary.catalogue.kinds[kind].names
    var free = Set((0..<vocabulary.known[kind]).map { Int32($0) })
    var entries: [RatePlan.Entry] = []
    for code in names.indices.shuffled(using: &random) where random.chance(65) {
      guard free.remove(Int32(code)) != nil else { continue }
      var codes = [Int32(code)]
      if random.chance(20), let covered = free.sorted().first {
        free.remove(covered)
        codes.append(covered)
      }
      let tenths = random.one(of: [0, 2, 5, 10, 10, 15, 20, 30])
      entries.append(
        RatePlan.Entry(
          member: NameSet.Member(label: names[code].canonical, codes: codes.sorted()),
          number: Decimal(mantissa: Int128(tenths), scale: 1)
        )
      )
    }
    return RatePlan(id: "rate", title: "rate", kind: kind, entries: entries)
  }

  private static let dollar = Unit(singular: "USD", plural: "USD", decimals: 2)
  private static let seat = Unit(singular: "seat", plural: "seats", decimals: 0)
}
