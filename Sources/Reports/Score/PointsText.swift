import Facts
import RuleSemantics

/// How points read.
///
/// Rounding is for show only: verdicts and distances come from the exact fractions.
enum PointsText {
  /// The most fraction digits that a rounded number is shown with.
  ///
  /// Source: our choice; a share of a target differs from a whole number earlier.
  private static let mostPlaces = 6

  /// `13.3`: one decimal, and more where one would look like nothing or like the maximum.
  static func metric(_ points: Fraction, of maximum: Fraction) -> String {
    shown(points, from: 1, apartFrom: [.zero, maximum])
  }

  /// `8.0`, or `8.0 to 20.0` where facts leave it open.
  static func metric(_ points: Fraction, to possible: Fraction, of maximum: Fraction) -> String {
    let low = metric(points, of: maximum)
    return points == possible ? low : "\(low) to \(metric(possible, of: maximum))"
  }

  /// `82`: a whole number, and with a decimal or more below what is needed: `69.5`.
  static func total(_ points: Fraction, _ bounds: Bounds?) -> String {
    let rounded = roundedTotal(points, bounds)
    return NumberText.plain(rounded.number, places: rounded.places)
  }

  /// The number that ``total(_:_:)`` shows.
  static func roundedTotal(_ points: Fraction, _ bounds: Bounds?) -> (number: Decimal, places: Int)
  {
    let isEnough = bounds?.contains(points) ?? true
    var places = isEnough || points.denominator == 1 ? 0 : 1
    while places < mostPlaces {
      let rounded = Fraction(points.rounded(toPlaces: places))
      let isSame = (bounds?.contains(rounded) ?? true) == isEnough
      if isSame, rounded.isPositive == points.isPositive { break }
      places += 1
    }
    return (points.rounded(toPlaces: places), places)
  }

  /// `72`, or `72 to 82` where facts leave it open.
  static func total(_ points: Fraction, to possible: Fraction, _ bounds: Bounds?) -> String {
    let low = total(points, bounds)
    return points == possible ? low : "\(low) to \(total(possible, bounds))"
  }

  /// `12`, `6.7`: a whole number as such, else with one decimal.
  static func amount(_ points: Fraction) -> String {
    points.denominator == 1
      ? NumberText.plain(points.rounded(toPlaces: 0), places: 0)
      : shown(points, from: 1, apartFrom: [.zero])
  }

  /// `12 points`, `1 point`.
  static func points(_ points: Fraction) -> String {
    amount(points) + (points == Fraction(1) ? " point" : " points")
  }

  /// `33.3333`: up to four decimals without trailing zeros, for programs.
  static func plain(_ points: Fraction) -> String { points.rounded(toPlaces: 4).description }

  /// The fewest decimals from `first` that put the number on its own side of every end.
  private static func shown(
    _ points: Fraction,
    from first: Int,
    apartFrom ends: [Fraction]
  ) -> String {
    var places = first
    while places < mostPlaces,
      !ends.allSatisfy({ end in
        let rounded = Fraction(points.rounded(toPlaces: places))
        return rounded.compared(with: end) == points.compared(with: end)
      })
    {
      places += 1
    }
    return NumberText.plain(points.rounded(toPlaces: places), places: places)
  }
}

extension Bounds {
  /// Whether the number is within the bounds.
  func contains(_ number: Fraction) -> Bool {
    if let lower, let order = number.compared(with: Fraction(lower.number)) {
      if lower.isIncluded ? order < 0 : order <= 0 { return false }
    }
    if let upper, let order = number.compared(with: Fraction(upper.number)) {
      if upper.isIncluded ? order > 0 : order >= 0 { return false }
    }
    return true
  }
}
