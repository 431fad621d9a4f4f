extension Parser {
  mutating func parseFile() {
    while current.kind != .end {
      let start = position
      let startsName = token(after: 1)
      suspect = nil
      mark(.item)
      if Parser.fileWords.contains(currentWord) { reportCapitals(current) }
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
        || (current.kind == .name && next == .text && !isReserved(current))
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
    let start = take().span
    let id = try expectNewName("the short name of the source")
    let title = expectTitle("the title of the source")
    let address = accept("at") ? try expectText("the address") : nil
    let date = accept("dated") ? try expectText("the date") : nil
    let span = start.joined(with: previous.span)
    return SourceSyntax(id: id, title: title, address: address, date: date, span: span)
  }

  private mutating func parseUnit() throws(ParseFailure) -> UnitSyntax {
    let start = take().span
    let id = try expectNewName("the unit", isTitled: false)
    let plural = accept("plural") ? try expectName("the plural of the unit") : nil
    let decimals = accept("decimals") ? try parseDigits("how many decimals are shown") : nil
    var least: Word?
    var most: Word?
    while accept("at") {
      guard least == nil, most == nil, accept("least") else {
        try expect("most")
        most = try parseDigits("the most that facts can have")
        break
      }
      least = try parseDigits("the least that facts can have")
    }
    return UnitSyntax(
      id: id,
      plural: plural,
      decimals: decimals,
      least: least,
      most: most,
      span: start.joined(with: previous.span)
    )
  }

  /// A number without a unit.
  private mutating func parseDigits(_ what: String) throws(ParseFailure) -> Word {
    let token = try expect(.number, what)
    return Word(source.text(token.span), at: token.span)
  }

  private mutating func parseKind() throws(ParseFailure) -> KindSyntax {
    take()
    let id = try expectAnyName("the kind of names")
    try expect("plural")
    let plural = try expectAnyName("the plural of the kind")
    let words: [(String, KindSyntax.Openness)] = [
      ("open", .open), ("closed", .closed), ("selective", .selective),
    ]
    guard let (_, openness) = words.first(where: { currentWord == $0.0 }) else {
      throw unexpected("`open`, `closed` or `selective`", among: words.map(\.0))
    }
    take()
    let isOfCustomers = accept("of")
    if isOfCustomers { try expect("customers") }
    return KindSyntax(id: id, plural: plural, openness: openness, isOfCustomers: isOfCustomers)
  }

  private mutating func parseName() throws(ParseFailure) -> NameSyntax {
    let kind = try expectAnyName("the kind of the name")
    let name = try expectText("the name")
    let aliases = acceptMarked("also", .clause) ? try parseTexts("another spelling") : []
    let covered = acceptMarked("covers", .clause) ? try parseTexts("a name that it covers") : []
    let retirement = acceptMarked("retires", .clause) ? try parseRetirement() : nil
    return NameSyntax(
      kind: kind,
      name: name,
      aliases: aliases,
      covered: covered,
      retirement: retirement,
      span: kind.span.joined(with: previous.span)
    )
  }

  /// `2026-06-01 counts until 2027-06 cite L-AZ-26`.
  private mutating func parseRetirement() throws(ParseFailure) -> RetirementSyntax {
    let day = try expect(.date, "the day from which it is no more given, such as `2026-06-01`")
    try expect("counts", "until")
    let month = try expect(.month, "the last month in which it counts, such as `2027-06`")
    return RetirementSyntax(
      day: Word(source.text(day.span), at: day.span),
      lastMonth: Word(source.text(month.span), at: month.span),
      citations: acceptMarked("cite", .part(isFirst: false)) ? try parseCitations() : []
    )
  }

  mutating func parseTexts(_ what: String) throws(ParseFailure) -> [Word] {
    try parseList(of: .text) { (parser) throws(ParseFailure) in try parser.expectText(what) }
  }

  private mutating func parseProgram() throws(ParseFailure) -> ProgramSyntax {
    take()
    let title = expectTitle("the title of the program")
    var areas: [Word] = []
    var qualification: QualificationSyntax?
    var first: Token?
    let words: Set<String> = ["areas", "qualified"]
    try parseBlock("the program", words: words) { (parser) throws(ParseFailure) in
      let start = parser.current
      if parser.accept("qualified") {
        let qualified = try parser.parseQualification()
        if let first { parser.reportRepeated(start, in: "the program", first: first) }
        qualification = qualification ?? qualified
        first = first ?? start
        return true
      }
      guard parser.accept("areas") else { return false }
      areas += try parser.parseList(of: .name) { (parser) throws(ParseFailure) in
        try parser.expectAnyName("an area")
      }
      return true
    }
    return ProgramSyntax(title: title, areas: areas, qualification: qualification)
  }

  /// `when total >= 70 of 100 points and every score > 0 points in any of the last six months cite …`.
  private mutating func parseQualification() throws(ParseFailure) -> QualificationSyntax {
    try expect("when", "total")
    try expect(.greaterOrEqual, "`>=`")
    let total = try parseDigits("the points that are needed")
    let outOf = accept("of") ? try parseDigits("the points that there are in all") : nil
    try expect("points")
    var every: Word?
    if accept("and") {
      try expect("every", "score")
      try expect(.greater, "`>`")
      every = try parseDigits("what every score must be more than")
      try expect("points")
    }
    try expect("in", "any", "of", "the", "last")
    return QualificationSyntax(
      total: total,
      outOf: outOf,
      everyScore: every,
      months: try parseMonthCount(),
      citations: acceptMarked("cite", .part(isFirst: true)) ? try parseCitations() : []
    )
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
