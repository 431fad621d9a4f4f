/// When something is in force, and the versions of a definition.
extension Parser {
  /// The words of a version, in their order.
  static let versionWords: [String] = ["from", "until", "if", "cite"]

  /// `from 2022-10 until 2026-04 if choice is option cite S1 "…"`, each part optional.
  ///
  /// A part that cannot be read is reported and left out, and the version is marked. `words` might
  /// have stood before it.
  mutating func parseVersion(after words: [String] = []) -> VersionSyntax {
    var version = VersionSyntax()
    if current.kind == .month { takeBareMonth(into: &version) }
    parseParts(of: &version)
    guard !endsVersion else { return version }
    let isLate = words.contains(currentWord)
    let known = Parser.versionWords + ["and", "or", "first-seen"] + words
    reportLeftOver(
      help: isLate
        ? "write `\(currentWord)` before `from`, `until`, `if` and `cite`"
        : NearestNames.question(known, to: currentWord)
    )
    version.isBroken = true
    skipLine()
    // What stands on lines of its own is read all the same.
    parseParts(of: &version)
    return version
  }

  private mutating func parseParts(of version: inout VersionSyntax) {
    var lastRank = -1
    while let rank = Parser.versionWords.firstIndex(of: currentWord), current.kind == .name {
      mark(.part(isFirst: lastRank < 0))
      if rank <= lastRank { reportOrder(isTwice: rank == lastRank, in: &version) }
      lastRank = max(lastRank, rank)
      do throws(ParseFailure) {
        try parsePart(of: &version)
      } catch {
        version.isBroken = true
        skipPart()
      }
    }
  }

  /// A month without its word is read as the one from which the version is in force.
  private mutating func takeBareMonth(into version: inout VersionSyntax) {
    let token = current
    let month = source.text(token.span)
    report(
      .unexpectedToken,
      "the month `\(month)` stands without a word",
      help: "write `from \(month)`",
      at: token.span
    )
    take()
    version.from = Word(month, at: token.span)
  }

  private mutating func reportOrder(isTwice: Bool, in version: inout VersionSyntax) {
    version.isBroken = true
    report(
      .unexpectedToken,
      isTwice
        ? "`\(currentWord)` stands twice in one version"
        : "`\(currentWord)` stands too late in its version",
      help: isTwice
        ? "remove one; what holds from another month is a version of its own, after another `=`"
        : "the order is `from`, `until`, `if`, `cite`",
      at: current.span
    )
  }

  private mutating func parsePart(of version: inout VersionSyntax) throws(ParseFailure) {
    if accept("from") {
      version.from = try parseMonth("the month from which it is in force")
      version.isFirstSeen = accept("first-seen")
    } else if accept("until") {
      version.until = try parseMonth("the last month in force")
    } else if accept("if") {
      version.choice = try expectAnyName("the name of a choice")
      if !accept("is") {
        reportUnexpected("`is`", among: ["is"], help: "write `is` between choice and option")
        if current.kind == .equals { take() }
      }
      version.option = try expectAnyName("an option of the choice")
    } else if accept("cite") {
      version.citations = try parseCitations()
    }
  }

  private mutating func parseMonth(_ what: String) throws(ParseFailure) -> Word {
    if let token = accept(.month) { return Word(source.text(token.span), at: token.span) }
    var written = shown(current)
    if token(after: 1).kind == .number { written += "-" + shown(token(after: 1)) }
    let months = MonthSpelling.candidates(for: written)
    throw unexpected(what, help: months.first.map { "write `\($0)`" } ?? "such as `2025-11`")
  }

  mutating func parseCitations() throws(ParseFailure) -> [CitationSyntax] {
    mark(.listStart)
    var citations = [try parseCitation()]
    while current.kind == .comma || currentWord == "and" {
      if current.kind == .name { reportUnexpected("`,` between two sources", help: "write `,`") }
      if endsList(after: take(), of: .name) { break }
      mark(.element(isCitation: true))
      citations.append(try parseCitation())
    }
    return citations
  }

  private mutating func parseCitation() throws(ParseFailure) -> CitationSyntax {
    guard current.kind != .text else {
      throw unexpected(
        "the short name of a source",
        help: "name the source first: `cite S1 \"…\"`"
      )
    }
    let source = try expectName("the short name of a source", help: "such as `cite S1`")
    let quote = accept(.text).map { textWord($0) }
    return CitationSyntax(source: source, quote: quote)
  }

  /// Whether a block, another version or another item begins here, or this one ends.
  private var endsVersion: Bool {
    switch current.kind {
    case .leftBrace, .rightBrace, .equals, .plus, .minus, .end: true
    default:
      current.beginsLine || Parser.itemWords.contains(currentWord)
        || blocks.last?.words.contains(currentWord) ?? false
    }
  }

  /// Skips what is left of a part that could not be read.
  private mutating func skipPart() {
    while !endsVersion, !Parser.versionWords.contains(currentWord) { take() }
  }

  /// Skips to the end of the line, and of the list that goes on below it.
  private mutating func skipLine() {
    while !endsVersion
      || previous.kind == .comma && !Parser.itemWords.contains(currentWord)
        && current.kind != .end && current.kind != .rightBrace
    {
      take()
    }
  }

  /// Reads version after version of a definition; a broken one is skipped and its neighbours stay.
  mutating func parseVersions<Version>(
    of id: Word,
    signs: Set<Token.Kind> = [.equals],
    read: (inout Parser) throws(ParseFailure) -> Version
  ) throws(ParseFailure) -> [Version] {
    var versions: [Version] = []
    repeat {
      let start = position
      mark(.version)
      do throws(ParseFailure) {
        versions.append(try read(&self))
      } catch {
        tree.brokenNames.insert(id.text)
        skipVersion(to: signs, from: start)
      }
    } while signs.contains(current.kind)
    guard !versions.isEmpty else { throw ParseFailure() }
    return versions
  }

  /// Skips to the next line that begins a version or an item, or to the end of the block.
  private mutating func skipVersion(to signs: Set<Token.Kind>, from start: Int) {
    if position == start, signs.contains(current.kind) { take() }
    let depth = braceDepth
    while current.kind != .end, !endsEveryBlock {
      if braceDepth <= depth {
        if current.kind == .rightBrace { return }
        let begins = signs.contains(current.kind) || Parser.itemWords.contains(currentWord)
        if current.beginsLine, begins { return }
      }
      take()
    }
  }
}
