/// The wording of findings about `allow` comments.
extension Diagnostic {
  static func cannotBeAllowed(
    _ code: DiagnosticCode,
    file: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .cannotBeAllowed,
      code.severity == .error
        ? "`\(code.rawValue)` is an error, and only warnings can be allowed"
        : "`\(code.rawValue)` is about comments such as this one, and cannot be allowed",
      help: code.severity == .error
        ? "correct what it is about, and delete it here"
        : "correct the comment, and delete it here",
      file: file,
      at: span
    )
  }

  static func unknownAllowedCode(_ word: Word, file: Int) -> Diagnostic {
    let codes = DiagnosticCode.allCases.filter(\.canBeAllowed).map(\.rawValue)
    return Diagnostic(
      .unknownAllowedCode,
      "there is no finding `\(word.text.prefix(20))`",
      help: NearestNames.question(codes, to: word.text)
        ?? "write the code that stands in brackets before the finding, such as `R0602`",
      file: file,
      at: word.span
    )
  }

  static func allowWithoutReason(_ comment: AllowComment, file: Int) -> Diagnostic {
    let codes = comment.codes.map(\.text).joined(separator: ", ").prefix(40)
    return Diagnostic(
      .allowWithoutReason,
      "this comment hides a finding and does not say why",
      help: "give the reason after a colon: `# allow \(codes): the reason`",
      file: file,
      at: comment.span
    )
  }

  static func uselessAllow(_ word: Word, of comment: AllowComment, file: Int) -> Diagnostic {
    let isOnly = comment.codes.count == 1
    let help =
      comment.line == nil
      ? "put it at the end of a line, or directly above it without an empty line between"
      : "delete \(isOnly ? "the comment" : "`\(word.text)`")"
    let edit = TextEdit(file: file, comment.removal, "")
    return Diagnostic(
      .uselessAllow,
      "this comment hides no `\(word.text)`, as there is none",
      help: help,
      file: file,
      at: word.span,
      fix: isOnly && comment.line != nil ? Fix(help, .safe, [edit]) : nil
    )
  }
}
