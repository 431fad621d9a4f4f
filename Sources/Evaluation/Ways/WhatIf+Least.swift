import Facts
import RuleSemantics

extension WhatIf {
  /// The same with as little as is enough: changes that are not needed are left out, and no amount can
  /// be smaller by a step of its unit.
  ///
  /// An amount may turn out to be too large when another part of a condition asks for more of the same,
  /// or when a number counts more than once. What is given stays.
  func least(keeping given: WhatIf?, _ isMet: (WhatIf) -> Bool) -> WhatIf {
    var result = self
    for _ in 0..<WhatIf.mostRounds {
      let before = result
      for place in result.changes.indices.reversed() {
        let own = given?.changes.first { $0.listing == result.changes[place].listing }
        for amount in result.changes[place].amounts.indices.reversed() {
          let column = result.changes[place].amounts[amount].column
          guard own?.change(of: column) ?? .zero == .zero else { continue }
          result = result.least(amount, of: place, isMet)
        }
        let less = result.without(place)
        if own == nil, result.changes[place].amounts.isEmpty, isMet(less) { result = less }
      }
      if result.isSame(as: before) { break }
    }
    return result
  }

  /// How often all amounts are looked at again after one became smaller.
  ///
  /// Source: our choice; one is nearly always enough.
  private static let mostRounds = 8

  /// Makes one amount as small as is enough.
  private func least(_ amount: Int, of change: Int, _ isMet: (WhatIf) -> Bool) -> WhatIf {
    let own = changes[change].amounts[amount]
    let decimals = context.plan.measures[own.measure].parts[own.part].unit.decimals
    guard let count = own.change.mantissa(atScale: decimals) else { return self }
    func moved(_ count: Int128) -> WhatIf {
      with(Decimal(mantissa: count, scale: decimals), as: amount, of: change)
    }
    let sign: Int128 = count < 0 ? -1 : 1
    guard count != 0, isMet(moved(count - sign)) else { return self }
    if isMet(moved(0)) { return moved(0) }
    // Not enough at `low`, enough at `high`.
    var (low, high): (Int128, Int128) = (0, (count - sign) * sign)
    while high - low > 1 {
      let middle = (low + high) / 2
      if isMet(moved(middle * sign)) { high = middle } else { low = middle }
    }
    return moved(high * sign)
  }

  private func isSame(as other: WhatIf) -> Bool {
    changes.count == other.changes.count
      && zip(changes, other.changes).allSatisfy { left, right in
        left.listing == right.listing
          && left.amounts.map(\.change) == right.amounts.map(\.change)
      }
  }
}
