package import Evaluation
import Facts
import RuleSemantics

/// What became of a member between the month of comparison and now.
package enum MemberState: String, Sendable {
  case gained, kept, lost
  /// Of a plain count, that compares nothing.
  case current
  /// Facts are missing that would tell about one of the months.
  case possible
  /// Has values, and is no member in either month.
  case notCounted = "not counted"
}

extension MemberEvidence {
  package var state: MemberState {
    switch (then, now) {
    case (.unknown, _), (_, .unknown): .possible
    case (.no, .yes): .gained
    case (.yes, .yes): .kept
    case (.yes, .no): .lost
    case (.no, .no): .notCounted
    }
  }

  /// `868368da, Mail`.
  package var name: String {
    [tenant, item].compactMap(\.self).joined(separator: ", ")
  }

  /// The reading that came nearest to its limit in the month that is looked at.
  ///
  /// Something that was within its limits and is left out for that comes first.
  var nearest: Reading? {
    var best: Reading?
    var shortfall: Decimal?
    for reading in nowReadings {
      switch reading.isWithin {
      case .yes:
        return reading
      case .unknown:
        continue
      case .no:
        guard let known = best else {
          best = reading
          continue
        }
        let least = shortfall ?? known.shortfall
        let own = reading.shortfall
        let order = own.compared(with: least)
        let isNearer = order < 0 || order == 0 && reading.month > known.month
        if isNearer { best = reading }
        shortfall = isNearer ? own : least
      }
    }
    return best
  }
}

extension MembersObservation {
  /// What a member is, whether or not the count is compared with another.
  func state(of member: MemberEvidence) -> MemberState {
    guard baselineMonth == nil, member.state == .gained else { return member.state }
    return .current
  }
}

extension Reading {
  /// The value, or the share in percent; nil where it is not known.
  private var measured: Decimal? {
    guard let whole else { return value.exact }
    guard let part = value.exact, let base = whole.exact else { return nil }
    return Decimal.percent(part, of: base, places: 6)
  }

  /// By how much the value misses its limit, in percent of the limit: only to find the nearest.
  var shortfall: Decimal {
    let far = Decimal(1_000_000)
    guard let measured, let bounds else { return far }
    let distances = bounds.ends.compactMap { end -> Decimal? in
      guard let gap = end.minus(measured) else { return nil }
      return Decimal.percent(gap.size, of: end, places: 6)
    }
    return distances.min { $0.compared(with: $1) < 0 } ?? far
  }

  /// Whether all of it is known to be zero.
  var isNothing: Bool {
    value.exact == .zero && whole.map { $0.exact == .zero } ?? true
  }
}
