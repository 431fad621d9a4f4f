import Facts
import RuleSyntax

extension DeclarationCollector {
  /// Kinds, and for each kind its declared names with aliases and what they cover.
  mutating func collectKindsAndNames() {
    let written = first(placed(\.kinds), of: "kind", id: \.id)
    for kind in written { addUnit(of: kind) }
    var kinds = written.map { KnownKind($0.syntax) }
    declarations.kindsOfCustomers = Set(
      written.filter(\.syntax.isOfCustomers).map(\.syntax.id.text)
    )
    let names = placed(\.names)
    declarations.retiringNames = names.filter { $0.syntax.retirement != nil }
    let meant = meantKinds(of: names, among: &kinds)
    for (index, kind) in kinds.enumerated() {
      declarations.kindIDs[kind.id] = index
      declarations.kindPlurals[kind.plural] = index
    }
    for (word, near) in meant { declarations.mistakes.kinds[word] = declarations.kindIDs[near] }
    let byKind = Dictionary(grouping: names) { meant[$0.syntax.kind.text] ?? $0.syntax.kind.text }
    let finished = kinds.map { nameKind($0, byKind[$0.id] ?? []) }
    declarations.members = kinds.map { members($0.id, byKind[$0.id] ?? []) }
    declarations.catalogue = Catalogue(kinds: finished, tables: [])
  }

  /// Reports kinds that are not declared; returns which declared ones they most likely mean.
  ///
  /// A kind that means none is added, so that its names are known further on.
  private mutating func meantKinds(
    of names: [Placed<NameSyntax>],
    among kinds: inout [KnownKind]
  ) -> [String: String] {
    let known = kinds.map(\.id)
    var isKnown = Set(known)
    var meant: [String: String] = [:]
    var reported: Set<[Int]> = []
    for entry in names where !isKnown.contains(entry.syntax.kind.text) {
      let word = entry.syntax.kind
      declarations.mistakes.members.insert(Declarations.normalised(entry.syntax.name.text))
      // What is left of a damaged line is read as names: it is one mistake.
      let line = declarations.files[entry.file].line(at: word.span.start)
      if !declarations.mistakes.names.contains(word.text),
        reported.insert([entry.file, line]).inserted
      {
        diagnostics.append(.unknownKind(word, among: known, file: entry.file))
      }
      guard meant[word.text] == nil else { continue }
      if let near = NearestNames.among(known, to: word.text).first {
        meant[word.text] = near
      } else {
        kinds.append(KnownKind(id: word.text, plural: word.text + "s", openness: .open))
        isKnown.insert(word.text)
      }
    }
    declarations.mistakes.names.formUnion(kinds.dropFirst(known.count).map(\.id))
    return meant
  }

  /// The kind with its names; a spelling that stands for two names is reported.
  private mutating func nameKind(_ kind: KnownKind, _ names: [Placed<NameSyntax>]) -> NameKind {
    var owners: [String: (entry: Int, place: Placed<Word>)] = [:]
    for (index, entry) in names.enumerated() {
      for spelling in [entry.syntax.name] + entry.syntax.aliases {
        let key = Declarations.normalised(spelling.text)
        let place = Placed(file: entry.file, syntax: spelling)
        guard let owner = owners[key] else {
          owners[key] = (index, place)
          continue
        }
        let ownerName = names[owner.entry].syntax.name
        diagnostics.append(
          spelling == entry.syntax.name && spelling.text == ownerName.text
            ? .repeated(
              kind.id,
              place,
              first: owner.place,
              fix: deletion(of: entry, like: names[owner.entry], spelling.text, \.span)
            )
            : .clashing(
              place,
              owner: "`\(ownerName.text)`",
              first: owner.place,
              fix: owner.entry == index ? deletion(of: place) : nil
            )
        )
        // A name that stands there twice is one mistake, whatever its other spellings are.
        if spelling == entry.syntax.name { break }
      }
    }
    return NameKind(
      id: kind.id,
      plural: kind.plural,
      isOpen: kind.openness == .open,
      isSelective: kind.openness == .selective,
      names: names.map { entry in
        DeclaredName(
          canonical: entry.syntax.name.text,
          aliases: entry.syntax.aliases.map(\.text),
          retirement: entry.syntax.retirement.flatMap { retirement($0, file: entry.file) }
        )
      }
    )
  }

  /// Deletes a spelling that its name has already.
  private func deletion(of spelling: Placed<Word>) -> Fix? {
    .deleteListed(spelling.syntax, in: declarations.files[spelling.file], file: spelling.file)
  }

  /// The day and month of a retirement; nil after reporting what is wrong with them.
  private mutating func retirement(
    _ syntax: RetirementSyntax,
    file: Int
  ) -> DeclaredName.Retirement? {
    for citation in syntax.citations where declarations.sources[citation.source.text] == nil {
      guard !declarations.mistakes.names.contains(citation.source.text) else { continue }
      let known = diagnostics.leaveRoomForSuggestions ? Array(declarations.sources.keys) : []
      diagnostics.append(.unknownSource(citation.source, among: known, file: file))
    }
    guard let day = Day(syntax.day.text), let month = Month(syntax.lastMonth.text) else {
      diagnostics.append(
        Diagnostic(
          .invalidMonth,
          "there is no day `\(syntax.day.text)`",
          help: "write year, month and day, such as `2026-06-01`",
          file: file,
          at: syntax.day.span
        )
      )
      return nil
    }
    guard month < day.month else { return DeclaredName.Retirement(day: day, lastMonth: month) }
    diagnostics.append(
      Diagnostic(
        .neverInForce,
        "it counts until \(month), before it retires on \(day)",
        help: "the last month in which it counts is \(day.month) or a later one",
        file: file,
        at: syntax.lastMonth.span
      )
    )
    return nil
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
        } else if !declarations.mistakes.members.contains(Declarations.normalised(covered.text)) {
          let known = diagnostics.leaveRoomForSuggestions ? names.map(\.syntax.name.text) : []
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

/// A kind that is declared, or that names without a declared kind stand for.
private struct KnownKind {
  let id: String
  let plural: String
  let openness: KindSyntax.Openness

  init(id: String, plural: String, openness: KindSyntax.Openness) {
    self.id = id
    self.plural = plural
    self.openness = openness
  }

  init(_ syntax: KindSyntax) {
    self.init(id: syntax.id.text, plural: syntax.plural.text, openness: syntax.openness)
  }
}
