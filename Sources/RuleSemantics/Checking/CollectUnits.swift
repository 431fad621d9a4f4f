import Facts
import RuleSyntax

extension [SourceSpan] {
  /// The smallest span that holds all; nil without any.
  fileprivate var joined: SourceSpan? {
    first.map { first in reduce(first) { $0.joined(with: $1) } }
  }
}

extension DeclarationCollector {
  /// The units that are built in and those that files declare.
  mutating func collectUnits() {
    for unit in [
      Unit.percent, .tenant, .point, .person,
      Unit(singular: "customer", plural: "customers", decimals: 0),
    ] {
      declarations.units[unit.singular] = unit
      declarations.units[unit.plural] = unit
    }
    let written = first(placed(\.units), of: "unit", id: \.id) { [self] first, entry in
      deletion(of: entry, like: first, entry.syntax.id.text, \.span)
    }
    for entry in written {
      let words = [entry.syntax.id] + (entry.syntax.plural.map { [$0] } ?? [])
      let unit = Unit(
        singular: words[0].text,
        plural: words[words.count - 1].text,
        decimals: decimals(of: entry),
        range: range(of: entry)
      )
      if let place = [entry.syntax.least, entry.syntax.most].compactMap(\.?.span).joined {
        declarations.unitRanges[unit.singular] = Placed(file: entry.file, syntax: place)
      }
      for word in words where !isUnitTaken(word, file: entry.file, by: unit) {
        declarations.units[word.text] = unit
        unitPlaces[word.text] = Placed(file: entry.file, syntax: word)
      }
    }
  }

  /// Makes a kind a unit; reports words that are a unit already.
  mutating func addUnit(of kind: Placed<KindSyntax>) {
    let words = [kind.syntax.id, kind.syntax.plural]
    let unit = Unit(singular: words[0].text, plural: words[1].text, decimals: 0)
    for word in words where !isUnitTaken(word, file: kind.file, by: unit) {
      declarations.units[word.text] = unit
      unitPlaces[word.text] = Placed(file: kind.file, syntax: word)
    }
  }

  private mutating func isUnitTaken(
    _ word: Word,
    file: Int,
    by unit: Unit
  ) -> Bool {
    guard let owner = declarations.units[word.text], owner != unit else { return false }
    let first = unitPlaces[word.text]
    diagnostics.append(
      Diagnostic(
        .clashingAlias,
        "`\(word.text)` is a unit already",
        help: "a word stands for one unit only: choose another one"
          + (first == nil ? "; this one is built in" : ""),
        file: file,
        at: word.span,
        related: first.map { [RelatedPlace("declared here", file: $0.file, at: $0.syntax.span)] }
          ?? []
      )
    )
    return true
  }

  /// What amounts in the unit can be.
  private mutating func range(of unit: Placed<UnitSyntax>) -> AmountRange {
    let least = unit.syntax.least.flatMap { Decimal($0.text) }
    let most = unit.syntax.most.flatMap { Decimal($0.text) }
    guard let least, let most, let end = unit.syntax.most, most.compared(with: least) < 0 else {
      return AmountRange(least: least, most: most)
    }
    diagnostics.append(
      Diagnostic(
        .negativeRange,
        "no amount is at least \(least) and at most \(most)",
        help: "write the smaller number after `at least`",
        file: unit.file,
        at: end.span
      )
    )
    return AmountRange(least: nil, most: nil)
  }

  private mutating func decimals(of unit: Placed<UnitSyntax>) -> Int {
    guard let word = unit.syntax.decimals else { return 0 }
    if let number = Int(word.text), (0...12).contains(number) { return number }
    diagnostics.append(
      Diagnostic(
        .invalidNumber,
        "a unit is shown with 0 to 12 decimals, not with \(word.text)",
        help: "write `decimals 2`",
        file: unit.file,
        at: word.span
      )
    )
    return 0
  }
}
