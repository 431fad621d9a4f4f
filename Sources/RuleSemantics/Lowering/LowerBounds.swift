import Facts
import RuleSyntax

extension TreeLowering {
  /// A relation whose amounts must be in `unit`, the unit of the `subject`.
  mutating func lowerBounds(
    _ relation: RelationSyntax,
    of subject: ComparedSubject,
    unit: Unit
  ) -> Bounds? {
    switch relation.bounds {
    case .one(let comparison, let amount):
      guard let number = lowerAmount(amount, of: subject, unit: unit) else { return nil }
      switch comparison {
      case .atLeast: return Bounds(lower: .init(number, isIncluded: true), upper: nil, unit: unit)
      case .above: return Bounds(lower: .init(number, isIncluded: false), upper: nil, unit: unit)
      case .atMost: return Bounds(lower: nil, upper: .init(number, isIncluded: true), unit: unit)
      case .below: return Bounds(lower: nil, upper: .init(number, isIncluded: false), unit: unit)
      }
    case .between(let low, let high):
      let lower = lowerAmount(low, of: subject, unit: unit)
      let upper = lowerAmount(high, of: subject, unit: unit)
      guard let lower, let upper else { return nil }
      return lowerRange(lower, upper, unit, at: relation.span)
    }
  }

  private mutating func lowerRange(
    _ lower: Decimal,
    _ upper: Decimal,
    _ unit: Unit,
    at span: SourceSpan
  ) -> Bounds? {
    guard upper.compared(with: lower) >= 0 else {
      report(
        Diagnostic(
          .negativeRange,
          "nothing lies between \(lower) and \(upper) \(unit.plural)",
          help: "write the smaller end first",
          file: file,
          at: span
        )
      )
      return nil
    }
    return Bounds(
      lower: .init(lower, isIncluded: true),
      upper: .init(upper, isIncluded: true),
      unit: unit
    )
  }

  /// Looks the amounts up although the unit is not known, so that each mistake is reported.
  mutating func lookUpAmounts(_ relation: RelationSyntax) {
    let amounts: [AmountSyntax] =
      switch relation.bounds {
      case .one(_, let amount): [amount]
      case .between(let low, let high): [low, high]
      }
    for case .named(let word) in amounts { _ = lookUp(word, .value) }
  }

  mutating func lowerAmount(
    _ amount: AmountSyntax,
    of subject: ComparedSubject,
    unit: Unit
  ) -> Decimal? {
    switch amount {
    case .named(let word):
      return lowerValue(word, of: subject, unit: unit)
    case .literal(let number, let unitWord):
      guard let written = lowerUnit(unitWord) else { return nil }
      guard written == unit else {
        reportUnits(
          of: subject,
          unit,
          "`\(number.text) \(unitWord.text)`",
          written,
          help: "write `\(unit.amount(number))`",
          at: amount.span
        )
        return nil
      }
      if let value = Decimal(number.text), value == Decimal(0) || value == Decimal(1) {
        return value
      }
      report(
        Diagnostic(
          .bareNumber,
          "`\(number.text) \(unitWord.text)` stands in a condition without a name",
          help:
            "declare `value NAME \"…\" = \(number.text) \(unitWord.text) cite SOURCE`, and name it here",
          file: file,
          at: amount.span
        )
      )
      return nil
    }
  }

  private mutating func lowerUnit(_ word: Word) -> Unit? {
    if let unit = declarations.unit(word.text) { return unit }
    if !declarations.mistakes.names.contains(word.text) {
      report(.unknownUnit(word, among: Array(declarations.units.keys), file: file))
    }
    return nil
  }

  /// The value in this month; an unknown unit and too many digits were reported.
  private mutating func lowerValue(_ word: Word, of subject: ComparedSubject, unit: Unit)
    -> Decimal?
  {
    guard let definition = lookUpValue(word, in: unit), case .value(let versions) = definition.body,
      let version = inForce(versions, of: definition.id, usedAt: word, { $0.version }),
      let written = declarations.unit(version.unit.text)
    else { return nil }
    guard written == unit else {
      guard !declarations.mistakes.names.contains(word.text) else { return nil }
      reportUnits(
        of: subject,
        unit,
        "`\(word.text)`",
        written,
        help: "name a value in \(unit.plural), "
          + "or declare `\(word.text)` as `\(unit.amount(version.number))`",
        at: word.span,
        declared: version.number.span.joined(with: version.unit.span)
      )
      return nil
    }
    note(version.version.citations)
    return Decimal(version.number.text)
  }

  /// The value that a name stands for; values in other units are not suggested.
  private mutating func lookUpValue(_ word: Word, in unit: Unit) -> DefinitionSyntax? {
    let declarations = declarations
    let fitting = Fitting(called: "value in \(unit.plural)") { definition in
      guard case .value(let versions) = definition.body else { return false }
      return versions.contains { declarations.unit($0.unit.text) == unit }
    }
    return lookUp(word, called: "value", needed: "value", fitting: fitting) { $0.kind == .value }
  }

  /// Remembers the citations that the current node rests on.
  mutating func note(_ citations: [CitationSyntax]) {
    guard keepsCitations else { return }
    for citation in citations {
      // An unknown source was reported.
      guard let source = declarations.sources[citation.source.text]?.syntax else { continue }
      let entry = Citation(
        source: source.id.text,
        title: source.title.text,
        address: source.address?.text,
        quote: citation.quote?.text
      )
      if !usedCitations.contains(entry) { usedCitations.append(entry) }
    }
  }
}

extension Unit {
  /// A number with the unit, as rules write it.
  fileprivate func amount(_ number: Word) -> String {
    "\(number.text) \(number.text == "1" ? singular : plural)"
  }
}
