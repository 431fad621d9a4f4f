extension Parser {
  /// Words that begin a declaration at the top of a file.
  static let fileWords: Set<String> = [
    "use", "source", "unit", "kind", "table", "program", "choice", "area",
  ]

  /// Words that begin something inside an area or track.
  static let areaWords: Set<String> = [
    "value", "set", "rows", "measure", "group", "gate", "metric", "category", "track", "leaf",
  ]

  /// Reports that something else was expected here; the caller throws what is returned.
  mutating func unexpected(_ what: String, candidates: [String] = []) -> ParseFailure {
    let written = current.kind == .end ? "the end of the file" : "`\(shownToken)`"
    let question = current.kind == .name ? NearestNames.question(candidates, to: currentWord) : nil
    diagnostics.append(
      Diagnostic(
        .unexpectedToken,
        "expected \(what), found \(written)",
        help: question,
        file: file,
        at: current.span
      )
    )
    return ParseFailure()
  }

  /// Reports a word that begins nothing here.
  mutating func unknownWord(_ place: String, among candidates: Set<String>) {
    guard current.kind == .name || current.kind == .invalid else {
      _ = unexpected("a declaration of \(place)")
      return
    }
    let list = candidates.sorted().map { "`\($0)`" }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .unknownWord,
        "`\(shownToken)` begins nothing in \(place)",
        help: NearestNames.question(candidates, to: currentWord) ?? "begin with one of \(list)",
        file: file,
        at: current.span
      )
    )
  }

  private var shownToken: String {
    let text = source.text(current.span)
    return text.count > 40 ? text.prefix(40) + "…" : text
  }

  /// Skips to where a block of `depth` open braces goes on: its closing brace, or the first word
  /// of a line that begins an item. Always ends; takes at least one token unless it stands there.
  mutating func recover(toDepth depth: Int, words: Set<String>, from start: Int) {
    if position == start, current.kind != .rightBrace { take() }
    while current.kind != .end {
      if braceDepth == depth {
        if current.kind == .rightBrace { return }
        if current.beginsLine, words.contains(currentWord) { return }
      }
      if braceDepth > 0, endsEveryBlock { return }
      take()
    }
  }

  /// Whether the current token begins a declaration at the left margin: no block goes on there.
  var endsEveryBlock: Bool {
    guard current.beginsLine, Parser.fileWords.contains(currentWord) else { return false }
    return source.position(at: current.span.start).column == 1
  }

  /// Takes the closing brace of a block, or reports that it is missing.
  mutating func closeBlock(_ what: String, opened: Token) {
    if accept(.rightBrace) != nil { return }
    let line = source.line(at: opened.span.start)
    diagnostics.append(
      Diagnostic(
        .unclosedBlock,
        "the block of \(what) that begins on line \(line) is not closed",
        help: "add `}` before this",
        file: file,
        at: current.span,
        related: [RelatedPlace("the block begins here", file: file, at: opened.span)]
      )
    )
    braceDepth = max(0, braceDepth - 1)
  }

  /// Reads `{ item… }`; a broken item is skipped and the block goes on.
  mutating func parseBlock(
    _ what: String,
    words: Set<String>,
    item: (inout Parser) throws(ParseFailure) -> Bool
  ) throws(ParseFailure) {
    let opened = try expect(.leftBrace, "`{` and the block of \(what)")
    let depth = braceDepth
    while current.kind != .rightBrace, current.kind != .end, !endsEveryBlock {
      let start = position
      do throws(ParseFailure) {
        if try item(&self) { continue }
        unknownWord(what, among: words)
        recover(toDepth: depth, words: words, from: start)
      } catch {
        recover(toDepth: depth, words: words, from: start)
      }
    }
    closeBlock(what, opened: opened)
  }
}
