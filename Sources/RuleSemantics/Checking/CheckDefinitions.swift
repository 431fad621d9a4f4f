import Facts
import RuleSyntax

extension DeclarationCollector {
  /// Checks what does not depend on the month: units, sets' kinds and members, repeated names.
  mutating func checkDefinitions() {
    var meant = KnownMistakes()
    for area in declarations.areas {
      checkRepeats(area.syntax, file: area.file)
      checkOverrides(area.syntax, file: area.file)
      let tracks = area.syntax.tracks.flatMap(\.definitions)
      for definition in area.syntax.definitions + tracks {
        switch definition.body {
        case .value(let versions): checkValues(versions, file: area.file, &meant)
        case .set(let kind, let versions):
          checkSet(definition.id, kind, versions, file: area.file, &meant)
        case .rate(let kind, let entries):
          checkRate(definition.id, kind, entries, file: area.file, &meant)
        case .group(let entity, _): checkEntity(entity, of: definition.id, file: area.file)
        case .rows, .measure: break
        }
      }
    }
    declarations.mistakes.kinds.merge(meant.kinds) { known, _ in known }
    declarations.mistakes.units.merge(meant.units) { known, _ in known }
  }

  private mutating func checkRepeats(_ area: AreaSyntax, file: Int) {
    for definitions in [area.definitions] + area.tracks.map(\.definitions) {
      var seen: [String: DefinitionSyntax] = [:]
      for definition in definitions {
        let name = definition.id.text
        guard let earlier = seen[name] else {
          seen[name] = definition
          continue
        }
        declarations.mistakes.names.insert(name)
        let isSame = earlier.kind == definition.kind
        diagnostics.append(
          .repeated(
            isSame ? definition.kind.rawValue : "the name",
            Placed(file: file, syntax: definition.id),
            first: Placed(file: file, syntax: earlier.id),
            fix: deletion(
              of: Placed(file: file, syntax: definition),
              like: Placed(file: file, syntax: earlier),
              name,
              \.span
            )
          )
        )
      }
    }
  }

  /// What a track declares under a name of the area must be of the same kind: the area's
  /// definitions use it.
  private mutating func checkOverrides(_ area: AreaSyntax, file: Int) {
    var shared: [String: DefinitionSyntax] = [:]
    for definition in area.definitions { shared[definition.id.text] = definition }
    for definition in area.tracks.flatMap(\.definitions) {
      guard let other = shared[definition.id.text], other.role != definition.role else { continue }
      declarations.mistakes.names.insert(definition.id.text)
      diagnostics.append(
        Diagnostic(
          .wrongKindOfName,
          "`\(definition.id.text)` is a \(definition.role) in the track and a \(other.role) in the area",
          help: "a track replaces a definition by one of its kind: rename one of them",
          file: file,
          at: definition.id.span,
          related: [RelatedPlace("the definition of the area", file: file, at: other.id.span)]
        )
      )
    }
  }

  /// Reports `1.500 USD`, which others would read as thousands.
  private mutating func checkPoint(of version: ValueVersionSyntax, file: Int) {
    let parts = version.number.text.split(separator: ".")
    guard parts.count == 2, parts[1].count == 3, (1...3).contains(parts[0].count), parts[0] != "0",
      let unit = declarations.unit(version.unit.text), unit.decimals < 3
    else { return }
    var fraction = parts[1]
    while fraction.last == "0" { fraction.removeLast() }
    let short = fraction.isEmpty ? String(parts[0]) : "\(parts[0]).\(fraction)"
    diagnostics.append(
      Diagnostic(
        .doubtfulNumber,
        "`\(version.number.text)` is \(short), and no thousands: a point begins a fraction",
        help: "write `\(parts[0])\(parts[1])` for thousands, or `\(short)`",
        file: file,
        at: version.number.span
      )
    )
  }

