/// What the parser reports, and when it keeps silent.
extension Parser {
  /// Adds a finding, unless it follows from one on the same line.
  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    help: String? = nil,
    at span: SourceSpan,
    related: [RelatedPlace] = []
  ) {
    let isNew = reportedLines.insert(source.line(at: span.start)).inserted
    guard isNew || code == .reservedName, diagnostics.count < Parser.mostDiagnostics else { return }
    diagnostics.append(
      Diagnostic(code, message, help: help, file: file, at: span, related: related)
    )
  }

  /// Reports that something else was expected here; the caller throws what is returned.
  mutating func unexpected(
    _ what: String,
    among candidates: [String] = [],
    help: String? = nil
  ) -> ParseFailure {
    reportUnexpected(what, among: candidates, help: help)
    return ParseFailure()
  }

  /// What is missing at the end of a line is reported there, where it would be written.
  mutating func reportUnexpected(
    _ what: String,
    among candidates: [String] = [],
    help: String? = nil
  ) {
    guard current.kind != .invalid else { return }
    let help = help ?? Parser.firstQuoted(in: what).map { "add `\($0)`" }
    let question = current.kind == .name ? NearestNames.question(candidates, to: currentWord) : nil
    guard current.beginsLine || current.kind == .end, position > 0 else {
      let found = current.kind == .end ? "the end of the file" : "`\(shown(current))`"
      report(
        .unexpectedToken,
        "expected \(what), found \(found)",
        help: question ?? help,
        at: current.span
      )
      return
    }
    report(
      .unexpectedToken,
      "expected \(what) after `\(shown(previous))`",
      help: question ?? help,
      at: previous.span
    )
    reportedLines.insert(source.line(at: current.span.start))
  }

  /// What stands between the first two backticks.
  private static func firstQuoted(in text: String) -> Substring? {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    return pieces.count > 2 ? pieces[1] : nil
  }

  /// Reports a token that neither goes on with what is before it nor begins anything here.
  mutating func reportUnknown(in place: String, among words: Set<String>) {
    let candidates = current.beginsLine ? words : words.union(Parser.versionWords)
    let question = current.kind == .name ? NearestNames.question(candidates, to: currentWord) : nil
    if current.kind == .invalid { return }
    if current.kind == .rightBrace {
      report(.unexpectedToken, "this `}` closes nothing", help: "remove it", at: current.span)
    } else if current.beginsLine || position == 0 {
      let list = words.sorted().map { "`\($0)`" }.joined(separator: ", ")
      report(
        .unknownWord,
        "nothing in \(place) begins with `\(shown(current))`",
        help: question ?? "begin with \(words.count > 1 ? "one of " : "")\(list)",
        at: current.span
      )
    } else {
      reportLeftOver(help: question)
    }
  }

  /// Reports an item that a block has once only, by the words that the two begin with.
  mutating func reportRepeated(_ item: Token, in block: String, first: Token) {
    report(
      .repeatedName,
      "`\(shown(item))` stands twice in \(block)",
      help: "delete one of them",
      at: item.span,
      related: [RelatedPlace("the first one", file: file, at: first.span)]
    )
  }

  /// Reports what stands after the end of a version or item on its line.
  mutating func reportLeftOver(help: String?) {
    report(
      .unexpectedToken,
      "`\(shown(current))` cannot follow `\(shown(previous))`",
      help: help ?? "remove it",
      at: current.span
    )
  }

  func shown(_ token: Token) -> String {
    let text = source.text(
      SourceSpan(start: token.span.start, end: min(token.span.end, token.span.start + 200))
    )
    return text.count > 40 ? text.prefix(40) + "…" : text
  }
}
