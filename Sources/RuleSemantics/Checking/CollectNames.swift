import Facts
import RuleSyntax

extension DeclarationCollector {
  /// Kinds, and for each kind its declared names with aliases and what they cover.
  mutating func collectKindsAndNames() {
    let kinds = placed(\.kinds)
    reportRepeats(kinds, of: "kind") { $0.id }
    for entry in kinds {
      let unit = Unit(
        singular: entry.syntax.id.text,
        plural: entry.syntax.plural.text,
        decimals: 0
      )
      declarations.units[unit.singular] = unit
      declarations.units[unit.plural] = unit
    }
    let names = placed(\.names)
    reportUnknownKinds(of: names, among: kinds.map(\.syntax.id.text))
    var finished: [NameKind] = []
    for kind in kinds.map(\.syntax) where !finished.contains(where: { $0.id == kind.id.text }) {
      let own = names.filter { $0.syntax.kind.text == kind.id.text }
      finished.append(nameKind(kind, own))
      declarations.members.append(members(kind.id.text, own))
    }
    declarations.catalogue = Catalogue(kinds: finished, tables: [])
  }

  private mutating func reportUnknownKinds(of names: [Placed<NameSyntax>], among known: [String]) {
    for entry in names where !known.contains(entry.syntax.kind.text) {
      diagnostics.append(
        .unknown("kind", entry.syntax.kind, among: known, file: entry.file)
      )
    }
  }

  /// The kind with its names; a spelling that stands for two names is reported.
  private mutating func nameKind(_ kind: KindSyntax, _ names: [Placed<NameSyntax>]) -> NameKind {
    var owners: [String: (name: String, place: Placed<Word>)] = [:]
    var declared: [DeclaredName] = []
    for entry in names {
      let name = entry.syntax.name
      for spelling in [name] + entry.syntax.aliases {
        let key = Declarations.normalised(spelling.text)
        let place = Placed(file: entry.file, syntax: spelling)
        if let owner = owners[key], owner.name != name.text || spelling == name {
          diagnostics.append(.clashing(place, owner: owner.name, first: owner.place))
        } else {
          owners[key] = (name.text, place)
        }
      }
      declared.append(
        DeclaredName(canonical: name.text, aliases: entry.syntax.aliases.map(\.text))
      )
    }
    return NameKind(
      id: kind.id.text,
      plural: kind.plural.text,
      isOpen: kind.isOpen,
      names: declared
    )
  }

  /// By normalised spelling: the name's label and the codes it stands for.
  private mutating func members(
    _ kind: String,
    _ names: [Placed<NameSyntax>]
  ) -> [String: NameSet.Member] {
    var codes: [String: Int32] = [:]
    for (code, entry) in names.enumerated() {
      for spelling in [entry.syntax.name] + entry.syntax.aliases {
        codes[Declarations.normalised(spelling.text)] = Int32(code)
      }
    }
    var members: [String: NameSet.Member] = [:]
    for (code, entry) in names.enumerated() {
      var own: Set<Int32> = [Int32(code)]
      for covered in entry.syntax.covered {
        if let other = codes[Declarations.normalised(covered.text)] {
          own.insert(other)
        } else {
          let known = names.map(\.syntax.name.text)
          diagnostics.append(.undeclaredMember(covered, kind: kind, among: known, file: entry.file))
        }
      }
      let member = NameSet.Member(label: entry.syntax.name.text, codes: own.sorted())
      for spelling in [entry.syntax.name] + entry.syntax.aliases {
        members[Declarations.normalised(spelling.text)] = member
      }
    }
    return members
  }
}
