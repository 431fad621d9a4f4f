import Facts
import RuleSemantics

/// Finds changes that make a condition hold, or fail, for one entity.
///
/// It goes down the condition to the amounts that decide: of an `all` every part has to hold, of an
/// `any` one is enough. Whatever is found is asked again as a whole, as one amount may stand in
/// several parts.
struct ConditionFixes {
  let context: WaysContext
  let customer: Int

  /// How many alternatives are followed at each place, the smallest ones.
  ///
  /// Source: our choice; people read three.
  static let width = 4

  /// How often an `all` is gone through: an amount that one part asks for may ask more of another,
  /// such as users as a share of seats.
  static let rounds = 3

  /// What to change besides what is given, smallest first.
  func fixes(_ id: ConditionID, _ question: Question, _ wanted: Bool, given: WhatIf) -> [WhatIf] {
    let truth = given.truth(id, question)
    if truth == (wanted ? .yes : .no) { return [given] }
    // What facts do not tell cannot be mended by amounts.
    guard truth != .unknown else { return [] }
    switch context.plan[id] {
    case .all(let parts):
      return wanted
        ? every(parts.map { ($0, question) }, id, question, true, given)
        : each(parts.map { ($0, question) }, false, given)
    case .any(let parts):
      return wanted
        ? each(parts.map { ($0, question) }, true, given)
        : every(parts.map { ($0, question) }, id, question, false, given)
    case .not(let part): return fixes(part, question, !wanted, given: given)
    case .some(let kind, let part):
      let pairs = given.pairs(ofMember: question.entity, kind: kind)
        .map { (part, question.of($0, in: .pairs(kind: kind))) }
      return wanted
        ? each(pairs, true, given) : every(pairs, id, question, false, given)
    case .inGroup(let group):
      let plan = context.plan.groups[group]
      return fixes(
        plan.condition,
        given.owner(question, of: plan.entity),
        wanted,
        given: given
      )
    case .comparison(let quantity, let bounds):
      return amounts(quantity, bounds, question, wanted, given)
    case .average(let quantity, let bounds):
      return amounts(quantity, bounds.times(quantity.window), question, wanted, given)
    case .share(let part, let whole, let bounds):
      return shares(part, whole, bounds, question, wanted, given)
    case .shifted(let months, let part):
      return fixes(part, question.shifted(by: months), wanted, given: given)
    case .anyOfLast(let months, let part):
      let asked = (0..<max(1, months)).map { (part, question.shifted(by: -$0)) }
      return wanted ? each(asked, true, given) : every(asked, id, question, false, given)
    case .assumedNo(let part): return fixes(part, question, wanted, given: given)
    case .nameIn, .associated, .atAssociation: return []
    }
  }

  /// Alternatives: any of the parts will do.
  private func each(
    _ parts: [(ConditionID, Question)],
    _ wanted: Bool,
    _ given: WhatIf
  ) -> [WhatIf] {
    parts.flatMap { fixes($0.0, $0.1, wanted, given: given) }.smallest(ConditionFixes.width)
  }

  /// All of the parts are needed.
  private func every(
    _ parts: [(ConditionID, Question)],
    _ id: ConditionID,
    _ question: Question,
    _ wanted: Bool,
    _ given: WhatIf
  ) -> [WhatIf] {
    var found: [WhatIf] = []
    var open = [given]
    for _ in 0..<ConditionFixes.rounds where !open.isEmpty {
      for part in parts {
        open = open.flatMap { fixes(part.0, part.1, wanted, given: $0) }
          .smallest(ConditionFixes.width)
      }
      found += open.filter { $0.truth(id, question) == (wanted ? .yes : .no) }
      open = open.filter { $0.truth(id, question) != (wanted ? .yes : .no) }
    }
    return found.smallest(ConditionFixes.width)
  }

