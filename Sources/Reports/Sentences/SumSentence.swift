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
  func sumClause(_ observation: SumObservation) -> String {
    let sums = SumText(observation: observation, ends: ends)
    guard truth != .unknown else {
      return untold(observation.missing, known: sums.isKnown ? sums.nowAndThen : nil)
    }
    let excluded = truth == .no ? observation.excluded.clause.map { "; only \($0)" } ?? "" : ""
    let rest = excluded + gapClause() + unknownRest(observation.missing)
    let change = outcome.change.map { ", \($0.rawValue)" } ?? ""
    switch node.test {
    case .growth, .anyGrowth:
      guard let percent else {
        return "\(node.title): \(sums.nowAndThen)\(change); \(sums.whyNoPercent)"
          + sums.largestChanges + rest
      }
      return "\(node.title) is \(percent)\(change): \(sums.nowAndThen)\(sums.largestChanges)\(rest)"
    case .total:
      let value = NumberText.quantity(observation.now, observation.unit, near: ends)
      let start = "\(node.title) is \(value) in \(sums.months)\(sums.largestParts)"
      guard sums.isBaselineOpen,
        let missing = MissingText.clause(observation.missing, findings.catalogue)
      else { return start + sums.earlier(change) + rest }
      return start + "; whether it grew cannot be told: \(missing)" + gapClause()
    default:
      let value = NumberText.quantity(observation.result, observation.unit, near: ends)
      return "\(node.title) is \(value)\(change): \(sums.nowAndThen)\(sums.largestChanges)\(rest)"
    }
  }

  /// `10.00 percent`, where it is known.
  private var percent: String? {
    guard case .ratio(let numerator, let denominator) = outcome.current else { return nil }
    return NumberText.percent(numerator, of: denominator, near: ends)
  }
}

/// The clauses of a sentence on sums.
struct SumText {
  let observation: SumObservation

  /// Numbers that a rounded value must not seem to be.
  let ends: [Decimal]

  /// `2024-11 to 2025-10`.
  var months: String { ListText.window(observation.window, endingIn: observation.month) }

  /// Whether there is anything to tell of the sums themselves.
  var isKnown: Bool {
    [observation.now, observation.baseline].contains { $0?.low != nil || $0?.high != nil }
  }

  /// `112 users in 2025-10, 100 users in 2024-10`.
  var nowAndThen: String {
    let isPartial = observation.contributions.contains(where: \.isLeftOutNow)
    let now = quantity(observation.now, in: months, isPartial)
    guard let baseline = observation.baseline, let baselineMonths else { return now }
    guard let since else {
      let wasPartial = observation.contributions.contains(where: \.isLeftOutThen)
      return "\(now), \(quantity(baseline, in: baselineMonths, wasPartial))"
    }
    return "\(now), baseline \(quantity(baseline)) \(since)"
  }

  /// `(of 2025-03, when the association began)`, where that is not the month of a year ago.
  private var since: String? {
    let parts = observation.contributions
    let months = Set(parts.compactMap(\.associationMonth))
    guard let month = months.first, let baselineMonths else { return nil }
    let isAll = parts.allSatisfy { $0.associationMonth != nil || $0.baseline.exact == .zero }
    guard isAll else { return "(of \(baselineMonths), or of the month when an association began)" }
    return months.count == 1
      ? "(of \(month), when the association began)" : "(of the months when associations began)"
  }

  var whyNoPercent: String {
    switch observation.baseline?.exact {
    case Decimal.zero?: "no percent can be computed from a baseline of zero"
    case nil: "no percent can be computed as the baseline is not exactly known"
    default: "no percent can be computed"
    }
  }

  /// Whether only last year's sum of a total is not known, which decides nothing.
  var isBaselineOpen: Bool {
    observation.now.exact != nil && observation.baseline.map { $0.exact == nil } ?? false
  }

  /// `; it was 10,000.00 USD in 2023-11 to 2024-10, with growth`, for a total.
  func earlier(_ change: String) -> String {
    guard let baseline = observation.baseline, let baselineMonths else {
      return change.isEmpty ? "" : "; this is \(change.dropFirst(2))"
    }
    guard baseline.low != nil || baseline.high != nil else {
      return "; \(quantity(baseline, in: baselineMonths))\(change)"
    }
    return "; it was \(quantity(baseline)) in \(baselineMonths)\(change)"
  }

  /// ` (a, 12,000.00 USD; b, 345.60 USD)`.
  var largestParts: String {
    let parts = observation.contributions.filter { $0.now.exact != .zero }
    guard !parts.isEmpty else { return "" }
    return " (\(byTenant(parts) { ($0.item.isEmpty ? "" : "\($0.item) ") + quantity($0.now) }))"
  }

  /// `; changed most: a, Chat, from 100 users to 112 users`.
  var largestChanges: String {
    let parts = observation.contributions.filter { $0.now != $0.baseline }
      .sorted { left, right in
        let order = left.changeSize.compared(with: right.changeSize)
        return order == 0 ? left.name < right.name : order > 0
      }
    guard !parts.isEmpty else { return "" }
    return "; changed most: " + byTenant(parts, change)
  }

  private func change(_ part: Contribution) -> String {
    let isOne = Set(observation.contributions.map(\.associationMonth)).count == 1
    let since =
      isOne ? "" : part.associationMonth.map { " in \($0), when the association began," } ?? ""
    let item = part.item.isEmpty ? "" : part.item + " "
    let baseline = part.isLeftOutThen ? "not counted" : number(part.baseline)
    let now = part.isLeftOutNow ? "not counted" : number(part.now)
    return "\(item)from \(baseline)\(since) to \(now)"
  }

  /// `a: Chat …, Mail …; b: Chat …; and 4 more`: each tenant once.
  private func byTenant(_ parts: [Contribution], _ text: (Contribution) -> String) -> String {
    let named = parts.prefix(ListText.mostNamed)
    var tenants: [String] = []
    for part in named where !tenants.contains(part.tenant) { tenants.append(part.tenant) }
    var texts = tenants.map { tenant in
      "\(tenant): " + named.filter { $0.tenant == tenant }.map(text).joined(separator: ", ")
    }
    if parts.count > named.count { texts.append("and \(parts.count - named.count) more") }
    return texts.joined(separator: "; ")
  }

  private var baselineMonths: String? {
    observation.baselineMonth.map { ListText.window(observation.window, endingIn: $0) }
  }

  /// `112 users in 2025-10`, `usage in 2025-10 unknown`; `0 users counted in …` where some tenant
  /// does not count, whatever it uses.
  private func quantity(_ range: ValueRange, in months: String, _ isPartial: Bool = false) -> String
  {
    range.low == nil && range.high == nil
      ? "\(observation.title) in \(months) unknown"
      : "\(quantity(range)) \(isPartial ? "counted " : "")in \(months)"
  }

  private func quantity(_ range: ValueRange) -> String {
    NumberText.quantity(range, observation.unit, near: ends)
  }

  private func number(_ range: ValueRange) -> String {
    NumberText.number(range, observation.unit, near: ends)
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
