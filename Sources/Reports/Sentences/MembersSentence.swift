import Evaluation
import Facts
import RuleSemantics

/// Counts of a group, alone or against another count.
///
///     met      Net qualified tenants is 1: 2 tenants qualify in 2025-10 with at least 1,000.00 USD
///              (b, new: 3,000.00 USD; a: 1,240.50 USD in 2025-09), 1 did in 2024-10; gained 1,
///              kept 1, adding nothing; a fall of 1 tenant would undo it.
///     not met  Net qualified tenants is 0: no tenant qualifies in 2025-10 (a: 999.99 USD in
///              2025-10, at least 1,000.00 USD is needed), none did in 2024-10; 1 more is needed.
///     no data  Net qualified tenants cannot be told: Usage has no rows for 2024-10; 1 tenant
///              qualifies in 2025-10 with at least 1,000.00 USD (a: 3,000.00 USD), an unknown
///              number did in 2024-10.
///
/// A plain count (`Workloads: 4 services qualify …`) has no second part; a count less another one of the same month names both groups.
extension SentenceContext {
  func membersClause(_ observation: MembersObservation) -> String {
    let text = MembersText(observation, ends: ends, tellsMisses: truth == .no)
    var counts = text.now
    if case .net(let group, let less?, _) = node.test {
      counts = text.difference(title(of: group), title(of: less))
    } else if observation.baseline != nil {
      counts = text.nowAndThen
    }
    guard truth != .unknown else { return untold(observation.missing, known: counts) }
    let value = NumberText.number(observation.result, observation.unit)
    let subject = observation.baseline == nil ? node.title : "\(node.title) is \(value)"
    return "\(subject): \(counts)\(text.turnover)"
      + (truth == .no ? text.nearMisses + nothingUnder(observation) : "")
      + gapClause(counted: observation.unit) + unknownRest(observation.missing)
  }

  /// `; nothing has a value under Adviser`, where no row of the association tells of anybody; `;
  /// only rows under Admin were found, which do not count`.
  private func nothingUnder(_ observation: MembersObservation) -> String {
    guard observation.members.isEmpty else { return "" }
    guard let under = node.under else {
      return observation.excluded.clause.map { "; only \($0)" } ?? ""
    }
    return "; no \(observation.unit.singular) has a value under \(under.id)"
  }

  private func title(of group: Int) -> String {
    let groups = findings.plan.groups
    return groups.indices.contains(group) ? groups[group].title : "a group"
  }
}

extension MembersObservation {
  /// The count, or the count less that of the baseline.
  var result: ValueRange {
    baseline.map { now.minus($0) } ?? now
  }
}

extension ValueRange {
  /// The range of all differences; an end that cannot be computed is unbounded.
  func minus(_ other: ValueRange) -> ValueRange {
    ValueRange(
      low: low.flatMap { low in other.high.flatMap { low.minus($0) } },
      high: high.flatMap { high in other.low.flatMap { high.minus($0) } }
    )
  }
}

/// The clauses of a sentence on members.
struct MembersText {
  let observation: MembersObservation

  /// Numbers that a rounded value must not seem to be.
  let ends: [Decimal]

  /// New members first: they are what a net count is about.
  private let current: [MemberEvidence]

  /// Whoever has values now and is not counted, the nearest first, then names that do not count;
  /// empty where nobody asks.
  private var misses: [String] = []

  private var unit: Unit { observation.unit }

  /// `tellsMisses` is whether those that miss are told beside members; without members they always
  /// are.
  init(_ observation: MembersObservation, ends: [Decimal], tellsMisses: Bool) {
    self.observation = observation
    self.ends = ends
    let members = observation.members
    current =
      members.filter { $0.now == .yes && $0.then != .yes }
      + members.filter { $0.now == .yes && $0.then == .yes }
    if tellsMisses || current.isEmpty { misses = missTexts() }
  }

  /// `2 tenants qualify in 2025-10 with at least 1,000.00 USD (a: 1,240.50 USD in 2025-09; b:
  /// 3,000.00 USD)`, or `no tenant qualifies in 2025-10` with those that come nearest.
  var now: String {
    let start = "\(counted(observation.now)) in \(observation.month)"
    return current.isEmpty ? start + missesInBrackets : start + limits + list(current)
  }

  /// `…, 1 did in 2024-10`.
  var nowAndThen: String {
    guard let baseline = observation.baseline, let month = observation.baselineMonth else {
      return now
    }
    if observation.now.exact == .zero, baseline.exact == .zero, missesInBrackets.isEmpty {
      return "no \(unit.singular) qualifies in \(observation.month) and none did in \(month)"
    }
    return "\(now), \(former(baseline)) in \(month)"
  }

  /// `in 2025-10, 2 tenants in the group “joined” (…), 1 in the group “left”`.
  func difference(_ group: String, _ less: String) -> String {
    let now = NumberText.quantity(observation.now, unit)
    let then = observation.baseline.map { NumberText.number($0, unit) } ?? "an unknown number"
    let former = members { $0.then == .yes }
    return "in \(observation.month), \(now) in the group “\(group)”" + list(current)
      + ", \(then) in the group “\(less)”" + list(former, at: \.thenReadings)
  }

