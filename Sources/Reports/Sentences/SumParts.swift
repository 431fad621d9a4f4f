import Evaluation
import Facts

/// Who makes up a sum, or changed it most.
extension SumText {
  /// ` (a, 12,000.00 USD; b, 345.60 USD)`.
  func writeLargestParts(to text: inout OutputBuffer) {
    let parts = observation.contributions.filter { $0.now.exact != .zero }
    guard !parts.isEmpty else { return }
    text.append(" (")
    write(parts, to: &text) { text, part in
      if !part.item.isEmpty {
        text.append(part.item)
        text.append(" ")
      }
      text.append(quantity: part.now, observation.unit, near: ends)
    }
    text.append(")")
  }

  /// `; changed most: a, Chat, from 100 users to 112 users`.
  func writeLargestChanges(to text: inout OutputBuffer) {
    let parts = observation.contributions.filter { $0.now != $0.baseline }
    guard !parts.isEmpty else { return }
    let order = parts.map(\.changeSize).largestFirst { parts[$0].name < parts[$1].name }
    let began = observation.contributions.first?.associationMonth
    let isOne = observation.contributions.allSatisfy { $0.associationMonth == began }
    text.append("; changed most: ")
    write(order.map { parts[$0] }, to: &text) { text, part in
      writeChange(part, tellsBegin: !isOne, to: &text)
    }
  }

  private func writeChange(
    _ part: Contribution,
    tellsBegin: Bool,
    to text: inout OutputBuffer
  ) {
    if !part.item.isEmpty {
      text.append(part.item)
      text.append(" ")
    }
    text.append("from ")
    write(part.baseline, isLeftOut: part.isLeftOutThen, to: &text)
    if tellsBegin, let month = part.associationMonth {
      text.append(" in ")
      text.append(month)
      text.append(", when the association began,")
    }
    text.append(" to ")
    write(part.now, isLeftOut: part.isLeftOutNow, to: &text)
  }

  private func write(_ range: ValueRange, isLeftOut: Bool, to text: inout OutputBuffer) {
    if isLeftOut {
      text.append("not counted")
    } else {
      text.append(number: range, observation.unit, near: ends)
    }
  }

  /// `a: Chat …, Mail …; b: Chat …; and 4 more`: each tenant once.
  private func write(
    _ parts: [Contribution],
    to text: inout OutputBuffer,
    _ item: (inout OutputBuffer, Contribution) -> Void
  ) {
    let named = parts.prefix(ListText.mostNamed)
    for (place, part) in named.enumerated() {
      if named.prefix(place).contains(where: { $0.tenant == part.tenant }) { continue }
      if place > 0 { text.append("; ") }
      text.append(tenant: part.tenant)
      text.append(": ")
      text.append(named.filter { $0.tenant == part.tenant }[...], ", ", last: ", ", item)
    }
    guard parts.count > named.count else { return }
    text.append("; and ")
    text.append(count: parts.count - named.count)
    text.append(" more")
  }
}

extension Contribution {
  /// `868368da, Mail`; the item is empty where the measure is not counted by it.
  package var name: String { item.isEmpty ? tenant : "\(tenant), \(item)" }

  /// How much it changed, either way; zero where that is not known.
  fileprivate var changeSize: Decimal {
    guard let change = now.exact.flatMap({ now in baseline.exact.flatMap { now.minus($0) } }) else {
      return .zero
    }
    return change.size
  }
}

extension [Decimal] {
  /// The places of the numbers, the largest first; `isBefore` is the order of equal ones.
  fileprivate func largestFirst(_ isBefore: (Int, Int) -> Bool) -> [Int] {
    indices.sorted { left, right in
      let order = self[left].compared(with: self[right])
      return order == 0 ? isBefore(left, right) : order > 0
    }
  }
}
