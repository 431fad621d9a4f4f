import RuleSyntax

/// Which of the definitions of a kind can stand in a place.
struct Fitting {
  /// What they are called, such as `value in seats`.
  let called: String
  let test: (DefinitionSyntax) -> Bool
}

extension TreeLowering {
  /// The definition of this kind that a name stands for; nil after reporting that there is none.
  mutating func lookUp(_ word: Word, _ kind: DefinitionKind) -> DefinitionSyntax? {
    lookUp(word, called: kind.rawValue, needed: kind.rawValue) { $0.kind == kind }
  }

  /// The definition that a name stands for, if it is one of those that are valid here.
  ///
  /// Only names of valid definitions are suggested; of these only those that are `fitting`, where
  /// not all can stand here.
  mutating func lookUp(
    _ word: Word,
    called what: String,
    needed: String,
    fitting: Fitting? = nil,
    among isValid: (DefinitionSyntax) -> Bool
  ) -> DefinitionSyntax? {
    let isSilent = declarations.mistakes.names.contains(word.text)
    guard let found = scope[word.text] else {
      guard !isSilent else { return nil }
      let candidates = namesOfValid(needed, fitting, isValid)
      report(
        .unknown(
          what,
          word,
          among: candidates,
          help: trackHelp(word, among: candidates),
          otherwise: candidates.isEmpty ? "declare a \(fitting?.called ?? needed)" : nil,
          file: file
        )
      )
      return nil
    }
    if found.id.span != word.span { usedDefinitions.insert(found.id.span) }
    if isValid(found) { return found }
    guard !isSilent, !isBrokenGroup(found) else { return nil }
    let candidates = namesOfValid(needed, fitting, isValid)
    let near = NearestNames.suggestion(candidates, to: word.text)
    report(
      .wrongKind(
        word,
        is: found.role,
        needed: needed,
        help: near.question
          ?? (candidates.isEmpty
            ? "declare a \(fitting?.called ?? needed)" : Diagnostic.thereAre(candidates)),
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
    _ fitting: Fitting?,
    _ isValid: (DefinitionSyntax) -> Bool
  ) -> [String] {
    guard diagnostics.leaveRoomForSuggestions else { return [] }
    let key = fitting?.called ?? needed
    if let known = validNames[key] { return known }
    let names = scope.values.filter { isValid($0) && fitting?.test($0) ?? true }.map(\.id.text)
    let sorted = names.sorted()
    validNames[key] = sorted
    return sorted
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
    help: String? = nil,
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
        help: reading.map { "add \(what.withArticle) with `if \($0)`" } ?? help
          ?? helpForGap(what, items.map(version)),
        file: file,
        at: name.span,
        related: places
      )
    )
    return nil
  }

  /// How the month is covered: by what has ended before, or by what begins later.
  private func helpForGap(_ what: String, _ versions: [VersionSyntax]) -> String {
    let begin = "let \(what.withArticle) begin `from \(chooser.month)`"
    let ended = versions.last { $0.lastMonth.map { $0 < chooser.month } ?? false }
    guard let until = ended?.until else { return begin + " or earlier" }
    return "delete `until \(until.text)`, or \(begin)"
  }
}

extension String {
  /// `a version`, or a `met when` in its backticks.
  fileprivate var withArticle: String { "a " + self }
}
