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
  func writeMembers(_ observation: MembersObservation, to text: inout OutputBuffer) {
    let members = MembersText(observation, ends: ends, tellsMisses: truth == .no)
    guard truth != .unknown else {
      return writeUntold(observation.missing, to: &text) { writeCounts(members, to: &$0) }
    }
    text.append(node.title)
    if observation.baseline != nil {
      text.append(" is ")
      text.append(number: observation.result, observation.unit)
    }
    text.append(": ")
    writeCounts(members, to: &text)
    members.writeTurnover(to: &text)
    if truth == .no {
      members.writeNearMisses(to: &text)
      writeNothingUnder(observation, to: &text)
    }
    writeGap(counted: observation.unit, to: &text)
    writeUnknownRest(observation.missing, to: &text)
  }

  private func writeCounts(_ members: MembersText, to text: inout OutputBuffer) {
    if case .net(let group, let less?, _) = node.test {
      members.writeDifference(title(of: group), title(of: less), to: &text)
    } else {
      members.writeNowAndThen(to: &text)
    }
  }

  /// `; nothing has a value under Adviser`, where no row of the association tells of anybody; `;
  /// only rows under Admin were found, which do not count`.
  private func writeNothingUnder(_ observation: MembersObservation, to text: inout OutputBuffer) {
    guard observation.members.isEmpty else { return }
    guard let under = node.under else {
      text.append("; only ", ifAny: { observation.excluded.write(to: &$0) })
      return
    }
    text.append("; no ")
    text.append(observation.unit.singular)
    text.append(" has a value under ")
    text.append(under.id)
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
