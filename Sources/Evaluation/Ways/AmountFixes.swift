import Facts
import RuleSemantics

/// How far a value is from where it is wanted.
struct Distance {
  /// Below zero, or zero, where it has to fall.
  let amount: Decimal

  /// Whether it takes more than the amount.
  let isExclusive: Bool

  /// Whether the value has to fall.
  let isFall: Bool
}

extension Bounds {
  /// The ways from a value to the inside of the bounds, or to the outside: one up, one down.
  func distances(from value: Decimal, toInside isInside: Bool) -> [Distance] {
    var ends: [(end: Bounds.End, isExclusive: Bool, isRise: Bool)] = []
    if isInside {
      if let lower { ends.append((lower, !lower.isIncluded, true)) }
      if let upper { ends.append((upper, !upper.isIncluded, false)) }
    } else {
      if let upper { ends.append((upper, upper.isIncluded, true)) }
      if let lower { ends.append((lower, lower.isIncluded, false)) }
    }
    return ends.compactMap { end, isExclusive, isRise in
      guard let amount = end.number.minus(value) else { return nil }
      // An end that the value has passed already asks for nothing.
      guard isRise ? amount.mantissa >= 0 : amount.mantissa <= 0 else { return nil }
      return Distance(amount: amount, isExclusive: isExclusive, isFall: !isRise)
    }
  }
}

extension WhatIf {
  /// Changes a measure of a pair by what is missing, in whole steps of the unit of its column.
  func moving(_ measureIndex: Int, of pair: Int, by distance: Distance) -> WhatIf? {
    let measure = context.plan.measures[measureIndex]
    let selection = context.plan.selections[measure.selection]
    let item = item(of: pair, kind: selection.itemKind)
    for (place, part) in measure.parts.enumerated() {
      let rate = part.rate.map { $0.number(of: item) } ?? Decimal(1)
      guard let rate, rate.mantissa > 0, let change = distance.steps(at: rate, part.unit) else {
        continue
      }
      for (table, column) in zip(selection.tables, part.columns) {
        let amount = ListingChange.Amount(
          column: column,
          measure: measureIndex,
          part: place,
          change: change
        )
        if let result = adding(amount, to: pair, table: table, measure) { return result }
      }
    }
    return nil
  }

  /// Adds to the listing that decides, or where the value has to fall to all that are above it.
  private func adding(
    _ amount: ListingChange.Amount,
    to pair: Int,
    table: Int,
    _ measure: MeasurePlan
  ) -> WhatIf? {
    let selection = context.plan.selections[measure.selection]
    let known = listings(of: pair, kind: selection.itemKind, table: table, measure.selection)
    let valued = known.compactMap { listing -> (listing: Listing, value: ScaledInterval)? in
      guard let value = self.amount(of: listing, column: amount.column) else { return nil }
      let change = changes.first { $0.listing == listing }?.change(of: amount.column) ?? .zero
      let added = Interval(exactly: change.mantissa)
      return (listing, value.value + ScaledInterval(interval: added, scale: change.scale))
    }
    var result = self
    guard let largest = valued.max(by: { $0.value.isBelow($1.value) }) else {
      guard
        let listing = known.last ?? newListing(of: pair, table: table, selection: measure.selection)
      else { return nil }
      result.add(amount, to: listing)
      return result
    }
    guard amount.change.mantissa < 0, measure.total == .listed else {
      result.add(amount, to: largest.listing)
      return result
    }
    guard let top = largest.value.exact, let target = top.plus(amount.change) else { return nil }
    for (listing, value) in valued {
      guard let own = value.exact, let excess = target.minus(own) else { return nil }
      guard excess.mantissa < 0 else { continue }
      result.add(
        ListingChange.Amount(
          column: amount.column,
          measure: amount.measure,
          part: amount.part,
          change: excess
        ),
        to: listing
      )
    }
    return result
  }

  /// A listing under the first association that counts for the name of the pair; nil where none does.
  func newListing(of pair: Int, table: Int, selection: Int) -> Listing? {
    let kind = context.plan.selections[selection].itemKind
    guard context.kind(ofTable: table) == kind else { return nil }
    let item = item(of: pair, kind: kind)
    return context.associations(of: selection, table: table)
      .first { context.isEligible(selection, table: table, item: item, association: $0) }
      .map { Listing(kind: kind, pair: pair, table: table, association: $0) }
  }
}

extension WaysContext {
  /// The associations that rows of a table may carry to take part in a selection, in order of the
  /// rules; -1 in a table without associations.
  func associations(of selection: Int, table: Int) -> [Int32] {
    let schema = store.catalogue.tables[table]
    guard schema.associationColumn(associationKind: plan.associationKind) != nil else {
      return [-1]
    }
    if let under { return under.members.compactMap(\.codes.first) }
    let named = plan.selections[selection].clauses.joined()
      .filter { $0.set.kind == plan.associationKind && !$0.isNegated }
      .flatMap(\.set.members).compactMap(\.codes.first)
    let all = store.catalogue.kinds[plan.associationKind].names.indices.map { Int32($0) }
    return named.isEmpty ? all : named.unique()
  }
}

extension ScaledInterval {
  /// The number, when it is known.
  var exact: Decimal? { interval.exact.map { Decimal(mantissa: $0, scale: scale) } }

  /// Unknown ones are below known ones.
  fileprivate func isBelow(_ other: ScaledInterval) -> Bool {
    guard let exact else { return other.exact != nil }
    guard let another = other.exact else { return false }
    return exact.compared(with: another) < 0
  }
}

extension Distance {
  /// The distance in whole steps of a unit, of which each comes to `rate`; nil where it is too large.
  ///
  /// A step is what the unit shows: a seat, a cent.
  func steps(at rate: Decimal, _ unit: Unit) -> Decimal? {
    // amount / rate, in steps of 1 / 10^decimals: n = |amount| * 10^decimals / rate
    let size = amount.size
    guard let upper = Decimal.powerOfTen(unit.decimals + rate.scale),
      let lower = Decimal.powerOfTen(size.scale)
    else { return nil }
    let (numerator, overflow) = size.mantissa.multipliedReportingOverflow(by: upper)
    let (divisor, overflows) = rate.mantissa.multipliedReportingOverflow(by: lower)
    guard !overflow, !overflows, divisor > 0 else { return nil }
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: divisor)
    let count = rest == 0 ? (isExclusive ? whole + 1 : whole) : whole + 1
    guard count > 0 else { return nil }
    return Decimal(mantissa: isFall ? -count : count, scale: unit.decimals)
  }
}
