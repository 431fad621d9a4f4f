import Evaluation
import Facts
import RuleSemantics

/// Whoever has values now and is not counted.
struct MissesText {
  /// Somebody with values, and the one that came nearest to its limit.
  private struct Miss {
    let member: MemberEvidence
    let nearest: Reading

    /// As ``Reading/shortfall``; nothing for what is left out though within its limits.
    var distance: Decimal { nearest.isWithin == .yes ? .zero : nearest.shortfall }
  }

  /// The nearest first.
  private var misses: [Miss] = []

  /// Names that do not count.
  private var excluded: [MemberEvidence] = []

  private let ends: [Decimal]
  private let month: Month

  /// Of nobody where they are not told.
  init(_ observation: MembersObservation, ends: [Decimal], areTold: Bool) {
    self.ends = ends
    month = observation.month
    guard areTold else { return }
    for member in observation.members where member.state == .notCounted {
      if let nearest = member.nearest, !nearest.isNothing {
        misses.append(Miss(member: member, nearest: nearest))
      }
      if member.item != nil, member.nowReadings.isEmpty { excluded.append(member) }
    }
    if misses.count > 1 { sortByDistance() }
  }

  private mutating func sortByDistance() {
    let distances = misses.map(\.distance)
    let order = misses.indices.sorted { left, right in
      let order = distances[left].compared(with: distances[right])
      return order == 0 ? misses[left].member.name < misses[right].member.name : order < 0
    }
    misses = order.map { misses[$0] }
  }

  var isEmpty: Bool { misses.isEmpty && excluded.isEmpty }

  /// ` (a: 999.99 USD in 2025-10, at least 1,000.00 USD is needed; …)`.
  func writeInBrackets(to text: inout OutputBuffer) {
    guard !isEmpty else { return }
    text.append(" (")
    write(to: &text)
    text.append(")")
  }

  /// `a: 999.99 USD in 2025-10, at least 1,000.00 USD is needed; Wiki does not count`.
  func write(to text: inout OutputBuffer) {
    let places = 0..<(misses.count + (excluded.isEmpty ? 0 : 1))
    text.append(details: places) { text, place in
      guard place < misses.count else {
        text.append(list: excluded) { $0.append(tenant: $1.tenant, item: $1.item) }
        text.append(excluded.count == 1 ? " does not count" : " do not count")
        return
      }
      let miss = misses[place]
      text.append(tenant: miss.member.tenant, item: miss.member.item)
      text.append(": ")
      write(miss.nearest, of: miss.member, to: &text)
    }
  }

  /// Writes `999.99 USD in 2025-10, at least 1,000.00 USD is needed`; false where no value tells.
  @discardableResult
  func writeMiss(_ member: MemberEvidence, to text: inout OutputBuffer) -> Bool {
    guard let nearest = member.nearest else { return false }
    write(nearest, of: member, to: &text)
    return true
  }

  private func write(
    _ nearest: Reading,
    of member: MemberEvidence,
    to text: inout OutputBuffer
  ) {
    let first = member.nowReadings.first?.month
    let isOneMonth = member.nowReadings.allSatisfy { $0.month == first }
    let values = ReadingText(ends: ends, month: isOneMonth ? month : nil)
    values.writeFailure(nearest, besides: member.item, to: &text)
  }
}
