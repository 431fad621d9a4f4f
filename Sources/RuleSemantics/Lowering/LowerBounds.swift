import Facts
import RuleSyntax

extension TreeLowering {
  /// A relation whose amounts must be in `unit`, the unit of the `subject`.
  mutating func lowerBounds(
    _ relation: RelationSyntax,
    of subject: String,
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
      let fix = swap(low, high)
      return lowerRange(lower, upper, unit, fix, at: relation.span)
    }
  }

  private mutating func lowerRange(
    _ lower: Decimal,
    _ upper: Decimal,
    _ unit: Unit,
    _ fix: Fix?,
    at span: SourceSpan
  ) -> Bounds? {
    guard upper.compared(with: lower) >= 0 else {
      report(
        Diagnostic(
          .negativeRange,
          "nothing lies between \(lower) and \(upper) \(unit.plural)",
          help: "write the smaller end first",
          file: file,
          at: span,
          fix: fix
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

  /// Swaps the ends of a range; nil where one of them changes with time, and so may the order.
  private func swap(_ low: AmountSyntax, _ high: AmountSyntax) -> Fix? {
    let isFixed = [low, high].allSatisfy { amount in
      guard case .named(let word) = amount else { return true }
      return scope[word.text]?.versions.count == 1
    }
    let source = declarations.files[file]
    let edits = [(low, high), (high, low)].map { place, other in
      TextEdit(file: file, place.span, source.text(other.span))
    }
    return isFixed ? Fix("write the smaller end first", .unsafe, edits) : nil
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
    of subject: String,
    unit: Unit
  ) -> Decimal? {
    switch amount {
    case .named(let word):
      return lowerValue(word, of: subject, unit: unit)
    case .literal(let number, let unitWord):
      guard let written = lowerUnit(unitWord) else { return nil }
      guard written == unit else {
        let shown = "`\(number.text) \(unitWord.text)`"
        report(.incompatible(subject, unit, shown, written, file: file, at: amount.span))
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
            "declare `value NAME \"…\" = \(number.text) \(unitWord.text) from 2025-11 cite S1`, and name it here",
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
      report(.unknown("unit", word, among: Array(declarations.units.keys), file: file))
    }
    return nil
  }

  /// The value in this month; an unknown unit and too many digits were reported.
  private mutating func lowerValue(_ word: Word, of subject: String, unit: Unit) -> Decimal? {
    guard let definition = lookUp(word, .value), case .value(let versions) = definition.body,
      let version = inForce(versions, of: definition.id, usedAt: word, { $0.version }),
      let written = declarations.unit(version.unit.text)
    else { return nil }
    guard written == unit else {
      guard !declarations.mistakes.names.contains(word.text) else { return nil }
      report(
        .incompatible(
          subject,
          unit,
          "`\(word.text)`",
          written,
          file: file,
          at: word.span,
          declared: version.number.span.joined(with: version.unit.span)
        )
      )
      return nil
    }
    note(version.version.citations)
    return Decimal(version.number.text)
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
