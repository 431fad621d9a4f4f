import Facts
import RuleSemantics

/// Sums a quantity over a customer's tenants, or the members of a group, now and then.
final class SumKernel: Sendable {
  enum Question: Sendable {
    case total(Bounds, countsChange: Bool)
    case change(Bounds, sinceAssociation: Bool)
    case growth(Bounds)
    case anyGrowth

    /// Whether last year's sum is taken too.
    var isYearOnYear: Bool {
      if case .total(_, let countsChange) = self { countsChange } else { true }
    }
  }

  let quantity: Quantity
  let question: Question
  let month: Month
  let scale: Int

  /// An index in ``EvaluationPlan/groups``; nil without a group.
  let group: Int?

  /// What is summed over: tenants without a group, else the group's entities.
  let space: Space

  /// By entity, at ``scale``.
  let now: ValueColumn

  /// The baseline that counts for members of the group of a year ago, by entity.
  let then: ValueColumn

  /// The baseline of associations of the last twelve months, by entity.
  ///
  /// It counts for members of either group; nil where it is not asked for.
  let sinceAssociation: ValueColumn?

  /// Membership by entity; nil without a group.
  let isMemberNow: TruthColumn?
  let isMemberThen: TruthColumn?

  /// Whether facts for a whole side are missing.
  let isNowOpen: Bool
  let isThenOpen: Bool
  private let starts: [Int]

  init(
    _ quantity: Quantity,
    _ group: Int?,
    _ question: Question,
    _ under: NameSet?,
    _ store: inout ColumnStore
  ) {
    self.quantity = quantity
    self.question = question
    self.group = group
    month = store.plan.asOf
    let space = group.map { Space(store.plan.groups[$0].entity) } ?? .members
    self.space = space
    starts = store.index.starts(of: space)
    let lastYear = month - 12
    var columns = SumColumns(quantity, space, under: under, &store)
    if case .change(_, sinceAssociation: true) = question {
      columns.moveRecentBaselines(quantity, under: under, &store)
    }
    scale = [columns.now.scale, columns.then.scale, columns.recent?.scale ?? 0].max() ?? 0
    now = columns.now.rescaled(to: scale)
    then = columns.then.rescaled(to: scale)
    sinceAssociation = columns.recent?.rescaled(to: scale)
    if let group {
      let condition = store.plan.groups[group].condition
      isMemberNow = store.truthColumn(
        .init(condition: condition, space: space, month: month, under: under)
      )
      isMemberThen =
        question.isYearOnYear
        ? store.truthColumn(
          .init(condition: condition, space: space, month: lastYear, under: under)
        ) : nil
    } else {
      isMemberNow = nil
      isMemberThen = nil
    }
    // A group without possible members adds up to zero, whatever months are covered.
    isNowOpen = isMemberNow.map { $0.ghost != .no } ?? !store.isCovered(quantity, upTo: month)
    isThenOpen =
      question.isYearOnYear
      && (isMemberThen.map { $0.ghost != .no } ?? !store.isCovered(quantity, upTo: lastYear))
  }

  func entities(of customer: Int) -> Range<Int> { starts[customer]..<starts[customer + 1] }

  /// What one entity gives now, its baseline, and the difference, over all that is possible.
  func parts(of entity: Int) -> (now: Interval, baseline: Interval, difference: Interval) {
    var found: (now: Interval, baseline: Interval, difference: Interval)?
    for isNow in SumKernel.possibilities(isMemberNow?[entity]) {
      for isThen in SumKernel.possibilities(isMemberThen?[entity]) {
        let nowPart = isNow ? now[entity] : .zero
        var basePart = Interval.zero
        if question.isYearOnYear {
          if isThen { basePart += then[entity] }
          if let sinceAssociation, isNow || isThen { basePart += sinceAssociation[entity] }
        }
        let difference = nowPart - basePart
        found = (
          found?.now.union(nowPart) ?? nowPart,
          found?.baseline.union(basePart) ?? basePart,
          found?.difference.union(difference) ?? difference
        )
      }
    }
    return found ?? (.zero, .zero, .zero)
  }

  /// Without a group everybody is a member.
  private static func possibilities(_ truth: Truth?) -> [Bool] {
    switch truth {
    case .yes, nil: [true]
    case .no: [false]
    case .unknown: [true, false]
    }
  }

  func result(of customer: Int) -> LeafResult { result(over: entities(of: customer)) }

  /// Of all customers together.
  var partnerResult: LeafResult { result(over: 0..<(starts.last ?? 0)) }

