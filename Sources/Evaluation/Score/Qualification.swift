import Facts
import RuleSemantics

extension QualificationPlan {
  /// Whether the total is enough and, where it is asked for, every metric is above zero.
  func truth(of total: Points, metrics: [Points]) -> Truth {
    let isEnough = self.total.truth(of: total)
    guard needsEveryScore else { return isEnough }
    return metrics.reduce(isEnough) { truth, metric in
      if metric.certain.numerator > 0 { return truth }
      return truth.and(metric.possible.numerator > 0 ? .unknown : .no)
    }
  }
}

extension Bounds {
  /// Yes when all points from the certain to the possible ones are within, no when none are.
  fileprivate func truth(of points: Points) -> Truth {
    isAbove(points).and(isBelow(points))
  }

  private func isAbove(_ points: Points) -> Truth {
    guard let lower else { return .yes }
    let limit = Fraction(lower.number)
    func fulfils(_ end: Fraction) -> Bool? {
      end.compared(with: limit).map { lower.isIncluded ? $0 >= 0 : $0 > 0 }
    }
    if fulfils(points.certain) == true { return .yes }
    return fulfils(points.possible) == false ? .no : .unknown
  }

  private func isBelow(_ points: Points) -> Truth {
    guard let upper else { return .yes }
    let limit = Fraction(upper.number)
    func fulfils(_ end: Fraction) -> Bool? {
      end.compared(with: limit).map { upper.isIncluded ? $0 <= 0 : $0 < 0 }
    }
    if fulfils(points.possible) == true { return .yes }
    return fulfils(points.certain) == false ? .no : .unknown
  }
}
