import Facts
import RuleSyntax

extension TreeLowering {
  /// The members of a set in this month: each version adds to, takes from or replaces the earlier.
  mutating func lowerSet(_ word: Word) -> NameSet? {
    if let known = sets[word.text] { return known }
    var result: NameSet?
    if let definition = lookUp(word, .set), case .set(let kindWord, let versions) = definition.body,
      let kind = declarations.kind(id: kindWord.text)
    {
      let id = definition.id
      if inForce(versions, of: id, usedAt: word, { $0.version }) != nil,
        let members = members(id, kind, versions)
      {
        result = NameSet(id: id.text, kind: kind, members: members)
      }
    }
    sets[word.text] = .some(result)
    return result
  }

  /// The set, if its members are of the kind.
  mutating func lowerSet(_ word: Word, of kind: Int) -> NameSet? {
    lowerSet(word, ofAny: [kind], called: kindID(kind))
  }

  /// The set, if its members are of one of the kinds; where there is none, they are called `what`.
  mutating func lowerSet(_ word: Word, ofAny kinds: Set<Int>, called what: String) -> NameSet? {
    let declarations = declarations
    let names = kinds.sorted().map { kindID($0) }.joined(separator: " or ")
    let needed = "set of \(kinds.isEmpty ? what : names)"
    let found = lookUp(word, called: "set", needed: needed) { definition in
      guard case .set(let own, _) = definition.body else { return false }
      return declarations.kind(id: own.text).map { kinds.contains($0) } ?? false
    }
    return found == nil ? nil : lowerSet(word)
  }

  private mutating func members(
    _ id: Word,
    _ kind: Int,
    _ versions: [SetVersionSyntax]
  ) -> [NameSet.Member]? {
    var members: [NameSet.Member]?
    var places: [NameSet.Member: Word] = [:]
    for version in versions where chooser.isInForce(version.version) {
      // Unknown members were reported.
      let listed = version.members.compactMap { word in
        declarations.member(word.text, kind: kind).map { (word: word, member: $0) }
      }
      note(version.version.citations)
      switch version.change {
      case .all:
        members = []
        members?.append(new: listed.map(\.member))
      case .added:
        guard let before = members else { return reportNoMembers(id, version) }
        let known = Set(before)
        for (word, member) in listed where known.contains(member) {
          reportKnown(word, member, in: id, since: places[member])
        }
        members?.append(new: listed.map(\.member))
      case .removed:
        guard let before = members else { return reportNoMembers(id, version) }
        let known = Set(before)
        for (word, member) in listed where !known.contains(member) {
          reportAbsent(word, from: before, of: id, listedAt: versions.first)
        }
        let removed = Set(listed.map(\.member))
        members?.removeAll { removed.contains($0) }
      }
      for (word, member) in listed { places[member] = word }
    }
    return members
  }

  /// A change of members needs members: `=` before `+` and `-`.
  private mutating func reportNoMembers(_ id: Word, _ version: SetVersionSyntax) -> [NameSet
    .Member]?
  {
    guard isUsed, !declarations.mistakes.names.contains(id.text) else { return nil }
    report(
      Diagnostic(
        .noVersionInForce,
        "`\(id.text)` has no members in \(chooser.month) that this could change",
        help: "begin with `=` and all members",
        file: file,
        at: version.span,
        fix: version.change == .added
          ? .replace(version.span, with: "=", .unsafe, file: file) : nil
      )
    )
    return nil
  }

  private mutating func reportKnown(
    _ word: Word,
    _ member: NameSet.Member,
    in id: Word,
    since first: Word?
  ) {
    guard !declarations.mistakes.names.contains(id.text) else { return }
    let isOther = first.map { $0.text != word.text } ?? false
    report(
      Diagnostic(
        .repeatedName,
        "`\(word.text)` is in `\(id.text)` already"
          + (isOther ? ", as `\(first?.text ?? member.label)`" : ""),
        help: "delete it here",
        file: file,
        at: word.span,
        related: first.map { [RelatedPlace("listed here", file: file, at: $0.span)] } ?? [],
        fix: .deleteListed(word, in: declarations.files[file], .unsafe, file: file)
      )
    )
  }

  private mutating func reportAbsent(
    _ word: Word,
    from members: [NameSet.Member],
    of id: Word,
    listedAt version: SetVersionSyntax?
  ) {
    guard !declarations.mistakes.names.contains(id.text) else { return }
    let place = version?.members.first?.span
    let near = NearestNames.suggestion(members.map(\.label), to: word.text)
    let deletion = Fix.deleteListed(word, in: declarations.files[file], .unsafe, file: file)
    report(
      Diagnostic(
        .undeclaredMember,
        "`\(word.text)` is not in `\(id.text)` when this takes it away",
        help: near.question ?? "delete it here",
        file: file,
        at: word.span,
        related: place.map { [RelatedPlace("the members begin here", file: file, at: $0)] } ?? [],
        fix: near.question == nil
          ? deletion : near.fix(word.span, file: file, written: Diagnostic.quoted)
      )
    )
  }
}

extension [NameSet.Member] {
  /// Adds those that are not there yet, in their order.
  fileprivate mutating func append(new members: [NameSet.Member]) {
    var known = Set(self)
    for member in members where known.insert(member).inserted { append(member) }
  }
}
