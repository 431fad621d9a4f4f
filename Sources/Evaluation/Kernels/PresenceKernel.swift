import Facts
import RuleSemantics

/// Which names of a kind rows of a selection carry in a run of months.
final class PresenceKernel: Sendable {
  let plan: PresencePlan
  let months: ClosedRange<Month>

  /// Months of the run that the selection does not cover.
  let uncovered: [Month]

  /// Whatever sets list the names that count.
  private let members: [NameSet.Member]

  /// Codes that count, by customer: customer `c` has `found[foundStarts[c]..<foundStarts[c + 1]]`.
  private let found: [Int32]
  private let foundStarts: [Int]

  /// Codes of other rows, likewise.
  private let others: [Int32]
  private let otherStarts: [Int]

  init(_ plan: PresencePlan, under: NameSet?, _ store: inout ColumnStore) {
    self.plan = plan
    let last = store.plan.asOf
    months = (last - (plan.window - 1))...last
    uncovered = store.uncovered(months, selection: plan.selection)
    members = PresenceKernel.members(of: plan, store.plan)
    var foundKeys: [UInt64] = []
    var otherKeys: [UInt64] = []
    for (customer, code) in store.names(in: plan, months, under: under) {
      let counts = plan.names?.passes(code) ?? true
      if counts {
        foundKeys.append(joinedKey(customer, code))
      } else {
        otherKeys.append(joinedKey(customer, code))
      }
    }
    (found, foundStarts) = PresenceKernel.byCustomer(foundKeys, count: store.index.customerCount)
    (others, otherStarts) = PresenceKernel.byCustomer(otherKeys, count: store.index.customerCount)
  }

  private static func members(
    of presence: PresencePlan,
    _ plan: EvaluationPlan
  ) -> [NameSet.Member] {
    let filters =
      presence.names.map { [$0] }
      ?? plan.selections[presence.selection].clauses.flatMap { $0.filters(of: presence.kind) }
    return filters.filter { !$0.isNegated }.flatMap(\.set.members).unique()
  }

  private static func byCustomer(_ keys: [UInt64], count: Int) -> ([Int32], [Int]) {
    let sorted = sortedUnique(keys)
    let owners = sorted.map { Int32(truncatingIfNeeded: $0 >> 32) }
    return (sorted.map { Int32(truncatingIfNeeded: $0) }, rangeStarts(of: owners, count: count))
  }

  func found(by customer: Int) -> ArraySlice<Int32> {
    found[foundStarts[customer]..<foundStarts[customer + 1]]
  }

  func others(of customer: Int) -> ArraySlice<Int32> {
    others[otherStarts[customer]..<otherStarts[customer + 1]]
  }

  func result(of customer: Int) -> LeafResult {
    if !found(by: customer).isEmpty { return LeafResult(truth: .yes, change: nil) }
    return LeafResult(truth: uncovered.isEmpty ? .no : .unknown, change: nil)
  }

  /// What to list for codes that count: the labels of the sets that name them, of the test or else
  /// of the selection, so that `CSP` stands for what it covers.
  func labels(_ codes: ArraySlice<Int32>, names: [String]) -> [String] {
    let unnamed = codes.filter { code in !members.contains { $0.codes.contains(code) } }
    let named = members.filter { member in member.codes.contains { codes.contains($0) } }
    return (named.map(\.label) + unnamed.map { PresenceKernel.spelling($0, names) })
      .sortedByCodePoints()
  }

  static func spelling(_ code: Int32, _ names: [String]) -> String {
    code >= 0 && Int(code) < names.count ? names[Int(code)] : "(none)"
  }
}

extension [String] {
  /// Sorted by code points, each once.
  func sortedByCodePoints() -> [String] {
    Set(self).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }
}

extension ColumnStore {
  fileprivate func uncovered(_ months: ClosedRange<Month>, selection: Int) -> [Month] {
    (months.lowerBound.index...months.upperBound.index).map { Month(index: $0) }
      .filter { !isCovered($0, selection: selection) }
  }

  /// (customer, code) of each series of the selection with a row in the months.
  mutating func names(
    in presence: PresencePlan,
    _ months: ClosedRange<Month>,
    under: NameSet?
  ) -> [(Int32, Int32)] {
    let selection = plan.selections[presence.selection]
    guard let space = index.pairs[selection.itemKind] else { return [] }
    var result: [(Int32, Int32)] = []
    for table in selection.tables {
      guard let cube = cubes[table] else { continue }
      let eligible = eligibleSeries(
        EligibleKey(table: table, selection: presence.selection, under: under)
      )
      let seen = cube.seriesWithRows(in: months)
      for series in eligible.indices where eligible[series] && seen[series] {
        let pair = Int(cube.pair[series])
        let customer = index.memberCustomer[Int(space.member[pair])]
        let isAssociation = presence.kind == plan.associationKind
        let code = isAssociation ? cube.association[series] : space.item[pair]
        if code >= 0 { result.append((customer, code)) }
      }
    }
    return result
  }
}