  mutating func checkValues(
    _ versions: [ValueVersionSyntax],
    file: Int,
    _ meant: inout KnownMistakes
  ) {
    for version in versions {
      if declarations.unit(version.unit.text) == nil {
        let word = version.unit
        let known = Array(declarations.units.keys)
        diagnostics.append(.unknownUnit(word, among: known, file: file))
        let near = NearestNames.among(known, to: word.text).first
        meant.units[word.text] = near.flatMap { declarations.units[$0] }
      }
      checkPoint(of: version, file: file)
      // Grouped numbers were reported when they were read.
      guard Decimal(version.number.text) == nil, !version.number.text.contains(",") else {
        continue
      }
      let digits = version.number.text.filter { $0 != "." }.count
      guard digits > Decimal.mostDigits else { continue }
      diagnostics.append(
        Diagnostic(
          .invalidNumber,
          "the number has \(digits) digits, more than the \(Decimal.mostDigits) that are exact",
          help: "write it with fewer digits",
          file: file,
          at: version.number.span
        )
      )
    }
  }

  private mutating func checkEntity(_ entity: EntitySyntax, of group: Word, file: Int) {
    if let per = entity.per, per.text != "tenant" {
      diagnostics.append(
        .unknown(
          "owner",
          per,
          among: ["tenant"],
          message: "a group is of names, or of names `per tenant`, not `per \(per.text)`",
          help: "write `tenant`",
          file: file
        )
      )
      declarations.mistakes.names.insert(group.text)
    }
    if entity.name.text == "tenants", entity.per == nil { return }
    if let kind = declarations.kind(plural: entity.name.text), kind != declarations.associationKind
    {
      return
    }
    declarations.mistakes.names.insert(group.text)
    guard !declarations.mistakes.names.contains(entity.name.text) else { return }
    let own = declarations.associationKind.map { declarations.catalogue.kinds[$0].plural }
    let known = ["tenants"] + declarations.kindPlurals.keys.filter { $0 != own }
    diagnostics.append(
      .unknown(
        "kind",
        entity.name,
        among: known,
        message: "a group cannot be of `\(entity.name.text)`",
        otherwise: "write \(Diagnostic.few(of: known)): the plural of what is counted",
        file: file
      )
    )
  }

  private mutating func checkSet(
    _ id: Word,
    _ kindWord: Word,
    _ versions: [SetVersionSyntax],
    file: Int,
    _ meant: inout KnownMistakes
  ) {
    guard let kind = knownKind(kindWord, of: id, file: file, &meant) else { return }
    for version in versions { checkMembers(version.members, kind, in: "set", file: file) }
  }

  /// The kind that a set or rate is of; nil after reporting that there is none.
  mutating func knownKind(
    _ kindWord: Word,
    of id: Word,
    file: Int,
    _ meant: inout KnownMistakes
  ) -> Int? {
    if let kind = declarations.kind(id: kindWord.text) { return kind }
    declarations.mistakes.names.insert(id.text)
    guard !declarations.mistakes.names.contains(kindWord.text) else { return nil }
    let known = Array(declarations.kindIDs.keys)
    diagnostics.append(.unknownKind(kindWord, among: known, file: file))
    let near = NearestNames.among(known, to: kindWord.text).first
    meant.kinds[kindWord.text] = near.flatMap { declarations.kindIDs[$0] }
    return nil
  }

  /// Names of one list: declared, and each once.
  mutating func checkMembers(_ words: [Word], _ kind: Int, in list: String, file: Int) {
    var listed: [NameSet.Member: Word] = [:]
    for word in words {
      guard let member = declarations.member(word.text, kind: kind) else {
        if !declarations.mistakes.members.contains(Declarations.normalised(word.text)) {
          let names = declarations.catalogue.kinds[kind]
          diagnostics.append(
            .undeclaredMember(word, of: names, file: file, beside: diagnostics)
          )
        }
        continue
      }
      if let earlier = listed[member] {
        diagnostics.append(
          .listedTwice(
            word,
            in: list,
            first: earlier,
            // What a rate says of a name twice may differ.
            fix: list == "set"
              ? .deleteListed(word, in: declarations.files[file], file: file) : nil,
            file: file
          )
        )
      }
      listed[member] = word
    }
  }
}

extension Declarations {
  func member(_ text: String, kind: Int) -> NameSet.Member? {
    members[kind][Declarations.normalised(text)]
  }
}
