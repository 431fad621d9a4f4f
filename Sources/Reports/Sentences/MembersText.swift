import Evaluation
import Facts
import RuleSemantics

/// The clauses of a sentence on members.
struct MembersText {
  let observation: MembersObservation

  /// Numbers that a rounded value must not seem to be.
  let ends: [Decimal]

  /// New members first: they are what a net count is about.
  private let current: [MemberEvidence]

  /// Who misses; nobody where nobody asks.
  private let misses: MissesText

  private var unit: Unit { observation.unit }

  /// `tellsMisses` is whether those that miss are told beside members; without members they always
  /// are.
  init(_ observation: MembersObservation, ends: [Decimal], tellsMisses: Bool) {
    self.observation = observation
    self.ends = ends
    var current: [MemberEvidence] = []
    current.reserveCapacity(observation.members.count)
    for member in observation.members where member.now == .yes && member.then != .yes {
      current.append(member)
    }
    for member in observation.members where member.now == .yes && member.then == .yes {
      current.append(member)
    }
    self.current = current
    misses = MissesText(observation, ends: ends, areTold: tellsMisses || current.isEmpty)
  }

  /// `2 tenants qualify in 2025-10 with at least 1,000.00 USD (a: 1,240.50 USD in 2025-09; b:
  /// 3,000.00 USD)`, or `no tenant qualifies in 2025-10` with those that come nearest.
  private func writeNow(to text: inout OutputBuffer) {
    writeCounted(to: &text)
    text.append(" in ")
    text.append(observation.month)
    if current.isEmpty {
      misses.writeInBrackets(to: &text)
    } else {
      writeLimits(to: &text)
      writeList(current, isNow: true, to: &text)
    }
  }

  /// `…, 1 did in 2024-10`.
  func writeNowAndThen(to text: inout OutputBuffer) {
    guard let baseline = observation.baseline, let month = observation.baselineMonth else {
      return writeNow(to: &text)
    }
    let isNobody = observation.now.exact == .zero && baseline.exact == .zero && misses.isEmpty
    if isNobody {
      writeCounted(to: &text)
      text.append(" in ")
      text.append(observation.month)
      text.append(" and none did")
    } else {
      writeNow(to: &text)
      text.append(", ")
      writeFormer(baseline, to: &text)
    }
    text.append(" in ")
    text.append(month)
  }

  /// `in 2025-10, 2 tenants in the group “joined” (…), 1 in the group “left”`.
  func writeDifference(_ group: String, _ less: String, to text: inout OutputBuffer) {
    text.append("in ")
    text.append(observation.month)
    text.append(", ")
    text.append(quantity: observation.now, unit)
    text.append(" in the group “\(group)”")
    writeList(current, isNow: true, to: &text)
    text.append(", ")
    if let then = observation.baseline {
      text.append(number: then, unit)
    } else {
      text.append("an unknown number")
    }
    text.append(" in the group “\(less)”")
    writeList(observation.members.filter { $0.then == .yes }, isNow: false, to: &text)
  }

  /// `; gained 1, kept 1, adding nothing, lost 1 (c: now 200.00 USD, …)`.
  func writeTurnover(to text: inout OutputBuffer) {
    guard let month = observation.baselineMonth, month != observation.month else { return }
    let gained = observation.members.count { $0.state == .gained }
    let kept = observation.members.count { $0.state == .kept }
    let lost = observation.members.filter { $0.state == .lost }
    if gained > 0 {
      text.append("; gained ")
      text.append(count: gained)
    }
    if !lost.isEmpty {
      text.append(gained > 0 ? ", lost " : "; lost ")
      text.append(count: lost.count)
      text.append(" (")
      text.append(details: lost) { text, member in
        text.append(tenant: member.tenant, item: member.item)
        text.append(": now ")
        if !misses.writeMiss(member, to: &text) { text.append("nothing that counts") }
      }
      text.append(")")
    }
    guard kept > 0 else { return }
    text.append(gained > 0 || !lost.isEmpty ? ", kept " : "; kept ")
    text.append(count: kept)
    text.append(", adding nothing")
  }

  /// `; not counted: a: 999.99 USD, …`, where somebody else is counted.
  func writeNearMisses(to text: inout OutputBuffer) {
    guard !current.isEmpty, !misses.isEmpty else { return }
    text.append("; not counted: ")
    misses.write(to: &text)
  }

