/// What the parser reports, and when it keeps silent.
extension Parser {
  /// Adds a finding, unless it follows from one on the same line.
  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    help: String,
    at span: SourceSpan,
    related: [RelatedPlace] = [],
    fix: Fix? = nil
  ) {
    report(Diagnostic(code, message, help: help, file: file, at: span, related: related, fix: fix))
  }

  mutating func report(_ diagnostic: Diagnostic) {
    let isNew = reportedLines.insert(source.line(at: diagnostic.span.start)).inserted
    guard isNew || diagnostic.code == .reservedName else { return }
    if diagnostics.count < Parser.mostDiagnostics { diagnostics.append(diagnostic) }
  }

  /// Reports that something else was expected here; the caller throws what is returned.
  mutating func unexpected(
    _ what: String,
    among candidates: [String] = [],
    help: String? = nil,
    fix: Fix? = nil
  ) -> ParseFailure {
    reportUnexpected(what, among: candidates, help: help, fix: fix)
    return ParseFailure()
  }

  /// What is missing at the end of a line is reported there, where it would be written.
  ///
  /// A word that may be one of the candidates misspelt is repaired so. A single quoted word that is
  /// expected can be put in, unless the caller has another help.
  mutating func reportUnexpected(
    _ what: String,
    among candidates: [String] = [],
    help: String? = nil,
    fix: Fix? = nil
  ) {
    guard current.kind != .invalid else { return }
    let near = NearestNames.suggestion(current.kind == .name ? candidates : [], to: currentWord)
    let quoted = Parser.quoted(in: what)
    let missing = help == nil && quoted.count == 1 ? insertion(of: quoted[0], .unsafe) : nil
    let fix = near.question == nil ? fix ?? missing : near.fix(current.span, file: file)
    let help = near.question ?? help ?? quoted.first.map { "add `\($0)`" } ?? "write \(what) here"
    guard current.beginsLine || current.kind == .end, position > 0 else {
      let found = current.kind == .end ? "the end of the file" : "`\(shown(current))`"
      report(
        .unexpectedToken,
        "expected \(what), found \(found)",
        help: help,
        at: current.span,
        fix: fix
      )
      return
    }
    report(
      .unexpectedToken,
      "expected \(what) after `\(shown(previous))`",
      help: help,
      at: previous.span,
      fix: fix
    )
    reportedLines.insert(source.line(at: current.span.start))
  }

  /// Puts in what is missing: before the current token, or at the end of the line before.
  func insertion(of text: String, _ safety: Fix.Safety = .safe) -> Fix {
    current.beginsLine || current.kind == .end
      ? .insert(text, after: previous.span, safety, file: file)
      : .insert(text, before: current.span, safety, file: file)
  }

  /// What stands between backticks.
  private static func quoted(in text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// Reports a token that neither goes on with what is before it nor begins anything here.
  mutating func reportUnknown(in place: String, among words: Set<String>) {
    let candidates = current.beginsLine ? words : words.union(Parser.versionWords)
    let near = NearestNames.suggestion(current.kind == .name ? candidates : [], to: currentWord)
    if current.kind == .invalid { return }
    if current.kind == .rightBrace {
      report(
        .unexpectedToken,
        "this `}` closes nothing",
        help: "delete it",
        at: current.span,
        fix: .delete(current.span, "}", file: file)
      )
    } else if current.beginsLine || position == 0 {
      let list = words.sorted().map { "`\($0)`" }.joined(separator: ", ")
      let beginning =
        switch current.kind {
        case .number: "write `=` before it, if it is a later version"
        case .text where !blocks.isEmpty:
          "write `,` at the end of the line above, or `+` or `=` before it"
        default:
          words.isEmpty ? "delete it" : "begin with \(words.count > 1 ? "one of " : "")\(list)"
        }
      report(
        .unknownWord,
        "nothing in \(place) begins with `\(shown(current))`",
        help: near.question ?? beginning,
        at: current.span,
        fix: near.fix(current.span, file: file)
      )
    } else {
      reportLeftOver(near)
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
  mutating func reportLeftOver(_ near: Suggestion, help: String? = nil, fix: Fix? = nil) {
    let known = Parser.wordsOfOtherLanguages[currentWord.lowercased()]
    report(
      .unexpectedToken,
      "`\(shown(current))` cannot follow `\(shown(previous))`",
      help: help ?? near.question ?? known ?? "delete it",
      at: current.span,
      fix: help == nil ? near.fix(current.span, file: file) : fix
    )
  }

  /// What to write for words that rules in other languages have.
  private static let wordsOfOtherLanguages = [
    "then":
      "leave it out: `met when` says what is asked, and versions say `if CHOICE is OPTION`",
    "else": "there is no `else`: what holds otherwise is a version of its own, after another `=`",
    "unless": "write `and not`, with what must not hold",
    "except": "write `and NAME not in SET`",
  ]

  func shown(_ token: Token) -> String {
    let text = source.text(
      SourceSpan(start: token.span.start, end: min(token.span.end, token.span.start + 200))
    )
    return text.count > 40 ? text.prefix(40) + "…" : text
  }
}

extension Diagnostic {
  private static let capitalsMessage = " is written in capitals, as no word of the language is"

  static func capitals(
    _ written: String,
    meant: String,
    _ fix: Fix,
    file: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .foreignNotation,
      "`\(written)`" + capitalsMessage,
      help: "write `\(meant)`",
      file: file,
      at: span,
      fix: fix
    )
  }

  /// Whether it was made by ``capitals(_:meant:_:file:at:)``.
  var isAboutCapitals: Bool {
    code == .foreignNotation && message.hasSuffix(Diagnostic.capitalsMessage)
  }
}
