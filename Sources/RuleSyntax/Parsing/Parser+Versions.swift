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
    let start = position
    if current.kind == .month { takeBareMonth(into: &version) }
    parseParts(of: &version)
    guard !endsVersion else { return version }
    let isLate = words.contains(currentWord)
    let known = Parser.versionWords + ["and", "or", "first-seen"] + words
    reportLeftOver(
      NearestNames.suggestion(known, to: currentWord),
      help: isLate ? "write `\(currentWord)` before `from`, `until`, `if` and `cite`" : nil,
      fix: isLate && start < position ? moveOfItem(to: tokens[start].span) : nil
    )
    version.isBroken = true
    skipLine()
    // What stands on lines of its own is read all the same.
    parseParts(of: &version)
    return version
  }

  private mutating func parseParts(of version: inout VersionSyntax) {
    // The first part of each rank.
    var parts: [Token?] = Parser.versionWords.map { _ in nil }
    while let rank = Parser.versionWords.firstIndex(of: currentWord), current.kind == .name {
      mark(.part(isFirst: parts.allSatisfy { $0 == nil }))
      let start = current
      let later = parts[rank...].compactMap(\.self).min { $0.span.start < $1.span.start }
      do throws(ParseFailure) {
        try parsePart(of: &version)
      } catch {
        version.isBroken = true
        skipPart()
      }
      if let later {
        version.isBroken = true
        reportOrder(of: start, after: later, isTwice: parts[rank] != nil)
      }
      parts[rank] = parts[rank] ?? start
    }
  }

  /// A month without its word is read as the one from which the version is in force.
  private mutating func takeBareMonth(into version: inout VersionSyntax) {
    let token = current
    let month = source.text(token.span)
    let fix = Fix.replace(token.span, with: "from \(month)", .unsafe, file: file)
    report(
      .unexpectedToken,
      "the month `\(month)` stands without a word",
      help: fix.title,
      at: token.span,
      fix: fix
    )
    take()
    version.from = Word(month, at: token.span)
  }

  /// Reports a part that was read, and ends before the current token.
  private mutating func reportOrder(of part: Token, after later: Token, isTwice: Bool) {
    let word = shown(part)
    report(
      .unexpectedToken,
      isTwice
        ? "`\(word)` stands twice in one version" : "`\(word)` stands too late in its version",
      help: isTwice
        ? "delete one; what holds from another month is a version of its own, with `=`, `+` or `-`"
        : "the order is `from`, `until`, `if`, `cite`",
      at: part.span,
      fix: isTwice ? nil : move(part.span.joined(with: previous.span), to: later.span, "`\(word)`")
    )
  }

  /// Moves a word and the name after it.
  private func moveOfItem(to place: SourceSpan) -> Fix? {
    let name = token(after: 1)
    guard name.kind == .name, !name.beginsLine else { return nil }
    return move(current.span.joined(with: name.span), to: place, "`\(currentWord)`")
  }

  private func move(_ part: SourceSpan, to place: SourceSpan, _ what: String) -> Fix {
    Fix(
      "move \(what) before `\(source.text(place))`",
      .safe,
      [
        TextEdit(
          file: file,
          SourceSpan(start: place.start, end: place.start),
          source.text(part) + " "
        ),
        TextEdit(file: file, part, ""),
      ]
    )
  }

  private mutating func parsePart(of version: inout VersionSyntax) throws(ParseFailure) {
    if accept("from") {
      version.from = try parseMonth("the month from which it is in force", isLast: false)
      version.isFirstSeen = accept("first-seen")
    } else if accept("until") {
      version.until = try parseMonth("the last month in force", isLast: true)
    } else if accept("if") {
      version.choice = try expectAnyName("the name of a choice")
      if !accept("is") {
        let sign = Fix.replace(current.span, with: "is", file: file)
        reportUnexpected(
          "`is`",
          among: ["is"],
          help: "write `is` between choice and option",
          fix: current.kind == .equals ? sign : insertion(of: "is", .unsafe)
        )
        if current.kind == .equals { take() }
      }
      version.option = try expectAnyName("an option of the choice")
    } else if accept("cite") {
      version.citations = try parseCitations()
    }
  }

  private mutating func parseMonth(_ what: String, isLast: Bool) throws(ParseFailure) -> Word {
    if let token = accept(.month) { return Word(source.text(token.span), at: token.span) }
    var written = shown(current)
    var span = current.span
    let next = token(after: 1)
    if next.kind == .number, !next.beginsLine {
      written += "-" + shown(next)
      span = span.joined(with: next.span)
    }
    let months = MonthSpelling.candidates(for: written)
    let fix =
      current.kind == .date
      ? MonthSpelling.fix(forDay: written, isLast: isLast, at: span, file: file)
      : MonthSpelling.fix(for: written, at: span, file: file)
    let help = months.first.map { "write `\($0)`" } ?? "such as `2025-11`"
    throw unexpected(what, help: help, fix: fix)
  }

  mutating func parseCitations() throws(ParseFailure) -> [CitationSyntax] {
    mark(.listStart)
    var citations = [try parseCitation()]
    while current.kind == .comma || currentWord == "and" {
      if current.kind == .name {
        let fix = Fix.replace(current.span, with: ",", file: file)
        reportUnexpected("`,` between two sources", help: fix.title, fix: fix)
      }
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
