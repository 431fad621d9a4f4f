import Facts
import RuleSemantics

/// A number at a scale, maybe not exactly known.
struct ScaledInterval {
  var interval: Interval
  let scale: Int

  static let unknown = ScaledInterval(interval: .unknown, scale: 0)
  static let zero = ScaledInterval(interval: .zero, scale: 0)

  func rescaled(to finer: Int) -> Interval {
    guard let factor = Decimal.powerOfTen(finer - scale) else { return .unknown }
    return interval.scaled(by: factor)
  }

  static func + (left: ScaledInterval, right: ScaledInterval) -> ScaledInterval {
    let scale = max(left.scale, right.scale)
    return ScaledInterval(
      interval: left.rescaled(to: scale) + right.rescaled(to: scale),
      scale: scale
    )
  }

  static func - (left: ScaledInterval, right: ScaledInterval) -> ScaledInterval {
    let scale = max(left.scale, right.scale)
    return ScaledInterval(
      interval: left.rescaled(to: scale) - right.rescaled(to: scale),
      scale: scale
    )
  }
}

extension WhatIf {
  /// A quantity of an entity up to a month.
  func value(
    _ quantity: Quantity,
    _ space: Space,
    _ entity: Int,
    _ month: Month,
    customer: Int
  ) -> ScaledInterval {
    let store = context.store
    let isNew = entity == context.newEntity(of: space)
    var result = ScaledInterval.unknown
    if isNew {
      if store.isCovered(quantity, upTo: month) { result = .zero }
    } else if let column = store.values[
      .init(quantity: quantity, space: space, month: month, under: context.under)
    ] {
      result = ScaledInterval(interval: column[entity], scale: column.scale)
    }
    guard month >= context.month, month - (quantity.window - 1) <= context.month else {
      return result
    }
    let kind = store.plan.selections[store.plan.measures[quantity.measure].selection].itemKind
    for pair in changedPairs(kind: kind)
    where owner(of: pair, kind: kind, in: space, customer: customer) == entity {
      let after = monthAmount(quantity.measure, pair, isChanged: true)
      let added = after - monthAmount(quantity.measure, pair, isChanged: false)
      // All new tenants add to a name of the customer.
      let isNewPair = pair == context.newEntity(of: .pairs(kind: kind))
      let times = isNewPair ? newTenants / self.times(in: space) : 1
      result =
        result
        + ScaledInterval(
          interval: added.interval.scaled(by: Int128(times)),
          scale: added.scale
        )
    }
    return result
  }

  /// A measure of a pair in the as-of month, with the changes or without.
  func monthAmount(_ measureIndex: Int, _ pair: Int, isChanged: Bool) -> ScaledInterval {
    let measure = context.plan.measures[measureIndex]
    let kind = context.plan.selections[measure.selection].itemKind
    var result = ScaledInterval.zero
    for part in measure.parts {
      var factor = Decimal(1)
      if let rate = part.rate {
        guard let number = rate.number(of: item(of: pair, kind: kind)) else { continue }
        factor = number
      }
      let own = total(measure, part, pair, kind: kind, isChanged: isChanged)
      result =
        result
        + ScaledInterval(
          interval: own.interval.scaled(by: factor.mantissa),
          scale: own.scale + factor.scale
        )
    }
    return result
  }

  /// What the listings of a pair come to: their sum, or the largest.
  private func total(
    _ measure: MeasurePlan,
    _ part: MeasurePart,
    _ pair: Int,
    kind: Int,
    isChanged: Bool
  ) -> ScaledInterval {
    let tables = context.plan.selections[measure.selection].tables
    var result: ScaledInterval?
    for (table, column) in zip(tables, part.columns) {
      for listing in listings(of: pair, kind: kind, table: table, measure.selection) {
        guard
          var amount = amount(of: listing, column: column),
          isChanged || amount.isThere
        else { continue }
        if isChanged { amount.value = amount.value + changed(listing, column) }
        guard let known = result else {
          result = amount.value
          continue
        }
        result = measure.total == .summed ? known + amount.value : known.larger(amount.value)
      }
    }
    return result ?? .zero
  }

  private func changed(_ listing: Listing, _ column: Int) -> ScaledInterval {
    let change = changes.first { $0.listing == listing }?.change(of: column) ?? .zero
    return ScaledInterval(interval: Interval(exactly: change.mantissa), scale: change.scale)
  }

  /// The listings of a pair in a table that take part, with those that the changes add.
  func listings(of pair: Int, kind: Int, table: Int, _ selection: Int) -> [Listing] {
    var found: [Listing] = []
    let item = item(of: pair, kind: kind)
    if let cube = context.store.cubes[table], pair < context.newEntity(of: .pairs(kind: kind)) {
      for series in cube.series(of: pair..<pair + 1) {
        let association = cube.association[series]
        let listing = Listing(kind: kind, pair: pair, table: table, association: association)
        if context.isEligible(selection, listing, item: item) { found.append(listing) }
      }
    }
    for change in changes
    where change.listing.pair == pair && change.listing.table == table
      && change.listing.kind == kind && !found.contains(change.listing)
      && context.isEligible(selection, change.listing, item: item)
    {
      found.append(change.listing)
    }
    return found
  }

  /// What a listing says in the as-of month, without changes; nil where it says nothing and nothing
  /// is added.
  func amount(of listing: Listing, column: Int) -> (value: ScaledInterval, isThere: Bool)? {
    let isChanged = changes.contains { $0.listing == listing }
    let nothing = isChanged ? (value: ScaledInterval.zero, isThere: false) : nil
    guard let cube = context.store.cubes[listing.table],
      listing.pair < context.newEntity(of: .pairs(kind: listing.kind)),
      let series = cube.series(of: listing.pair..<listing.pair + 1)
        .first(where: { cube.association[$0] == listing.association }),
      let cell = cube.cell(of: series, in: context.month)
    else { return nothing }
    // A file may lack the column: then its cells are empty.
    guard let numbers = cube.columns[column] else { return (.unknown, true) }
    if numbers.unknownCells.contains(cell) { return (.unknown, true) }
    let value = Interval(exactly: numbers.values[cell])
    return (ScaledInterval(interval: value, scale: numbers.scale), true)
  }
}

extension ScaledInterval {
  /// The smallest interval that holds both.
  func union(_ other: ScaledInterval) -> ScaledInterval {
    let scale = max(scale, other.scale)
    return ScaledInterval(
      interval: rescaled(to: scale).union(other.rescaled(to: scale)),
      scale: scale
    )
  }

  /// The larger one; an unknown one may be the larger.
  fileprivate func larger(_ other: ScaledInterval) -> ScaledInterval {
    let scale = max(scale, other.scale)
    let (left, right) = (rescaled(to: scale), other.rescaled(to: scale))
    var result = Interval.unknown
    switch (left.low, right.low) {
    case (let one?, let two?): result.low = max(one, two)
    case (let one, let two): result.low = one ?? two
    }
    if let one = left.high, let two = right.high { result.high = max(one, two) }
    return ScaledInterval(interval: result, scale: scale)
  }
}
