import Facts

extension AmountRange {
  /// What a measure can be: nothing below zero where no column is, and zero where there are no rows.
  ///
  /// Numbers add up, so the most that one can be is no limit.
  init(of measure: MeasurePlan) {
    let isPositive = measure.parts.allSatisfy { part in
      part.unit.range.least.map { $0.compared(with: .zero) >= 0 } ?? false
    }
    self.init(least: isPositive ? .zero : nil, most: nil)
  }

  /// Whether no number of the range is within the bounds.
  func isOutside(_ bounds: Bounds) -> Bool {
    if let most, let lower = bounds.lower {
      let order = lower.number.compared(with: most)
      if order > 0 || order == 0 && !lower.isIncluded { return true }
    }
    if let least, let upper = bounds.upper {
      let order = upper.number.compared(with: least)
      if order < 0 || order == 0 && !upper.isIncluded { return true }
    }
    return false
  }

  /// Whether every number of the range is within the bounds.
  func isInside(_ bounds: Bounds) -> Bool {
    let holdsLeast = bounds.lower == nil || least.map(bounds.contains) ?? false
    let holdsMost = bounds.upper == nil || most.map(bounds.contains) ?? false
    return holdsLeast && holdsMost
  }
}
