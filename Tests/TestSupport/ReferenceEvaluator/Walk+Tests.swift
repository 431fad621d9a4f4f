import Evaluation
import Facts
import RuleSemantics

/// What a test says, before gates are looked at.
struct Answer {
  let truth: Truth
  var change: Change?
  var current: CurrentValue = .none

  /// A number that is known to lie in a range.
  init(_ range: NaiveRange, within bounds: Bounds, unit: Unit, isChange: Bool) {
    truth = range.truth(within: bounds)
    change = isChange ? range.exact.map(wording) : nil
    current = range.exact.map { .number($0.decimal, unit) } ?? .none
  }

  init(_ truth: Truth, change: Change? = nil, current: CurrentValue = .none) {
    self.truth = truth
    self.change = change
    self.current = current
  }
}

func wording(_ difference: NaiveNumber) -> Change {
  difference > .zero ? .withGrowth : difference < .zero ? .inDecline : .noChange
}

extension Walk {
  func answer(_ test: TestPlan) -> Answer {
    let now = plan.asOf.index
    switch test {
    case .presence(let presence):
      return answer(presence)
    case .largest(let measure, let bounds):
      return largest(measure, bounds)
    case .net(let group, let less, let bounds):
      let size = self.size(of: plan.groups[group], in: now)
      let other = less.map { self.size(of: plan.groups[$0], in: now) }
      let net = size - (other ?? self.size(of: plan.groups[group], in: now - 12))
      return Answer(net, within: bounds, unit: plan.groups[group].unit, isChange: true)
    case .count(let group, let bounds):
      let size = self.size(of: plan.groups[group], in: now)
      return Answer(size, within: bounds, unit: plan.groups[group].unit, isChange: false)
    case .total(let quantity, let group, let bounds, let countsChange):
      let sum = self.sum(quantity, over: group, in: now)
      var answer = Answer(sum, within: bounds, unit: unit(of: quantity), isChange: false)
      if countsChange {
        let difference = sum - self.sum(quantity, over: group, in: now - 12)
        answer.change = difference.exact.map(wording)
      }
      return answer
    case .change(let quantity, let group, let sinceAssociation, let bounds):
      let change =
        sinceAssociation
        ? changeSinceAssociation(quantity, over: group)
        : sum(quantity, over: group, in: now) - sum(quantity, over: group, in: now - 12)
      return Answer(change, within: bounds, unit: unit(of: quantity), isChange: true)
    case .growth(let quantity, let group, let bounds):
      return growth(quantity, over: group, within: bounds)
    case .anyGrowth(let quantity, let group):
      return growth(quantity, over: group, within: nil)
    }
  }

  private func unit(of quantity: Quantity) -> Unit { plan.measures[quantity.measure].unit }

  /// Whether some row has a name that counts, and the names that were found.
  private func answer(_ presence: PresencePlan) -> Answer {
    let selection = plan.selections[presence.selection]
    let months = plan.asOf.index - presence.window + 1...plan.asOf.index
    var codes: Set<Int32> = []
    for month in months {
      for member in members {
        for row in selectedRows(of: selection, by: member, in: month) {
          let code = rows.name(of: presence.kind, in: row)
          if code >= 0, presence.names?.passes(code) ?? true { codes.insert(code) }
        }
      }
    }
    let labels = labels(of: codes, presence).sorted { left, right in
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
    let isCovered = months.allSatisfy { rows.isCovered($0, by: selection.tables) }
    return Answer(codes.isEmpty ? isCovered ? .no : .unknown : .yes, current: .names(labels))
  }

  /// What found names are listed as: the members of the sets that ask for them, or themselves.
  private func labels(of codes: Set<Int32>, _ presence: PresencePlan) -> Set<String> {
    let spellings = rows.facts.names[presence.kind]
    let members: [NameSet.Member]
    switch presence.names {
    case .some(let names) where names.isNegated:
      return Set(codes.map { spellings[Int($0)] })
    case .some(let names):
      members = names.set.members
    case .none:
      members = listedMembers(of: presence.kind, in: plan.selections[presence.selection])
    }
    return codes.reduce(into: []) { labels, code in
      let owners = members.filter { $0.codes.contains(code) }
      labels.formUnion(owners.isEmpty ? [spellings[Int(code)]] : owners.map(\.label))
    }
  }

  private func largest(_ measure: Int, _ bounds: Bounds) -> Answer {
    let selection = plan.selections[plan.measures[measure].selection]
    let now = plan.asOf.index
    let values = members.flatMap { self.values(measure, of: $0, in: now).values }
    var truth = values.map { $0.truth(within: bounds) }.max() ?? .no
    if !rows.isCovered(now, by: selection.tables) { truth = truth.or(.unknown) }
    let exact = values.filter { $0.exact != nil }
    let within = exact.filter { $0.truth(within: bounds) == .yes }
    let shown = within.compactMap(\.exact).max() ?? exact.compactMap(\.exact).max()
    let unit = plan.measures[measure].unit
    return Answer(truth, current: shown.map { .number($0.decimal, unit) } ?? .none)
  }

  /// Growth within bounds; without bounds, any growth at all.
  private func growth(_ quantity: Quantity, over group: Int?, within bounds: Bounds?) -> Answer {
    let now = sum(quantity, over: group, in: plan.asOf.index)
    let then = sum(quantity, over: group, in: plan.asOf.index - 12)
    let difference = now - then
    let change = difference.exact.map(wording)
    let aboveZero = Bounds(
      lower: Bounds.End(.zero, isIncluded: false),
      upper: nil,
      unit: unit(of: quantity)
    )
    guard let moved = difference.exact, let base = then.exact, base != .zero else {
      let isFailed = then.exact == .zero
      let truth =
        bounds == nil ? difference.truth(within: aboveZero) : isFailed ? .no : Truth.unknown
      return Answer(truth, change: change)
    }
    let current = CurrentValue.ratio(numerator: moved.decimal, denominator: base.decimal)
    guard let bounds else {
      return Answer(difference.truth(within: aboveZero), change: change, current: current)
    }
    // A percent of a negative baseline is the literal quotient: both signs turn.
    let part = base > .zero ? moved : -moved
    let whole = base > .zero ? base : -base
    let truth = shareTruth(NaiveRange(part), of: NaiveRange(whole), within: bounds)
    return Answer(truth, change: change, current: current)
  }
}
