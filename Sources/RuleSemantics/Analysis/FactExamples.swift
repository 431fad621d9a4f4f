import Facts

/// The values that are worth trying for each variable of a formula: all that some part of it tells
/// apart.
struct FactExamples {
  private let measures: [MeasurePlan]
  private let catalogue: Catalogue

  /// Names of which one stands for all that are in the same sets.
  private var classes: [[NameSet]: [Int32]] = [:]

  init(measures: [MeasurePlan], catalogue: Catalogue) {
    self.measures = measures
    self.catalogue = catalogue
  }

  /// For each variable the values, in the order to try: small numbers first.
  mutating func values(for formula: Formula, _ variables: [FactVariable]) -> [[FactValue]] {
    var cuts = Cuts(count: variables.count)
    cuts.collect(formula)
    var values: [[FactValue]] = []
    for (number, variable) in variables.enumerated() {
      switch variable {
      case .sum(let quantity, _, _):
        let range = AmountRange(of: measures[quantity.measure])
        values.append(numbers(between: cuts.ends[number], range).map { .number($0) })
      case .share:
        let range = AmountRange(least: .zero, most: nil)
        values.append(numbers(between: cuts.ends[number], range).map { .number($0) })
      case .name(let item):
        values.append(names(item.kind, cuts.sets[number]).map { .name($0) })
      case .associated, .isDated:
        values.append([.flag(true), .flag(false)])
      }
    }
    return values
  }

  /// Each end, a number between two neighbours, and one beyond the first and the last.
  private func numbers(between ends: Set<Decimal>, _ range: AmountRange) -> [Decimal] {
    let one = Decimal(1)
    var sorted = ends.union([range.least, range.most].compactMap(\.self))
      .sorted { $0.compared(with: $1) < 0 }
    if sorted.isEmpty { sorted = [.zero] }
    var numbers: [Decimal] = []
    for (place, end) in sorted.enumerated() {
      if place == 0, let below = end.minus(one) { numbers.append(below) }
      numbers.append(end)
      let next = place + 1 < sorted.count ? sorted[place + 1] : nil
      if let between = end.example(below: next) { numbers.append(between) }
    }
    return numbers.filter { range.contains($0) }
  }

  /// One name for each way to be in some of the sets and not in the others.
  private mutating func names(_ kind: Int, _ sets: [NameSet]) -> [Int32] {
    if let known = classes[sets] { return known }
    let members = sets.map { set in Set(set.members.flatMap(\.codes)) }
    var seen: Set<[Bool]> = []
    var found: [Int32] = []
    let declared = catalogue.kinds[kind].names.indices.map { Int32($0) }
    for code in declared + (catalogue.kinds[kind].isOpen ? [-1] : [])
    where seen.insert(members.map { $0.contains(code) }).inserted {
      found.append(code)
    }
    classes[sets] = found
    return found
  }
}

/// What formulas compare each variable with.
private struct Cuts {
  /// For each variable the numbers at which some bounds begin or end.
  var ends: [Set<Decimal>]

  /// For each variable the sets that a name may be in.
  var sets: [[NameSet]]

  init(count: Int) {
    ends = Array(repeating: [], count: count)
    sets = Array(repeating: [], count: count)
  }

  mutating func collect(_ formula: Formula) {
    switch formula {
    case .constant, .holds: break
    case .within(let variable, let bounds):
      for end in [bounds.lower, bounds.upper] {
        if let end { ends[variable].insert(end.number) }
      }
    case .nameIn(let variable, let filter):
      if !sets[variable].contains(filter.set) { sets[variable].append(filter.set) }
    case .not(let part): collect(part)
    case .all(let parts), .any(let parts):
      for part in parts { collect(part) }
    }
  }
}

extension Decimal {
  /// A number above this one and below the next: the next whole one where there is one.
  fileprivate func example(below next: Decimal?) -> Decimal? {
    let following = plus(Decimal(1))
    guard let next else { return following }
    if let following, following.compared(with: next) < 0 { return following }
    guard let sum = plus(next) else { return nil }
    let (half, overflow) = sum.mantissa.multipliedReportingOverflow(by: 5)
    return overflow ? nil : Decimal(mantissa: half, scale: sum.scale + 1)
  }
}