  /// Brings a quantity to the inside or the outside of bounds.
  private func amounts(
    _ quantity: Quantity,
    _ bounds: Bounds,
    _ question: Question,
    _ wanted: Bool,
    _ given: WhatIf
  ) -> [WhatIf] {
    guard canChange(quantity, question),
      let value = given.value(
        quantity,
        question.space,
        question.entity,
        question.month,
        customer: customer
      ).exact
    else { return [] }
    let distances = bounds.distances(from: value, toInside: wanted)
    return pairs(quantity, question, given).flatMap { pair in
      distances.compactMap { given.moving(quantity.measure, of: pair, by: $0) }
    }
  }

  /// Brings a share to the inside or the outside of bounds, by its part.
  private func shares(
    _ part: Quantity,
    _ whole: Quantity,
    _ bounds: Bounds,
    _ question: Question,
    _ wanted: Bool,
    _ given: WhatIf
  ) -> [WhatIf] {
    func value(_ quantity: Quantity) -> Decimal? {
      given.value(
        quantity,
        question.space,
        question.entity,
        question.month,
        customer: customer
      ).exact
    }
    guard canChange(part, question), let share = value(part), let base = value(whole),
      base.mantissa > 0, let target = bounds.asAmounts(ofWhole: base)
    else { return [] }
    let distances = target.distances(from: share, toInside: wanted)
    return pairs(part, question, given).flatMap { pair in
      distances.compactMap { given.moving(part.measure, of: pair, by: $0) }
    }
  }

  /// Whether a quantity up to a month counts the as-of month, the only one that can be changed.
  private func canChange(_ quantity: Quantity, _ question: Question) -> Bool {
    question.month >= context.month && question.month - (quantity.window - 1) <= context.month
  }

  /// The pairs of an entity where a quantity is changed: one with most of it is enough.
  private func pairs(_ quantity: Quantity, _ question: Question, _ given: WhatIf) -> [Int] {
    let selection = context.plan.measures[quantity.measure].selection
    let kind = context.plan.selections[selection].itemKind
    switch question.space {
    case .pairs: return [question.entity]
    case .members, .customerItems:
      return context.pair(
        of: question.entity,
        in: question.space,
        measure: quantity.measure,
        kind: kind,
        given
      ).map { [$0] } ?? []
    }
  }
}

extension WaysContext {
  /// The pair of an entity that counts and has most of a measure in the as-of month.
  func pair(
    of entity: Int,
    in space: Space,
    measure: Int,
    kind: Int,
    _ given: WhatIf
  ) -> Int? {
    if entity == newEntity(of: space) { return newEntity(of: .pairs(kind: kind)) }
    let selection = plan.measures[measure].selection
    var best: (pair: Int, amount: Decimal)?
    for pair in store.index.pairs(of: entity, in: space, kind: kind)
    where isMeant(selection, item: given.item(of: pair, kind: kind)) {
      let amount = given.monthAmount(measure, pair, isChanged: true).exact ?? Decimal.zero
      if let best, best.amount.compared(with: amount) >= 0 { continue }
      best = (pair, amount)
    }
    return best?.pair
  }
}

extension Bounds {
  /// Bounds on the part of a whole, where these are bounds on its share in percent; nil where numbers
  /// get too long.
  func asAmounts(ofWhole whole: Decimal) -> Bounds? {
    func amount(_ end: End?) -> (isThere: Bool, end: End?) {
      guard let end else { return (true, nil) }
      let (product, overflow) = end.number.mantissa.multipliedReportingOverflow(by: whole.mantissa)
      guard !overflow else { return (false, nil) }
      let number = Decimal(mantissa: product, scale: end.number.scale + whole.scale + 2)
      return (true, End(number, isIncluded: end.isIncluded))
    }
    let (low, high) = (amount(lower), amount(upper))
    guard low.isThere, high.isThere else { return nil }
    return Bounds(lower: low.end, upper: high.end, unit: unit)
  }
}
