import Facts
import RuleSyntax

/// A rate in this month.
struct LoweredRate {
  let plan: RatePlan

  /// What the numbers become.
  let unit: Unit
}

extension TreeLowering {
  /// The rate in this month: names whose rate is not in force have none.
  mutating func lowerRate(_ word: Word) -> LoweredRate? {
    if let known = rates[word.text] { return known }
    var result: LoweredRate?
    if let definition = lookUp(word, .rate),
      case .rate(let kindWord, let entries) = definition.body,
      let kind = declarations.kind(id: kindWord.text),
      !declarations.mistakes.names.contains(definition.id.text)
    {
      result = lowerRate(definition, kind, entries)
    }
    rates[word.text] = .some(result)
    return result
  }

  private mutating func lowerRate(
    _ definition: DefinitionSyntax,
    _ kind: Int,
    _ entries: [RateEntrySyntax]
  ) -> LoweredRate? {
    guard let unitWord = entries.first?.versions.first?.unit,
      let unit = declarations.unit(unitWord.text)
    else { return nil }
    var lowered: [RatePlan.Entry] = []
    for entry in entries {
      // Unknown names and numbers that are too long were reported.
      guard let member = declarations.member(entry.name.text, kind: kind),
        let version = chooser.latest(entry.versions, version: { $0.version }),
        let number = Decimal(version.number.text)
      else { continue }
      lowered.append(RatePlan.Entry(member: member, number: number))
    }
    let plan = RatePlan(
      id: definition.id.text,
      title: definition.title.text,
      kind: kind,
      entries: lowered
    )
    return LoweredRate(plan: plan, unit: unit)
  }
}