  /// `; gained 1, kept 1, adding nothing, lost 1 (c: now 200.00 USD, …)`.
  var turnover: String {
    guard let month = observation.baselineMonth, month != observation.month else { return "" }
    let gained = members { $0.state == .gained }
    let kept = members { $0.state == .kept }
    let lost = members { $0.state == .lost }
    var parts: [String] = []
    if !gained.isEmpty { parts.append("gained \(gained.count)") }
    if !lost.isEmpty {
      let texts = lost.map { member in
        "\(member.name): now \(miss(member) ?? "nothing that counts")"
      }
      parts.append("lost \(lost.count) (\(ListText.details(texts)))")
    }
    if !kept.isEmpty { parts.append("kept \(kept.count), adding nothing") }
    return parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")
  }

  /// `; not counted: a: 999.99 USD, …`, where somebody else is counted.
  var nearMisses: String {
    guard !current.isEmpty, !misses.isEmpty else { return "" }
    return "; not counted: " + ListText.details(misses)
  }

  private var missesInBrackets: String {
    misses.isEmpty ? "" : " (\(ListText.details(misses)))"
  }

  private func missTexts() -> [String] {
    let others = members { $0.state == .notCounted }
    let sorted = others.filter { $0.nearest.map { !$0.isNothing } ?? false }.sorted { left, right in
      let order = (left.distance).compared(with: right.distance)
      return order == 0 ? left.name < right.name : order < 0
    }
    let excluded = others.filter { $0.item != nil && $0.nowReadings.isEmpty }.map(\.name)
    let verb = excluded.count == 1 ? "does" : "do"
    let names = excluded.isEmpty ? [] : ["\(ListText.all(excluded)) \(verb) not count"]
    return sorted.map { member in "\(member.name): \(miss(member) ?? "")" } + names
  }

  /// `999.99 USD in 2025-10, at least 1,000.00 USD is needed`.
  private func miss(_ member: MemberEvidence) -> String? {
    let isOneMonth = Set(member.nowReadings.map(\.month)).count <= 1
    let text = ReadingText(ends: ends, month: isOneMonth ? observation.month : nil)
    return member.nearest.map { text.failure($0, besides: member.item) }
  }

  private func members(_ isIncluded: (MemberEvidence) -> Bool) -> [MemberEvidence] {
    observation.members.filter(isIncluded)
  }

  private func counted(_ range: ValueRange) -> String {
    guard let exact = range.exact else { return MembersText.possible(range, unit) }
    if exact == .zero { return "no \(unit.singular) qualifies" }
    return "\(NumberText.quantity(exact, unit)) \(exact == Decimal(1) ? "qualifies" : "qualify")"
  }

  /// `0 or 1 tenant may qualify`, `0 to 3 tenants may qualify`, `1 or more services qualify`.
  private static func possible(_ range: ValueRange, _ unit: Unit) -> String {
    guard range.low != nil, let high = range.high else {
      return "\(NumberText.quantity(range, unit)) qualify"
    }
    return "\(either(range, unit)) \(NumberText.noun(high, unit)) may qualify"
  }

  /// `0 or 1`, `0 to 3`.
  private static func either(_ range: ValueRange, _ unit: Unit) -> String {
    if let low = range.low, let high = range.high, high.minus(low) == Decimal(1) {
      return "\(NumberText.number(low, unit)) or \(NumberText.number(high, unit))"
    }
    return NumberText.number(range, unit)
  }

  /// `none did`, `1 did`, `0 or 1 may have`.
  private func former(_ baseline: ValueRange) -> String {
    if baseline.exact == .zero { return "none did" }
    let isOpen = baseline.exact == nil && baseline.high != nil
    return MembersText.either(baseline, unit) + (isOpen ? " may have" : " did")
  }

  /// ` with at least 1,000.00 USD`: what the values of those that are listed were compared with.
  private var limits: String {
    var limits: [String] = []
    for reading in current.flatMap(\.nowReadings) where !reading.isAtAssociation {
      guard let bounds = reading.bounds, reading.isWithin == .yes, reading.average == nil
      else { continue }
      let text =
        reading.whole.map { "\(reading.title) of \(RequirementText.amount(bounds)) of \($0.title)" }
        ?? RequirementText.amount(bounds)
      if !limits.contains(text) { limits.append(text) }
    }
    return limits.isEmpty ? "" : " with " + ListText.all(limits)
  }

  /// ` (a, new: 3,000.00 USD; b: 1,240.50 USD in 2025-09)`.
  private func list(
    _ members: [MemberEvidence],
    at readings: KeyPath<MemberEvidence, [Reading]> = \.nowReadings
  ) -> String {
    guard !members.isEmpty else { return "" }
    let isNow = readings == \MemberEvidence.nowReadings
    let text = ReadingText(
      ends: ends,
      month: isNow ? observation.month : observation.baselineMonth
    )
    let isMixed =
      isNow && observation.baselineMonth != observation.month
      && Set(members.map(\.state)).isSuperset(of: [.gained, .kept])
    let texts = members.map { member in
      let values = text.values(member[keyPath: readings], besides: member.item).prefix(2)
      return member.name + (isMixed && member.state == .gained ? ", new" : "")
        + (values.isEmpty ? "" : ": ") + values.joined(separator: ", ")
    }
    return " (\(ListText.details(texts)))"
  }
}

extension MemberEvidence {
  /// As ``Reading/shortfall``; nothing for what is left out though within its limits.
  fileprivate var distance: Decimal {
    nearest.map { $0.isWithin == .yes ? .zero : $0.shortfall } ?? Decimal(1_000_000)
  }
}
