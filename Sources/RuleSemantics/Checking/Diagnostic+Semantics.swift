import RuleSyntax

/// The wording of what the checker reports about names.
extension Diagnostic {
  static func unknown(
    _ what: String,
    _ word: Word,
    among candidates: [String],
    file: Int
  ) -> Diagnostic {
    let list = candidates.sorted().prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    let fallback = candidates.isEmpty ? "none is declared" : "there are \(list)"
    return Diagnostic(
      .unknownName,
      "there is no \(what) `\(word.text)`",
      help: NearestNames.question(candidates, to: word.text) ?? fallback,
      file: file,
      at: word.span
    )
  }

  static func repeated(_ what: String, _ word: Placed<Word>, first: Placed<Word>) -> Diagnostic {
    Diagnostic(
      .repeatedName,
      "\(what) `\(word.syntax.text)` is declared twice",
      help: "rename or delete one of them",
      file: word.file,
      at: word.syntax.span,
      related: [RelatedPlace("first declared here", file: first.file, at: first.syntax.span)]
    )
  }

  static func clashing(_ word: Placed<Word>, owner: String, first: Placed<Word>) -> Diagnostic {
    Diagnostic(
      .clashingAlias,
      "`\(word.syntax.text)` already stands for `\(owner)`",
      help: "a spelling stands for one name only: delete it in one place",
      file: word.file,
      at: word.syntax.span,
      related: [RelatedPlace("declared here", file: first.file, at: first.syntax.span)]
    )
  }

  static func undeclaredMember(
    _ word: Word,
    kind: String,
    among candidates: [String],
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .undeclaredMember,
      "no \(kind) is called `\(word.text)`",
      help: NearestNames.question(candidates, to: word.text)
        ?? "declare it: `\(kind) \"\(word.text)\"`",
      file: file,
      at: word.span
    )
  }

  static func unknownRole(_ word: Word, among candidates: [String], file: Int) -> Diagnostic {
    Diagnostic(
      .unknownRole,
      "a column cannot hold `\(word.text)`",
      help: NearestNames.question(candidates, to: word.text)
        ?? "a role is `customer`, `tenant`, `month`, `text`, a kind of names or a unit",
      file: file,
      at: word.span
    )
  }

  static func wrongKind(
    _ word: Word,
    is actual: String,
    needed: String,
    file: Int
  ) -> Diagnostic {
    Diagnostic(
      .wrongKindOfName,
      "`\(word.text)` is a \(actual), and a \(needed) is needed here",
      file: file,
      at: word.span
    )
  }

  static func incompatible(
    _ left: String,
    _ right: String,
    file: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .incompatibleUnits,
      "\(left) cannot be compared with \(right)",
      help: "compare with a value in \(left)",
      file: file,
      at: span
    )
  }
}