  private func result(over entities: Range<Int>) -> LeafResult {
    var sums = (now: Interval.zero, baseline: Interval.zero, difference: Interval.zero)
    for entity in entities {
      let parts = parts(of: entity)
      sums.now += parts.now
      sums.baseline += parts.baseline
      sums.difference += parts.difference
    }
    if isNowOpen { sums.now = .unknown }
    if isThenOpen { sums.baseline = .unknown }
    if isNowOpen || isThenOpen { sums.difference = .unknown }
    var result = LeafResult(
      truth: truth(
        now: sums.now,
        baseline: sums.baseline,
        difference: sums.difference,
        scale: scale
      ),
      change: question.isYearOnYear ? Change(sign: sums.difference) : nil
    )
    result.now = sums.now
    result.baseline = sums.baseline
    if case .total = question { result.result = sums.now } else { result.result = sums.difference }
    result.contribution = question.isYearOnYear ? sums.difference : sums.now
    result.scale = scale
    return result
  }

  /// The verdict on sums at a scale.
  func truth(now: Interval, baseline: Interval, difference: Interval, scale: Int) -> Truth {
    switch question {
    case .total(let bounds, _):
      return ScaledBounds(bounds, scale: scale).truth(of: now)
    case .change(let bounds, _):
      return ScaledBounds(bounds, scale: scale).truth(of: difference)
    case .anyGrowth:
      if let low = difference.low, low > 0 { return .yes }
      if let high = difference.high, high <= 0 { return .no }
      return .unknown
    case .growth(let bounds):
      if baseline.exact == 0 { return .no }
      guard let change = difference.exact, let base = baseline.exact else { return .unknown }
      // A percentage of a negative baseline is the literal quotient: both sides change sign.
      let share = ShareBounds(bounds, numeratorScale: scale, denominatorScale: scale)
      return base > 0
        ? share.truth(Interval(exactly: change), of: Interval(exactly: base))
        : share.truth(.zero - Interval(exactly: change), of: .zero - Interval(exactly: base))
    }
  }
}

/// The sums by entity that a ``SumKernel`` compares.
struct SumColumns {
  private let space: Space
  let now: ValueColumn
  var then: ValueColumn
  var recent: ValueColumn?

  init(_ quantity: Quantity, _ space: Space, under: NameSet?, _ store: inout ColumnStore) {
    self.space = space
    let month = store.plan.asOf
    now = store.valueColumn(
      .init(quantity: quantity, space: space, month: month, under: under)
    )
    then = store.valueColumn(
      .init(quantity: quantity, space: space, month: month - 12, under: under)
    )
  }

  /// Takes the pairs whose association began within the last twelve months out of the baseline of
  /// last year; their baseline is their value in the month of association.
  mutating func moveRecentBaselines(
    _ quantity: Quantity,
    under: NameSet?,
    _ store: inout ColumnStore
  ) {
    let month = store.plan.asOf
    let selection = store.plan.measures[quantity.measure].selection
    let kind = store.plan.selections[selection].itemKind
    let owner = store.index.owners(ofPairs: kind, in: space)
    let dates = store.associationDates(store.datesKey(under: under, selection: selection))
    let lastYear = store.valueColumn(
      .init(quantity: quantity, space: .pairs(kind: kind), month: month - 12, under: under)
    )
    let window = (month.index - 11)...month.index
    let count = store.count(of: space)
    var kept = ValueColumn.zero(scale: lastYear.scale, count: count)
    var moved = ValueColumn.zero(scale: now.scale, count: count)
    for pair in dates.month.indices where !window.contains(dates.month[pair]) {
      kept.add(lastYear.low[pair], lastYear.knowledge[pair], to: Int(owner[pair]))
    }
    for began in Set(dates.month).sorted() where window.contains(began) {
      let column = store.valueColumn(
        .init(
          quantity: quantity,
          space: .pairs(kind: kind),
          month: Month(index: began),
          under: under
        )
      )
      moved = moved.rescaled(to: max(moved.scale, column.scale))
      let values = column.rescaled(to: moved.scale)
      for pair in dates.month.indices where dates.month[pair] == began {
        moved.add(values.low[pair], values.knowledge[pair], to: Int(owner[pair]))
      }
    }
    // A month that is not covered may hold values of names that no row tells of.
    let isCovered = store.isCovered(quantity, upTo: month - 12)
    then = isCovered ? kept : .unknown(count: count)
    recent = moved
  }
}
