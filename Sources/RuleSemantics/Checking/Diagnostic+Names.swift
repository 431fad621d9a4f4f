import Facts
import RuleSyntax

/// The wording of what the checker reports about names.
extension Diagnostic {
  /// A name that nothing valid in its position has; the same one at several places is joined
  /// later, so the message holds nothing but the name.
  static func unknown(
    _ what: String,
    _ word: Word,
    among candidates: [String],
    help: String? = nil,
    file: Int
  ) -> Diagnostic {
    let near = NearestNames.suggestion(help == nil ? candidates : [], to: word.text)
    return Diagnostic(
      .unknownName,
      "there is no \(what) `\(word.text)`",
      help: help ?? near.question ?? list(of: candidates),
      file: file,
      at: word.span,
      fix: near.fix(word.span, file: file)
    )
  }

  /// `there are ...`, the first few.
  private static func list(of candidates: [String]) -> String {
    let shown = Set(candidates).sorted().prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return candidates.isEmpty ? "none is declared" : "there are \(shown)"
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
        ?? "a role is `customer`, `tenant`, `month`, `text`, a kind of names or a unit",
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
      help: "rename or delete one of them",
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
      "`\(word.syntax.text)` stands for `\(owner)` already",
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

  static func undeclaredMember(_ word: Word, of kind: NameKind, file: Int) -> Diagnostic {
    let known = kind.names.flatMap { [$0.canonical] + $0.aliases }
    return undeclaredMember(word, kind: kind.id, among: known, file: file)
  }

  static func listedTwice(
    _ word: Word,
    as label: String,
    in list: String,
    first: Word,
    fix: Fix? = nil,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .repeatedName,
      "`\(word.text)` is in the \(list) already"
        + (label == first.text ? "" : ", as `\(first.text)`"),
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
