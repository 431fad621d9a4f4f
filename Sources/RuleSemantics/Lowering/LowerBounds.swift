import Facts
import RuleSyntax

extension TreeLowering {
  /// A relation whose amounts must be in `unit`.
  mutating func lowerBounds(_ relation: RelationSyntax, unit: Unit) -> Bounds? {
    switch relation.bounds {
    case .one(let comparison, let amount):
      guard let number = lowerAmount(amount, unit: unit) else { return nil }
      switch comparison {
      case .atLeast: return Bounds(lower: .init(number, isIncluded: true), upper: nil, unit: unit)
      case .above: return Bounds(lower: .init(number, isIncluded: false), upper: nil, unit: unit)
      case .atMost: return Bounds(lower: nil, upper: .init(number, isIncluded: true), unit: unit)
      case .below: return Bounds(lower: nil, upper: .init(number, isIncluded: false), unit: unit)
      }
    case .between(let low, let high):
      guard let lower = lowerAmount(low, unit: unit), let upper = lowerAmount(high, unit: unit)
      else { return nil }
      guard upper.isAtLeast(lower) else {
        report(
          Diagnostic(
            .negativeRange,
            "nothing lies between \(lower) and \(upper) \(unit.plural)",
            help: "write the smaller end first",
            file: file,
            at: relation.span
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
  }

  private mutating func lowerAmount(_ amount: AmountSyntax, unit: Unit) -> Decimal? {
    switch amount {
    case .named(let word):
      return lowerValue(word, unit: unit)
    case .literal(let number, let unitWord):
      guard let written = lowerUnit(unitWord) else { return nil }
      guard written == unit else {
        report(.incompatible(unit.plural, written.plural, file: file, at: amount.span))
        return nil
      }
      guard let value = Decimal(number.text), value == Decimal(0) || value == Decimal(1) else {
        report(
          Diagnostic(
            .bareNumber,
            "`\(number.text)` stands in a condition without a name",
            help: "give it a name: `value limit \"…\" = \(number.text) \(unitWord.text) from … cite …`",
            file: file,
            at: amount.span
          )
        )
        return nil
      }
      return value
    }
  }

  mutating func lowerUnit(_ word: Word) -> Unit? {
    if let unit = declarations.units[word.text] { return unit }
    report(.unknown("unit", word, among: Array(declarations.units.keys), file: file))
    return nil
  }

  private mutating func lowerValue(_ word: Word, unit: Unit) -> Decimal? {
    guard let definition = lookUp(word, "value") else { return nil }
    guard case .value(let versions) = definition.body else {
      report(.wrongKind(word, is: definition.what, needed: "value", file: file))
      return nil
    }
    guard let version = inForce(versions, of: definition.id, { $0.version }),
      let written = lowerUnit(version.unit)
    else { return nil }
    guard written == unit else {
      report(.incompatible(unit.plural, "`\(word.text)` in \(written.plural)", file: file, at: word.span))
      return nil
    }
    guard let number = Decimal(version.number.text) else {
      report(
        Diagnostic(
          .invalidNumber,
          "`\(version.number.text.prefix(40))` has more than \(Decimal.mostDigits) digits",
          file: file,
          at: version.number.span
        )
      )
      return nil
    }
    note(version.version.citations)
    return number
  }

  /// Remembers the citations that the current node rests on.
  mutating func note(_ citations: [CitationSyntax]) {
    for citation in citations {
      guard let source = declarations.sources[citation.source.text] else {
        let known = Array(declarations.sources.keys)
        let question = NearestNames.question(known, to: citation.source.text)
        report(
          Diagnostic(
            .unknownSource,
            "there is no source `\(citation.source.text)`",
            help: question ?? "declare it: `source \(citation.source.text) \"title\"`",
            file: file,
            at: citation.source.span
          )
        )
        continue
      }
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

extension Decimal {
  /// Exact comparison.
  func isAtLeast(_ other: Decimal) -> Bool {
    let scale = max(self.scale, other.scale)
    guard let left = mantissa(atScale: scale), let right = other.mantissa(atScale: scale) else {
      return false
    }
    return left >= right
  }
}
