import Evaluation
import Facts
import RuleSemantics

/// Whoever has values now and is not counted.
struct MissesText {
  /// The nearest first.
  private var members: [MemberEvidence] = []

  /// Names that do not count.
  private var excluded: [String] = []

  private let ends: [Decimal]
  private let month: Month

  /// Of nobody where they are not told.
  init(_ observation: MembersObservation, ends: [Decimal], areTold: Bool) {
    self.ends = ends
    month = observation.month
    guard areTold else { return }
    let others = observation.members.filter { $0.state == .notCounted }
    members = others.filter { $0.nearest.map { !$0.isNothing } ?? false }
    if members.count > 1 {
      members.sort { left, right in
        let order = left.distance.compared(with: right.distance)
        return order == 0 ? left.name < right.name : order < 0
      }
    }
    excluded = others.filter { $0.item != nil && $0.nowReadings.isEmpty }.map(\.name)
  }

  var isEmpty: Bool { members.isEmpty && excluded.isEmpty }

  /// ` (a: 999.99 USD in 2025-10, at least 1,000.00 USD is needed; …)`.
  func writeInBrackets(to text: inout OutputBuffer) {
    guard !isEmpty else { return }
    text.append(" (")
    write(to: &text)
    text.append(")")
  }

  /// `a: 999.99 USD in 2025-10, at least 1,000.00 USD is needed; Wiki does not count`.
  func write(to text: inout OutputBuffer) {
    let places = 0..<(members.count + (excluded.isEmpty ? 0 : 1))
    text.append(details: places) { text, place in
      guard place < members.count else {
        text.append(list: excluded)
        text.append(excluded.count == 1 ? " does not count" : " do not count")
        return
      }
      text.append(members[place].name)
      text.append(": ")
      writeMiss(members[place], to: &text)
    }
  }

  /// Writes `999.99 USD in 2025-10, at least 1,000.00 USD is needed`; false where no value tells.
  @discardableResult
  func writeMiss(_ member: MemberEvidence, to text: inout OutputBuffer) -> Bool {
    guard let nearest = member.nearest else { return false }
    let first = member.nowReadings.first?.month
    let isOneMonth = member.nowReadings.allSatisfy { $0.month == first }
    let values = ReadingText(ends: ends, month: isOneMonth ? month : nil)
    values.writeFailure(nearest, besides: member.item, to: &text)
    return true
  }
}

extension MemberEvidence {
  /// As ``Reading/shortfall``; nothing for what is left out though within its limits.
  fileprivate var distance: Decimal {
    nearest.map { $0.isWithin == .yes ? .zero : $0.shortfall } ?? Decimal(1_000_000)
  }
}
