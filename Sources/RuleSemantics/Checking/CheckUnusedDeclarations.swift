import Facts
import RuleSyntax

extension DeclarationCollector {
  /// What is declared beside the areas and that nothing uses: sources, units, kinds, choices, and
  /// names that change nothing.
  var unusedDeclarations: [Diagnostic] {
    let uses = DeclarationUses(trees)
    var found: [Diagnostic] = []
    for source in placed(\.sources) where !uses.sources.contains(source.syntax.id.text) {
      found.append(unused("source", source, \.id, "delete it, or cite it", \.span))
    }
    for unit in placed(\.units) {
      let own = [unit.syntax.id, unit.syntax.plural].compactMap(\.?.text)
      guard !own.contains(where: uses.units.contains) else { continue }
      found.append(unused("unit", unit, \.id, "delete it, or use it in a value or column", \.span))
    }
    for kind in placed(\.kinds) where !uses.roles.contains(kind.syntax.id.text) {
      let id = kind.syntax.id.text
      let help = "declare a column such as `\(id): \(id) from \"Header\"`"
      found.append(unused("kind", kind, \.id, help))
    }
    for choice in placed(\.choices) where !uses.choices.contains(choice.syntax.id.text) {
      let help = "delete it, or write versions `if \(choice.syntax.id.text) is …`"
      found.append(unused("choice", choice, \.id, help))
    }
    return found + unusedNames(uses)
  }

  /// Where any name will do, and where names that are not declared are not needed, a name that
  /// stands in no set and has no other spelling changes nothing.
  private func unusedNames(_ uses: DeclarationUses) -> [Diagnostic] {
    let closed = Set(
      placed(\.kinds).filter { $0.syntax.openness == .closed }.map(\.syntax.id.text)
    )
    let names = placed(\.names).filter { entry in
      let name = entry.syntax
      return !closed.contains(name.kind.text) && name.aliases.isEmpty && name.covered.isEmpty
        && !uses.names.contains(Declarations.normalised(name.name.text))
    }
    return names.map { entry in
      Diagnostic(
        .unusedName,
        "nothing uses \(entry.syntax.kind.text) `\(entry.syntax.name.text.prefix(50))`",
        help: "delete it, or add it to a set",
        file: entry.file,
        at: entry.syntax.name.span,
        fix: deletion(of: entry, entry.syntax.name.text, \.span)
      )
    }
  }

  private func unused<Syntax>(
    _ what: String,
    _ entry: Placed<Syntax>,
    _ id: (Syntax) -> Word,
    _ help: String,
    _ span: ((Syntax) -> SourceSpan)? = nil
  ) -> Diagnostic {
    Diagnostic(
      .unusedDeclaration,
      "nothing uses \(what) `\(id(entry.syntax).text)`",
      help: help,
      file: entry.file,
      at: id(entry.syntax).span,
      fix: span.map { deletion(of: entry, id(entry.syntax).text, $0) }
    )
  }

  /// Files that were not read may use it, so that nobody should delete it unseen.
  private func deletion<Syntax>(
    of entry: Placed<Syntax>,
    _ what: String,
    _ span: (Syntax) -> SourceSpan
  ) -> Fix {
    let source = declarations.files[entry.file]
    let fix = Fix.deleteStatement(span(entry.syntax), what, in: source, file: entry.file)
    return Fix(fix.title, .unsafe, fix.edits)
  }
}

/// What is mentioned somewhere in the files, by the word that mentions it.
private struct DeclarationUses {
  var sources: Set<String> = []
  var choices: Set<String> = []

  /// What columns hold.
  var roles: Set<String> = []

  /// In which values and columns are; conditions compare with nothing else.
  var units: Set<String> = []

  /// Names of any kind, normalised.
  var names: Set<String> = []

  init(_ trees: [RuleFileSyntax]) {
    for tree in trees {
      for table in tree.tables { add(table) }
      for name in tree.names {
        add(name.covered)
        add(name.retirement?.citations ?? [])
      }
      for program in tree.programs { add(program.qualification?.citations ?? []) }
      for area in tree.areas { add(area) }
    }
    units.formUnion(roles)
  }

  private mutating func add(_ table: TableSyntax) {
    for column in table.columns { roles.insert(column.role.text) }
    for split in table.splits {
      roles.insert(split.kind.text)
      add([split.name])
      for column in split.columns { roles.insert(column.role.text) }
    }
  }

  private mutating func add(_ area: AreaSyntax) {
    for version in area.allVersions {
      add(version.citations)
      if let choice = version.choice { choices.insert(choice.text) }
    }
    for definition in area.definitions + area.tracks.flatMap(\.definitions) {
      switch definition.body {
      case .value(let versions): add(versions)
      case .set(_, let versions): add(versions.flatMap(\.members))
      case .rate(_, let entries):
        add(entries.map(\.name))
        for entry in entries { add(entry.versions) }
      case .rows, .measure, .group: break
      }
    }
    for node in area.nodes + area.tracks.flatMap(\.nodes) { add(node) }
  }

  private mutating func add(_ node: NodeSyntax) {
    switch node {
    case .gate: break
    case .metric(let metric): add(metric.leaves.compactMap(\.under))
    case .category(let category):
      for inner in category.nodes { add(inner) }
    }
  }

  private mutating func add(_ versions: [ValueVersionSyntax]) {
    for version in versions { units.insert(version.unit.text) }
  }

  private mutating func add(_ words: [Word]) {
    for word in words { names.insert(Declarations.normalised(word.text)) }
  }

  private mutating func add(_ citations: [CitationSyntax]) {
    for citation in citations { sources.insert(citation.source.text) }
  }
}
