import Facts
import RuleSemantics

/// Looks for a value within bounds among all names of all tenants of a customer.
final class LargestKernel: Sendable {
  let measure: Int
  let kind: Int
  let month: Month
  let values: ValueColumn

  /// Whether the pair has a row of the selection in the month.
  let hasRow: [Bool]
  let isCovered: Bool
  private let bounds: ScaledBounds
  private let starts: [Int]

  init(_ measure: Int, _ bounds: Bounds, under: NameSet?, _ store: inout ColumnStore) {
    self.measure = measure
    month = store.plan.asOf
    let selection = store.plan.measures[measure].selection
    kind = store.plan.selections[selection].itemKind
    values = store.valueColumn(
      .init(
        quantity: Quantity(measure: measure, window: 1),
        space: .pairs(kind: kind),
        month: month,
        under: under
      )
    )
    hasRow = store.pairsWithRows(of: selection, in: month...month, under: under)
    isCovered = store.isCovered(month, selection: selection)
    self.bounds = ScaledBounds(bounds, scale: values.scale)
    starts = store.index.starts(of: .pairs(kind: kind))
  }

  func result(of customer: Int) -> LeafResult {
    var truth: Truth = isCovered ? .no : .unknown
    for pair in pairs(of: customer) { truth = truth.or(bounds.truth(of: values[pair])) }
    var result = LeafResult(truth: truth, change: nil)
    if let pair = deciding(customer) { result.result = values[pair] }
    result.scale = values.scale
    return result
  }

  /// Pairs of the customer with a row.
  func pairs(of customer: Int) -> [Int] {
    (starts[customer]..<starts[customer + 1]).filter { hasRow[$0] }
  }

  /// The pair with the largest value within the bounds, else with the largest of all known ones;
  /// nil when none is exactly known.
  func deciding(_ customer: Int) -> Int? {
    var best: (pair: Int, isWithin: Bool, value: Int128)?
    for pair in pairs(of: customer) {
      guard let value = values[pair].exact else { continue }
      let isWithin = bounds.truth(of: values[pair]) == .yes
      if let best, best.isWithin && !isWithin || best.isWithin == isWithin && best.value >= value {
        continue
      }
      best = (pair, isWithin, value)
    }
    return best?.pair
  }
}

extension ColumnStore {
  /// By pair: whether some row of the selection lies in the months.
  mutating func pairsWithRows(
    of selectionIndex: Int,
    in months: ClosedRange<Month>,
    under: NameSet?
  ) -> [Bool] {
    let selection = plan.selections[selectionIndex]
    var result = Array(repeating: false, count: count(of: .pairs(kind: selection.itemKind)))
    for table in selection.tables {
      guard let cube = cubes[table] else { continue }
      let eligible = eligibleSeries(
        EligibleKey(table: table, selection: selectionIndex, under: under)
      )
      for month in cube.months where months.contains(month) {
        for cell in cube.cells(of: month) where eligible[Int(cube.cellSeries[cell])] {
          result[Int(cube.pair[Int(cube.cellSeries[cell])])] = true
        }
      }
    }
    return result
  }
}
