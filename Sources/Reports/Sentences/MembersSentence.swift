import Evaluation
import Facts
import RuleSemantics

/// Counts of a group, alone or against another count.
///
///     met      Net qualified tenants is 1: 2 tenants qualify in 2025-10 (a, 1,240.50 USD in
///              2025-09; b, 3,000.00 USD), 1 did in 2024-10; gained 1 (a), kept 1, adding nothing;
///              any fall would undo it.
///     not met  Net qualified tenants is 0: 1 tenant qualifies in 2025-10 (a, 1,240.50 USD in
///              2025-09), 1 did in 2024-10; kept 1, adding nothing; 1 more is needed.
///     no data  Net qualified tenants cannot be told: usage has no rows for 2024-10; 1 tenant
///              qualifies in 2025-10 (a, 3,000.00 USD), an unknown number did in 2024-10.
///
/// A plain count has no second part; a count less another one of the same month names both groups.
extension SentenceContext {
  func membersClause(_ observation: MembersObservation) -> String {
    let text = MembersText(observation: observation, ends: ends)
    var counts = text.now
    if case .net(let group, let less?, _) = node.test {
      counts = text.difference(title(of: group), title(of: less))
    } else if observation.baseline != nil {
      counts = text.nowAndThen
    }
    guard truth != .unknown else { return untold(observation.missing, known: counts) }
    let value = NumberText.number(observation.result, observation.unit)
    return "\(node.title) is \(value): \(counts)\(text.turnover)"
      + gapClause(counted: observation.unit) + unknownRest(observation.missing)
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

  private var unit: Unit { observation.unit }

  /// `2 tenants qualify in 2025-10 (a, 1,240.50 USD in 2025-09; b, 3,000.00 USD)`.
  var now: String {
    "\(counted(observation.now)) in \(observation.month)\(list(current, at: \.nowReadings))"
  }

  /// `…, 1 did in 2024-10`.
  var nowAndThen: String {
    guard let baseline = observation.baseline, let month = observation.baselineMonth else {
      return now
    }
    if observation.now.exact == .zero, baseline.exact == .zero {
      return "no \(unit.singular) qualifies in \(observation.month) and none did in \(month)"
    }
    let then = baseline.exact == .zero ? "none" : NumberText.number(baseline, unit)
    return "\(now), \(then) did in \(month)"
  }

  /// `2 tenants are among “joined” in 2025-10 (…), 1 is among “left”`.
  func difference(_ group: String, _ less: String) -> String {
    let now = NumberText.quantity(observation.now, unit)
    let then = observation.baseline.map { NumberText.number($0, unit) } ?? "an unknown number"
    return "in \(observation.month), \(now) in the group \(group)"
      + list(current, at: \.nowReadings)
      + ", \(then) in the group \(less)" + list(former, at: \.thenReadings)
  }

  /// `; gained 1 (a), kept 1, adding nothing, lost 1 (c, now 200.00 USD)`.
  var turnover: String {
    guard let month = observation.baselineMonth, month != observation.month else { return "" }
    let gained = members { $0.state == .gained }
    let kept = members { $0.state == .kept }
    let lost = members { $0.state == .lost }
    var parts: [String] = []
    if !gained.isEmpty {
      let isAll = kept.isEmpty && gained.count <= ListText.mostNamed
      let names = isAll ? "" : " (\(ListText.all(gained.map(\.name))))"
      parts.append("gained \(gained.count)\(names)")
    }
    if !lost.isEmpty {
      parts.append("lost \(lost.count)\(list(lost, at: \.nowReadings, "now "))")
    }
    if !kept.isEmpty { parts.append("kept \(kept.count), adding nothing") }
    return parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")
  }

  /// New members first: they are what a net count is about.
  private var current: [MemberEvidence] {
    members { $0.now == .yes && $0.then != .yes } + members { $0.now == .yes && $0.then == .yes }
  }

  private var former: [MemberEvidence] { members { $0.then == .yes } }

  private func members(_ isIncluded: (MemberEvidence) -> Bool) -> [MemberEvidence] {
    observation.members.filter(isIncluded)
  }

  private func counted(_ range: ValueRange) -> String {
    guard let exact = range.exact else { return "\(NumberText.quantity(range, unit)) qualify" }
    if exact == .zero { return "no \(unit.singular) qualifies" }
    let verb = NumberText.noun(exact, unit) == unit.singular && exact == Decimal(1)
    return "\(NumberText.quantity(exact, unit)) \(verb ? "qualifies" : "qualify")"
  }

  private func list(
    _ members: [MemberEvidence],
    at readings: KeyPath<MemberEvidence, [Reading]>,
    _ adverb: String = ""
  ) -> String {
    guard !members.isEmpty else { return "" }
    let month =
      readings == \MemberEvidence.thenReadings
      ? observation.baselineMonth ?? observation.month : observation.month
    let texts = members.map { member in
      let values = ReadingText.values(member[keyPath: readings], of: member, in: month, near: ends)
      return ([member.name] + (values.first.map { [adverb + $0] } ?? []) + values.dropFirst())
        .joined(separator: ", ")
    }
    return " (\(ListText.details(texts)))"
  }
}
