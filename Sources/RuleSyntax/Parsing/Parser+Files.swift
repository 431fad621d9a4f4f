extension Parser {
  mutating func parseFile() {
    while current.kind != .end {
      let start = position
      let startsName = token(after: 1)
      do throws(ParseFailure) {
        if try parseDeclaration() { continue }
        unknownWord("a rule file", among: Parser.fileWords)
      } catch {
        if startsName.kind == .name { tree.brokenNames.insert(source.text(startsName.span)) }
      }
      braceDepth = 0
      recoverToDeclaration(from: start)
    }
  }

  /// Skips to the next line that begins a declaration.
  private mutating func recoverToDeclaration(from start: Int) {
    if position == start { take() }
    while current.kind != .end {
      let begins = Parser.fileWords.contains(currentWord) || token(after: 1).kind == .text
      if current.beginsLine, begins, current.kind == .name,
        source.position(at: current.span.start).column == 1
      {
        break
      }
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
      guard current.kind == .name, token(after: 1).kind == .text else { return false }
      tree.names.append(try parseName())
    }
    return true
  }

  private mutating func parseSource() throws(ParseFailure) -> SourceSyntax {
    take()
    let id = try expectName("the short name of the source")
    let title = try expectText("the title of the source")
    let address = accept("at") ? try expectText("the address") : nil
    let date = accept("dated") ? try expectText("the date") : nil
    return SourceSyntax(id: id, title: title, address: address, date: date)
  }

  private mutating func parseUnit() throws(ParseFailure) -> UnitSyntax {
    take()
    let id = try expectName("the unit")
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
    let id = try expectName("the kind of names")
    try expect("plural")
    let plural = try expectName("the plural of the kind")
    if accept("open") { return KindSyntax(id: id, plural: plural, isOpen: true) }
    guard accept("closed") else { throw unexpected("`open` or `closed`", candidates: ["open", "closed"]) }
    return KindSyntax(id: id, plural: plural, isOpen: false)
  }

  private mutating func parseName() throws(ParseFailure) -> NameSyntax {
    let kind = try expectName("the kind of the name")
    let name = try expectText("the name")
    let aliases = accept("also") ? try parseTexts("another spelling") : []
    let covered = accept("covers") ? try parseTexts("a name that it covers") : []
    return NameSyntax(kind: kind, name: name, aliases: aliases, covered: covered)
  }

  mutating func parseTexts(_ what: String) throws(ParseFailure) -> [Word] {
    var texts = [try expectText(what)]
    while accept(.comma) != nil { texts.append(try expectText(what)) }
    return texts
  }

  private mutating func parseProgram() throws(ParseFailure) -> ProgramSyntax {
    take()
    let title = try expectText("the title of the program")
    var areas: [Word] = []
    try parseBlock("the program", words: ["areas"]) { (parser) throws(ParseFailure) in
      guard parser.accept("areas") else { return false }
      areas.append(try parser.expectName("an area"))
      while parser.accept(.comma) != nil { areas.append(try parser.expectName("an area")) }
      return true
    }
    return ProgramSyntax(title: title, areas: areas)
  }

  private mutating func parseChoice() throws(ParseFailure) -> ChoiceSyntax {
    take()
    let id = try expectName("the name of the choice")
    let title = try expectText("what is chosen")
    var options: [OptionSyntax] = []
    try parseBlock("choice `\(id.text)`", words: ["option"]) { (parser) throws(ParseFailure) in
      guard parser.accept("option") else { return false }
      let option = try parser.expectName("the name of the option")
      let meaning = try parser.expectText("what the option means")
      let isDefault = parser.accept("default")
      options.append(OptionSyntax(id: option, title: meaning, isDefault: isDefault))
      return true
    }
    return ChoiceSyntax(id: id, title: title, options: options)
  }
}
