import Facts
import RuleSyntax

extension TreeLowering {
  /// A relation whose amounts must be in `unit`, the unit of the `subject`.
  ///
  /// Where the subject is an amount of facts, and no change or sum of them, numbers that it cannot
  /// be are reported.
  mutating func lowerBounds(
    _ relation: RelationSyntax,
    of subject: ComparedSubject,
    unit: Unit,
    isAmount: Bool = false
  ) -> Bounds? {
    let bounds = lowerBounds(relation, of: subject, in: unit)
    if isAmount, let bounds { checkRange(of: bounds, relation) }
    return bounds
  }

  private mutating func checkRange(of bounds: Bounds, _ relation: RelationSyntax) {
    let range = bounds.unit.range
    for (end, amount) in zip([bounds.lower, bounds.upper].compactMap(\.self), relation.amounts)
    where !range.contains(end.number) {
      let unit = bounds.unit.plural
      let named = declaredSpan(of: amount)
      report(
        Diagnostic(
          .outOfRange,
          "amounts in \(unit) are \(range.text), and this is \(end.number)",
          help: "correct the number, or the range in the declaration of the unit",
          file: file,
          at: named ?? amount.span,
          related: (named.map { _ in [RelatedPlace("compared here", file: file, at: amount.span)] }
            ?? []) + declarations.rangePlace(of: bounds.unit)
        )
      )
    }
  }

  private mutating func lowerBounds(
    _ relation: RelationSyntax,
    of subject: ComparedSubject,
    in unit: Unit
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
      return lowerRange(lower, upper, unit, relation, low, high)
    }
  }

  private mutating func lowerRange(
    _ lower: Decimal,
    _ upper: Decimal,
    _ unit: Unit,
    _ relation: RelationSyntax,
    _ low: AmountSyntax,
    _ high: AmountSyntax
  ) -> Bounds? {
    guard upper.compared(with: lower) >= 0 else {
      // The value is the one place to correct, wherever the range is written.
      let places = [low, high].compactMap { declaredSpan(of: $0) }
      let isNamed = places.count == 2
      report(
        Diagnostic(
          .negativeRange,
          "nothing lies between \(lower) and \(upper) \(unit.plural)",
          help: isNamed ? "correct one of the two values" : "write the smaller end first",
          file: file,
          at: isNamed ? places[0] : relation.span,
          related: isNamed
            ? [
              RelatedPlace("the other end", file: file, at: places[1]),
              RelatedPlace("the range", file: file, at: relation.span),
            ] : []
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

  /// Where the number stands that a named value has in this month; nil for a number in place.
  func declaredSpan(of amount: AmountSyntax) -> SourceSpan? {
    guard case .named(let word) = amount, case .value(let versions)? = scope[word.text]?.body,
      let version = chooser.latest(versions, version: { $0.version })
    else { return nil }
    return version.number.span.joined(with: version.unit.span)
  }

  /// Looks the amounts up although the unit is not known, so that each mistake is reported.
  mutating func lookUpAmounts(_ relation: RelationSyntax) {
    for case .named(let word) in relation.amounts { _ = lookUp(word, .value) }
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
          at: amount.span,
          fix: naming(number, unitWord, at: amount.span)
        )
      )
      return nil
    }
  }

  /// Declares a value in the area and names it; where it is published, only the author knows.
  private func naming(_ number: Word, _ unit: Word, at span: SourceSpan) -> Fix? {
    let digits = number.text.split(separator: ".").joined(separator: "-")
    let name = "limit-\(digits)-\(unit.text.lowercased())"
    let source = declarations.files[file]
    let areas = declarations.areas.filter {
      $0.file == file && $0.syntax.title.span.end <= span.start
    }
    guard scope[name] == nil,
      let area = areas.max(by: { $0.syntax.id.span.start < $1.syntax.id.span.start }),
      let brace = source.bytes[Int(area.syntax.title.span.end)...].firstIndex(of: UInt8(ascii: "{"))
    else { return nil }
    let amount = "\(number.text) \(unit.text)"
    let start = SourceSpan(start: UInt32(brace) + 1, end: UInt32(brace) + 1)
    let value = "\n  value \(name) \"\(amount)\" = \(amount)"
    return Fix(
      "declare `value \(name)`, and name it here",
      .unsafe,
      [TextEdit(file: file, start, value), TextEdit(file: file, span, name)]
    )
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
    guard record == nil else { return }
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
