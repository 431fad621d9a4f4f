import Facts
import RuleSyntax

/// The wording of what the checker reports about names.
extension Diagnostic {
  /// A name that nothing valid in its position has; the same one at several places is joined
  /// later, so the message holds nothing but the name.
  ///
  /// A `message` replaces "there is no WHAT `NAME`", a `help` the question for the candidates that
  /// are spelt nearly like the name; `otherwise` is the help where no candidate is.
  static func unknown(
    _ what: String,
    _ word: Word,
    among candidates: [String],
    message: String? = nil,
    help: String? = nil,
    otherwise: String? = nil,
    file: Int
  ) -> Diagnostic {
    let near = NearestNames.suggestion(help == nil ? candidates : [], to: word.text)
    return Diagnostic(
      .unknownName,
      message ?? "there is no \(what) `\(word.text)`",
      help: help ?? near.question ?? otherwise
        ?? thereAre(candidates),
      file: file,
      at: word.span,
      fix: near.fix(word.span, file: file)
    )
  }

  static func unknownUnit(_ word: Word, among candidates: [String], file: Int) -> Diagnostic {
    unknown(
      "unit",
      word,
      among: candidates,
      otherwise: "declare it: `unit \(word.text)`",
      file: file
    )
  }

  static func unknownKind(_ word: Word, among candidates: [String], file: Int) -> Diagnostic {
    let declaration = "`kind \(word.text) plural \(word.text)s closed`"
    return unknown(
      "kind",
      word,
      among: candidates,
      otherwise: candidates.isEmpty
        ? "declare it: \(declaration)"
        : "\(thereAre(candidates)); or declare it: \(declaration)",
      file: file
    )
  }

  /// What there is, where nothing is spelt nearly like what was asked for.
  static func thereAre(_ names: [String]) -> String {
    guard !names.isEmpty else { return "none is declared" }
    return "there \(names.count == 1 ? "is" : "are") \(few(of: names))"
  }

  /// The first names by spelling; more than three nobody would look over.
  static func few(of names: some Collection<String>) -> String {
    let shown = names.smallest(3).map { "`\($0)`" }
    guard names.count > shown.count else {
      let last = shown.last.map { (shown.count > 1 ? " and " : "") + $0 } ?? ""
      return shown.dropLast().joined(separator: ", ") + last
    }
    return shown.joined(separator: ", ") + " and \(names.count - shown.count) more"
  }

  static func unknownSource(_ word: Word, among candidates: [String], file: Int) -> Diagnostic {
    let near = NearestNames.suggestion(candidates, to: word.text)
    return Diagnostic(
      .unknownSource,
      "there is no source `\(word.text)`",
      help: near.question ?? "declare it: `source \(word.text) \"title\"`",
      file: file,
      at: word.span,
      fix: near.fix(word.span, file: file)
    )
  }

  static func unknownRole(_ word: Word, among candidates: [String], file: Int) -> Diagnostic {
    let near = NearestNames.suggestion(candidates, to: word.text)
    return Diagnostic(
      .unknownRole,
      "a column cannot hold `\(word.text)`",
      help: near.question
        ?? "declare it: `unit \(word.text)`; or write a role such as `tenant`, `month` or `text`",
      file: file,
      at: word.span,
      fix: near.fix(word.span, file: file)
    )
  }

  static func repeated(
    _ what: String,
    _ word: Placed<Word>,
    first: Placed<Word>,
    verb: String = "declared",
    fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      .repeatedName,
      "\(what) `\(word.syntax.text)` is \(verb) twice",
      help: verb == "declared" ? "rename or delete one of them" : "delete it in one place",
      file: word.file,
      at: word.syntax.span,
      related: [RelatedPlace("first \(verb) here", file: first.file, at: first.syntax.span)],
      fix: fix
    )
  }

  static func clashing(
    _ word: Placed<Word>,
    owner: String,
    first: Placed<Word>,
    fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      .clashingAlias,
      "`\(word.syntax.text)` stands for \(owner) already",
      help: "a spelling stands for one thing only: delete it in one place",
      file: word.file,
      at: word.syntax.span,
      related: [RelatedPlace("declared here", file: first.file, at: first.syntax.span)],
      fix: fix
    )
  }

  static func undeclaredMember(
    _ word: Word,
    kind: String,
    among candidates: [String],
    file: Int
  ) -> Diagnostic {
    let near = NearestNames.suggestion(candidates, to: word.text)
    return Diagnostic(
      .undeclaredMember,
      "no \(kind) is called `\(word.text)`",
      help: near.question ?? "declare it: `\(kind) \"\(word.text)\"`",
      file: file,
      at: word.span,
      fix: near.fix(word.span, file: file, written: quoted)
    )
  }

  /// A name as it stands in a rule file.
  static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Without suggestions beside too many other findings.
  static func undeclaredMember(
    _ word: Word,
    of kind: NameKind,
    file: Int,
    beside others: [Diagnostic] = []
  ) -> Diagnostic {
    let names = others.leaveRoomForSuggestions ? kind.names : []
    let known = names.flatMap { [$0.canonical] + $0.aliases }
    return undeclaredMember(word, kind: kind.id, among: known, file: file)
  }

  static func listedTwice(
    _ word: Word,
    in list: String,
    first: Word,
    fix: Fix? = nil,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .repeatedName,
      "`\(word.text)` is in the \(list) already"
        + (word.text == first.text ? "" : ", as `\(first.text)`"),
      help: "delete it in one place",
      file: file,
      at: word.span,
      related: [RelatedPlace("listed here", file: file, at: first.span)],
      fix: fix
    )
  }

  static func wrongKind(
    _ word: Word,
    is actual: String,
    needed: String,
    help: String? = nil,
    declared: Word? = nil,
    fix: Fix? = nil,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .wrongKindOfName,
      "`\(word.text)` is a \(actual), not a \(needed)",
      help: help,
      file: file,
      at: word.span,
      related: declared.map { [RelatedPlace("declared here", file: file, at: $0.span)] } ?? [],
      fix: fix
    )
  }

  static func unbound(
    _ message: String,
    help: String?,
    fix: Fix? = nil,
    file: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(.unboundName, message, help: help, file: file, at: span, fix: fix)
  }
}

extension [Diagnostic] {
  /// Whether names are still suggested: beside hundreds of other findings nobody reads them, and
  /// finding what is near to thousands of names among thousands takes minutes.
  ///
  /// Source: our choice, twice what is shown as text.
  var leaveRoomForSuggestions: Bool { count < 200 }
}

extension Collection<String> {
  /// The first ones in their order, without putting all in order.
  fileprivate func smallest(_ count: Int) -> [String] {
    var smallest: [String] = []
    for name in self {
      if smallest.count == count, let last = smallest.last, last <= name { continue }
      smallest.insert(name, at: smallest.firstIndex { name < $0 } ?? smallest.count)
      if smallest.count > count { smallest.removeLast() }
    }
    return smallest
  }
}