  private func writeCounted(to text: inout OutputBuffer) {
    let range = observation.now
    guard let exact = range.exact else { return writePossible(range, to: &text) }
    if exact == .zero {
      text.append("no ")
      text.append(unit.singular)
      text.append(" qualifies")
      return
    }
    text.append(quantity: exact, unit)
    text.append(exact == Decimal(1) ? " qualifies" : " qualify")
  }

  /// `0 or 1 tenant may qualify`, `0 to 3 tenants may qualify`, `1 or more services qualify`.
  private func writePossible(_ range: ValueRange, to text: inout OutputBuffer) {
    guard range.low != nil, let high = range.high else {
      text.append(quantity: range, unit)
      text.append(" qualify")
      return
    }
    writeEither(range, to: &text)
    text.append(nounOf: high, unit)
    text.append(" may qualify")
  }

  /// `0 or 1`, `0 to 3`.
  private func writeEither(_ range: ValueRange, to text: inout OutputBuffer) {
    guard let low = range.low, let high = range.high, high.minus(low) == Decimal(1) else {
      return text.append(number: range, unit)
    }
    text.append(number: low, unit)
    text.append(" or ")
    text.append(number: high, unit)
  }

  /// `none did`, `1 did`, `0 or 1 may have`.
  private func writeFormer(_ baseline: ValueRange, to text: inout OutputBuffer) {
    if baseline.exact == .zero { return text.append("none did") }
    writeEither(baseline, to: &text)
    text.append(baseline.exact == nil && baseline.high != nil ? " may have" : " did")
  }
}

extension MembersText {
  /// ` with at least 1,000.00 USD`: what the values of those that are listed were compared with.
  private func writeLimits(to text: inout OutputBuffer) {
    var limited: [Reading] = []
    for member in current {
      for reading in member.nowReadings where reading.hasToldLimit {
        if !limited.contains(where: { $0.hasLimit(of: reading) }) { limited.append(reading) }
      }
    }
    guard limited.count > 1 else {
      text.append(" with ", ifAny: { text in limited.first?.writeLimit(to: &text) })
      return
    }
    var limits: [String] = []
    for reading in limited {
      let limit = String { reading.writeLimit(to: &$0) }
      if !limits.contains(limit) { limits.append(limit) }
    }
    text.append(" with ")
    text.append(list: limits)
  }

  /// ` (a, new: 3,000.00 USD; b: 1,240.50 USD in 2025-09)`.
  private func writeList(_ members: [MemberEvidence], isNow: Bool, to text: inout OutputBuffer) {
    guard !members.isEmpty else { return }
    let values = ReadingText(
      ends: ends,
      month: isNow ? observation.month : observation.baselineMonth
    )
    let isMixed =
      isNow && observation.baselineMonth != observation.month
      && members.contains { $0.state == .gained } && members.contains { $0.state == .kept }
    text.append(" (")
    text.append(details: members) { text, member in
      text.append(tenant: member.tenant, item: member.item)
      if isMixed, member.state == .gained { text.append(", new") }
      let readings = isNow ? member.nowReadings : member.thenReadings
      text.append(
        ": ",
        ifAny: { values.writeValues(readings, besides: member.item, atMost: 2, to: &$0) }
      )
    }
    text.append(")")
  }
}

extension Reading {
  /// Whether a list of members says what its values were compared with.
  fileprivate var hasToldLimit: Bool {
    !isAtAssociation && isWithin == .yes && bounds != nil && average == nil
  }

  fileprivate func hasLimit(of other: Reading) -> Bool {
    kind === other.kind
      || bounds == other.bounds && kind.whole?.title == other.kind.whole?.title
        && (whole == nil || kind.title == other.kind.title)
  }

  /// Writes `at least 1,000.00 USD`, `users of at least 40.00 percent of seats`.
  fileprivate func writeLimit(to text: inout OutputBuffer) {
    guard let bounds else { return }
    if kind.whole != nil {
      text.append(kind.title)
      text.append(" of ")
    }
    RequirementText.writeAmount(bounds, to: &text)
    guard let whole = kind.whole else { return }
    text.append(" of ")
    text.append(whole.title)
  }
}
