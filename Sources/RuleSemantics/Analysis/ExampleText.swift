import Facts

/// Facts of an example, for people: `24 seats`, `24 seats and 8 users a year earlier`.
struct ExampleText {
  let measures: [MeasurePlan]
  let catalogue: Catalogue

  /// More are left out.
  ///
  /// Source: our choice, a line.
  private static let mostShown = 3

  /// The numbers and dates that make the difference, or else the names; empty where nothing does.
  func text(of values: [FactValue?], _ variables: [FactVariable]) -> String {
    var parts: [String] = []
    var names: [String] = []
    for (value, variable) in zip(values, variables) {
      guard let value, let part = text(of: value, variable) else { continue }
      if case .name = value {
        names.append(part)
      } else if !parts.contains(part) {
        parts.append(part)
      }
    }
    return (parts.isEmpty ? names : parts).prefix(ExampleText.mostShown).joined(separator: " and ")
  }

  private func text(of value: FactValue, _ variable: FactVariable) -> String? {
    switch (variable, value) {
    case (.sum(let quantity, let month, _), .number(let number)):
      let measure = measures[quantity.measure]
      let window = quantity.window == 1 ? "" : " in \(quantity.window) months"
      return "\(amount(number, measure.unit))\(named(measure))\(window)\(text(of: month))"
    case (.share(let part, let whole, let month, _), .number(let number)):
      let (one, other) = (measures[part.measure].id, measures[whole.measure].id)
      return "\(number) percent `\(one)` of `\(other)`\(text(of: month))"
    case (.name(let item), .name(let code)):
      let names = catalogue.kinds[item.kind].names
      return names.indices.contains(Int(code)) ? "`\(names[Int(code)].canonical)`" : nil
    case (.associated(let months, let month, _), .flag(let flag)):
      return flag ? "an association of the last \(months) months\(text(of: month))" : nil
    default: return nil
    }
  }

  private func amount(_ number: Decimal, _ unit: Unit) -> String {
    "\(number) \(number == Decimal(1) ? unit.singular : unit.plural)"
  }

  /// The measure, where its unit does not tell it.
  private func named(_ measure: MeasurePlan) -> String {
    [measure.unit.singular, measure.unit.plural].contains(measure.id) ? "" : " `\(measure.id)`"
  }

  private func text(of month: FactMonth) -> String {
    if month.isAtAssociation { return " at the association" }
    switch month.distance {
    case 0: return ""
    case -12: return " a year earlier"
    default: return " \(-month.distance) months earlier"
    }
  }
}
