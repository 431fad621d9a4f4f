import RuleSyntax

extension TreeLowering {
  /// The definition of this kind that a name stands for; nil after reporting that there is none.
  mutating func lookUp(_ word: Word, _ kind: DefinitionKind) -> DefinitionSyntax? {
    lookUp(word, called: kind.rawValue, needed: kind.rawValue) { $0.kind == kind }
  }

  /// The definition that a name stands for, if it is one of those that are valid here.
  ///
  /// Only names of valid definitions are suggested.
  mutating func lookUp(
    _ word: Word,
    called what: String,
    needed: String,
    among isValid: (DefinitionSyntax) -> Bool
  ) -> DefinitionSyntax? {
    let isSilent = declarations.mistakes.names.contains(word.text)
    guard let found = scope[word.text] else {
      guard !isSilent else { return nil }
      let candidates = namesOfValid(needed, isValid)
      report(
        .unknown(
          what,
          word,
          among: candidates,
          help: trackHelp(word, among: candidates),
          file: file
        )
      )
      return nil
    }
    if found.id.span != word.span { usedDefinitions.insert(found.id.span) }
    if isValid(found) { return found }
    guard !isSilent, !isBrokenGroup(found) else { return nil }
    let candidates = namesOfValid(needed, isValid)
    let list = candidates.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    let near = NearestNames.suggestion(candidates, to: word.text)
    report(
      .wrongKind(
        word,
        is: found.role,
        needed: needed,
        help: near.question
          ?? (candidates.isEmpty ? "declare a \(needed)" : "there are \(list)"),
        declared: found.id,
        fix: near.fix(word.span, file: file),
        file: file
      )
    )
    return nil
  }

  /// The names of what is needed, in their order; looked for once, however often they are missed.
  private mutating func namesOfValid(
    _ needed: String,
    _ isValid: (DefinitionSyntax) -> Bool
  ) -> [String] {
    if let known = validNames[needed] { return known }
    let names = scope.values.filter(isValid).map(\.id.text).sorted()
    validNames[needed] = names
    return names
  }

  /// Whether the definition is a group with a mistake of its own, which may be its members' kind.
  private mutating func isBrokenGroup(_ definition: DefinitionSyntax) -> Bool {
    guard definition.kind == .group,
      !groupsInProgress.contains(where: { $0.text == definition.id.text })
    else { return false }
    return lowerGroup(definition.id) == nil
  }

  private func trackHelp(_ word: Word, among candidates: [String]) -> String? {
    guard let tracks = tracksOfNames[word.text] else { return nil }
    let names = tracks.map { "`\($0)`" }.joined(separator: " and ")
    let owners = tracks.count == 1 ? "track \(names) declares it" : "tracks \(names) declare it"
    return "only \(owners): declare it in the area, or in every track"
  }

  /// The version in force; nil after reporting that there is none.
  mutating func inForce<Item>(
    _ items: [Item],
    of name: Word,
    called what: String = "version",
    usedAt use: Word? = nil,
    _ version: (Item) -> VersionSyntax
  ) -> Item? {
    if let item = chooser.latest(items, version: version) { return item }
    guard isUsed, !declarations.mistakes.names.contains(name.text) else { return nil }
    let reading = chooser.readingWithout(items, version: version)
    var places: [RelatedPlace] = []
    if let use, use.span != name.span {
      places.append(RelatedPlace("used here", file: file, at: use.span))
    }
    report(
      Diagnostic(
        .noVersionInForce,
        "`\(name.text)` has no \(what) in force in \(chooser.month)"
          + (reading.map { " when \($0)" } ?? ""),
        help: reading.map { "add a version `if \($0)`" }
          ?? "let a version begin `from \(chooser.month)` or earlier",
        file: file,
        at: name.span,
        related: places
      )
    )
    return nil
  }
}
