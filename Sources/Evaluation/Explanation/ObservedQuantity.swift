import Facts
import RuleSemantics

/// A quantity of the entities of a space in a month, with the column that the verdict read.
final class ObservedQuantity: Sendable {
  let quantity: Quantity
  let space: Space
  let month: Month

  /// What a value of it is, where a test says what it has to be.
  let kind: ReadingKind

  /// Nil where it was not computed: then it was not read either.
  private let column: ValueColumn?

  /// The parts that rates turn into the value; empty where there are none.
  private let rated: [RatedColumn]

  private struct RatedColumn: Sendable {
    let unit: Unit
    let rate: RatePlan
    let column: ValueColumn
  }

  init(_ quantity: Quantity, _ space: Space, _ month: Month, under: NameSet?, _ store: ColumnStore)
  {
    self.quantity = quantity
    self.space = space
    self.month = month
    let measure = store.plan.measures[quantity.measure]
    kind = ReadingKind(title: measure.title, window: quantity.window, unit: measure.unit)
    column = store.values[.init(quantity: quantity, space: space, month: month, under: under)]
    guard case .pairs = space, quantity.window == 1 else {
      rated = []
      return
    }
    rated = measure.parts.indices.compactMap { place in
      let key = ColumnStore.PartKey(
        measure: quantity.measure,
        part: place,
        month: month,
        under: under
      )
      guard let rate = measure.parts[place].rate, let column = store.parts[key] else { return nil }
      return RatedColumn(unit: measure.parts[place].unit, rate: rate, column: column)
    }
  }

  func value(of entity: Int) -> ValueRange {
    guard let column else { return ValueRange(low: nil, high: nil) }
    return column[entity].range(scale: column.scale)
  }

  /// Whether the value is known not to be zero.
  func isNonzero(_ entity: Int) -> Bool {
    guard let column else { return false }
    return switch column.knowledge[entity] {
    case .exact: column.low[entity] != 0
    case .atLeast: column.low[entity] > 0
    case .unknown: false
    }
  }

  /// The numbers that rates turned into the value of a name, zeros left out.
  func parts(of entity: Int, item: Int32?) -> [Reading.RatedPart] {
    if rated.isEmpty { return [] }
    return rated.compactMap { part in
      guard let item, let rate = part.rate.number(of: item), part.column[entity].exact != 0 else {
        return nil
      }
      let value = part.column[entity].range(scale: part.column.scale)
      return Reading.RatedPart(value: value, unit: part.unit, rate: rate)
    }
  }
}
