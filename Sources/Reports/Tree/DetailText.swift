import Evaluation
import Facts
import RuleSemantics

/// Tenant and workload details: everyone who is, was or may be counted, with the values of both
/// months.
///
///     gained: 868368da, now 1,240.50 USD in 2025-09, then 200.00 USD in 2024-09
///     868368da, Chat: 100 users in 2024-10, 112 users in 2025-10
struct DetailText {
  /// Numbers that a rounded value must not seem to be.
  let ends: [Decimal]

  /// The month that is told already.
  var month: Month?

  func lines(of observation: Observation) -> [String] {
    switch observation {
    case .rollUp, .presence: []
    case .largest(let observation):
      observation.reading.map { reading in
        let names = [reading.tenant, reading.item].compactMap(\.self).joined(separator: ", ")
        return ["\(names): \(value(reading, besides: reading.item))"]
      } ?? []
    case .members(let observation):
      observation.members.map { line(of: $0, observation) }
    case .sum(let observation):
      observation.contributions.map { line(of: $0, observation) }
    }
  }

  private func line(
    of member: MemberEvidence,
    _ observation: MembersObservation
  ) -> String {
    let state = observation.state(of: member)
    let label = state == .current ? "" : "\(state.rawValue): "
    if member.now == .no, let reading = member.nearest, reading.isWithin == .yes {
      // What is left out though within its limits says why, and nothing of both months.
      return "\(label)\(member.name): \(failure(reading, besides: member.item))"
    }
    let now = values(member.nowReadings, member.now, member.item)
    guard observation.baselineMonth != nil else { return "\(label)\(member.name), \(now)" }
    let then = values(member.thenReadings, member.then, member.item, withLimits: false)
    return "\(label)\(member.name), now \(now), then \(then)"
  }

  /// The values with the limits that they miss.
  func values(
    _ readings: [Reading],
    _ truth: Truth,
    _ item: String?,
    withLimits: Bool = true
  ) -> String {
    if readings.isEmpty {
      return switch truth {
      case .no: "nothing that counts"
      case .unknown: "not known"
      case .yes: "counted"
      }
    }
    if readings.allSatisfy(\.isNothing) { return "nothing" }
    guard truth == .no, withLimits else {
      return String {
        ReadingText(ends: ends, month: month)
          .writeValues(readings, besides: item, joinedBy: " and ", to: &$0)
      }
    }
    // A limit that several values miss is told once, after the last of them.
    let texts = readings.enumerated().map { place, reading in
      let next = place + 1 < readings.count ? readings[place + 1] : nil
      let isSame = next?.bounds == reading.bounds && next?.isWithin == .no
      return isSame && reading.whole == nil && reading.isWithin == .no
        ? value(reading, besides: item) : failure(reading, besides: item)
    }
    return texts.joined(separator: " and ")
  }

  /// The value of a reading, with its name where that is another one than `item`.
  func value(_ reading: Reading, besides item: String?) -> String {
    String { ReadingText(ends: ends, month: month).writeValue(reading, besides: item, to: &$0) }
  }

  /// The same with the limit that it misses, or with what it is left out for.
  func failure(_ reading: Reading, besides item: String?) -> String {
    String { ReadingText(ends: ends, month: month).writeFailure(reading, besides: item, to: &$0) }
  }

  private func line(of part: Contribution, _ observation: SumObservation) -> String {
    let months = ListText.window(observation.window, endingIn: observation.month)
    let value = NumberText.quantity(part.now, observation.unit, near: ends)
    let now = (part.isLeftOutNow ? "not counted" : value) + " in \(months)"
    let then =
      part.isLeftOutThen
      ? "not counted" : NumberText.quantity(part.baseline, observation.unit, near: ends)
    if let month = part.associationMonth {
      return "\(part.name): \(then) in \(month), when the association began, \(now)"
    }
    guard let month = observation.baselineMonth else { return "\(part.name): \(now)" }
    let baseline = ListText.window(observation.window, endingIn: month)
    return "\(part.name): \(then) in \(baseline), \(now)"
  }
}
