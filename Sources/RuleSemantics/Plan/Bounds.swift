package import Facts

/// What a value is compared with: from `lower` to `upper`, each end included or not.
package struct Bounds: Hashable, Sendable {
  /// One end of the bounds.
  package struct End: Hashable, Sendable {
    /// In the unit of the bounds.
    package let number: Decimal

    /// Whether the number itself is within the bounds.
    package let isIncluded: Bool

    package init(_ number: Decimal, isIncluded: Bool) {
      self.number = number
      self.isIncluded = isIncluded
    }
  }

  /// Nil when there is no lower end.
  package let lower: End?

  /// Nil when there is no upper end.
  package let upper: End?

  /// Of both ends, and of what is compared.
  package let unit: Unit

  package init(lower: End?, upper: End?, unit: Unit) {
    self.lower = lower
    self.upper = upper
    self.unit = unit
  }

  /// Whether zero is within the bounds.
  package var includesZero: Bool {
    if let lower {
      if lower.number.mantissa > 0 || (lower.number.mantissa == 0 && !lower.isIncluded) {
        return false
      }
    }
    if let upper {
      if upper.number.mantissa < 0 || (upper.number.mantissa == 0 && !upper.isIncluded) {
        return false
      }
    }
    return true
  }

  /// Bounds on a sum of so many months, where these are bounds on their average.
  ///
  /// Numbers of rule files have few enough digits for it.
  package func times(_ months: Int) -> Bounds {
    func times(_ end: End?) -> End? {
      end.map { end in
        let number = Decimal(
          mantissa: end.number.mantissa * Int128(months),
          scale: end.number.scale
        )
        return End(number, isIncluded: end.isIncluded)
      }
    }
    return Bounds(lower: times(lower), upper: times(upper), unit: unit)
  }

  /// `>= 1`, `> 0`, `11..300`: plain numbers, as in the `required` column of reports.
  package var required: String {
    switch (lower, upper) {
    case (let lower?, let upper?):
      lower.number.description + ".." + upper.number.description
    case (let lower?, nil):
      (lower.isIncluded ? ">= " : "> ") + lower.number.description
    case (nil, let upper?):
      (upper.isIncluded ? "<= " : "< ") + upper.number.description
    case (nil, nil):
      ""
    }
  }
}

/// A declared unit.
///
/// Values of different units are never compared.
package struct Unit: Hashable, Sendable {
  /// For one: `seat`.
  package let singular: String

  /// For more, and in reports: `seats`.
  package let plural: String

  /// Decimals that sentences show.
  package let decimals: Int

  /// What amounts of facts can be.
  package let range: AmountRange

  /// The built-in unit of shares and growth.
  package static let percent = Unit(singular: "percent", plural: "percent", decimals: 2)

  /// The built-in unit of groups of tenants.
  package static let tenant = Unit(singular: "tenant", plural: "tenants", decimals: 0)

  /// The built-in unit of what the partner earns.
  package static let point = Unit(singular: "point", plural: "points", decimals: 1)

  /// The built-in unit of steps.
  package static let person = Unit(singular: "person", plural: "people", decimals: 0)

  package init(
    singular: String,
    plural: String,
    decimals: Int,
    range: AmountRange = AmountRange(least: nil, most: nil)
  ) {
    self.singular = singular
    self.plural = plural
    self.decimals = decimals
    self.range = range
  }
}
