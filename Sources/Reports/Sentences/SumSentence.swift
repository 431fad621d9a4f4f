import Evaluation
import Facts
import RuleSemantics

/// Sums, changes and growth.
///
///     total    Spending is 12,345.60 USD in 2024-11 to 2025-10 (a, 12,000.00 USD; b, 345.60
///              USD); a fall of 12,345.60 USD would undo it.
///     change   Reseller growth is 12 users, with growth: 112 users in 2025-10, 100 users in
///              2024-10; changed most: a, Chat, from 100 to 112; a fall of 12 users would undo it.
///     growth   Usage growth is 10.00 percent, with growth: 110.00 USD in 2025-10, 100.00 USD in
///              2024-10.
///     growth from nothing
///              Usage growth: 110.00 USD in 2025-10, 0.00 USD in 2024-10, with growth; no percent
///              can be computed from a baseline of zero.
///     no data  Usage growth cannot be told: usage has no rows for 2024-10; 110.00 USD in
///              2025-10, an unknown number of USD in 2024-10.
extension SentenceContext {
  func writeSum(_ observation: SumObservation, to text: inout OutputBuffer) {
    let sums = SumText(observation: observation, ends: ends)
    guard truth != .unknown else {
      let known = { (text: inout OutputBuffer) in sums.writeNowAndThen(to: &text) }
      return writeUntold(observation.missing, to: &text, known: sums.isKnown ? known : nil)
    }
    text.append(node.title)
    switch node.test {
    case .growth, .anyGrowth:
      writeGrowth(observation, sums, to: &text)
    case .total:
      writeTotal(observation, sums, to: &text)
      if sums.isOnlyBaselineOpen, !observation.missing.isEmpty {
        text.append("; whether it grew cannot be told: ")
        MissingText.write(observation.missing, findings.catalogue, to: &text)
        return writeGap(to: &text)
      }
      sums.writeEarlier(outcome.change, to: &text)
    default:
      text.append(" is ")
      text.append(quantity: observation.result, observation.unit, near: ends)
      writeChange(to: &text)
      text.append(": ")
      sums.writeNowAndThen(to: &text)
      sums.writeLargestChanges(to: &text)
    }
    if truth == .no { text.append("; only ", ifAny: { observation.excluded.write(to: &$0) }) }
    writeGap(to: &text)
    writeUnknownRest(observation.missing, to: &text)
  }

  private func writeGrowth(
    _ observation: SumObservation,
    _ sums: SumText,
    to text: inout OutputBuffer
  ) {
    if case .ratio(let numerator, let denominator) = outcome.current {
      text.append(" is ")
      text.append(percent: numerator, of: denominator, near: ends)
      writeChange(to: &text)
      text.append(": ")
      sums.writeNowAndThen(to: &text)
    } else {
      text.append(": ")
      sums.writeNowAndThen(to: &text)
      writeChange(to: &text)
      text.append("; ")
      text.append(sums.whyNoPercent)
    }
    sums.writeLargestChanges(to: &text)
  }

  private func writeTotal(
    _ observation: SumObservation,
    _ sums: SumText,
    to text: inout OutputBuffer
  ) {
    text.append(" is ")
    text.append(quantity: observation.now, observation.unit, near: ends)
    text.append(" in ")
    sums.writeMonths(to: &text)
    sums.writeLargestParts(to: &text)
  }

  /// `, with growth`.
  private func writeChange(to text: inout OutputBuffer) {
    guard let change = outcome.change else { return }
    text.append(", ")
    text.append(change.rawValue)
  }
}

/// The clauses of a sentence on sums.
struct SumText {
  let observation: SumObservation

  /// Numbers that a rounded value must not seem to be.
  let ends: [Decimal]

  /// `2024-11 to 2025-10`.
  func writeMonths(to text: inout OutputBuffer) {
    text.append(window: observation.window, endingIn: observation.month)
  }

  /// Whether there is anything to tell of the sums themselves.
  var isKnown: Bool {
    observation.now.isBounded || observation.baseline.map(\.isBounded) ?? false
  }

  /// `112 users in 2025-10, 100 users in 2024-10`.
  func writeNowAndThen(to text: inout OutputBuffer) {
    let parts = observation.contributions
    write(
      observation.now,
      upTo: observation.month,
      parts.contains(where: \.isLeftOutNow),
      to: &text
    )
    guard let baseline = observation.baseline, let month = observation.baselineMonth else { return }
    text.append(", ")
    if parts.contains(where: { $0.associationMonth != nil }) {
      text.append("baseline ")
      text.append(quantity: baseline, observation.unit, near: ends)
      text.append(" ")
      writeSince(upTo: month, to: &text)
    } else {
      write(baseline, upTo: month, parts.contains(where: \.isLeftOutThen), to: &text)
    }
  }

  /// `(of 2025-03, when the association began)`, where that is not the month of a year ago.
  private func writeSince(upTo baselineMonth: Month, to text: inout OutputBuffer) {
    let parts = observation.contributions
    guard parts.allSatisfy({ $0.associationMonth != nil || $0.baseline.exact == .zero }) else {
      text.append("(of ")
      text.append(window: observation.window, endingIn: baselineMonth)
      text.append(", or of the month when an association began)")
      return
    }
    let months = Set(parts.compactMap(\.associationMonth))
    if let month = months.first, months.count == 1 {
      text.append("(of ")
      text.append(month)
      text.append(", when the association began)")
    } else {
      text.append("(of the months when associations began)")
    }
  }

  var whyNoPercent: String {
    switch observation.baseline?.exact {
    case Decimal.zero?: "no percent can be computed from a baseline of zero"
    case nil: "no percent can be computed as the baseline is not exactly known"
    default: "no percent can be computed"
    }
  }

  /// Whether only last year's sum of a total is not known, which decides nothing.
  var isOnlyBaselineOpen: Bool {
    observation.now.exact != nil && observation.baseline.map { $0.exact == nil } ?? false
  }

  /// `; it was 10,000.00 USD in 2023-11 to 2024-10, with growth`, for a total.
  func writeEarlier(_ change: Change?, to text: inout OutputBuffer) {
    guard let baseline = observation.baseline, let month = observation.baselineMonth else {
      guard let change else { return }
      text.append("; this is ")
      text.append(change.rawValue)
      return
    }
    text.append("; ")
    if baseline.isBounded {
      text.append("it was ")
      text.append(quantity: baseline, observation.unit, near: ends)
      text.append(" in ")
      text.append(window: observation.window, endingIn: month)
    } else {
      write(baseline, upTo: month, false, to: &text)
    }
    guard let change else { return }
    text.append(", ")
    text.append(change.rawValue)
  }

  /// `112 users in 2025-10`, `usage in 2025-10 unknown`; `0 users counted in …` where some tenant
  /// does not count, whatever it uses.
  private func write(
    _ range: ValueRange,
    upTo month: Month,
    _ isPartial: Bool,
    to text: inout OutputBuffer
  ) {
    guard range.isBounded else {
      text.append(observation.title)
      text.append(" in ")
      text.append(window: observation.window, endingIn: month)
      text.append(" unknown")
      return
    }
    text.append(quantity: range, observation.unit, near: ends)
    text.append(isPartial ? " counted in " : " in ")
    text.append(window: observation.window, endingIn: month)
  }
}

extension ValueRange {
  /// Whether anything is known.
  fileprivate var isBounded: Bool { low != nil || high != nil }
}
