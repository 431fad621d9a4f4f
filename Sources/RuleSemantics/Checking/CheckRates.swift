import Facts
import RuleSyntax

extension DeclarationCollector {
  /// Checks a rate as far as it does not depend on the month: names that are declared, each once,
  /// and one unit for all.
  mutating func checkRate(
    _ id: Word,
    _ kindWord: Word,
    _ entries: [RateEntrySyntax],
    file: Int,
    _ meant: inout KnownMistakes
  ) {
    guard let kind = knownKind(kindWord, of: id, file: file, &meant) else { return }
    checkMembers(entries.map(\.name), kind, in: "rate", file: file)
    checkOverlaps(entries, kind, file: file)
    let versions = entries.flatMap(\.versions)
    checkValues(versions, file: file, &meant)
    guard let first = versions.first, let unit = declarations.unit(first.unit.text) else { return }
    for version in versions {
      guard let other = declarations.unit(version.unit.text), other != unit else { continue }
      declarations.mistakes.names.insert(id.text)
      diagnostics.append(
        Diagnostic(
          .incompatibleUnits,
          "rate `\(id.text)` is in \(unit.plural), and this is in \(other.plural)",
          help: "write `\(version.number.text) \(unit.plural)`, or make two rates",
          file: file,
          at: version.number.span.joined(with: version.unit.span),
          related: [
            RelatedPlace(
              "the first is in \(unit.plural)",
              file: file,
              at: first.number.span.joined(with: first.unit.span)
            )
          ]
        )
      )
    }
  }

  /// Reports a name with a rate of its own that another name with a rate covers.
  private mutating func checkOverlaps(_ entries: [RateEntrySyntax], _ kind: Int, file: Int) {
    var owners: [Int32: (member: NameSet.Member, word: Word)] = [:]
    for entry in entries {
      guard let member = declarations.member(entry.name.text, kind: kind) else { continue }
      for code in member.codes {
        guard let owner = owners[code] else {
          owners[code] = (member, entry.name)
          continue
        }
        // The same name twice was reported.
        guard owner.member != member else { break }
        diagnostics.append(
          .listedTwice(entry.name, in: "rate", first: owner.word, file: file)
        )
        break
      }
    }
  }
}
