extension Parser {
  mutating func parseFile() {
    while current.kind != .end {
      let start = position
      let startsName = token(after: 1)
      suspect = nil
      do throws(ParseFailure) {
        if try parseDeclaration() { continue }
        if parseOutsideArea() { continue }
        reportUnknown(in: "a rule file", among: Parser.fileWords)
      } catch {}
      if startsName.kind == .name { tree.brokenNames.insert(source.text(startsName.span)) }
      recoverToDeclaration(from: start)
    }
  }

  /// Skips to the next line that begins a declaration.
  private mutating func recoverToDeclaration(from start: Int) {
    if position == start { take() }
    while current.kind != .end {
      let next = token(after: 1).kind
      let begins =
        Parser.fileWords.contains(currentWord) && (next == .name || next == .text)
        || (current.kind == .name && next == .text && !Parser.reservedWords.contains(currentWord))
      if current.beginsLine, begins, braceDepth <= 0 || indent(of: current) == 0 { break }
      take()
    }
    braceDepth = 0
  }

  /// One declaration of a file; false when no declaration begins here.
  private mutating func parseDeclaration() throws(ParseFailure) -> Bool {
    switch currentWord {
    case "use":
      take()
      tree.uses.append(try expectText("the file to use"))
    case "source": tree.sources.append(try parseSource())
    case "unit": tree.units.append(try parseUnit())
    case "kind": tree.kinds.append(try parseKind())
    case "table": try parseTable()
    case "program": tree.programs.append(try parseProgram())
    case "choice": tree.choices.append(try parseChoice())
    case "area": try parseArea()
    default:
      let isItem = Parser.itemWords.contains(currentWord) || token(after: 2).kind == .leftBrace
      guard current.kind == .name, token(after: 1).kind == .text, !isItem else { return false }
      tree.names.append(try parseName())
    }
    return true
  }

  private mutating func parseSource() throws(ParseFailure) -> SourceSyntax {
    take()
    let id = try expectNewName("the short name of the source")
    let title = expectTitle("the title of the source")
    let address = accept("at") ? try expectText("the address") : nil
    let date = accept("dated") ? try expectText("the date") : nil
    return SourceSyntax(id: id, title: title, address: address, date: date)
  }

  private mutating func parseUnit() throws(ParseFailure) -> UnitSyntax {
    take()
    let id = try expectNewName("the unit")
    let plural = accept("plural") ? try expectName("the plural of the unit") : nil
    var decimals: Word?
    if accept("decimals") {
      let token = try expect(.number, "how many decimals are shown")
      decimals = Word(source.text(token.span), at: token.span)
    }
    return UnitSyntax(id: id, plural: plural, decimals: decimals)
  }

  private mutating func parseKind() throws(ParseFailure) -> KindSyntax {
    take()
    let id = try expectAnyName("the kind of names")
    try expect("plural")
    let plural = try expectAnyName("the plural of the kind")
    if accept("open") { return KindSyntax(id: id, plural: plural, isOpen: true) }
    guard accept("closed") else {
      throw unexpected("`open` or `closed`", among: ["open", "closed"])
    }
    return KindSyntax(id: id, plural: plural, isOpen: false)
  }

  private mutating func parseName() throws(ParseFailure) -> NameSyntax {
    let kind = try expectAnyName("the kind of the name")
    let name = try expectText("the name")
    let aliases = accept("also") ? try parseTexts("another spelling") : []
    let covered = accept("covers") ? try parseTexts("a name that it covers") : []
    return NameSyntax(kind: kind, name: name, aliases: aliases, covered: covered)
  }

  mutating func parseTexts(_ what: String) throws(ParseFailure) -> [Word] {
    try parseList(of: .text) { (parser) throws(ParseFailure) in try parser.expectText(what) }
  }

  private mutating func parseProgram() throws(ParseFailure) -> ProgramSyntax {
    take()
    let title = expectTitle("the title of the program")
    var areas: [Word] = []
    try parseBlock("the program", words: ["areas"]) { (parser) throws(ParseFailure) in
      guard parser.accept("areas") else { return false }
      areas += try parser.parseList(of: .name) { (parser) throws(ParseFailure) in
        try parser.expectAnyName("an area")
      }
      return true
    }
    return ProgramSyntax(title: title, areas: areas)
  }

  private mutating func parseChoice() throws(ParseFailure) -> ChoiceSyntax {
    take()
    let id = try expectAnyName("the name of the choice")
    let title = expectTitle("what is chosen")
    var options: [OptionSyntax] = []
    try parseBlock("choice `\(id.text)`", words: ["option"]) { (parser) throws(ParseFailure) in
      guard parser.accept("option") else { return false }
      let option = try parser.expectAnyName("the name of the option")
      let meaning = parser.expectTitle("what the option means")
      let isDefault = parser.accept("default")
      options.append(OptionSyntax(id: option, title: meaning, isDefault: isDefault))
      return true
    }
    return ChoiceSyntax(id: id, title: title, options: options)
  }
}
