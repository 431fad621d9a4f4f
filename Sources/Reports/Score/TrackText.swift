import Evaluation
import Facts
import RuleSemantics

/// Why a track counts for the partner, as one sentence; nil where there is nothing to choose.
struct TrackText {
  /// A designation of the track.
  let block: ScoreBlock

  /// All designations of the month.
  let all: [ScoreBlock]

  var sentence: String? {
    guard let choice = block.choice else { return nil }
    return switch choice.plan.rule {
    case .only: nil
    case .higherTotal: byTotal
    case .classified(let met, let tests, _):
      classified(tests, for: block.plan.areas[met], choice.found?.observations ?? [])
    }
  }

  /// The other tracks of the same designation.
  var others: [ScoreBlock] {
    all.filter { $0.family == block.family && $0.index != block.index }
  }

  private var byTotal: String? {
    guard let counting = ([block] + others).first(where: \.score.counts) else { return nil }
    let rivals = all.filter { $0.family == block.family && $0.index != counting.index }
    guard let rival = rivals.max(by: { $0.score.total.isBelow($1.score.total) }) else { return nil }
    let name = counting.tree.title
    if counting.score.total == rival.score.total {
      let why =
        counting.score.isQualified == .yes && rival.score.isQualified != .yes
        ? "it is the one that qualifies" : "it comes first"
      let certainty = isOpen(counting) || isOpen(rival) ? "certain " : ""
      let own = PointsText.total(counting.score.total, counting.plan.qualification?.total)
      return "\(name) counts: of tracks with the same \(certainty)total of \(own) \(why)."
    }
    let own = (isOpen(counting) ? "certain total of " : "total of ") + total(counting)
    let other = (isOpen(rival) && !isOpen(counting) ? "certain " : "") + total(rival)
    let end = rival.score.mayCount ? ", which may count instead" : ""
    return "\(name) counts: its \(own) is higher than the \(other) of \(rival.tree.title)\(end)."
  }

  private func isOpen(_ block: ScoreBlock) -> Bool {
    block.score.total != block.score.possibleTotal
  }

  /// `10`, or `10 (up to 42)` where facts leave it open: certain points are compared.
  private func total(_ block: ScoreBlock) -> String {
    let bounds = block.plan.qualification?.total
    let certain = PointsText.total(block.score.total, bounds)
    guard isOpen(block) else { return certain }
    return "\(certain) (up to \(PointsText.total(block.score.possibleTotal, bounds)))"
  }

  /// `target` is the tree that counts when the tests hold.
  private func classified(
    _ tests: [PartnerTest],
    for target: AreaPlan,
    _ found: [PartnerObservation]
  ) -> String {
    let counting = ([block] + others).first(where: \.score.counts) ?? block
    let clauses = zip(tests, found).map(clause).joined(separator: "; ")
    let start = "\(counting.tree.title) counts"
    if clauses.isEmpty { return "\(start)." }
    if counting.tree.id == target.id { return "\(start), as it is chosen for: \(clauses)." }
    return ([block] + others).contains { $0.score.mayCount && !$0.score.counts }
      ? "\(start) as far as facts tell, and \(target.title) may count instead: \(clauses)."
      : "\(start), as \(target.title) is chosen for other partners: \(clauses)."
  }

  /// `share in M: 85 of 100 customers (85.00 percent) are in Small; at least 80 percent is needed`.
  private func clause(_ test: PartnerTest, _ found: PartnerObservation) -> String {
    let subject = subject(test, found)
    let bounds = bounds(test)
    switch found.truth {
    case .yes: return "\(subject), where \(RequirementText.need(bounds))"
    case .no: return "\(subject), but \(RequirementText.need(bounds))"
    case .unknown:
      return "\(subject), and whether that is \(RequirementText.amount(bounds)) cannot be told"
    }
  }

  private func bounds(_ test: PartnerTest) -> Bounds {
    switch test {
    case .count(_, _, let bounds), .total(_, let bounds), .share(_, _, let bounds): bounds
    }
  }

  private func subject(_ test: PartnerTest, _ found: PartnerObservation) -> String {
    let ends = bounds(test).ends
    switch test {
    case .count(let group, _, _):
      let title = block.plan.groups.indices.contains(group) ? block.plan.groups[group].title : ""
      let number = NumberText.quantity(found.value, found.unit)
      return "\(title) in \(found.month): \(number)"
    case .total(let quantity, _):
      let measures = block.plan.measures
      let title =
        measures.indices.contains(quantity.measure) ? measures[quantity.measure].title : ""
      let value = NumberText.quantity(found.value, found.unit, near: ends)
      return "\(title) of \(ListText.window(quantity.window, endingIn: found.month)): \(value)"
    case .share(_, let names, _):
      let labels = ListText.oneOf(names.members.map(\.label))
      guard let whole = found.whole, whole.high != nil || (whole.low?.mantissa ?? 0) > 0 else {
        return "which share of the customers is in \(labels) in \(found.month) is not known"
      }
      return "\(share(found, ends)) in \(labels) in \(found.month)"
    }
  }

  /// `85 of 100 customers (85.00 percent)`.
  private func share(_ found: PartnerObservation, _ ends: [Decimal]) -> String {
    let part = NumberText.number(found.value, .tenant)
    let whole = found.whole.map { NumberText.number($0, .tenant) } ?? "an unknown number"
    guard let value = found.value.exact, let all = found.whole?.exact,
      let percent = NumberText.percent(value, of: all, near: ends)
    else { return "\(part) of \(whole) customers" }
    return "\(part) of \(whole) customers (\(percent))"
  }
}
